# Det, vi har lært: noterne fra lukkede sager.
room-learned = Det har vi lært
learned-what = Hver gang en sag lukkes, kan specialisten skrive én linje, som den næste kan bruge.
learned-words = Søg i noterne
learned-empty = Her er ingen noter endnu. De kommer, når specialister lukker sager.
learned-none = Ingen noter passer på det. Prøv med færre eller andre ord.
learned-newest = Noterne, der har flest af dine ord, står øverst. Et ord, der står i mere end { $count } noter, findes kun i de nyeste af dem.
learned-found =
    <b>Det har vi lært</b>
    { $notes }
learned-nothing = Jeg fandt ingen noter om »{ $words }«. Prøv med andre ord, for eksempel /learned frokost. /learned alene viser de nyeste.
command-learned = Søg i det, vi har lært
