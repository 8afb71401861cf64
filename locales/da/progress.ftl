# Udviklingen tegnet: sætninger ved siden af billederne. Ren tekst uden markup, undtagen »progress-drawing«.

button-draw = Se udviklingen tegnet
progress-drawing =
    <b>Udvikling for { $reference }</b>

    { $lines }

    Billedet og et ark til papir kommer om et øjeblik.
progress-title = Udvikling for { $reference }
progress-first = Målt første gang { $day }. Næste gang kan I se, hvad der har flyttet sig.
progress-change = Fra { $from } til { $to }. { $moves }
progress-up = Op: { $what }.
progress-down = Ned: { $what }.
progress-same = Uændret: { $what }.
progress-moved = { $what } (fra { $first } til { $last })
progress-stayed = { $what } ({ $first })
progress-steps =
    { $done } af { $total } trin er nået.{ $next ->
        [none] {""}
       *[other] {" "}Det næste er: { $next }.
    }
progress-types-title = Trappen
progress-types =
    { $before ->
        [none] Her begynder trappen: { $here }.
       *[other] Før: { $before }. Nu: { $here }.
    }
progress-step = Trin
progress-state = Status
progress-done = Nået
progress-here = Her er I nu
progress-ahead = Forude
progress-numbers = Tallene
progress-pictures = Billeder og tal
progress-none = Der er ikke noget at tegne endnu. Udfyld »Udvikling på fire områder«, »Mål og fremskridt« eller »Hvad fylder lige nu?« i chatten.
progress-print = Skriv siden ud, hvis den skal med til mødet.

button-sheet-placement = { $reference } · { $type }
which-placement = Hvilket forløb gælder det?
no-placement = Skemaet hører til et forløb, og virksomheden har ikke noget forløb endnu. En jobkonsulent kan oprette det under »Forløb«.

type-sheltered = Beskyttet beskæftigelse (§ 103)
type-internship = Virksomhedspraktik
type-wage-subsidy = Løntilskud
type-flexjob = Fleksjob
type-part-time = Ordinært job, deltid
type-full-time = Ordinært job, fuld tid
