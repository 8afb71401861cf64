# Menu, help, and what is said when something does not fit.
menu-employer =
    Hello { $name }. Write what is happening, in your own words. You get advice at once.
    Or choose here:
menu-specialist =
    Hello { $name }. Here are your cases and the guides. When a workplace needs you, a message comes here.
menu-reviewer =
    Hello { $name }. Here you open the page of { $body } with all cases.
help-employer =
    <b>How to use HV-linjen</b>
    • Write what is happening. One line is enough.
    • “It happened” keeps an incident and gives you a case number.
    • “Talk to a specialist” calls a person.
    • “Task cards and sheets” turns a task into a card on paper, step by step.
    • /cancel leaves what you are doing. Nothing that was kept is lost.

    { $body } by phone: { $phone } ({ $hours }).
    If a life is in danger: call <b>112</b> first.
help-specialist =
    <b>How to use HV-linjen</b>
    • A new case comes here with the button “I take it”. The first to press gets the case.
    • After that, what you write goes to the workplace. “Stop writing” pauses it.
    • /cases shows your cases and those that wait.
    • /followups shows follow-ups that nobody has answered. Call, and tick them off.
    • /questions shows what no guide answered. Two taps, and the search learns from it.
    • /review gives a link to the page of { $body }.
help-reviewer =
    <b>How to use HV-linjen</b>
    • /review gives a link to the page with all cases. It works once, for 15 minutes.
    • Write a question to see which guides the workplaces get.
cancelled = Stopped. What was kept is still there.
nothing-to-cancel = Nothing is under way. Here is the menu:
button-too-old = That button is too old or already used. Here is what you can do now:
unknown-command = I do not know that command. Write in your own words, or choose here:
edited-not-read = I cannot read changes to an old message. Write it as a new message and it will be included.
cannot-read-this = I cannot read that. Write in words what is happening, and I will find advice.
long-text = Thank you, that was a long message. I have read it. Next time two lines are enough.
file-nowhere = A picture or a file must belong to a case, so that a person can look at it. First write what is happening, and choose “Talk to a specialist”.
asked-again = I was away for a moment. Did you press a button meanwhile? Then press again here:
button-menu = Menu
button-guides = Find advice
button-incident = It happened (open a case)
button-specialist = Talk to a specialist
button-help = Help
button-cases = Cases
button-review = Open the page of { $body }
button-cancel = Stop
button-back = Back
review-link = The link below works once, for 15 minutes. Do not share it.
button-open-review = Open the page
command-menu = Menu
command-guide = Find advice
command-incident = Open a case
command-cancel = Stop what you are doing
command-language = Language / sprog
command-help = Help
command-privacy = Privacy
command-cases = Cases
command-review = Link to the page of { $body }
button-language = Language / sprog
button-privacy = Privacy
