# Questions that no guide answered: the specialists decide, and the search learns from it.
button-questions = Questions without a guide
command-questions = Questions without a guide
no-questions = There are no questions without a guide. All have been answered.
no-more-questions = That was the last one. There are no more questions to look at.
open-question =
    <b>Question without a guide</b> · { $count ->
        [one] one waits
       *[other] { $count } wait
    }
    { $at }

    “{ $text }”

    Which guide should have answered? If there is a name in it, or it can be said more clearly, write the sentence again before you choose.
button-find-guide = Find another guide
button-no-guide = No guide should answer this
button-new-guide = A guide is missing
button-skip = Skip
button-next-question = Next question
button-undo = Undo
question-which-guide = Write a word or two about the guide, for example “breaks”.
question-example = Good. Next time, such a message leads to “{ $guide }”. The search will learn it in a while. You can undo this for two minutes.
question-no-guide = Good. Such a message still gets the answer “I have no guide for that”. You can undo this for two minutes.
question-new-guide = Good. It is on the list of guides that are missing.
error-question-settled = That question has been decided, and it cannot be changed here.
knowledge-broken =
    <b>A change in the guides cannot be used.</b> Until it is mended, I answer with what I had before.
    { $problem }
