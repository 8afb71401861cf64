# Møder: miniteamets dagsorden, og netværksmødets invitation og noter. På papir står det uden markup.
room-meetings = Møder
meeting-what = Ark til miniteamet hvert halve år og til netværksmødet hvert kvartal. De laves af det, der er sket.
meeting-sheet = Hvilket ark
meeting-on = Dag
meeting-at = Tidspunkt
meeting-place = Sted
meeting-show = Vis arket
meeting-reviewers-make = En jobkonsulent henter arket som PDF.
meeting-case = Se sagen bag note { $number }
meeting-learned-check = Læs noterne, før du henter arket. Står der et navn, så fjern det i sagen først.

meeting-title-agenda = Dagsorden til miniteamet
meeting-title-invitation = Invitation til netværksmøde
meeting-title-notes = Noter fra netværksmødet
meeting-lead-agenda = Her taler I om erfaringer, indsatser og resultater. Arket ser tilbage på { $period }.
meeting-lead-invitation = Du er i praktik eller job. Kom og mød andre, der også er det.
meeting-lead-notes = Til jobkonsulenten, der holder mødet. Arket ser tilbage på { $period }.

meeting-part-order = Det sker der
meeting-part-order-says = Vi følger planen i den her rækkefølge.
meeting-order-welcome = Vi siger velkommen og fortæller, hvad der skal ske.
meeting-order-themes = Vi taler om ét emne ad gangen.
meeting-order-break = Vi holder pause. Du må gerne sidde for dig selv.
meeting-order-ask = Du kan spørge jobkonsulenten om dit job.
meeting-order-end = Vi slutter til tiden og siger, hvornår vi mødes igen.
meeting-part-themes = Det taler vi om
meeting-part-themes-says = Du kan tænke over emnerne hjemmefra. Du må også gerne komme med et andet.
meeting-theme-overload = Når det bliver for meget: hvad hjælper dig?
meeting-theme-withdrawn = Pauser og ro: hvordan siger du, at du har brug for det?
meeting-theme-tasks = Opgaver: hvad gør en opgave nem at gå i gang med?
meeting-theme-surroundings = Lyd, lys og ændringer: hvad virker på din arbejdsplads?
meeting-theme-people = Kolleger og kunder: hvad er rart at vide på forhånd?
meeting-theme-communication = Beskeder: hvordan vil du helst have dem?
meeting-theme-attendance = Mødetid og kræfter: hvordan får du en god arbejdsdag?
meeting-theme-agreements = Aftaler: hvad skal skrives ned?
meeting-part-good = Godt at vide
meeting-part-good-says = Det er i orden at gøre det på din egen måde.
meeting-good-listen = Du må gerne bare lytte.
meeting-good-companion = Du må tage en med, du er tryg ved.
meeting-good-leave = Du må gå ud, når du har brug for det, og komme ind igen.
meeting-good-names = Det, nogen fortæller, bliver i rummet.
meeting-good-needs = Er der noget med lys, lyd, plads eller mad? Ring { $phone }, så finder vi ud af det.
meeting-good-free = Det er frivilligt at komme.

meeting-part-numbers = Perioden i tal
meeting-part-numbers-says = Tal under 5 vises ikke. Det samme gælder tal, som de kunne regnes ud fra.
meeting-part-categories = Det kom mest
meeting-part-categories-says = Sager efter emne. Emner med få sager er ikke med.
meeting-part-used = De mest brugte guider
meeting-part-used-says = Så mange gange har arbejdsgivere åbnet dem. Guider, der sjældent er åbnet, er ikke med.
meeting-part-least = De guider, der hjalp mindst
meeting-part-least-says = Så stor en del af svarene siger, at guiden hjalp, afrundet til nærmeste 5 %.
meeting-least-none = Ingen guide har fået ti svar og hjulpet i mindre end tre ud af fire.
meeting-few = Der er for få til at vise.
meeting-part-learned = Det har vi lært
meeting-part-learned-says = Noter fra lukkede sager i perioden: den nyeste i hvert emne.
meeting-learned-none = Ingen note fra perioden kan stå her.
meeting-part-questions = Spørgsmål til bordet
meeting-part-questions-says = Tag dem ét ad gangen. Ét ord er også et svar.
meeting-ask-overload = Hvilke tegn ser I, før det bliver for meget, og hvem gør hvad så?
meeting-ask-withdrawn = Hvad hjælper, når en medarbejder bliver stille eller trækker sig?
meeting-ask-tasks = Hvilken opgave blev nemmere, da den blev skrevet om til et opgavekort?
meeting-ask-surroundings = Hvilken lille ændring i lyd, lys eller plads gjorde mest?
meeting-ask-people = Hvad fik kollegerne at vide, og hvad gjorde det for dem?
meeting-ask-communication = Hvilken besked blev misforstået, og hvordan ville I sige den i dag?
meeting-ask-attendance = Hvad har virket ved træthed og fravær?
meeting-ask-agreements = Hvilken aftale skulle have været skrevet ned?
meeting-question-guide = Guiden »{ $guide }« hjælper sjældent. Hvad mangler der i den?
meeting-question-try = Hvilken af noterne vil I prøve, og hos hvem?
meeting-part-write-agenda = Plads til noter
meeting-part-write-agenda-says = Skriv ingen navne.
meeting-part-write-notes = Det sagde deltagerne
meeting-part-write-notes-says = Skriv ingen navne, kun det, andre kan bruge.
meeting-part-agreed = Det aftaler vi
meeting-part-agreed-says = Hver aftale har én, der gør det, og en dag.
meeting-agreed-what = Hvad
meeting-agreed-who = Hvem
meeting-agreed-when = Hvornår

meeting-due-agenda =
    <b>Dagsorden til miniteamet</b>
    Et halvt år er gået. Dagsordenen er klar med tal, noter og spørgsmål. Sæt dag og sted på, og hent den: { $link }
meeting-due-invitation =
    <b>Netværksmøde</b>
    Et kvartal er gået. Invitationen og notearket er klar. Sæt dag og sted på, og hent dem: { $link }
button-open-meeting = Se arket
