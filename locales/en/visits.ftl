# Visits: the promise, the times, the agreement, the day, and the note afterwards.
command-visits = Visits
button-visits = Visits
visit-kind-workplace = visit at the workplace
visit-kind-phone = phone call
visit-kind-video = video call
visit-status-booked = agreed
visit-status-held = took place
visit-status-no-show = did not meet
visit-status-cancelled = cancelled

# Where and how; stands in every message about a visit.
visit-place =
    { $has_address ->
        [0] { $company }
       *[other] { $address }
    }
visit-ask-for =
    { $has_ask_for ->
        [0] { "" }
       *[other]
        { "" }
        Ask for: { $ask_for }
    }
visit-parking =
    { $has_parking ->
        [0] { "" }
       *[other]
        { "" }
        Parking: { $parking }
    }
visit-ready =
    { $has_prepare ->
        [0] { "" }
       *[other]
        { "" }
        Have ready: { $prepare }
    }
visit-facts =
    <b>{ $when }</b>
    { $kind } with { $who }
    { $employer }, { visit-place }{ visit-ask-for }{ visit-parking }{ visit-ready }

visits-yours =
    { $count ->
        [0] You have no visits planned. Shall we come by?
        [one] Here is your visit:
       *[other] Here are your { $count } visits:
    }
button-visit-open = { $when }
button-visit-promised = Agree on a visit – { $latest } at the latest
button-visit-ask = Ask for a visit
visits-whom = Who is to be visited?
button-visit-whom = { $company } · { $name }
button-visit-plan = Plan a visit
visits-week =
    <b>Week { $number } · { $first } to { $last }</b>

    { $lines }
visits-week-empty =
    <b>Week { $number } · { $first } to { $last }</b>

    No visits.
button-week-picture = See as a picture
visits-week-picture = Week { $number } as a picture.
button-visit-in-week = { $when } · { $company }
button-week-before = ‹ Week before
button-week-after = Week after ›

visit-times =
    We come <b>{ $latest } at the latest</b>.

    Choose a time. One tap and it is agreed:
visit-proposed =
    We would like to visit you. These times are free until { $until }.

    Choose a time. One tap and it is agreed:
visit-times-open = Free times until { $until }. One tap and it is agreed:
visit-slot-gone =
    That time has just been taken. These are free now:
visit-choose-soon =
    You have not chosen a time yet. We come <b>{ $latest } at the latest</b>. These times are free now:
visit-sorry =
    We did not manage to visit you by { $latest }, as we promised. We are sorry. The leader knows. Choose a new time here:
visit-none-inside =
    We promised a visit <b>{ $latest } at the latest</b>, and right now no time is free before then. The leader has been told and will find a way. You will hear here.

    Would you rather talk on the phone, or choose a later day? If it cannot wait, call: { $phone }.
visit-none-later = No times are free until { $until }. Try another way, or see later times.
button-visit-slot = { $when } · { $who }
button-visit-workplace = Visit at our place
button-visit-phone = Phone
button-visit-video = Video
button-visit-both = Both specialists
button-visit-later = Later times
button-visit-let = Let the company choose
visit-sent-times = { $employer } has the times and chooses. You will hear here when it is agreed.

visit-shortage =
    <b>No free time for { $company } by { $latest }</b>{ $has_case ->
        [0] { "" }
       *[other] { " " }({ $case })
    }

    { $ways ->
        [0] Nothing can give by itself. Call the company.
       *[other] This could give:
    }
button-visit-call-now = Call instead: { $when } · { $who }
button-visit-shorter = Short visit: { $when } · { $who }
button-visit-overtime = Overtime: { $when } · { $who }
button-visit-make-room = Move { $company } ({ $when })
visit-not-chosen-yet = { $employer } at { $company } has not chosen a time yet. The visit is promised by { $latest }. Do call.
visit-broken = The promise to { $company } of a visit by { $latest } was not kept: { $reason }.
button-visit-book = Find a time
promise-reason-none = no reason noted
promise-reason-nothing-free = no time was free
promise-reason-not-chosen = no time was chosen
promise-reason-not-needed = it was not needed after all
promise-reason-employer-cancelled = the company cancelled
promise-reason-staff-cancelled = we cancelled
promise-reason-staff-moved = we put it later
promise-reason-no-show = the two did not meet
promise-reason-not-noted = nobody has noted whether the visit took place

visit-booked =
    A new visit is agreed.

    { visit-facts }
visit-you-booked =
    It is agreed.

    { visit-facts }
visit-you-booked-workplace =
    It is agreed.

    { visit-facts }

    { visit-ask-workplace }
visit-you-booked-phone =
    It is agreed.

    { visit-facts }

    { visit-ask-phone }
visit-you-booked-video =
    It is agreed.

    { visit-facts }

    { visit-ask-video }
visit-moved =
    The visit has moved from { $was }. New time:

    { visit-facts }
visit-you-moved =
    The visit has moved. New time:

    { visit-facts }
visit-released = { $company }: the visit { $was } has moved to { $when } with { $who }. Your time is free again.
visit-changed =
    There is news about the visit:

    { visit-facts }
visit-cancelled = { $name } has cancelled: { $kind }, { $when }, { $company }.
visit-you-cancelled = The visit { $when } is cancelled, and everybody knows.
visit-sure = Do you want to cancel the visit { $when }?
button-visit-gone = Yes, cancel it
button-visit-keep = No, keep it
button-visit-move = Move
button-visit-cancel = Cancel
button-visit-new = Find a new time
visit-view-booked =
    { visit-facts }
visit-view-held =
    Took place.

    { visit-facts }
visit-view-no-show =
    You did not meet.

    { visit-facts }
visit-view-cancelled =
    Cancelled.

    { visit-facts }
visit-ask-workplace = Where shall we come? Write the address, whom to ask for, and where we can park.
visit-ask-phone = Which number shall we call?
visit-ask-video = Which mail address shall we send a link to?
visit-where-noted = Thank you, it is part of the agreement now.
button-visit-prepare = What should be ready?
visit-prepare = What should be ready for the visit? Choose a sheet, or write it in words.
visit-prepared = It is part of the agreement now, and the others know.

visit-tomorrow =
    Remember the visit:

    { visit-facts }
visit-soon =
    Soon:

    { visit-facts }
button-visit-leave = I am on my way
button-visit-late = Running late
visit-set-off = { $employer } knows that you are on your way.
visit-on-the-way = { $name } is on the way to you. The visit is { $when }.
visit-how-late = By how much?
button-minutes = { $minutes } minutes
visit-late = { $name } is about { $minutes } minutes late for the visit { $when }.
visit-late-told = The others know.
visit-how-was-it = How did it go at { $company }?
visit-how-was-it-again = A note on the visit at { $company } { $when } is missing. It takes a minute.
visit-not-noted = Nobody has noted whether the visit at { $company } { $when } took place. { $who } should. The promise does not count as kept until it is noted.
button-visit-held = We met – write the note
button-visit-nobody = Nobody was there
button-visit-nobody-came = Nobody came
visit-missed-you = { $name } was at your place { $when }, but you did not meet. It happens. Choose a new time here:
visit-nobody-came = { $employer } at { $company } says that nobody came { $when }. Call them now.
visit-nobody-specialist = Noted. The company has been asked to choose a new time.
visit-nobody-reviewer = Noted. The company has been asked to choose a new time.
visit-nobody-employer = We are sorry. The specialist and the leader have been told and will call you. You can also choose a new time:
visit-note-saw = What did you see? Two lines are enough. No names.
visit-note-agreed = What was agreed? The company gets it too.
visit-note-tasks = Who does what, and when? One task a line, with a date, for instance: Put up the board 1/12
button-visit-skip = Skip
visit-note-kept = Thank you. The note is kept, and the company has got what was agreed.
visit-thanks =
    Thank you for today.{ $has_agreed ->
        [0] { "" }
       *[other]
        { "" }

        <b>What we agreed</b>
        { $agreed }
    }{ $has_tasks ->
        [0] { "" }
       *[other]
        { "" }

        <b>Who does what</b>
        { $tasks }
    }

error-visit-not-found = I cannot find that visit. See your visits under "Visits".
error-slot-taken = That time is taken. Choose another one under "Visits".
error-visit-in-past = That time has passed. Choose one to come under "Visits".
error-visit-closed-day = We are closed that day. Choose another day under "Visits".
error-visit-over = That visit is cancelled, going on or over and cannot be changed. You find a new time under "Visits".
error-visit-nobody-there = Nobody at the company uses the hotline yet. Invite somebody under "People and duty", and you can agree a visit.
error-visit-already = A visit has been agreed already. It can be moved or cancelled under "Visits".
error-visit-not-yet = The visit has not begun yet. Press again when you have been there.
error-visit-noted = That is noted already. Thank you.

# The page for the staff.
web-visits-title = Visits in week { $number }
web-visits-weeks = Weeks
web-visits-legend = Coloured field without text: at work. Grey field: taken in another calendar. Field with text: visit.
web-visits-table = The visits
web-visits-day = Day
web-visits-clock = Time
web-visits-who = Specialist
web-visits-company = Company
web-visits-kind = How
web-visits-status = Status
web-visits-none = No visits this week.
web-visit-whom-hint = Part of the company's name, a name, P-7KQ2 or H-2026-0042.
web-visit-search = Search
web-visit-promised = Promised, but without a time
web-visit-promised-one = { $company }, by { $latest }
web-visit-with = With { $name }
web-visit-about = About { $reference }
web-visit-nobody-found = I found nobody. Try part of the company's name.
web-visit-nobody-yet = There are no employers here yet. Invite them under "People and duty".
web-visit-more = There are more. Write part of the name to find them.
web-visit-times-title = Find a time at { $company }
web-visit-move-title = Move the visit to { $company }
web-visit-back = The visit
web-visit-employer = Employer
web-visit-case = Case
web-visit-now = Agreed now
web-visit-latest = Promised
web-visit-latest-day = by { $day }
web-visit-coming = A visit has been agreed already:
web-visit-short = short visit
web-visit-show = Show times
web-visit-free = Free times until { $until }
web-visit-one-press = One press and it is agreed. { $name } and the specialist hear of it and get a file for their calendars.
web-visit-one-press-move = One press and the visit is moved, and { $name } and the specialist know.
web-visit-none-inside = No time is free by { $latest }. The leader has been told. Try the phone or a short visit, or see later times.
web-visit-busy = { $name } has too little time between what is agreed.
web-visit-away = { $name } is not at work on those days.
web-visit-not-both = The two have no free time together on those days.
web-visit-pages = More times
web-visit-sooner = Earlier times
web-visit-let-hint = { $name } gets the times in the chat and chooses.
web-visit-taken = Somebody was just quicker, so that time is taken now. Below is what is free.
web-visit-past = That time has passed. Below is what is free.
web-visit-closed = We are closed that day. Below is what is free.
web-visit-already = Somebody has just agreed a visit, so that promise is in good hands. To change it, move the visit.
web-visit-title = Visit to { $company }
web-visit-done-booked = It is agreed, and { $name } has been told.
web-visit-done-moved = The visit is moved, and { $name } has been told.
web-visit-done-cancelled = The visit is cancelled, and { $name } has been told.
web-visit-when = When
web-visit-where = Where
web-visit-no-address = The address is missing. It can be entered on the company's page.
web-visit-prepare = Have ready
web-visit-saw = What we saw
web-visit-agreed = What we agreed
web-visit-tasks = Who does what
web-visit-cancel-what = The others are told. If the visit was promised, the company gets new times to choose from.
web-visit-note-in-chat = Say in the chat how it went.
