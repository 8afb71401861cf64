# Jobcentrets sider: menuen, overblikket og det, som alle lister har. Ren tekst uden markup.
room-menu = Menu: { $section }
room-overview = Overblik
room-incidents = Hændelser
room-placements = Forløb
room-companies = Virksomheder
room-visits = Besøg
room-followups = Opfølgninger
room-guides = Guides
room-reports = Rapporter
room-exports = Hent lister
room-people = Personer og vagter
room-access = Hvem har set hvad
room-settings = Indstillinger
room-sessions = Hvor du er logget ind

overview-needs = Kræver et menneske nu
overview-no-needs = Ingen og intet venter lige nu.
overview-now = Lige nu
need-unanswered = { $reference } venter på en specialist: { $level }{ $company ->
    [none] {""}
   *[other] , { $company }
    }. Oprettet { $at }.
need-undelivered = En besked til { $who } fra { $at } kom ikke frem. Ring til dem, det gælder.
need-set-aside = En besked fra { $who }, modtaget { $at }, kunne ikke behandles. Reference: { $reference }.
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
