"""Prints the ten example tasks, and one of each other sheet, to `docs/examples/`:
`python -m tests.sheets.print_examples`."""

from pathlib import Path

from bot.commands_sheet import print_file
from tests.sheets.print_progress import print_progress

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "docs" / "examples"


def main() -> None:
    EXAMPLES.mkdir(parents=True, exist_ok=True)
    for answers in sorted(HERE.glob("*.toml")):
        out = EXAMPLES / answers.stem
        print_file("task-card", answers, out.with_suffix(".pdf"), out.with_suffix(".png"))
        print_file("task-card", answers, EXAMPLES / f"{answers.stem}-a5.pdf", paper="a5")
    for answers in sorted((HERE / "other").glob("*.toml")):
        out = EXAMPLES / answers.stem
        print_file(answers.stem, answers, out.with_suffix(".pdf"), out.with_suffix(".png"))
    print_progress(EXAMPLES)


if __name__ == "__main__":
    main()
