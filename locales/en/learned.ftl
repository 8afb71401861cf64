# What we have learned: the notes from closed cases.
room-learned = What we have learned
learned-what = Whenever a case is closed, the specialist can write one line that the next one can use.
learned-words = Search the notes
learned-empty = There are no notes yet. They come when specialists close cases.
learned-none = No notes fit that. Try fewer or other words.
learned-newest = Notes with most of your words come first. A word that stands in more than { $count } notes is found in the newest of them only.
learned-found =
    <b>What we have learned</b>
    { $notes }
learned-nothing = I found no notes about “{ $words }”. Try other words, for instance /learned lunch. /learned alone shows the newest.
command-learned = Search what we have learned
