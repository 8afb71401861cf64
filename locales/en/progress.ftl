# Progress, drawn: sentences beside the pictures. Plain text without markup, except “progress-drawing”.

button-draw = See the progress drawn
progress-drawing =
    <b>Progress for { $reference }</b>

    { $lines }

    The picture and a sheet for paper come in a moment.
progress-title = Progress for { $reference }
progress-first = Measured for the first time on { $day }. Next time you can see what has moved.
progress-change = From { $from } to { $to }. { $moves }
progress-up = Up: { $what }.
progress-down = Down: { $what }.
progress-same = Unchanged: { $what }.
progress-moved = { $what } (from { $first } to { $last })
progress-stayed = { $what } ({ $first })
progress-steps =
    { $done } of { $total } steps have been reached.{ $next ->
        [none] {""}
       *[other] {" "}The next one is: { $next }.
    }
progress-types-title = The staircase
progress-types =
    { $before ->
        [none] The staircase begins here: { $here }.
       *[other] Before: { $before }. Now: { $here }.
    }
progress-step = Step
progress-state = Status
progress-done = Reached
progress-here = You are here now
progress-ahead = Ahead
progress-numbers = The numbers
progress-pictures = Pictures and numbers
progress-none = There is nothing to draw yet. Fill in “Progress in four areas”, “Goals and progress” or “What takes up room right now?” in the chat.
progress-print = Print the page if it should come along to the meeting.

button-sheet-placement = { $reference } · { $type }
which-placement = Which placement is it about?
no-placement = This form belongs to a placement, and the company has none yet. A job consultant can add it under “Placements”.

type-sheltered = Sheltered employment
type-internship = Internship
type-wage-subsidy = Wage subsidy
type-flexjob = Flex job
type-part-time = Part-time job
type-full-time = Full-time job
