# Rapporten til udvalget: tal, sætninger og definitioner.
report-title = HV-linjen: evaluering
report-of = { $organisation }, { $period }
report-first = Det vigtigste
report-tile-citizens = borgere i forløb
report-tile-companies = virksomheder med
report-tile-cases = sager
report-tile-in-time = fik en specialist inden for en times arbejdstid
report-tile-on-time = lovede besøg til tiden
report-tile-helped = af de bedømte råd hjalp
report-tile-before = { $before }: { $value }
report-veil-few = under 5
report-veil-all-but-few = alle på nær under 5
report-veil-hidden = for få til at vise
report-veil-part = vises ikke
report-percent = { $number } %
report-minutes = { $minutes } minutter
report-quarter = { $number }. kvartal { $year }
report-sum-citizens = { $citizens } borgere var i forløb i { $companies } virksomheder. I { $period } var det { $before } borgere.
report-sum-climbed =
    { $known ->
        [no] Borgere, der tog et trin op mod et almindeligt job: for få til at vise.
       *[yes] Borgere, der tog et trin op mod et almindeligt job: { $climbed }.
    }
report-sum-cases =
    { $known ->
        [no] Sager i perioden: { $cases }. Sager, hvor virksomheden bad om en specialist: { $asked }.
       *[yes] Virksomhederne oprettede { $cases } sager. I { $asked } af dem bad de om en specialist, og { $share } fik en inden for en times arbejdstid.
    }
report-sum-visits =
    { $known ->
        [no] Lovede besøg: { $promised }.
       *[yes] Vi lovede { $promised } besøg senest næste arbejdsdag, og { $share } af løfterne blev holdt.
    }
report-sum-guides =
    { $known ->
        [no] Virksomhederne åbnede { $views } råd.
       *[yes] Virksomhederne åbnede { $views } råd, og { $share } af dem, de bedømte, hjalp.
    }
report-part-citizens = Borgere og forløb
report-lead-citizens = { $citizens } borgere var i forløb. Hver borger er talt én gang, under det forløb, borgeren kom til sidst. Borgere, der tog et trin op: { $climbed }.
report-part-companies = Virksomheder
report-lead-companies = { $companies } virksomheder havde mindst én borger i forløb. Virksomheder, der brugte HV-linjen: { $asking }.
report-part-cases = Sager
report-lead-cases = { $cases } sager blev oprettet. Her ser I hvornår, hvad de handlede om, og hvor meget det hastede.
report-part-help = Svar og besøg
report-lead-help = Når en virksomhed beder om en specialist, skal der gå højst en time af kontorets åbningstid. Et besøg loves senest næste arbejdsdag.
report-part-knowledge = Viden, der bliver
report-lead-knowledge = Virksomhederne åbnede { $views } råd. Sager, der endte med en linje om det, vi lærte: { $learned }.
report-figure-types = Borgere efter forløbstype
report-figure-types-says = Typerne står i den rækkefølge, der fører mod et almindeligt job.
report-figure-outcomes = Sådan endte forløbene
report-figure-outcomes-says = Andel af de forløb, der sluttede, til nærmeste fem procent.
report-figure-climbed = Et trin op
report-figure-climbed-says = Borgere, der begyndte i et forløb tættere på et almindeligt job end det forrige.
report-figure-companies = Hvem var med
report-figure-companies-says = Virksomheder, der var med, og hvad de gjorde.
report-figure-parts = Sager hen over perioden
report-figure-parts-says = Antal sager, der blev oprettet i hver del af perioden.
report-figure-categories = Det handlede sagerne om
report-figure-categories-says = Emnet har virksomheden selv valgt.
report-figure-levels = Så meget hastede det
report-figure-levels-says = Hasten, som den stod, da rapporten blev lavet.
report-figure-answers = Svar fra en specialist
report-figure-answers-says = Ventetid tælles kun i kontorets åbningstid.
report-figure-promise = Løftet om besøg
report-figure-promise-says = Et besøg loves senest næste arbejdsdag.
report-figure-visits = Holdte besøg
report-figure-visits-says = Besøg, der fandt sted, og hvordan.
report-figure-knowledge = Råd, læring og opgavekort
report-figure-knowledge-says = Hvad virksomhederne hentede, og hvad vi lærte af sagerne.
report-citizens = Borgere i forløb
report-citizens-what = Mennesker med et forløb, der var i gang mindst én dag i perioden. Forløb, der følger efter hinanden, hører til ét menneske.
report-types = Borgere efter type
report-types-what = Hver borger tælles under det forløb i perioden, der begyndte sidst.
report-climbed = Borgere, der tog et trin op
report-climbed-what = Borgere, der i perioden begyndte i et forløb på et højere trin end det forrige. Trinene er: beskyttet beskæftigelse, virksomhedspraktik, løntilskud, fleksjob, deltidsjob, fuldtidsjob.
report-outcomes = Sådan endte forløbene
report-outcomes-what = Udfaldet af forløb, der sluttede i perioden, i procent til nærmeste fem. Antallet vises ikke, for sammen med andre tal kunne det vise, hvor få der begyndte. Kræver mindst ti.
report-companies = Virksomheder med borgere
report-companies-what = Virksomheder med mindst ét forløb i gang i perioden.
report-asking = Heraf brugte HV-linjen
report-asking-what = De af virksomhederne, hvor nogen oprettede en sag eller åbnede et råd i perioden.
report-springboards = Heraf springbræt
report-springboards-what = De af virksomhederne, der er noteret som springbræt, da rapporten blev lavet.
report-cases = Sager
report-cases-what = Sager, der blev oprettet i perioden.
report-categories = Sager efter emne
report-categories-what = Emnet, som arbejdsgiveren valgte, eller som blev rettet siden.
report-levels = Sager efter hast
report-levels-what = Livsfare, haster eller almindelig.
report-asked = Bad om en specialist
report-asked-what = Sager fra perioden, hvor arbejdsgiveren bad om en specialist.
report-in-time = Fik en inden for en time
report-in-time-what = Heraf dem, hvor en specialist tog sagen inden for 60 minutters arbejdstid, regnet fra den første gang, der blev bedt om en.
report-wait = Halvdelen ventede højst
report-wait-what = Medianen af arbejdstid fra spurgt til taget, for sager der blev taget.
report-promised = Lovede besøg
report-promised-what = Besøg, som en arbejdsgiver bad om i perioden.
report-settled = Heraf afgjort
report-settled-what = Løfter, der ikke længere er åbne.
report-on-time = Heraf holdt
report-on-time-what = Besøget fandt sted senest næste arbejdsdag, eller på en senere dag, som arbejdsgiveren selv valgte.
report-visits = Holdte besøg
report-visits-what = Besøg med begyndelse i perioden, som specialisten har noteret som holdt.
report-views = Åbnede råd
report-views-what = Gange, en arbejdsgiver fik vist et råd i perioden.
report-rated = Heraf bedømt
report-rated-what = Gange, hvor arbejdsgiveren svarede, om rådet hjalp.
report-helped = Heraf hjalp
report-helped-what = Gange, hvor svaret var, at det hjalp.
report-learned = Sager med læring
report-learned-what = Sager fra perioden, der blev lukket med en linje om det, vi lærte.
report-examples = Nye spørgsmål lært
report-examples-what = Spørgsmål uden råd, som en specialist tog stilling til i perioden.
report-cards = Opgavekort
report-cards-what = Opgavekort, der blev begyndt i perioden.
report-appendix = Sådan er tallene talt
report-veil-what = Tal under 5 vises ikke. Det samme gælder tal, som et tal under 5 kunne regnes ud fra. Nul vises. Tallene er talt direkte i HV-linjens database den { $day }.
report-number = Tal
report-meaning = Betydning
report-picture = Søjler med tallene fra tabellen: { $title }.
report-row = Emne
web-reports-title = Rapporter
web-reports-what = Vælg en periode, og se den sammenlignet med den før. Tal under 5 vises ikke, så rapporten kan deles.
web-reports-from = Fra og med
web-reports-to = Til og med
web-reports-show = Vis
web-reports-pdf-da = Hent på dansk (PDF)
web-reports-pdf-en = Get it in English (PDF)
report-part-progress = Fremgang
report-lead-progress = Arbejdsgiverne bliver spurgt undervejs, om det går bedre, det samme eller værre.
report-figure-answered = Svar på opfølgninger
report-figure-answered-says = Svar, som arbejdsgivere gav i perioden.
report-answered = Svar på opfølgninger
report-answered-what = Opfølgninger, som en arbejdsgiver svarede på i perioden, efter svar: bedre, det samme eller værre.
report-part-satisfaction = Tilfredshed
report-lead-satisfaction = Virksomhederne bliver spurgt én gang om året og efter hver sag og hvert besøg. Svarene er anonyme, går fra 1 til 5 og opgøres for hele år.
report-figure-satisfaction = Virksomhedernes svar
report-figure-satisfaction-says = Gennemsnit fra 1 til 5, og hvor mange svar der er.
report-satisfaction = Virksomhedernes svar
report-satisfaction-what = Gennemsnittet af anonyme svar i kalenderåret. Svar tælles med i hele grupper på fem, så ingen kan kendes på forskellen.
report-mark = { $mean } af 5 ({ $answers } svar)
report-mark-yearly-knowledge = Viden om og forståelse for gruppen
report-mark-yearly-courage = Mod på at fortsætte
report-mark-incident-helped = Hjalp det, efter en sag
report-mark-visit-helped = Hjalp det, efter et besøg
