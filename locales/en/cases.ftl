# Incidents and cases: from what happened until the case is closed.
level-emergency = danger to life
level-urgent = urgent
level-normal = ordinary
status-open = waiting
status-taken = taken
status-closed = closed
category-overload = Overwhelmed, upset or angry
category-withdrawn = Silent or withdrawn
category-tasks = Tasks: stuck, mistakes, pace
category-surroundings = Sound, light, bustle and changes
category-people = Colleagues and customers
category-communication = We misunderstand each other
category-attendance = Hours, absence and tiredness
category-agreements = Agreements, rules and the mentor
category-safety = Violence, self-harm or danger
category-other = Something else
outcome-solved = It is solved
outcome-agreed = We have made an agreement
outcome-other = Other
incident-happened = What happened? Write it in one to three sentences. Write “my employee” instead of a name.
incident-tried = Thank you. What have you tried so far?
button-nothing-yet = Nothing yet
incident-level =
    I have understood it as: <b>{ $level }</b>. Is that right? Choose what fits.

    Topic: <b>{ $category }</b>
incident-category = What is it mostly about?
button-category = Change the topic
incident-press-level = Press one of the buttons and I will keep the case.
button-level-emergency = Danger to life now
button-level-urgent = Urgent
button-level-normal = Ordinary
incident-logged = It is kept as <b>{ $reference }</b>. Would you like a specialist too?
button-call-specialist = Yes, call a specialist
button-read-guide = Read: { $guide }
button-enough = No, that is enough for now
specialist-about = What is it about? Write a line or two, so that the specialist knows what is needed.
only-employers-log = Cases are opened by the workplaces. You find them under “Cases” or on the page of { $body }.
case-waits =
    <b>{ $reference } · { $level }</b>
    { $who }

    { $happened }

    Tried: { $tried }
case-waits-again =
    <b>{ $reference } · { $level } · still waiting</b>
    { $who }

    { $happened }

    Tried: { $tried }
case-still-waiting = { $reference }: Nobody has taken the case yet. The specialists have been told again. If it cannot wait, call { $body }: { $phone }. If a life is in danger: call <b>112</b>. Police, when it is not urgent: <b>114</b>. A doctor outside the doctor's hours: { $doctor }.
button-take = I take it
you-took-it = <b>{ $reference }</b> is yours. The workplace knows. Write now and it goes to them.
case-taken = <b>{ $reference }</b>: { $name } has taken the case and will write to you here.
case-taken-by-other = { $reference }: { $name } has taken the case.
button-close = Close the case
closing-outcome = How did <b>{ $reference }</b> end?
closing-press-outcome = Press one of the buttons on how it ended.
closing-learned = What was learned? One line that the next person can use. No names.
button-nothing-learned = Nothing in particular
you-closed-it = <b>{ $reference }</b> is closed. The workplace has been told.
case-closed =
    <b>{ $reference }</b> was closed by { $name }: { $outcome }.
    If it is not solved, write here and we will open a new case.
