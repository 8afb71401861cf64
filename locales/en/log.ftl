# The incident log on the jobcenter's pages. Plain text, no markup.
log-views = Ready-made views
log-view-urgent-late = Last week's urgent cases not answered in time
log-view-waiting = Waiting right now
log-view-not-reviewed = Closed but not reviewed
log-search = Search the cases
log-search-hint = Words from the case and the conversation, or a reference such as H-2026-0042.
log-period = Period
log-from = From
log-to = Until
log-category = Subject
log-type = Kind of placement
log-specialist = Specialist
log-answer = Answer
log-reviewed = Reviewed
log-reviewed-yes = Reviewed
log-reviewed-no = Not reviewed
log-more-filters = More choices
log-no-company = No company
log-none-fits = No case fits. Choose fewer things, or show all.
log-sorted-only = This order shows the newest { $count } cases of the period. Choose an earlier period to see older ones.
log-pick = Choose { $reference }
log-minutes =
    { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
log-mark-chosen = Mark the chosen ones as reviewed
log-mark-page =
    { $count ->
        [one] Mark the case here as reviewed
       *[other] Mark all { $count } here as reviewed
    }
log-often = Several from the same company on this page:
log-keep-view = Keep this view
log-view-name = Name of the view
log-view-save = Keep
log-view-drop = Remove “{ $name }”
log-view-name-missing = Give the view a name, so that you can find it again.
log-too-many-views = You have 20 views already. Remove one before you keep another.
answer-not-asked = Not asked for
answer-waiting = Waiting
answer-in-time = In time
answer-late = Late
period-today = Today
period-this-week = This week
period-last-week = Last week
period-this-month = This month
period-last-month = Last month
period-this-quarter = This quarter
period-last-quarter = Last quarter
period-this-year = This year
period-last-year = Last year
