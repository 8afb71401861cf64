# En jobkonsulents spørgsmål om en sag, besvaret i chatten.
reviewer-asks =
    <b>{ $reference }</b>: { $name } spørger
    { $text }
button-answer-reviewer = Svar
reviewer-write-answer = Skriv svaret på spørgsmålet i <b>{ $reference }</b>. Det kommer i tidslinjen. Virksomheden ser det ikke.
reviewer-got-answer = Tak. Svaret står nu i <b>{ $reference }</b>.
reviewer-answered =
    <b>{ $reference }</b>: { $name } svarer
    { $text }
