# The report for the committee: numbers, sentences and definitions.
report-title = HV-linjen: evaluation
report-of = { $organisation }, { $period }
report-first = What matters most
report-tile-citizens = citizens in placements
report-tile-companies = companies involved
report-tile-cases = cases
report-tile-in-time = had a specialist within an hour of working time
report-tile-on-time = promised visits on time
report-tile-helped = of the rated guides helped
report-tile-before = { $before }: { $value }
report-veil-few = under 5
report-veil-all-but-few = all but under 5
report-veil-hidden = too few to show
report-veil-part = not shown
report-percent = { $number } %
report-minutes = { $minutes } minutes
report-quarter = Quarter { $number } of { $year }
report-sum-citizens = { $citizens } citizens were in placements in { $companies } companies. In { $period } it was { $before } citizens.
report-sum-climbed =
    { $known ->
        [no] Citizens who took a step up towards an ordinary job: too few to show.
       *[yes] Citizens who took a step up towards an ordinary job: { $climbed }.
    }
report-sum-cases =
    { $known ->
        [no] Cases in the period: { $cases }. Cases in which the company asked for a specialist: { $asked }.
       *[yes] The companies opened { $cases } cases. In { $asked } of them they asked for a specialist, and { $share } had one within an hour of working time.
    }
report-sum-visits =
    { $known ->
        [no] Promised visits: { $promised }.
       *[yes] We promised { $promised } visits by the next working day, and { $share } of the promises were kept.
    }
report-sum-guides =
    { $known ->
        [no] The companies opened { $views } guides.
       *[yes] The companies opened { $views } guides, and { $share } of those they rated helped.
    }
report-part-citizens = Citizens and placements
report-lead-citizens = { $citizens } citizens were in placements. Each is counted once, under the placement they came to last. Citizens who took a step up: { $climbed }.
report-part-companies = Companies
report-lead-companies = { $companies } companies had at least one citizen in a placement. Companies that used HV-linjen: { $asking }.
report-part-cases = Cases
report-lead-cases = { $cases } cases were opened. Here you see when, what they were about, and how much they hurried.
report-part-help = Answers and visits
report-lead-help = When a company asks for a specialist, it should take at most an hour of office time. A visit is promised by the next working day.
report-part-knowledge = Knowledge that stays
report-lead-knowledge = The companies opened { $views } guides. Cases that ended with a line on what we learned: { $learned }.
report-figure-types = Citizens by type of placement
report-figure-types-says = The types stand in the order that leads towards an ordinary job.
report-figure-outcomes = How placements ended
report-figure-outcomes-says = Share of the placements that ended, to the nearest five percent.
report-figure-climbed = A step up
report-figure-climbed-says = Citizens who began a placement closer to an ordinary job than the one before.
report-figure-companies = Who was involved
report-figure-companies-says = Companies that were involved, and what they did.
report-figure-parts = Cases along the period
report-figure-parts-says = Number of cases that were opened in each part of the period.
report-figure-categories = What the cases were about
report-figure-categories-says = The company chose the subject itself.
report-figure-levels = How much they hurried
report-figure-levels-says = The level, as it stood when the report was made.
report-figure-answers = Answer by a specialist
report-figure-answers-says = Waiting is counted in office hours only.
report-figure-promise = The promise of a visit
report-figure-promise-says = A visit is promised by the next working day.
report-figure-visits = Visits held
report-figure-visits-says = Visits that took place, and how.
report-figure-knowledge = Guides, learning and task cards
report-figure-knowledge-says = What the companies took, and what we learned from the cases.
report-citizens = Citizens in placements
report-citizens-what = People with a placement that ran on at least one day of the period. Placements that follow one another belong to one person.
report-types = Citizens by type
report-types-what = Each citizen is counted under the placement of the period that began last.
report-climbed = Citizens who took a step up
report-climbed-what = Citizens who in the period began a placement on a higher step than the one before. The steps are: sheltered employment, internship, wage subsidy, flexjob, part-time job, full-time job.
report-outcomes = How placements ended
report-outcomes-what = The outcome of placements that ended in the period, in percent to the nearest five. Their number is not shown, for together with other numbers it could show how few began. Needs at least ten.
report-companies = Companies with citizens
report-companies-what = Companies with at least one placement running in the period.
report-asking = Of these used HV-linjen
report-asking-what = Those of the companies in which somebody opened a case or a guide in the period.
report-springboards = Of these springboards
report-springboards-what = Those of the companies that are noted as springboards when the report is made.
report-cases = Cases
report-cases-what = Cases that were opened in the period.
report-categories = Cases by subject
report-categories-what = The subject that the employer chose, or to which it was corrected.
report-levels = Cases by level
report-levels-what = Danger to life, urgent or normal.
report-asked = Asked for a specialist
report-asked-what = Cases of the period in which the employer asked for a specialist.
report-in-time = Had one within an hour
report-in-time-what = Of these, those that a specialist took within 60 minutes of working time, from when one was first asked for.
report-wait = Half waited at most
report-wait-what = The median of working time from asked to taken, for cases that were taken.
report-promised = Promised visits
report-promised-what = Visits that an employer asked for in the period.
report-settled = Of these settled
report-settled-what = Promises that are no longer open.
report-on-time = Of these kept
report-on-time-what = The visit took place by the next working day, or on a later day that the employer chose.
report-visits = Visits held
report-visits-what = Visits that began in the period and that the specialist noted as held.
report-views = Guides opened
report-views-what = Times an employer was shown a guide in the period.
report-rated = Of these rated
report-rated-what = Times the employer said whether the guide helped.
report-helped = Of these helped
report-helped-what = Times the answer was that it helped.
report-learned = Cases with something learned
report-learned-what = Cases of the period that were closed with a line on what we learned.
report-examples = New questions learned
report-examples-what = Questions without a guide that a specialist dealt with in the period.
report-cards = Task cards
report-cards-what = Task cards that were begun in the period.
report-appendix = How the numbers are counted
report-veil-what = Numbers below 5 are not shown, nor are numbers from which one below 5 could be worked out. Zero is shown. The numbers are counted straight in the database of HV-linjen on { $day }.
report-number = Figure
report-meaning = Meaning
report-picture = Bars with the numbers of the table: { $title }.
report-row = Subject
web-reports-title = Reports
web-reports-what = Choose a period and see it compared with the one before. Numbers below 5 are not shown, so the report can be shared.
web-reports-from = From
web-reports-to = Until
web-reports-show = Show
web-reports-pdf-da = Hent på dansk (PDF)
web-reports-pdf-en = Get it in English (PDF)
report-part-progress = Progress
report-lead-progress = Employers are asked along the way whether things go better, the same or worse.
report-figure-answered = Answers to follow-ups
report-figure-answered-says = Answers that employers gave in the period.
report-answered = Answers to follow-ups
report-answered-what = Follow-ups that an employer answered in the period, by answer: better, the same or worse.
report-part-satisfaction = Satisfaction
report-lead-satisfaction = Companies are asked once a year and after each case and visit. The answers are anonymous, go from 1 to 5 and are counted for whole years.
report-figure-satisfaction = What the companies answered
report-figure-satisfaction-says = The mean from 1 to 5, and how many answers there are.
report-satisfaction = What the companies answered
report-satisfaction-what = The mean of the anonymous answers of the calendar year. Answers count in whole groups of five, so that nobody can be told by the difference.
report-mark = { $mean } of 5 ({ $answers } answers)
report-mark-yearly-knowledge = Knowledge and understanding of the group
report-mark-yearly-courage = Courage to go on
report-mark-incident-helped = Did it help, after a case
report-mark-visit-helped = Did it help, after a visit
