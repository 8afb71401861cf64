# A reviewer's question about a case, answered in the chat.
reviewer-asks =
    <b>{ $reference }</b>: { $name } asks
    { $text }
button-answer-reviewer = Answer
reviewer-write-answer = Write the answer to the question in <b>{ $reference }</b>. It goes into the timeline. The company does not see it.
reviewer-got-answer = Thank you. The answer is now in <b>{ $reference }</b>.
reviewer-answered =
    <b>{ $reference }</b>: { $name } answers
    { $text }
