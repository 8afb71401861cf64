# Sheets and task cards: questions, answers, printouts and the employee's yes.

# On paper. Plain text without markup.
card-draft = Draft
card-missing = Still missing: { $what }.
card-agreed-with = To be agreed with { $name }
card-agreed-later = To be agreed
card-photo = Photo
card-foot = Version { $version } · { $day }
card-approved = Read and corrected together with { $name }, { $day }
card-agree = Read and corrected together with:
card-date = Date:
plan-title = Plan of the day

# Sheets in the chat.
button-sheets = Task cards and sheets
command-card = Make a task card
command-sheets = Task cards and sheets
sheets = Here are your cards and sheets. The last changed one comes first.
no-sheets = Here you make task cards and other sheets. Everything is saved as you go, and a colleague can go on where you stopped.
button-new-sheet = Begin a new one
button-sheet = { $title }
button-sheet-begun = Go on: { $title } ({ $number } of { $total })
button-go-on-with = Go on: { $form }
which-form = What would you like to make?
which-form-gone = That sheet is no longer there. What was written is kept.
which-company = Which company is it about?
button-company = { $name }
send-form-to = Who is to fill it in? Whoever you choose is told at once.
button-fill-myself = I fill it in myself
button-send-to = { $name }, { $company }
form-sent = { $form } has been sent to { $name }. You find it under “Task cards and sheets”.
form-sent-nobody = { $form } is ready for { $name }, but { $name } has no open chat yet. Call, or send a new invitation.
sheet-sent-to-you =
    { $name } asks you to fill in: <b>{ $form }</b>
    { $intro }
button-begin = Begin
sheet-begun =
    <b>{ $form }</b>
    { $intro }
sheet-ask =
    { $said ->
        [none] {""}
       *[other] Saved: “{ $said }”{"\u000A"}{"\u000A"}
    }<i>{ $form } · { $number } of { $total }</i>
    <b>{ $ask }</b>
    { $about ->
        [none] {""}
       *[other] { $about }{"\u000A"}
    }{ $help }{ $example ->
        [none] {""}
       *[other] {"\u000A"}<i>For example: { $example }</i>
    }{ $now ->
        [none] {""}
       *[other] {"\u000A"}{"\u000A"}Now it says:{"\u000A"}{ $now }
    }
button-unknown = I don't know yet
button-skip-question = Skip
button-pause = Pause
button-keep = Keep it and go on
button-number = { $n }
button-lines-done = That was all
button-drop-line = Remove the last one
button-clear-lines = Start over
sheet-lines =
    Saved. So far:
    { $lines }

    Write the next one, or press “That was all”.
sheet-lines-photo =
    Saved. So far:
    { $lines }

    Write the next step, send a photo of a step, or press “That was all”.
sheet-lines-full =
    Saved. Now there are { $count }, and there is no room for more:
    { $lines }

    Do send photos, or press “That was all”.
sheet-paused = Everything is saved. Go on when it suits you, here or in the other chat. A colleague can go on too.
button-go-on = Go on
sheet-waits = { $form } is saved and waits for you. Would you like to go on?
button-was-answer = That was my answer in the sheet
sheet-question-gone = The sheet has changed, and that question is no longer there. What was answered is kept.
sheet-clash =
    { $name } has just answered the same question:
    “{ $theirs }”

    You wrote:
    “{ $mine }”

    Which one is to stand?
button-keep-theirs = What { $name } wrote
button-use-mine = What I wrote
sheet-overview =
    <b>{ $title }</b>
    { $lines }{ $photos ->
        [0] {""}
        [one] {"\u000A"}One photo
       *[other] {"\u000A"}{ $photos } photos
    }{ $missing ->
        [none] {""}
       *[other] {"\u000A"}{"\u000A"}<b>Still missing:</b> { $missing }. You can print it now, but then it says “Draft”.
    }
sheet-nothing-yet = Nothing has been answered yet.
button-open-sheet = See all of it
button-change = Change an answer
change-which = What would you like to change?

# Vague words: one follow-up question.
vague-quantity = Saved. You wrote “{ $word }”. How many or how much? Write a number.
vague-about = Saved. You wrote “{ $word }”. Write from and to, such as “30-45 minutes”.
vague-time = Saved. You wrote “{ $word }”. At what time, or right after what?
vague-quality = Saved. You wrote “{ $word }”. How does one see it?
vague-person = Saved. You wrote “{ $word }”. What is the person called (first name)?
vague-anyone = Saved. You wrote “{ $word }”. If it is the employee, write “you”. Else: what is the person called (first name)?
vague-verb = Saved. You wrote “{ $word }”. Which action is the first step?
vague-doubt = Saved: “{ $line }” The word “{ $word }” can leave one in doubt. Write the sentence again, as it is to be every time.

# Answers that cannot be used.
answer-empty = There was nothing in it. Write the answer in words, or press a button.
answer-in-words = I cannot use that as an answer. Write it in words or numbers, or press a button.
answer-too-long = It is too long for the paper: { $length } characters, and there is room for { $limit }. Write it shorter. Nothing else has changed.
answer-too-many = There is room for { $most }, and it would be { $count }. If there are more, make two cards of the task. Nothing has changed.
answer-number = Write one number, such as 12.
answer-number-between = Write one number from { $lowest } to { $highest }.
answer-choice = Press one of the buttons.
answer-date = Write the date in numbers, such as 24/11/2026.
answer-date-past = That date has passed. Write a day to come, such as 24/11/2026.
answer-time = Write one time in numbers, such as 08:15.
answer-photo = Send a photo, or press a button.
answer-health = The paper may hang where everybody reads it. So it must not say “{ $word }”. Write what is to be done, without diagnosis or health. None of it has been saved.

# Photos.
photo-kept = The photo is saved and goes on the paper. Write the answer, or go on.
photo-kept-step = The photo is saved at step { $step }. If it belongs to another step, send it again with the number of the step as its caption.
photo-wrong-kind = That cannot be printed. Send an ordinary photo (JPG or PNG).
photo-not-here = There is no room for a photo here. You can send photos at the place and at the steps.
photo-write-step-first = Write the step first, and then send the photo of it.
photo-refused = A photo could not be read and does not go on the paper. Please send it again.
error-picture-refused = A photo could not be read. Send it again, or send another.

# The paper and the employee's yes.
button-print = Make it on paper
button-print-a5 = Make it in A5 too
printing = I am making “{ $title }” now. It comes here in a moment.
printed-picture = Picture for the phone: <b>{ $title }</b>
printed =
    <b>{ $title }</b> · { $foot }
    The file is ready to print. Read it together with the employee before it is used.
printed-copy =
    <b>{ $title }</b> · { $foot }
    Here is your copy. The paper is the employee's.
printed-draft =
    <b>{ $title }</b> · { $foot }
    It is a draft. { $missing }
error-too-long-for-page = “{ $title }” does not fit one page. The longest text is “{ $label }”. Write it shorter, or make two cards of the task.
error-not-printed = “{ $title }” could not be made on paper. The answers are saved. We look into it. Try again later.
button-employee-yes = The employee's yes
employee-yes =
    The employee is to read “{ $title }”, correct it and say yes before it is used.
    How will you do it?
button-read-together = We have read and corrected it together
button-make-link = Make a private link
agreed-with-whom = What is the employee's first name? Only the first name, as it is to stand on the paper.
agreed-first-name = Write only the first name, without numbers.
agreed = Good. “{ $title }” gets a new version that says: Read and corrected together with { $name }.
card-link =
    Give the link to the employee. It works once, for 14 days. An earlier link works no more.
    { $url }
employee-said-yes = { $name } has read “{ $title }” and says yes. A new version is on its way.
employee-said-yes-corrected =
    { $name } has read “{ $title }”, corrected it and says yes. A new version is on its way. Corrected:
    { $changes }
error-sheet-not-found = I cannot find that sheet. See your sheets under “Task cards and sheets”.
error-card-link = The link works no more. It has been used, or it is too old. Ask your manager for a new one.
error-card-changed = The card was changed while you read it. Load the page again and read it once more.

# Plan of the day.
button-day-plan = Make a plan of the day from several cards
plan-which =
    { $count ->
        [0] Choose the cards that belong to the day. They come in order of time.
        [one] One card is chosen. Choose more, or make the plan.
       *[other] { $count } cards are chosen. Choose more, or make the plan.
    }
button-chosen = ✓ { $title }
button-not-chosen = { $title }
button-make-plan = Make the plan
plan-printing = I am making a plan of { $count } cards. It comes here in a moment.

# The employee's page. Plain text without markup.
web-card-title = Read your card
web-card-lead = This card is for you. Read it. Correct what is to be different. Say yes when it fits.
web-card-private = The page is only for you. It works once.
web-card-help = This is what it says now. You can write it anew.
web-card-lines = One line for each thing.
web-card-name = Your first name
web-card-name-hint = It will stand on the card.
web-card-yes = Yes, it fits
web-card-not-now = You can also close the page and read on later.
web-card-photos =
    { $count ->
        [one] There is also one photo on the card.
       *[other] There are also { $count } photos on the card.
    }
web-card-problem = { $label }: { $said }
web-card-name-missing = Write your first name.
web-card-thanks-title = Thank you
web-card-thanks = Your yes is saved. Your manager is told and gets a new version of the card.
web-card-thanks-more = If you want to change something later, tell your manager. Then you get a new link.
web-card-gone-title = The link works no more

# The evaluation: the employee reads, comments and owns it.
button-to-citizen = Give it to the employee
to-citizen =
    The employee reads “{ $title }”, writes a comment and chooses what goes on the CV. From then on the paper is the employee's.
    If the employee has no phone or computer, open the link together at your place.
citizen-has-read =
    { $name } has read “{ $title }”, written a comment and chosen what goes on the CV.
    The paper belongs to { $name } now. You get a copy in a moment.
error-evaluation-open = Answer everything first. Still missing: { $what }.
error-sheet-is-theirs = The paper is the employee's now and cannot be changed here. If something should be corrected, make a new link for the employee under “Give it to the employee”.
card-unread = The employee has not read it and commented on it yet.
card-typed-by = Told by the workplace and written down by { $name }.
web-evaluation-lead = This is what { $company } says about your placement. Read it. Write what you think yourself. Choose what should go on your CV.
web-evaluation-workplace = your workplace
web-evaluation-shared = Your comment goes on the same paper. Your workplace and the jobcenter get a copy. Afterwards only you can have it changed.
web-evaluation-told = What the workplace says
web-evaluation-strike = Remove the tick from what should not be included.
web-evaluation-own-lines = Your own lines for the CV
web-evaluation-name-hint = It will stand on the paper.
web-evaluation-yes = This is my paper now
web-evaluation-thanks = Your paper is finished. Fetch it, and keep it where you can find it again.
web-evaluation-paper = Fetch my paper (PDF)
web-evaluation-thanks-more = The link to the paper is yours alone and works for 14 days. If you want to change something later, ask for a new link at your workplace or at the jobcenter.
card-owner = { $name } owns this paper and decides who gets to see it.
card-has-been = has worked and learned at
card-sign-workplace = For the workplace
card-sign-date = Date
