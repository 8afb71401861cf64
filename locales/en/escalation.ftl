# When a specialist is called: who has been told, and who has the case.
escalation-on-duty = <b>{ $reference }</b>: { $names } is at work and has been told. You hear here as soon as somebody has the case.
escalation-off-duty = <b>{ $reference }</b>: Nobody on duty can answer right now, but because it is urgent { $names } has been told all the same. You hear here as soon as somebody has the case. If it cannot wait, call { $body }: { $phone }.
escalation-next = <b>{ $reference }</b>: Nobody has answered yet. Now { $names } has been told.
escalation-leader = <b>{ $reference }</b>: No specialist can answer right now. { $names } answers for the line and has been told. If it cannot wait, call { $body }: { $phone }. If a life is in danger: call <b>112</b>.
escalation-leader-until = <b>{ $reference }</b>: No specialist can answer right now. { $names } answers for the line and has been told. { $name } is at work { $when }. If it cannot wait, call { $body }: { $phone }. If a life is in danger: call <b>112</b>.
escalation-phone-first = <b>{ $reference }</b>: { $names } has been told, and will be told again until somebody has the case. Do not wait for us if you need help now: { $body } { $phone }.
escalation-waits-until = <b>{ $reference }</b> is kept. Nobody can answer right now. { $name } is here again { $when } and will be told then. If it cannot wait, call { $body }: { $phone } ({ $hours }). If a life is in danger: call <b>112</b>.
escalation-nobody = <b>{ $reference }</b> is kept, but I cannot reach anybody right now. I will try again. Call { $body }: { $phone }. If a life is in danger: call <b>112</b>.
escalation-waits-already = <b>{ $reference }</b>: A specialist has been called already. You hear here as soon as somebody has the case.
case-waits-now-you =
    <b>{ $reference } · { $level } · nobody has taken it yet</b>
    { $who }

    { $happened }

    Tried: { $tried }
case-waits-drill =
    <b>DRILL · { $reference } · { $level }</b>
    Nobody is waiting for you. Press the button as you would if it were real.

    { $who }: { $happened } Tried: { $tried }
cases-wait =
    <b>{ $count } cases wait for somebody to take them.</b>
    { $lines }
button-take-case = { $reference } · { $level } · I take it
button-not-me = Not me
you-passed-it-on = { $reference } goes on to the others. Thank you for saying so.
case-came-back = <b>{ $reference }</b>: Whoever took the case has not got round to you. So it goes on to somebody else.
case-came-back-from-you = { $reference }: Nothing has been written to the workplace yet, so the case has been released. If you have time now, take it again.
button-called = I have called them
call-noted = Good. { $reference } now says that you have talked.
button-hand-over = Give the case to somebody else
hand-over-to = Who should have the case? It is yours until your colleague says yes.
hand-over-to-nobody = No colleague can answer right now. You can keep the case or release it; then they hear of it when they can.
button-to-colleague = { $name }
button-to-all = Release it
colleague-asked = { $name } has been asked. The case is yours until there is a yes. You hear the answer here.
case-offered =
    <b>{ $reference } · { $level }</b>
    { $name } would like to give you this case:

    { $happened }
button-accept-case = Yes, I take it
button-decline-case = No, I cannot
you-declined = That is fine. { $reference } stays where it is.
case-not-handed-over = { $reference }: { $name } cannot take the case right now. It is still yours.
button-write-on = Write in the case
case-still-yours =
    <b>{ $reference }</b> has lain still for two working days. What should happen with it?

    { $happened }
button-still-working = I am working on it
still-working-noted = Good. I ask again in two working days if { $reference } lies still.
case-lies-still = { $reference } has lain still for several working days, and { $name } has not answered what should happen with it.
error-cannot-take-over = Your colleague cannot answer right now. Choose somebody else, keep the case, or release it.
drill-happened = This is a drill.
drill-thanks = Thank you. Drill { $reference } is over, and you were there.
drill-over =
    Drill { $reference } is over. { $minutes ->
        [0] { $name } answered within a minute.
        [one] { $name } answered after one minute.
       *[other] { $name } answered after { $minutes } minutes.
    }
door-test = Hello { $name }. This is a test: press the button, and I know that my messages reach you.
button-i-see-it = I can see it
door-works = Thank you. Now I know that I reach you here. I will test it again in a week.
colleague-unreachable = My messages do not reach { $name }. Cases pass { $name } by until there is an answer. Call or write to { $name } in another way.
watchdog-case = A waiting case has no next step
watchdog-message = Messages are not being sent
watchdog-update = Messages from outside are not being read
watchdog-ticks = Deadlines are not being kept
watchdog-part = A part of the program stands still
watchdog-alarm = <b>Alarm from HV-linjen</b>: { $kind } { $name }. Call whoever operates HV-linjen, and keep an eye on the cases yourself meanwhile.
