# Placements: what they are, where they stand, and how they ended.
placement-planned = planned
placement-running = running
placement-paused = paused
placement-ended = ended
placement-outcome-continues = Continues here
placement-outcome-elsewhere = Continues elsewhere
placement-outcome-education = Education
placement-outcome-stopped = Stopped
placements =
    { $count ->
        [0] There are no placements at your company right now.
        [one] One placement at your company. Press to see it:
       *[other] { $count } placements at your company. Press to see one:
    }
button-placement = { $reference } · { $type }
placement-view =
    <b>{ $reference }</b> · { $type }
    Status: { $status }
    From: { $starts }
    Until: { $ends }
    Hours a week: { $hours }
    Next follow-up: { $next }
placement-no-date = not agreed
placement-no-hours = not agreed
placement-rises = { $hours }, from { $day }: { $later }
placement-nothing-next = none planned
button-placements = Placements
command-placements = Placements at your company
error-placement-dates = The last day lies before the first. Change one of them.
error-placement-hours = Hours a week must be above 0 and at most 48.
error-placement-rise = The planned rise cannot be read. Write one line for each date, the earliest first, for instance 1.2.2027: 12.
error-placement-ended = { $reference } has ended and cannot be changed. Make a next step if it goes on.
error-placement-person = Contact and mentor must be from the company, and specialist and job consultant from the jobcenter. Choose somebody else.
error-placement-step = The next step must be another type of placement than this one.
