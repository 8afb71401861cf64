# Hændelsesloggen på jobcentrets sider. Ren tekst uden markup.
log-views = Færdige visninger
log-view-urgent-late = Sidste uges hastesager, der ikke blev besvaret i tide
log-view-waiting = Venter lige nu
log-view-not-reviewed = Lukket, men ikke gennemgået
log-search = Søg i sagerne
log-search-hint = Ord fra sagen og samtalen, eller et sagsnummer som H-2026-0042.
log-period = Periode
log-from = Fra og med
log-to = Til og med
log-category = Emne
log-type = Slags forløb
log-specialist = Specialist
log-answer = Svar
log-reviewed = Gennemgået
log-reviewed-yes = Gennemgået
log-reviewed-no = Ikke gennemgået
log-more-filters = Flere valg
log-no-company = Ingen virksomhed
log-none-fits = Ingen sager passer. Vælg færre ting, eller vis alt.
log-sorted-only = Sorteringen viser de nyeste { $count } sager i perioden. Vælg en tidligere periode for at se de ældre.
log-pick = Vælg { $reference }
log-minutes =
    { $minutes ->
        [one] 1 minut
       *[other] { $minutes } minutter
    }
log-mark-chosen = Markér de valgte som gennemgået
log-mark-page =
    { $count ->
        [one] Markér sagen her som gennemgået
       *[other] Markér alle { $count } her som gennemgået
    }
log-often = Flere fra samme virksomhed på denne side:
log-keep-view = Gem visningen
log-view-name = Navn på visningen
log-view-save = Gem
log-view-drop = Fjern »{ $name }«
log-view-name-missing = Giv visningen et navn, så du kan finde den igen.
log-too-many-views = Du har allerede 20 visninger. Fjern en, før du gemmer en ny.
answer-not-asked = Ikke bedt om
answer-waiting = Venter
answer-in-time = I tide
answer-late = For sent
period-today = I dag
period-this-week = Denne uge
period-last-week = Sidste uge
period-this-month = Denne måned
period-last-month = Sidste måned
period-this-quarter = Dette kvartal
period-last-quarter = Sidste kvartal
period-this-year = I år
period-last-year = Sidste år
