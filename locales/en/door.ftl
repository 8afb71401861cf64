# The door: invitation, privacy, language, and the kind no.
closed-door =
    Hello. This is HV-linjen, a hotline for workplaces that have an employee through { $body } in { $organisation }.

    I do not know you yet. Have you had an invitation? Open the link in it and you are in.

    No invitation? Call { $body }: { $phone } ({ $hours }).
    If a life is in danger: call <b>112</b> now.
welcome-consent =
    Hello { $name }. Welcome to HV-linjen. Here you get quick advice, help to describe a task, and a specialist when you need one.

    <b>Two things about privacy</b>
    1. What you write is kept by { $organisation } and read only by the specialists and { $body }.
    2. Never write a CPR number, a surname or a diagnosis. Write “my employee”.

    Is that all right?
choose-language = Which language would you like? Hvilket sprog vil du bruge?
language-da = Dansk
language-en = English
privacy =
    <b>What HV-linjen keeps</b>
    • Your name, your workplace and your language.
    • The cases you open, and what is written about them.
    • Which guides you have seen, and whether they helped.
    • Task cards and sheets you fill in, and the photos on them.

    A CPR number is removed before anything is kept. Your employee does not appear by name.
    The specialists and { $body } can read the cases. Who has read them is written down.
    Telegram can read what goes through Telegram. So write only what is needed.

    Would you like to know what is kept about you, or have it deleted? Call { $body }: { $phone }.
cpr-removed =
    I saw a CPR number and removed it. It is not kept with us.
    Please delete the message here in the chat too. Write “my employee” instead.
button-accept = Yes, that is all right
button-other-language = Andet sprog / other language
group-no = I only talk with one person at a time. Write to me in a private chat.
