# Døren: invitation, privatliv, sprog, og det venlige nej.
closed-door =
    Hej. Det her er HV-linjen. Den er for virksomheder, der har en medarbejder gennem { $body } i { $organisation }.

    Jeg kender dig ikke endnu. Har du fået en invitation? Åbn linket i den, så er du inde.

    Har du ingen invitation? Ring til { $body }: { $phone } ({ $hours }).
    Er nogen i livsfare: ring <b>112</b> nu.
welcome-consent =
    Hej { $name }. Velkommen til HV-linjen. Her får du hurtige råd, hjælp til at beskrive en opgave og en specialist, når du har brug for det.

    <b>To ting om privatliv</b>
    1. Det du skriver, gemmes hos { $organisation } og læses kun af specialisterne og { $body }.
    2. Skriv aldrig CPR-nummer, efternavn eller diagnose. Skriv »min medarbejder«.

    Er det i orden?
choose-language = Hvilket sprog vil du bruge? Which language would you like?
language-da = Dansk
language-en = English
privacy =
    <b>Det gemmer HV-linjen</b>
    • Dit navn, din arbejdsplads og dit sprog.
    • De sager du opretter, og det I skriver om dem.
    • Hvilke guider du har set, og om de hjalp.
    • Opgavekort og skemaer, I udfylder, og billederne på dem.

    Et CPR-nummer fjernes, før noget gemmes. Din medarbejder står ikke med navn.
    Specialisterne og { $body } kan læse sagerne. Hvem der har læst dem, bliver skrevet ned.
    Telegram kan læse det, der går gennem Telegram. Skriv derfor kun det, der er nødvendigt.

    Vil du vide, hvad der står om dig, eller have det slettet? Ring til { $body }: { $phone }.
cpr-removed =
    Jeg så et CPR-nummer og har fjernet det. Det er ikke gemt hos os.
    Slet også selv beskeden her i chatten. Skriv »min medarbejder« i stedet.
button-accept = Ja, det er i orden
button-other-language = Other language / andet sprog
group-no = Jeg taler kun med én ad gangen. Skriv til mig i en privat chat.
