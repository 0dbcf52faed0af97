"""What the checks may know beside the document: scales with their classes, well-known indicators, aliases of names.

It is dated data of the catalogue, handed in by the caller, so that this package stays free of files and of Django.
"""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.calc.scales import Scale


@dataclass(frozen=True, slots=True)
class KnownIndicator:
    """An indicator of national rules as cities print it.

    names      spellings under which it is printed; compared without case, punctuation and bracketed abbreviations
    scale      code of its scale, or `None`
    direction  "higher", "lower", "range" or `None`
    unit       "percent", "index", "level", ... or `None`
    """

    code: str
    names: tuple[str, ...]
    scale: str | None
    direction: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Aliases:
    """A register of names that mean one thing: `kind` "unit", "theme", "term"; `full` the proper form."""

    kind: str
    full: str
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    scales: tuple[Scale, ...] = ()
    indicators: tuple[KnownIndicator, ...] = ()
    aliases: tuple[Aliases, ...] = ()
