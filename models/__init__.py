"""The tables and every query. Importing this package makes all tables known."""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    if _module.name != "migrate":  # no tables, and slow to import
        import_module(f"{__name__}.{_module.name}")
