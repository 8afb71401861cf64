# Guides: found, not found, did it help, and the ways without words.
guide-found = { $guide }
no-guide = I have no guide for that, and I will not guess. Would you like to talk to a person, keep it as a case, or see what there is?
guide-gone-title = “{ $id }” (no longer here)
guide-gone = That guide is no longer here. Write in your own words and I will find another.
glad-it-helped = Good. It is noted that the guide helped. Write again at any time.
browse-see = What do you see? Choose what is most like it.
browse-when = Which part of the day?
browse-condition = What has your employee told you?
browse-guides = These guides fit:
condition-autism = Autism
condition-adhd = ADHD
condition-add = ADD
condition-anxiety = Anxiety
button-conditions = By diagnosis
button-start-guide = I am new to this
button-long = Read the whole guide
button-helped = It helped
button-log-it = Not enough – keep it as a case
emergency-112 =
    <b>If a life is in danger: call 112 now.</b>
    Say: what has happened · exactly where you are · how many are hurt. Do not hang up until they say so.

    <b>Until help comes</b>
    1. Make sure that you and the others are safe.
    2. Do not leave the person in danger alone, if you can be there without danger to yourself.
    3. Speak calmly and briefly. Send someone out to show the way.
alarm-emergency = I have written it down as { $reference } and am telling the specialists now. I have <b>not</b> called 112 for you.
alarm-urgent =
    That sounds urgent. I have written it down as { $reference } and am telling the specialists now.
    If it gets dangerous: call <b>112</b>. If a doctor is needed: call the person's own doctor on weekdays 8-16, otherwise { $doctor }.
button-not-urgent = It is not urgent after all
calmed = Good. { $reference } is now an ordinary case. The specialists still have it.
helplines-title = <b>Call</b>
helpline = • <b>{ $number }</b> { $name }: { $when }
helpline-without-number = • { $name }: { $when }
