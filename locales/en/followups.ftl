# Following up: one question, three taps or a sentence.
follow-up = How is it going?
follow-up-asks =
    <b>Follow-up · { $subject }</b>
    { $question }
    { $count ->
        [one] Press a button, or answer in a sentence.
       *[other] Press a button, or answer in a sentence. There are { $count } questions today. The next one comes when you have answered.
    }
follow-up-again =
    <b>Follow-up · { $subject }</b>
    I asked the other day: “{ $question }”
    { $count ->
        [one] One press is enough.
       *[other] One press is enough. There are { $count } questions today. The next one comes when you have answered.
    }
button-expected-better = Better than expected
button-expected-same = As expected
button-expected-worse = Worse than expected
button-before-better = It is going better
button-before-same = It is the same as before
button-before-worse = It is getting worse
button-follow-up-later = Not now, ask later
follow-up-thanks-better = Good to hear. Thank you for answering.
follow-up-thanks-same = Thank you for answering.
follow-up-next-asks =
    <b>Next question · { $subject }</b>
    { $question }
follow-up-worse = Thank you for saying so. The specialists have been told, and the case is <b>{ $reference }</b>. Please write what is happening. Then the specialist knows in advance.
follow-up-worse-noted = Thank you. It is now in <b>{ $reference }</b>, where the specialists can read it.
case-got-worse =
    Follow-up: "{ $question }" It is getting worse.{ $has_text ->
        [0] { "" }
       *[other]
        { "" }
        { $text }
    }
follow-up-words-kept = Thank you, that is kept. How is it going on the whole?
button-follow-up-not-answer = That was a new question
follow-up-when = When may I ask again?
button-follow-up-tomorrow = Tomorrow
button-follow-up-week = In a week
button-follow-up-date = Another day
follow-up-which-day = Write a day, for instance 24/11. It must be within two months.
follow-up-snoozed = Fine. I will ask again on { $at }.
follow-up-silence =
    <b>Call the company · { $subject }</b>
    { $name } at { $company } has not answered two messages: “{ $question }”
follow-up-nobody =
    <b>Call the company · { $subject }</b>
    Nobody at { $company } can get messages here at present. Ask on the phone: { $question }
follow-up-task =
    <b>Task · { $subject }</b>
    { $company }
    { $question }
follow-up-settled = { $subject }: { $name } has answered after all: { $answer }. There is no need to call.
follow-up-is-better = it is going better
follow-up-is-same = it is the same as before
follow-up-is-worse = it is getting worse
button-task-done = Done
follow-up-task-done = Thank you. The task is ticked off.
follow-up-tasks =
    { $count ->
        [0] No tasks are waiting. Well done.
        [one] One task is waiting. Press it when it is done:
       *[other] { $count } tasks are waiting. Press one when it is done:
    }
button-follow-up-task = { $subject } · { $company }
follow-up-task-open =
    <b>{ $subject }</b>
    { $company }
    { $question }
button-follow-ups = Follow-ups
command-followups = Follow-ups: what is waiting
error-follow-up-over = That follow-up is over, so there is no need to answer any more. If something is new, just write it here.
error-follow-up-day = I cannot use that day. Write a day from tomorrow and at most two months ahead, for instance 24/11.
web-event-reopened = Opened again
