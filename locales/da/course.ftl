# Øvelsesforløbet på øvelsestavlen: ti små øvelsessager. Alle historier er opdigtede.
course-title = Øvelsesforløb for nye
course-what = Ti opdigtede historier, set fra virksomheden. Gør, hvad der står, på telefonerne. Trinnene krydser sig selv af.
course-count = { $done } af { $all }
course-count-long = { $done } af { $all } øvelsessager er klaret.
course-now = Nu
course-case-done = Klaret
course-step-done = Gjort
course-step-missing = Mangler
course-others = Se de andre øvelsessager
course-finished = Flot. Du har klaret alle ti. »{ web-board-restart }« stiller forløbet tilbage, så den næste kan begynde.
course-language = Read the course in English

course-lunch = 1. Larm i frokoststuen
course-lunch-story = »Vores nye medarbejder lukker helt ned, når der er mange i frokoststuen. Jeg aner ikke, om jeg skal sige noget.« (Opdigtet)
course-lunch-1 = Skriv på Mettes telefon: »han lukker helt ned, når der er mange i frokoststuen«. Så kommer der et råd.
course-lunch-2 = Læs rådet, og tryk »{ button-helped }«.

course-dishes = 2. Opvasken i en ny rækkefølge
course-dishes-story = »Hun går i stå, hver gang opvasken står på en ny måde. Rådet var fint, men det rækker ikke.« (Opdigtet)
course-dishes-1 = Skriv på Mettes telefon: »hun går i stå, hver gang opvasken står i en ny rækkefølge«. Tryk »{ button-log-it }«, svar på spørgsmålet, og vælg »{ button-level-normal }«.
course-dishes-2 = Tryk »{ button-call-specialist }« på Mettes telefon.
course-dishes-3 = Tryk »{ button-take }« på Annas eller Jonas’ telefon.
course-dishes-4 = Skriv det første ord til Mette fra den telefon, der tog sagen.
course-dishes-5 = Tryk »{ button-close }«, vælg, hvordan det endte, og skriv én linje om, hvad I lærte.

course-delivery = 3. Varerne kom for tidligt
course-delivery-story = »Varerne kom en time for tidligt, og nu står han ude i gården og vil ikke ind. Jeg har brug for nogen nu.« (Opdigtet)
course-delivery-1 = Tryk »{ button-incident }« i Mettes menu. Skriv, hvad der skete, og vælg »{ button-level-urgent }«.
course-delivery-2 = Tag sagen på en specialists telefon.
course-delivery-3 = Skriv til Mette, hvad hun kan gøre lige nu.
course-delivery-4 = Tryk »Svar« på Mettes telefon, og skriv tilbage, hvordan det går.

course-danger = 4. Ring 112 først
course-danger-story = »Han ligger på gulvet og er ikke til at vække.« Sådan en besked må aldrig vente på et menneske. (Opdigtet)
course-danger-1 = Skriv på Mettes telefon: »Han ligger på gulvet og er ikke til at vække«. Det første svar er 112, og sagen oprettes af sig selv.
course-danger-2 = Tag sagen på en specialists telefon.
course-danger-3 = Tryk »{ button-called }« på samme telefon. I en rigtig sag ringer du først.

course-waiting = 5. Ingen tager den
course-waiting-story = »Jeg bad om hjælp for en time siden, og jeg har ikke hørt noget.« Se, hvordan linjen passer på, at ingen bliver glemt. (Opdigtet)
course-waiting-1 = Tryk »{ button-specialist }« i Mettes menu, og skriv en linje. Lad de andre telefoner ligge.
course-waiting-2 = Stil uret en time frem, til specialisterne bliver mindet om sagen.
course-waiting-3 = Tryk »{ button-not-me }« på Annas telefon.
course-waiting-4 = Tag sagen på Jonas’ telefon.

course-over = 6. Den anden kender dem bedre
course-over-story = »Jonas var her i foråret. Kan det ikke blive ham?« Anna har sagen, men giver den videre. (Opdigtet)
course-over-1 = Opret en sag mere på Mettes telefon, kald på en specialist, og tag sagen på Annas telefon.
course-over-2 = Skriv en linje til Mette. Tryk så »{ button-hand-over }« på Annas telefon, og vælg Jonas.
course-over-3 = Tryk »{ button-accept-case }« på Jonas’ telefon.
course-over-4 = Tryk »{ web-board-review }« øverst på tavlen. Åbn sagen, og tryk »{ case-reviewed }«.

course-visit = 7. Kom forbi
course-visit-story = »Kan I ikke komme og se, hvordan vi har stillet det op? Tirsdag er bedst. Nej, vent …« (Opdigtet)
course-visit-1 = Tryk »{ button-visits }« i Mettes menu, bed om et besøg, og vælg en tid.
course-visit-2 = Tryk »{ button-visit-move }«, og vælg en anden tid.
course-visit-3 = Stil uret frem, til besøget er forbi. Tryk »{ button-visit-held }« på specialistens telefon, og svar på de tre spørgsmål.

course-card = 8. En opgave på papir
course-card-story = »Jeg har forklaret ham mælkehylden fem gange. Jeg tror, han hellere vil kunne se den.« (Opdigtet)
course-card-1 = Skriv /card på Mettes telefon. Så begynder et opgavekort.
course-card-2 = Svar på de første tre spørgsmål.
course-card-3 = Svar på resten, eller spring dem over. Tryk »{ button-print }«.

course-sick = 9. Anna er syg
course-sick-story = Anna vågner med feber. Virksomhederne skal ikke mærke det, og ingen skal vente på hende. (Opdigtet)
course-sick-1 = Tryk »{ button-duty }« i Annas menu og så »{ button-sick }«.
course-sick-2 = Se på Jonas’ telefon: Han har fået besked, og nye sager går til ham.
course-sick-3 = Tryk »{ button-back-on-duty }« på Annas telefon.

course-worse = 10. Det holdt ikke
course-worse-story = »I spurgte, hvordan det går. Ærligt talt: værre.« Et par dage efter en lukket sag spørger linjen selv. (Opdigtet)
course-worse-1 = Stil uret frem en dag ad gangen, til linjen spørger på Mettes telefon. Det sker tre arbejdsdage efter, at en sag er lukket.
course-worse-2 = Tryk på knappen om, at det går værre.
course-worse-3 = Sagen er åben igen. Tag den på en specialists telefon.
