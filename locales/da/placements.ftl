# Forløb: hvad de er, hvor de står, og hvordan de endte.
placement-planned = planlagt
placement-running = i gang
placement-paused = på pause
placement-ended = slut
placement-outcome-continues = Fortsætter her
placement-outcome-elsewhere = Fortsætter et andet sted
placement-outcome-education = Uddannelse
placement-outcome-stopped = Stoppet
placements =
    { $count ->
        [0] Der er ingen forløb hos jer lige nu.
        [one] Ét forløb hos jer. Tryk for at se det:
       *[other] { $count } forløb hos jer. Tryk for at se et:
    }
button-placement = { $reference } · { $type }
placement-view =
    <b>{ $reference }</b> · { $type }
    Status: { $status }
    Fra: { $starts }
    Til: { $ends }
    Timer om ugen: { $hours }
    Næste opfølgning: { $next }
placement-no-date = ikke aftalt
placement-no-hours = ikke aftalt
placement-rises = { $hours }, fra { $day }: { $later }
placement-nothing-next = ingen planlagt
button-placements = Forløb
command-placements = Forløb hos jer
error-placement-dates = Slutdatoen ligger før startdatoen. Ret en af dem.
error-placement-hours = Timer om ugen skal være over 0 og højst 48.
error-placement-rise = Stigningen kan ikke læses. Skriv en linje for hver dato, den tidligste først, for eksempel 1.2.2027: 12.
error-placement-ended = { $reference } er slut og kan ikke ændres. Lav et nyt trin, hvis det går videre.
error-placement-person = Kontakt og mentor skal være fra virksomheden, og specialist og jobkonsulent fra { $body }. Vælg en anden.
error-placement-step = Næste trin skal være en anden slags forløb end det nuværende.
