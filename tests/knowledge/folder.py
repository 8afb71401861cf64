"""A small knowledge folder to test with: three guides, a few words, examples."""

from pathlib import Path

REAL = Path(__file__).parents[2] / "knowledge"

DANISH = """+++
title = "{title}"
core = "Sig lidt. Vent."
conditions = ["autism"]
see = ["silent"]
when = ["task"]
related = ["{related}"]
reviewed = 2026-11-22
+++

## Det kan du se
- Han står stille. [JAN]
- Han svarer ikke. [own]

## Gør nu
1. Giv ro & <plads>. [JAN] [own]
2. Sig en ting. [own]
3. Vent et minut. [own]

## Undgå
- Mange ord. [own]
- At skubbe. [own]

## Godt at vide
- Det går over. [JAN]

## Ring til os når
- Det sker hver dag. [own]
"""

ENGLISH = (
    DANISH.replace("Det kan du se", "What you may see")
    .replace("Gør nu", "Do now")
    .replace("Undgå", "Avoid")
    .replace("Godt at vide", "Good to know")
    .replace("Ring til os når", "Call us when")
)

EXAMPLES = {
    "transport": (
        "bussen kører ikke herud om morgenen",
        "han kan ikke finde vej fra stationen",
        "toget er altid forsinket og så kommer han ikke med bussen",
        "må jeg hente ham i min bil om morgenen",
        "hun cykler otte kilometer i regnvejr",
        "kan kommunen betale en taxa til og fra arbejde",
    ),
    "hygiene": (
        "han lugter af sved og kunderne går en omvej",
        "hun har den samme trøje på hver dag",
        "hvordan siger jeg at han skal vaske sig",
        "sorte negle og fedtet hår i køkkenet",
        "han vil ikke tage forklæde på",
        "der lugter i omklædningen efter ham",
    ),
    "lunch": (
        "hun spiser alene ude i bilen hver dag",
        "skal han med til julefrokosten",
        "han siger aldrig godmorgen i kantinen",
        "frokosten bliver stille når han sætter sig",
        "hun taler om tog hele pausen ved bordet",
        "må han sidde for sig selv når vi spiser",
    ),
    "none": (
        "hvornår har I åbent",
        "jeg har glemt mit kodeord",
        "faktura mangler nummer",
        "tak for snakken",
        "god weekend",
        "hvem vandt kampen",
    ),
}

EVERYDAY = """[concept.travel]
da = "bus*, tog, cykle*, taxa"
en = "bus, train*, cycl*, taxi"

[spelling.da]
ikke = "ik, ikk"
"""


def make_folder(root: Path) -> Path:
    """Write the small folder under `root` and return it."""
    for topic, related in (("transport", "lunch"), ("hygiene", "lunch"), ("lunch", "hygiene")):
        write_guide(root, topic, related=related)
    for topic, lines in EXAMPLES.items():
        write(root / "examples" / "da" / f"{topic}.txt", "\n".join(lines) + "\n")
        write(root / "examples" / "en" / f"{topic}.txt", f"the {topic} is a problem for him\n")
    write(root / "everyday.toml", EVERYDAY)
    for name in ("situations.toml", "sources.toml"):
        write(root / name, (REAL / name).read_text(encoding="utf-8"))
    return root


def write_guide(root: Path, topic: str, *, title: str = "", related: str = "lunch") -> None:
    for language, text in (("da", DANISH), ("en", ENGLISH)):
        filled = text.format(title=title or topic.title(), related=related)
        write(root / "guides" / f"{topic}.{language}.md", filled)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
