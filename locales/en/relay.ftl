# The conversation in a case: lines to and fro, the list of cases, notes, and those who read along.
level-mark-emergency = ▲ danger to life
level-mark-urgent = ◆ urgent
level-mark-normal = ordinary
button-write = Write to { $name }
button-answer = Answer { $name }
button-add = Write more in the case
button-view = See the case
button-stop-writing = Stop writing
case-line =
    <b>{ $name } · { $reference }</b>
    { $text }
case-line-along =
    <b>{ $name } → { $to } · { $reference }</b> (you read along)
    { $text }
nobody-yet = nobody yet
said-file = Sends a file. { $text }
said-place = Place: <a href="{ $url }">{ $place }</a>
said-edited = Changed to: { $text }
case-writing = Write now. It goes to { $name } in <b>{ $reference }</b>.
case-adding = Write now. It is kept in <b>{ $reference }</b>, and whoever takes the case reads it first.
line-passed-on = Passed on in { $reference }.
line-kept = Kept in { $reference }. Whoever takes the case reads it first.
line-corrected = The change is passed on in { $reference }.
line-to-which = Where should it go? I keep what you wrote until you have chosen.
button-to-case = { $name } · { $reference }
button-new-matter = It is something new
button-new-question = Find advice
line-waits = { $reference }: Your message has not arrived yet. I keep trying. If it is urgent, call instead.
line-lost-employer = <b>{ $reference }: Your last message did not arrive.</b> Call { $body }: { $phone } ({ $hours }), and say the case number. You can also try again. If a life is in danger: call <b>112</b>.
line-lost-staff = <b>{ $reference }: Your last message did not arrive.</b> The workplace cannot be reached in its chat. Call them, or try again.
button-send-again = Try again
line-in-words = I cannot pass that on. Write it in words, or send a picture, a voice message or a file.
contact-not-passed = I do not pass contacts on, so that private numbers stay private. Write what the other side needs to know.
error-not-taken = Nobody has taken { $reference } yet. Take the case first, then what you write goes to the workplace.
error-somebody-elses = { $reference } is with { $name }. If you want to tell { $name } something, write a note: /note { $reference }
case-view =
    <b>{ $reference }</b> · { $level }
    { $who }
    { $has }
    Topic: { $category }

    { $happened }

    Tried: { $tried }
case-view-with-lines =
    <b>{ $reference }</b> · { $level }
    { $who }
    { $has }
    Topic: { $category }

    { $happened }

    Tried: { $tried }

    <b>Written last</b>
    { $lines }
case-said = <i>{ $at }</i> { $name }: { $text }
case-noted = <i>{ $at }</i> { $name } (note, only for us): { $text }
case-said-nothing = “{ $text }”
case-summary =
    <b>{ $reference }</b> · { $has }
    { $last }
has-nobody = Kept. No specialist has been called.
has-waiting = Waiting for a specialist.
has-owner = { $name } has it.
has-owner-and-readers = { $name } has it. Reading along: { $readers }.
has-closed = Closed: { $outcome }.
cases =
    { $count ->
        [one] One case:
       *[other] { $count } cases:
    }
cases-employer =
    <b>Your cases</b>

    { $cases }
no-cases = No cases are waiting, and you have none open. Enjoy it.
no-cases-employer = You have no cases yet. Write what is happening and I will help.
no-company = no workplace
button-case-mine = { $reference } · { $level } · yours · { $company }
button-case-waits = { $reference } · { $level } · waiting · { $company }
button-case-read = { $reference } · { $level } · reading along · { $company }
button-case-reported = { $reference } · { $status }
button-page-back = ← Back
button-page-on = Next →
button-all-cases = All cases
button-own-cases = My cases
button-note = Write a note
button-note-in = Note in { $reference }
note-write = Write the note to <b>{ $reference }</b>. Only the specialists and { $body } see it. The workplace never does.
note-which = Which case? You can also write: /note, the case number, and then the note.
note-kept = The note is kept in <b>{ $reference }</b>. The workplace does not see it.
note-written =
    <b>Note from { $name } · { $reference }</b>
    { $text }
note-in-words = A note is words. Write it, or press “Stop”.
command-note = A note that only you see
button-let-read = Let another read along
button-read-along = Read along
button-read-no-more = Read along no more
button-person = { $name }
who-reads = Who should read along in <b>{ $reference }</b>?
nobody-to-read = There is nobody else who could read along in { $reference }.
lets-read = { $name } now reads along in <b>{ $reference }</b>. The case is still yours.
you-read-along = { $name } lets you read along in <b>{ $reference }</b>. You get every line. The case is still with { $name }.
reads-along = { $name } now reads along in <b>{ $reference }</b>. The case is still yours.
read-no-more = You get no more lines from { $reference }.
