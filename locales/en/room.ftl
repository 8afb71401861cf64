# The jobcenter's pages: the menu, the overview, and what all lists have. Plain text, no markup.
room-menu = Menu: { $section }
room-overview = Overview
room-incidents = Incidents
room-placements = Placements
room-companies = Companies
room-visits = Visits
room-followups = Follow-ups
room-guides = Guides
room-satisfaction = Satisfaction
room-reports = Reports
room-exports = Take lists
room-people = People and duty
room-access = Who saw what
room-settings = Settings
room-sessions = Where you are signed in

overview-needs = Needs a person now
overview-more-needs =
    { $count ->
        [one] Show one more
       *[other] Show { $count } more
    }
overview-no-needs = Nothing needs a person right now.
overview-now = Right now
need-unanswered = { $reference } waits for a specialist: { $level }{ $company ->
    [none] {""}
   *[other] , { $company }
    }. Logged { $at }.
need-undelivered = A message to { $who } of { $at } did not arrive. Call those it is about.
need-set-aside = A message from { $who }, received { $at }, could not be handled. Reference: { $reference }.
need-promise = { $company } was promised a visit on { $day } at the latest, and no time has been chosen yet.
need-unknown-company = An employer
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

overview-half-year = The last half year
figure-nothing-yet = Nothing to show here yet.
figure-cases = Cases
figure-visits = Visits
figure-placements = Placements
of-by-level = Week
of-by-category = Subject
of-answers = Week
of-answer-times = Waiting time
of-promises = The promise
of-steps = Step
of-guides = Guide
figure-by-level = Cases week by week
said-by-level = { $cases ->
        [one] 1 case was logged
       *[other] { $cases } cases were logged
    } in 26 weeks. Most in week { $week }: { $most }.
to-by-level = See the cases
figure-by-category = What the cases are about
said-by-category = Number of cases for each subject, the most frequent first.
to-by-category = See the cases
figure-answers = Taken in time
said-answers = { $share } % of the { $asked } cases in which a specialist was asked for were taken in time: danger to life in 10 minutes, urgent in 30, others in 4 office hours.
to-answers = See those that were late
figure-answer-times = Wait until a specialist takes the case
said-answer-times = { $half } of { $taken } cases were taken within half an hour.
to-answer-times = See the cases, the longest wait first
band-5 = at most 5 minutes
band-10 = 5 to 10 minutes
band-30 = 10 to 30 minutes
band-60 = half an hour to an hour
band-240 = 1 to 4 hours
band-more = more than 4 hours
figure-promises = Visits by the next working day
said-promises = What became of the { $promised } visits that were promised.
to-promises = See the visits
promise-open = not decided yet
promise-kept = kept
promise-kept-late = kept, but late
promise-chosen-later = the company chose a later day
promise-broken = not kept
figure-placements-now = Placements right now
said-placements-now = { $running ->
        [one] 1 placement is running.
       *[other] { $running } placements are running.
    }
of-placements-now = Kind of placement
to-placements-now = See the placements
figure-steps = Steps from one placement to the next
said-steps = { $up } of { $moved } new placements were a step up: closer to an ordinary job.
to-steps = See the placements
step-up = a step up
step-same = the same kind of placement
step-down = a step down
figure-guides = Did the guide help?
said-guides = { $share } % of { $rated } answers said that the guide helped. The most used stand first.
to-guides = See all guides
guide-helped = Helped
guide-not-helped = Did not help
