# What job consultants hear unasked: the week in numbers, and the yearly report.
digest-week =
    <b>Week { $week } on HV-linjen</b>
    New cases: { $new }, of which { $hurried } hurried.
    Just now { $waiting } wait for a specialist, and { $taken } are in progress.
    Promised visits: { $promised }. Promise kept: { $kept }. Not settled yet: { $open }.
    Follow-ups that wait for a specialist: { $tasks }.
    Visits booked for the rest of this week: { $visits }.
digest-report =
    <b>The report for { $year }</b>
    The year is over and the numbers are ready. See the report, and take it as PDF: { $link }
button-open-report = See the report
