# Spørgsmål, som ingen guide svarede på: specialisterne bestemmer, og søgningen lærer af det.
button-questions = Spørgsmål uden guide
command-questions = Spørgsmål uden guide
no-questions = Der er ingen spørgsmål uden guide. Alle har fået et svar.
no-more-questions = Det var det sidste. Der er ikke flere spørgsmål at se på.
open-question =
    <b>Spørgsmål uden guide</b> · { $count ->
        [one] ét venter
       *[other] { $count } venter
    }
    { $at }

    »{ $text }«

    Hvilken guide skulle have svaret? Står der et navn, eller kan det siges klarere, så skriv sætningen om, før du vælger.
button-find-guide = Find en anden guide
button-no-guide = Det skal ingen guide svare på
button-new-guide = Der mangler en guide
button-skip = Spring over
button-next-question = Næste spørgsmål
button-undo = Fortryd
question-which-guide = Skriv et ord eller to om guiden, for eksempel »pauser«.
question-example = Godt. Næste gang fører den slags til »{ $guide }«. Søgningen lærer det om lidt. Du kan fortryde i to minutter.
question-no-guide = Godt. Den slags får fortsat svaret »det har jeg ingen guide til«. Du kan fortryde i to minutter.
question-new-guide = Godt. Det står på listen over guider, der mangler.
error-question-settled = Det spørgsmål er der taget stilling til, og det kan ikke laves om her.
knowledge-broken =
    <b>En rettelse i guiderne kan ikke bruges.</b> Indtil den er rettet, svarer jeg med det, jeg havde før.
    { $problem }
