# Meetings: the mini-team's agenda, and the network meeting's invitation and notes. On paper without markup.
room-meetings = Meetings
meeting-what = Sheets for the mini-team each half year and for the network meeting each quarter. They are made from what has happened.
meeting-sheet = Which sheet
meeting-on = Day
meeting-at = Time
meeting-place = Place
meeting-show = Show the sheet
meeting-reviewers-make = A job consultant takes the sheet as PDF.
meeting-case = See the case behind note { $number }
meeting-learned-check = Read the notes before you take the sheet. If there is a name, remove it in the case first.

meeting-title-agenda = Agenda for the mini-team
meeting-title-invitation = Invitation to a network meeting
meeting-title-notes = Notes from the network meeting
meeting-lead-agenda = Here you talk about experience, efforts and results. The sheet looks back on { $period }.
meeting-lead-invitation = You are on a work placement or in a job. Come and meet others who are too.
meeting-lead-notes = For the job consultant who holds the meeting. The sheet looks back on { $period }.

meeting-part-order = What will happen
meeting-part-order-says = We follow the plan in this order.
meeting-order-welcome = We say welcome and tell you what will happen.
meeting-order-themes = We talk about one topic at a time.
meeting-order-break = We take a break. You are welcome to sit by yourself.
meeting-order-ask = You can ask the job consultant about your job.
meeting-order-end = We end on time and say when we meet again.
meeting-part-themes = What we talk about
meeting-part-themes-says = You can think about the topics at home. You are also welcome to bring another one.
meeting-theme-overload = When it gets too much: what helps you?
meeting-theme-withdrawn = Breaks and quiet: how do you say that you need them?
meeting-theme-tasks = Tasks: what makes a task easy to begin?
meeting-theme-surroundings = Sound, light and changes: what works at your workplace?
meeting-theme-people = Colleagues and customers: what is good to know in advance?
meeting-theme-communication = Messages: how do you prefer to get them?
meeting-theme-attendance = Working hours and energy: how do you get a good day at work?
meeting-theme-agreements = Agreements: what should be written down?
meeting-part-good = Good to know
meeting-part-good-says = It is all right to do it in your own way.
meeting-good-listen = You are welcome just to listen.
meeting-good-companion = You may bring somebody you feel safe with.
meeting-good-leave = You may go out when you need to, and come back in.
meeting-good-names = What somebody tells us stays in the room.
meeting-good-needs = Is there something about light, sound, seats or food? Call { $phone }, and we will find a way.
meeting-good-free = Coming is voluntary.

meeting-part-numbers = The period in numbers
meeting-part-numbers-says = Numbers below 5 are not shown. Nor are numbers from which they could be worked out.
meeting-part-categories = What came most
meeting-part-categories-says = Cases by topic. Topics with few cases are left out.
meeting-part-used = The guides used most
meeting-part-used-says = How often employers have opened them. Guides that were seldom opened are left out.
meeting-part-least = The guides that helped least
meeting-part-least-says = How large a part of the answers says that the guide helped, to the nearest 5%.
meeting-least-none = No guide has had ten answers and helped in less than three out of four.
meeting-few = There are too few to show.
meeting-part-learned = What we have learned
meeting-part-learned-says = Notes from closed cases of the period: the newest in each topic.
meeting-learned-none = No note of the period can stand here.
meeting-part-questions = Questions for the table
meeting-part-questions-says = Take them one at a time. One word is an answer too.
meeting-ask-overload = Which signs do you see before it gets too much, and who then does what?
meeting-ask-withdrawn = What helps when an employee goes quiet or withdraws?
meeting-ask-tasks = Which task became easier when it was rewritten as a task card?
meeting-ask-surroundings = Which small change in sound, light or place did the most?
meeting-ask-people = What were the colleagues told, and what did that do for them?
meeting-ask-communication = Which message was misunderstood, and how would you say it today?
meeting-ask-attendance = What has worked with tiredness and absence?
meeting-ask-agreements = Which agreement should have been written down?
meeting-question-guide = The guide “{ $guide }” seldom helps. What is missing in it?
meeting-question-try = Which of the notes will you try, and with whom?
meeting-part-write-agenda = Room for notes
meeting-part-write-agenda-says = Write no names.
meeting-part-write-notes = What the participants said
meeting-part-write-notes-says = Write no names, only what others can use.
meeting-part-agreed = What we agree on
meeting-part-agreed-says = Each agreement has one person who does it, and a day.
meeting-agreed-what = What
meeting-agreed-who = Who
meeting-agreed-when = When

meeting-due-agenda =
    <b>Agenda for the mini-team</b>
    Half a year has passed. The agenda is ready with numbers, notes and questions. Put day and place on it, and take it: { $link }
meeting-due-invitation =
    <b>Network meeting</b>
    A quarter has passed. The invitation and the sheet for notes are ready. Put day and place on them, and take them: { $link }
button-open-meeting = See the sheet
