# Duty: who is on, absences, swaps, working hours, quiet hours; and what the leader hears of gaps.
duty =
    <b>Duty</b>
    { $state ->
        [on] On duty now: { $names }.
        [off] Nobody is on duty right now. Next is { $names }: { $at }.
       *[nobody] Nobody is on duty, and nobody has working hours in the time to come. Tell the leader.
    }

    { $days }

    – means that nobody is there.
duty-employer =
    { $state ->
        [on] <b>{ $names }</b> is on duty now.
        [off] No specialist is on duty right now. Next is <b>{ $names }</b>: { $at }.
       *[nobody] No specialist is on duty right now, and we cannot promise when.
    }
    You can always write here. If it is urgent, we call somebody outside office hours too.

    Phone { $body }: { $phone } ({ $hours }).
    If anyone's life is in danger: call <b>112</b>.
button-duty = Who is on duty
command-duty = Who is on duty
command-quiet = Quiet hours
button-sick = I am away for the rest of today
button-back-on-duty = I am back now
button-days-off = Days off
button-swap = Swap a day
button-hours = My working hours
button-quiet = Quiet hours
you-are-away-today = You are marked as away until midnight. Your colleague and leader know. Get well soon, if that is what it is.
you-are-back = Welcome back. You get cases again from now on.
you-were-not-away = You were not marked as away. You are on duty as your hours say.
colleague-away = { $name } is away for the rest of the day. New cases go around { $name }.
colleague-back = { $name } is back on duty.
days-off-which =
    Which days are you away? Write for example:
    <i>24/12-2/1</i> · <i>friday</i> · <i>tomorrow morning</i>

    Planned days off are below. Press one to delete it.
button-tomorrow = Tomorrow
button-rest-of-week = The rest of the week
button-drop-absence = Delete { $span }
days-off-unclear = I do not understand that date. Write for example <i>24/12-2/1</i> or <i>friday afternoon</i>. Days that are over cannot be used.
days-off-right =
    { $more ->
        [no] You are away <b>{ $first }</b>{ $part ->
            [morning] {" "}until 12:00
            [afternoon] {" "}from 12:00
           *[all] {""}
        }.
       *[yes] You are away from <b>{ $first }</b> to <b>{ $last }</b>, both included.
    } Is that right?
button-yes-away = Yes, that is right
button-rewrite = No, I will write it again
days-off-kept =
    { $more ->
        [no] You are away { $first }{ $part ->
            [morning] {" "}until 12:00
            [afternoon] {" "}from 12:00
           *[all] {""}
        }.
       *[yes] You are away from { $first } to { $last }, both included.
    } If there is now a day on which nobody can answer, the leader knows.
days-off-dropped = The absence is deleted.
hours-now =
    <b>Your working hours</b>
    { $hours }

    To change them, write the whole week, for example:
    <i>monday-thursday 8-12, 12.30-15, friday 8-12</i>
hours-kept =
    <b>Your working hours are now</b>
    { $hours }
hours-unclear = I do not understand those hours. Write day and time, for example <i>monday-thursday 8-15.30, friday 8-12</i>.
quiet-now =
    Your quiet hours are { $span }.
    In quiet hours, what can wait waits. If it is urgent or anyone is in danger, it comes through.

    Choose, or write your own, for example <i>21-6.30</i>.
quiet-none =
    You have no quiet hours. Everything comes at once.
    In quiet hours, what can wait waits. If it is urgent or anyone is in danger, it comes through.

    Choose, or write your own, for example <i>21-6.30</i>.
button-quiet-span = { $span }
button-quiet-never = No quiet hours
quiet-kept = From { $span } only what is urgent comes through.
quiet-off = You have no quiet hours. Everything comes at once.
quiet-unclear = I do not understand those hours. Write two times, for example <i>21-6.30</i>.
swap-which-day = Which day would you like to give away?
swap-no-days = You have no working days in the next four weeks that can be swapped.
button-day = { $day }
button-name = { $name }
swap-nobody = There is no colleague to swap with yet.
swap-with-whom = Whom do you want to ask?
swap-in-return = Should { $name } give you a day in return?
button-swap-no-return = No, just ask
swap-sent = { $name } has been asked. You hear here when there is an answer. Until then the day is yours.
swap-asked = { $name } asks whether you can take <b>{ $day }</b>.
swap-asked-in-return = { $name } asks whether you can take <b>{ $day }</b> and be free on <b>{ $other }</b> in return.
button-swap-yes = Yes, I can
button-swap-no = No, sorry
swap-accepted = { $name } says yes and now has { $day }.
swap-declined = { $name } cannot take { $day }. The day is still yours.
swap-you-accepted = Thank you. You now have { $day }.
swap-you-declined = That is fine. { $day } is still your colleague's.
error-not-on-duty = There are no working hours to swap on that day. Choose another day.
error-swap-over = That swap has been answered already.
error-absence-gone = That absence no longer exists. It is deleted or over.
error-absence-too-long = Such a long absence cannot be entered here. Talk to the leader.
coverage-new-gaps =
    { $count ->
        [one] <b>A day with nobody on duty:</b>
       *[other] <b>{ $count } days with nobody on duty:</b>
    }
    { $days }

    Nobody can answer or visit. Can anyone swap, or should the day be closed?
coverage-friday =
    <b>In the next four weeks nobody is on duty on:</b>
    { $days }
digest-morning =
    Good morning { $name }.
    { $mine ->
        [0] You have no open cases.
        [one] You have one case: { $mine_list }.
       *[other] You have { $mine } cases: { $mine_list }.
    }
    { $waiting ->
        [0] Nobody is waiting.
        [one] One waits for a specialist: { $waiting_list }.
       *[other] { $waiting } wait for a specialist: { $waiting_list }.
    }
    { $visits ->
        [0] No visits today.
       *[other] Visits today: { $visit_list }.
    }
    { $tasks ->
        [0] No follow-ups wait for you.
        [one] One follow-up waits for you.
       *[other] { $tasks } follow-ups wait for you.
    }
digest-evening =
    <b>Still open at closing time</b>
    { $waiting ->
        [0] No case waits for a specialist.
        [one] One case waits for a specialist: { $waiting_list }.
       *[other] { $waiting } cases wait for a specialist: { $waiting_list }.
    }
    { $taken ->
        [0] No cases are in progress.
        [one] One case is in progress: { $taken_list }.
       *[other] { $taken } cases are in progress: { $taken_list }.
    }

# The page on duty
web-duty-title = Duty and working hours
web-duty-on = On duty now: { $names }.
web-duty-off = Nobody is on duty right now. Next is { $name }: { $at }.
web-duty-nobody = Nobody is on duty, and nobody has working hours in the time to come.
web-duty-plan = The next two weeks
web-duty-plan-what = Who is on duty when, day by day
web-duty-day = Day
web-duty-gap = Nobody on duty
web-duty-shut = Closed
web-duty-no-specialists = There are no specialists yet. Invite the first on the page with people.
web-duty-away = Days off
web-duty-nobody-away = No absence is planned.
web-duty-here = Delete
web-duty-here-name = Delete days off: { $name }, { $span }
web-duty-who = Who
web-duty-add-away = Add days off
web-duty-first = First day
web-duty-last = Last day
web-duty-last-hint = Empty if it is one day.
web-duty-part = How much
web-duty-part-all = Whole days
web-duty-part-morning = Until 12:00 on the last day
web-duty-part-afternoon = From 12:00 on the first day
web-duty-hours = Weekly working hours
web-duty-hours-how = Write times as 8-12, 12.30-15.30. Leave a free day empty. If the whole week is empty, the office hours count.
web-duty-save-hours = Save the hours of { $name }
web-duty-closed = Closing days
web-duty-closed-what = Public holidays and the office's yearly closing days are known already.
web-duty-closed-name = Name (optional)
web-duty-close = Close the day
web-duty-remove = Delete
web-duty-open-day = Delete the closing day { $day }
web-duty-leads = Who leads
web-duty-leads-what = The leader hears of cases that nobody takes, and of days with nobody on duty. If nobody is chosen, all job consultants hear of them.
web-duty-is-leader = leader
web-duty-appoint = Make leader
web-duty-dismiss = No longer leader
web-duty-appoint-name = Make { $name } leader
web-duty-dismiss-name = { $name } is no longer leader
web-duty-hours-unclear = We cannot read those hours. Write times as 8-12, 12.30-15.30, without overlap.
web-duty-days-unclear = Those days cannot be used. Choose a first day, and a last day that is not before it and not over.
need-uncovered =
    { $count ->
        [one] On one day in the next four weeks nobody is on duty: { $days }
       *[other] On { $count } days in the next four weeks nobody is on duty: { $days }
    }
