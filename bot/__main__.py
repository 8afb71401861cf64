"""`python -m bot` is the `hotline` command."""

import gc

gc.disable()  # what is read now stays: looking through it for garbage is a fifth of the start
from bot.commands import main  # noqa: E402

gc.freeze()
gc.enable()

if __name__ == "__main__":
    main()
