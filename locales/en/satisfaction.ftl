# Satisfaction: once a year, and one tap after each case and each visit.

survey-yearly-knowledge =
    { $again ->
        [yes] We are missing your answer to this year's two questions. It takes half a minute.
       *[no] Once a year we ask all companies about two things. It takes half a minute.
    }
    Your answer is anonymous. It is only shown when at least five have answered.

    <b>1 of 2: How well do you know and understand the group your employee belongs to?</b>
    1 is not well at all, 5 is very well.
survey-yearly-courage =
    { $again ->
        [yes] The second of this year's two questions is still open.{"\u000A"}{"\u000A"}
       *[no] {""}
    }<b>2 of 2: How much courage do you have to take on a new employee from the group?</b>
    1 is none at all, 5 is very much.
survey-incident-helped =
    <b>How well did we help you with { $subject }?</b>
    1 is not at all, 5 is very well. One tap is enough, and your answer is anonymous.
survey-visit-helped =
    <b>How well did the visit help?</b>
    1 is not at all, 5 is very well. One tap is enough, and your answer is anonymous.
survey-words = Thank you. Would you like to write a sentence about what worked, or what we should do differently? No names, please. It is just as anonymous.
button-no-words = No, thank you
survey-thanks = Thank you. The sentence is kept without your name.
survey-too-long = That is too long: { $length } characters, and there is room for { $limit }. Write it shorter.
error-rated-already = Thank you, we have that answer already. It is anonymous, so we cannot find it and change it.

# The page for the jobcenter's staff. Plain text without markup.
satisfaction-title = Satisfaction
satisfaction-lead = The answers are anonymous and are shown five at a time. So nobody can work out what one person has answered.
satisfaction-year = Year
satisfaction-occasion-yearly = Once a year
satisfaction-occasion-incident = After a case
satisfaction-occasion-visit = After a visit
satisfaction-rate =
    { $asked ->
        [0] Nobody has been asked yet.
       *[other] { $answered } of { $asked } have answered ({ $rate } %).
    }
satisfaction-question-knowledge = Knowledge and understanding of the group
satisfaction-question-courage = Courage to go on
satisfaction-question-helped = Did it help?
satisfaction-said =
    { $total ->
        [0] There are too few answers to show them.
       *[other] Mean { $mean } of 5. { $good } of { $total } answer 4 or 5.
    }{ $waiting ->
        [0] {""}
        [one] {" "}One answer waits until there are five.
       *[other] {" "}{ $waiting } answers wait until there are five.
    }
satisfaction-mark = Answer
satisfaction-count = Number
satisfaction-mark-1 = 1 (not at all)
satisfaction-mark-5 = 5 (very well)
satisfaction-words = Sentences
satisfaction-words-waiting =
    { $count ->
        [0] {""}
        [one] One sentence waits until there are five.
       *[other] { $count } sentences wait until there are five.
    }
