# Calendars: visits as a file and as a subscription, and calendars that are read for when somebody is busy.
calendar-name = HV-linjen: visits
calendar-summary-staff =
    { $kind ->
        [phone] Call: { $company }
        [video] Video meeting: { $company }
       *[workplace] Visit: { $company }
    }
calendar-summary-employer =
    { $kind ->
        [phone] { $who } from HV-linjen calls
        [video] Video meeting with { $who } from HV-linjen
       *[workplace] { $who } from HV-linjen visits
    }
calendar-description-staff =
    Ask for: { $ask_for }
    Parking: { $parking }
    Going: { $who }

    Move or cancel it in HV-linjen, and the calendar follows.
calendar-description-employer =
    { $who } comes from HV-linjen. We ask for { $ask_for }.

    Move or cancel it in HV-linjen, and everybody is told.
calendar-fails = Your calendar at { $host } cannot be read right now. What we know still counts. If the address has changed, give us the new one.
calendar-works-again = Your calendar at { $host } is being read again.
button-calendar = Calendar
command-calendar = Calendar
calendar-page = On the calendar page you get a link to your visits, and you can show us when you are busy. The link below works once and for 15 minutes.
button-open-calendar = Open the calendar page
error-calendar-address = That is no calendar address that we can read. It begins with https:// or webcal://, and the calendar must be published.
error-too-many-calendars = Three calendars are the most. Remove one before you add another.
error-calendar-gone = That calendar is no longer there.
web-calendar-title = Calendar
web-calendar-feed = Your visits in your own calendar
web-calendar-feed-what = With a secret link, Outlook, Google or Apple fetches your visits and keeps them up to date. Anyone with the link can see them, so do not share it.
web-calendar-once = Copy the link now. It is shown only this once.
web-calendar-link = Your secret link
web-calendar-open = Open in the calendar on this machine
web-calendar-outlook = Outlook: Add calendar → Subscribe from web → paste the link.
web-calendar-google = Google Calendar: Other calendars → + → From URL → paste the link.
web-calendar-apple = Apple: File → New calendar subscription → paste the link.
web-calendar-current = Your link was made { $at }.
web-calendar-fetched = It was last fetched { $at }.
web-calendar-make = Make a link
web-calendar-renew = Make a new link (the old one stops)
web-calendar-end = Close the link
web-calendar-busy = When you are busy
web-calendar-busy-what = Give the address of a calendar that you have published. It is read every quarter of an hour, and no visits are offered while you are busy. We keep the times only, never what they are about.
web-calendar-failing = cannot be read since { $since }; what we know still counts
web-calendar-read = last read { $at }
web-calendar-unread = will be read in a moment
web-calendar-remove = Remove
web-calendar-remove-host = Remove the calendar at { $host }
web-calendar-address = Address of the calendar
web-calendar-address-hint = Begins with https:// or webcal:// and often ends with .ics.
web-calendar-add = Add the calendar
web-calendar-mine = Your calendar
