# Hvad jobkonsulenter hører af sig selv: ugen i tal, og årets rapport.
digest-week =
    <b>Uge { $week } på HV-linjen</b>
    Nye sager: { $new }, heraf hastede { $hurried }.
    Lige nu venter { $waiting } på en specialist, og { $taken } er i gang.
    Lovede besøg: { $promised }. Løftet holdt: { $kept }. Endnu ikke afgjort: { $open }.
    Opfølgninger, der venter på en specialist: { $tasks }.
    Aftalte besøg resten af denne uge: { $visits }.
digest-report =
    <b>Rapporten for { $year }</b>
    Året er slut, og tallene er klar. Se rapporten, og hent den som PDF: { $link }
button-open-report = Se rapporten
