# Når noget ikke kan lade sig gøre: hvad der er galt, og hvad man gør nu.
error-general = Noget gik galt hos os. Prøv igen om lidt, eller ring til { $body }: { $phone }.
error-failed = Det lykkedes ikke for os at behandle din besked. Den er lagt til side, og et menneske ser på den. Din reference er <b>{ $reference }</b>. Haster det, så ring til { $body }: { $phone }.
error-not-allowed = Det har du ikke adgang til her.
error-not-found = Den sag kan jeg ikke finde. Tjek nummeret, eller se dine sager i menuen.
error-invitation = Invitationen virker ikke. Den er måske brugt, eller den er for gammel. Bed { $body } om en ny: { $phone }.
error-already-taken = { $reference }: { $name } var lige før dig og har sagen.
error-already-closed = { $reference } er lukket. Skriv, hvad der sker nu, så åbner vi en ny sag.
error-company-missing = En arbejdsgiver inviteres altid til en virksomhed. Skriv virksomhedens navn.
error-file-too-large = Filen er for stor. Den må højst fylde 20 MB. Tag et mindre billede, eller skriv det med ord.
