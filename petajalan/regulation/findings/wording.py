"""Small pieces of sentences in both languages: names of tables, lists, computed numbers, quoted names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from petajalan.calc.numbers import format_value, rounded
from petajalan.regulation.findings.model import Words

_SHORT = 90  # a longer name is cut in a message; its place shows it whole


def table_named(name: str | None) -> Words:
    """How a message names a table: "Tabel 3.4", or "tabel ke-2" when it prints no number."""
    if name is None:
        return Words("teks", "the text")
    if name.startswith("#"):
        return Words(f"tabel ke-{name[1:]}", f"table no. {name[1:]}")
    return Words(f"Tabel {name}", f"Table {name}")


def quoted(name: str) -> str:
    """A printed name between quotation marks, on one line, cut at a word when it is long."""
    text = " ".join(name.split()).strip("*").rstrip(" ;:,")
    if len(text) > _SHORT:
        text = text[:_SHORT].rsplit(" ", 1)[0] + " …"
    return f"“{text}”"


def listed(items: Iterable[str]) -> Words:
    """ "A", "A dan B", "A, B, dan C"."""
    parts = list(items)
    return Words(_joined(parts, "dan"), _joined(parts, "and"))


def both(items: Sequence[Words]) -> Words:
    """A list of pieces that differ between the languages."""
    return Words(_joined([item.id for item in items], "dan"), _joined([item.en for item in items], "and"))


def number(value: Decimal, places: int | None = None) -> Words:
    """A computed number: "6,8" and "6.8"."""
    shown = value if places is None else rounded(value, places)
    if "." in f"{shown:f}":
        shown = shown.normalize()
    return Words(format_value(shown), f"{shown:,f}")


def _joined(parts: list[str], conjunction: str) -> str:
    if len(parts) < 3:
        return f" {conjunction} ".join(parts)
    return f"{', '.join(parts[:-1])}, {conjunction} {parts[-1]}"
