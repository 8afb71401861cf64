# Guider: fundet, ikke fundet, hjalp den, og vejene uden ord.
guide-found = { $guide }
no-guide = Det har jeg ingen guide til. Jeg gætter ikke. Vil du tale med et menneske, gemme det som en sag eller se, hvad der findes?
guide-gone-title = »{ $id }« (findes ikke mere)
guide-gone = Den guide findes ikke mere. Skriv med dine egne ord, så finder jeg en anden.
glad-it-helped = Godt. Det er noteret, at guiden hjalp. Skriv igen, når som helst.
browse-see = Hvad ser du? Vælg det, der ligner mest.
browse-when = Hvornår på dagen?
browse-condition = Hvad har medarbejderen selv fortalt dig?
browse-guides = Disse guider passer:
condition-autism = Autisme
condition-adhd = ADHD
condition-add = ADD
condition-anxiety = Angst
button-conditions = Efter diagnose
button-start-guide = Jeg er ny i det her
button-long = Læs hele guiden
button-helped = Det hjalp
button-log-it = Ikke nok – gem det som sag
emergency-112 =
    <b>Er nogen i livsfare: ring 112 nu.</b>
    Sig: hvad der er sket · præcis hvor I er · hvor mange der er ramt. Læg ikke på, før de siger det.

    <b>Indtil hjælpen kommer</b>
    1. Sørg for, at du selv og de andre er i sikkerhed.
    2. Lad ikke den, der er i fare, være alene, hvis du kan være der uden selv at være i fare.
    3. Tal roligt og kort. Send én ud for at vise vej.
alarm-emergency = Jeg har skrevet det ned som { $reference } og giver specialisterne besked nu. Jeg har <b>ikke</b> ringet 112 for dig.
alarm-urgent =
    Det lyder, som om det haster. Jeg har skrevet det ned som { $reference } og giver specialisterne besked nu.
    Bliver det farligt: ring <b>112</b>. Er der brug for en læge: ring til egen læge på hverdage kl. 8-16, ellers { $doctor }.
button-not-urgent = Det haster ikke alligevel
calmed = Godt. { $reference } er nu en almindelig sag. Specialisterne har den stadig.
helplines-title = <b>Ring til</b>
helpline = • <b>{ $number }</b> { $name }: { $when }
helpline-without-number = • { $name }: { $when }
