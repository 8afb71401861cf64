"""`python -m bot` is the `hotline` command."""

from bot.commands import main

main()
