# The pages: web chat, practice board, the jobcenter's pages, errors. Plain text without markup.
web-name = HV-linjen
web-skip = Go to the content
web-danger = Danger to life: call 112
web-footer = HV-linjen is run by { $organisation }. Phone { $phone }, { $hours }.
web-to-front = To the front page
web-to-board = To the practice board

web-front-title = Help for employers with an employee from the jobcenter
web-front-what = HV-linjen gives short advice at once when your employee has autism, ADHD, ADD or anxiety. You can log what happens and bring in a specialist.
web-front-to-chat = To your chat
web-front-english = HV-linjen is a chat hotline for employers with an employee placed by the jobcenter. You come in with the link in your invitation. Danger to life: call 112. The jobcenter: { $phone }.
web-use-invitation = Use the link in your invitation to open the chat. If you have no invitation, call the jobcenter: { $phone }.
web-call-danger = If anyone's life is in danger
web-call-office = Call the jobcenter
web-call-hours = { $hours }

web-invitation-title = Welcome to HV-linjen
web-invitation-who = { $organisation } invites you to a chat for employers.
web-invitation-what = You get short advice at once when something is hard for your employee. You can also bring in a specialist.
web-invitation-open = Open the chat
web-invitation-cookie = The invitation is for one person. This browser remembers the chat with one necessary cookie.
web-invitation-english = { $organisation } invites you to a chat for employers. Press the button to open it. You can choose English inside.

web-closed-title = The chat is not open here
web-no-chat = The chat is not open in this browser. Use the link in your invitation.

web-chat-title = Chat
web-chat-log = The conversation
web-chat-pending = Messages on their way
web-chat-me = You
web-chat-label = Write to HV-linjen
web-chat-placeholder = Write here
web-chat-keys = Enter sends. Shift and Enter make a new line.
web-chat-send = Send
web-chat-choose-file = Attach a file
web-chat-file-sent = File
web-chat-sending = sending …
web-chat-sent = sent
web-chat-failed = not sent
web-chat-failed-said = The message was not sent. It is still here, and you can try again.
web-chat-again = Try again
web-chat-discard = Delete
web-chat-new = New message ↓
web-chat-new-title = New message
web-chat-lost = The connection is lost. We keep trying. What you have written is still here.
web-chat-no-script = The chat needs JavaScript, and it is switched off in your browser. Switch it on, or call the jobcenter: { $phone } ({ $hours }).
web-too-long = The message is too long. There is room for { $limit } characters, and it has { $length }. Split it in two and all of it gets through.
web-file-refused = We cannot take that kind of file, or it is not what its name says. Send a picture, a PDF, a sound file, plain text or an ordinary document.

web-board-title = Practice board
web-board-banner = Practice – invented people.
web-board-banner-more = Nothing here reaches anyone. Try everything, you cannot break it.
web-board-clock = The time in this practice:
web-board-ten-minutes = +10 min
web-board-hour = +1 hour
web-board-day = +1 day
web-board-review = Open the jobcenter’s page
web-board-restart = Start over
web-board-restart-sure = Start over?
web-board-restart-what = All conversations and cases in this practice are deleted, and the clock is set back.
web-board-restart-yes = Yes, start over
web-board-restart-no = No, keep it
web-board-failed = That did not work. Reload the page and try once more.
web-board-no-script = The phones need JavaScript, and it is switched off in your browser.
web-board-phones = Phones
web-board-phone = Phone: { $name }, { $role }
web-board-newcomer = Try inviting a new employer

web-inviting-title = Invite a new employer
web-inviting-one = Open the jobcenter’s page with the button below.
web-inviting-two = Write a name and a company under “Invite a person”, and make the invitation.
web-inviting-three = Open the link in a new tab. Now you are the new employer.
web-inviting-open = Open the jobcenter’s page

web-signin-title = Sign in to the jobcenter’s page
web-signin-how = Write /review to HV-linjen. You get a link that opens the page here.
web-signin-who = The page is for specialists and for those who follow the cases at the jobcenter. A link works once, for 15 minutes.
web-signin-spent = The link no longer works. It has been used, or it is too old.
web-not-signed-in = You are not signed in. Write /review to HV-linjen to get a link.
web-login-title = Sign in to the jobcenter’s page
web-login-what = Your link is ready. Press the button to sign in. The link works only once.
web-login-enter = Sign in
web-logout = Sign out
web-staff-nav = Sections
web-live-updated = This page was updated at

web-log-title = Incidents
web-log-waiting =
    { $count ->
        [one] case waits
       *[other] cases wait
    }
web-log-taken =
    { $count ->
        [one] case in progress
       *[other] cases in progress
    }
web-log-reference = Case
web-log-when = When
web-log-company = Company
web-log-level = Level
web-log-status = Status
web-log-owner = Who has it
web-log-nobody = Nobody yet
web-log-empty = There are no incidents yet. They appear here by themselves.
web-log-older = Older incidents
web-log-newest = Newest incidents
web-level-emergency = Danger to life
web-level-urgent = Urgent
web-level-normal = Normal
web-status-open = Waiting
web-status-taken = In progress
web-status-closed = Closed
web-outcome-solved = It is solved
web-outcome-agreed = An agreement was made
web-outcome-other = Other

web-incident-back = All incidents
web-incident-reporter = Who writes
web-incident-category = Topic
web-incident-placement = Placement
web-incident-no-placement = Not linked to a placement
web-incident-happened = What happened
web-incident-tried = What they have tried
web-incident-nothing = Nothing yet
web-incident-outcome = How it ended
web-incident-learned = What we learned
web-incident-timeline = Timeline
web-event-logged = The case was opened
web-event-guide = Guide shown
web-event-asked-specialist = Asked for a specialist
web-event-reminded = The specialists were reminded of the case
web-event-taken = Took the case
web-event-told = Were told
web-event-passed = Said “not me”
web-event-came-back = The case was released again
web-event-offered = Wanted to give the case to somebody else
web-event-handed-over = Took the case over
web-event-declined = Did not take the case over
web-event-called = Talked with the workplace on the phone
web-event-asked-owner = The owner was asked about a quiet case
web-event-still-working = Is working on the case
web-event-closed = Closed the case
web-event-message = Wrote
web-event-file = Sent a file
web-event-place = Sent a place
web-event-edited = Changed the message to
web-event-undelivered = A message did not arrive
web-event-note = Wrote a note (staff only)
web-event-reads = Began to read along
web-event-reads-no-more = No longer reads along
web-event-category = Changed the topic
web-event-not-urgent = Said that it is not urgent after all
web-event-reviewed = Marked the case as reviewed
web-event-not-reviewed = Took back the mark “reviewed”
web-event-question = Asked the specialist a question
web-event-answer = Answered the question
web-event-linked = Linked the case to
web-event-unlinked = Removed the link to
web-event-redacted = Removed words from the case

web-people-companies = Companies
web-people-staff = Specialists and the jobcenter
web-people-nobody = Nobody yet
web-people-no-companies = There are no companies yet. Invite the first one above.
web-people-placements = Placements:
web-people-no-placements = none yet
web-people-new-placement = New placement
web-people-invited = invited, valid until { $until }
web-role-employer = Employer
web-role-specialist = Specialist
web-role-reviewer = Job consultant
web-invite-title = Invite a person
web-invite-role = Role
web-invite-name = Name
web-invite-company = Company
web-invite-company-hint = For employers only. Write a new name to create the company.
web-invite-make = Make the invitation
web-name-missing = Write the name of the person you want to invite.
web-ticket-title = Invitation for { $name }
web-ticket-once = The link is shown only now. Pass it on before you leave this page.
web-ticket-web = Link to the chat in the browser
web-ticket-telegram = Link to Telegram
web-ticket-picture = QR code with the link to the chat in the browser. The link stands beside it.
web-ticket-how = The link is for one person and valid for 14 days. Point a phone’s camera at the picture to open the chat there.

web-handout-title = Sheet for the workplace
web-handout-what = One page on autism, what HV-linjen helps with, and how to reach you. This sheet has a code for the front page. A sheet with a personal invitation is offered when you make the invitation.
web-handout-invitation = A one-page sheet to hand over. The code on it is this invitation.
web-handout-da = Hent på dansk (PDF)
web-handout-en = Get it in English (PDF)

web-stale-page = This page is too old for that. Reload it and try once more.
web-error-title-400 = We could not understand that
web-error-400 = Something in your request was missing or wrong. Go back and try again.
web-error-title-401 = You are not signed in
web-error-401 = Open the link in your invitation, or sign in again.
web-error-title-403 = You have no access to this
web-error-403 = This page is not open to you. If you think that is a mistake, call the jobcenter.
web-error-title-404 = This page does not exist
web-error-404 = The page does not exist, or it is not yours to see. Check the address, or use the link below.
web-error-title-405 = That cannot be done here
web-error-405 = The page cannot be used in that way. Go back and try again.
web-error-title-413 = That is too large
web-error-413 = What you sent is too large. A file may be at most 20 MB.
web-error-title-500 = Something went wrong on our side
web-error-500 = It is our fault, not yours. Try again in a moment, or call the jobcenter: { $phone }.
web-error-title-said = That cannot be done
web-event-visit-booked = Booked a visit
web-event-visit-cancelled = Cancelled a visit
web-event-visit-held = Visited
