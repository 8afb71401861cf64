# Jobcentrets sider: menuen, overblikket og det, som alle lister har. Ren tekst uden markup.
room-menu = Menu: { $section }
room-overview = Overblik
room-incidents = Hændelser
room-placements = Forløb
room-companies = Virksomheder
room-visits = Besøg
room-followups = Opfølgninger
room-guides = Guides
room-satisfaction = Tilfredshed
room-reports = Rapporter
room-exports = Hent lister
room-people = Personer og vagter
room-access = Hvem har set hvad
room-settings = Indstillinger
room-sessions = Hvor du er logget ind

overview-needs = Kræver et menneske nu
overview-more-needs =
    { $count ->
        [one] Vis én til
       *[other] Vis { $count } til
    }
overview-no-needs = Intet kræver et menneske lige nu.
overview-now = Lige nu
need-unanswered = { $reference } venter på en specialist: { $level }{ $company ->
    [none] {""}
   *[other] , { $company }
    }. Oprettet { $at }.
need-undelivered = En besked til { $who } fra { $at } kom ikke frem. Ring til dem, det gælder.
need-set-aside = En besked fra { $who }, modtaget { $at }, kunne ikke behandles. Reference: { $reference }.
need-promise = { $company } er lovet et besøg senest { $day }, og tiden er ikke valgt endnu.
need-unknown-company = En arbejdsgiver
need-unknown = en ukendt person
need-no-reference = ingen

list-filter = Vælg, hvad listen viser
list-show = Vis
list-all = Vis alt
list-any = Alle
list-pages = Sider
list-first = Første side
list-previous = Forrige side
list-next = Næste side
figure-numbers = Se tallene

overview-half-year = Det seneste halve år
figure-nothing-yet = Her er ikke noget at vise endnu.
figure-cases = Sager
figure-visits = Besøg
figure-placements = Forløb
of-by-level = Uge
of-by-category = Emne
of-answers = Uge
of-answer-times = Ventetid
of-promises = Løftet
of-steps = Skridt
of-guides = Guide
figure-by-level = Sager uge for uge
said-by-level = { $cases ->
        [one] Der blev oprettet 1 sag
       *[other] Der blev oprettet { $cases } sager
    } på 26 uger. Flest i uge { $week }: { $most }.
to-by-level = Se sagerne
figure-by-category = Hvad sagerne handler om
said-by-category = Antal sager for hvert emne, det hyppigste øverst.
to-by-category = Se sagerne
figure-answers = Taget i tide
said-answers = { $share } % af sagerne (i alt { $asked }), hvor der blev bedt om en specialist, blev taget i tide: livsfare på 10 minutter, haster på 30, andre på 4 timer i åbningstiden.
to-answers = Se dem, der kom for sent
figure-answer-times = Ventetid, til en specialist tager sagen
said-answer-times = { $half } af { $taken } sager blev taget inden for en halv time.
to-answer-times = Se sagerne, den længste ventetid først
band-5 = højst 5 minutter
band-10 = 5 til 10 minutter
band-30 = 10 til 30 minutter
band-60 = en halv til en hel time
band-240 = 1 til 4 timer
band-more = mere end 4 timer
figure-promises = Besøg senest næste arbejdsdag
said-promises = Der blev lovet besøg { $promised } gange. Sådan gik det:
to-promises = Se besøgene
promise-open = ikke afgjort endnu
promise-kept = holdt
promise-kept-late = holdt, men for sent
promise-chosen-later = virksomheden valgte en senere dag
promise-broken = ikke holdt
figure-placements-now = Forløb lige nu
said-placements-now = { $running ->
        [one] 1 forløb er i gang.
       *[other] { $running } forløb er i gang.
    }
of-placements-now = Slags forløb
to-placements-now = Se forløbene
figure-steps = Skridt fra ét forløb til det næste
said-steps = { $up } af { $moved } nye forløb var et skridt opad: tættere på et ordinært job.
to-steps = Se forløbene
step-up = et skridt opad
step-same = samme slags forløb
step-down = et skridt ned
figure-guides = Hjalp guiden?
said-guides = { $share } % af { $rated } svar var, at guiden hjalp. De mest brugte står øverst.
to-guides = Se alle guider
guide-helped = Hjalp
guide-not-helped = Hjalp ikke
