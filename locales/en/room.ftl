# The jobcenter's pages: the menu, the overview, and what all lists have. Plain text, no markup.
room-menu = Menu: { $section }
room-overview = Overview
room-incidents = Incidents
room-placements = Placements
room-companies = Companies
room-visits = Visits
room-followups = Follow-ups
room-guides = Guides
room-reports = Reports
room-exports = Take lists
room-people = People and duty
room-access = Who saw what
room-settings = Settings
room-sessions = Where you are signed in

overview-needs = Needs a person now
overview-no-needs = Nobody and nothing is waiting right now.
overview-now = Right now
need-unanswered = { $reference } waits for a specialist: { $level }{ $company ->
    [none] {""}
   *[other] , { $company }
    }. Logged { $at }.
need-undelivered = A message to { $who } of { $at } did not arrive. Call those it is about.
need-set-aside = A message from { $who }, received { $at }, could not be handled. Reference: { $reference }.
need-unknown = an unknown person
need-no-reference = none

list-filter = Choose what the list shows
list-show = Show
list-all = Show all
list-any = All
list-pages = Pages
list-first = First page
list-previous = Previous page
list-next = Next page
figure-numbers = See the numbers
