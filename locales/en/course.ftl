# The starter course on the practice board: ten little practice cases. All stories are invented.
course-title = Starter course
course-what = Ten invented stories, seen from the company. Do what it says on the phones. The steps check themselves off.
course-count = { $done } of { $all }
course-count-long = { $done } of { $all } practice cases are done.
course-now = Now
course-case-done = Done
course-step-done = Done
course-step-missing = To do
course-others = See the other practice cases
course-finished = Well done. You have been through all ten. “{ web-board-restart }” sets the course back, so that the next person can begin.
course-language = Læs forløbet på dansk

course-lunch = 1. Noise in the lunch room
course-lunch-story = “Our new colleague shuts down completely when the lunch room is crowded. I do not know whether to say anything.” (Invented)
course-lunch-1 = Write on Mette’s phone: “he shuts down completely when the lunch room is crowded”. Advice comes back.
course-lunch-2 = Read the advice and press “{ button-helped }”.

course-dishes = 2. The dishes in a new order
course-dishes-story = “She freezes whenever the dishes come in a new order. The advice was good, but it is not enough.” (Invented)
course-dishes-1 = Write on Mette’s phone: “she freezes whenever the dishes come in a new order”. Press “{ button-log-it }”, answer the question, and choose “{ button-level-normal }”.
course-dishes-2 = Press “{ button-call-specialist }” on Mette’s phone.
course-dishes-3 = Press “{ button-take }” on Anna’s or Jonas’s phone.
course-dishes-4 = Write the first word to Mette from the phone that took the case.
course-dishes-5 = Press “{ button-close }”, choose how it ended, and write one line on what you learned.

course-delivery = 3. The delivery came early
course-delivery-story = “The delivery came an hour early, and now he stands out in the yard and will not come in. I need somebody now.” (Invented)
course-delivery-1 = Press “{ button-incident }” in Mette’s menu. Write what happened and choose “{ button-level-urgent }”.
course-delivery-2 = Take the case on a specialist’s phone.
course-delivery-3 = Write to Mette what she can do right now.
course-delivery-4 = Press “Answer” on Mette’s phone and write back how it goes.

course-danger = 4. Call 112 first
course-danger-story = “He is lying on the floor and we cannot wake him.” A message like this must never wait for a person. (Invented)
course-danger-1 = Write on Mette’s phone: “He is lying on the floor and we cannot wake him”. The first answer is 112, and the case is opened by itself.
course-danger-2 = Take the case on a specialist’s phone.
course-danger-3 = Press “{ button-called }” on the same phone. In a real case you call first.

course-waiting = 5. Nobody takes it
course-waiting-story = “I asked for help an hour ago and have heard nothing.” See how the hotline makes sure that nobody is forgotten. (Invented)
course-waiting-1 = Press “{ button-specialist }” in Mette’s menu and write a line. Leave the other phones alone.
course-waiting-2 = Move the clock an hour forward until the specialists are reminded of the case.
course-waiting-3 = Press “{ button-not-me }” on Anna’s phone.
course-waiting-4 = Take the case on Jonas’s phone.

course-over = 6. The other one knows them better
course-over-story = “Jonas was here in the spring. Could it not be him?” Anna has the case but hands it over. (Invented)
course-over-1 = Open one more case on Mette’s phone, call a specialist, and take the case on Anna’s phone.
course-over-2 = Write a line to Mette. Then press “{ button-hand-over }” on Anna’s phone and choose Jonas.
course-over-3 = Press “{ button-accept-case }” on Jonas’s phone.
course-over-4 = Press “{ web-board-review }” at the top of the board. Open the case and press “{ case-reviewed }”.

course-visit = 7. Come and see
course-visit-story = “Could you come and see how we have arranged it? Tuesday is best. No, wait …” (Invented)
course-visit-1 = Press “{ button-visits }” in Mette’s menu, ask for a visit, and choose a time.
course-visit-2 = Press “{ button-visit-move }” and choose another time.
course-visit-3 = Move the clock until the visit is over. Press “{ button-visit-held }” on the specialist’s phone and answer the three questions.

course-card = 8. A task on paper
course-card-story = “I have explained the milk shelf to him five times. I think he would rather see it.” (Invented)
course-card-1 = Write /card on Mette’s phone. A task card begins.
course-card-2 = Answer the first three questions.
course-card-3 = Answer the rest, or skip them. Press “{ button-print }”.

course-sick = 9. Anna is ill
course-sick-story = Anna wakes up with a fever. The companies should not notice, and nobody should wait for her. (Invented)
course-sick-1 = Press “{ button-duty }” in Anna’s menu and then “{ button-sick }”.
course-sick-2 = Look at Jonas’s phone: he has been told, and new cases go to him.
course-sick-3 = Press “{ button-back-on-duty }” on Anna’s phone.

course-worse = 10. It did not hold
course-worse-story = “You asked how it is going. Honestly: worse.” A few days after a case is closed, the hotline asks by itself. (Invented)
course-worse-1 = Move the clock one day at a time until the hotline asks on Mette’s phone. That is three working days after a case was closed.
course-worse-2 = Press the button that says it is going worse.
course-worse-3 = The case is open again. Take it on a specialist’s phone.
