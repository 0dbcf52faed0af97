"""Bars that the server draws: places in percent of the width; a number and a word for everything coloured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

ROOM = Decimal(7)  # percent of the width that a number needs to stand inside its part


@dataclass(frozen=True, slots=True)
class Part:
    """mood  "good", "warn", "bad" or "mute": the colour, beside the word"""

    mood: str
    words: str
    count: int
    start: str
    width: str
    middle: str
    roomy: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar that several parts fill; `counts`: how many of each, also of those that are none; `said`: in words."""

    label: str
    parts: tuple[Part, ...]
    counts: tuple[int, ...]
    said: str

    @property
    def sentence(self) -> str:
        return f"{self.label}: {self.said}"


def stack(label: str, counted: Sequence[tuple[str, str, int]]) -> Stack:
    """`counted`: mood, words and how many, in the order in which they stand. None at all makes an empty bar."""
    total = sum(count for _mood, _words, count in counted)
    parts, at = [], Decimal(0)
    for mood, words, count in counted:
        if not count:
            continue
        width = Decimal(count * 100) / total
        parts.append(Part(mood, words, count, place(at), place(width), place(at + width / 2), width >= ROOM))
        at += width
    said = ", ".join(f"{count} {words}" for _mood, words, count in counted if count)
    counts = tuple(count for _mood, _words, count in counted)
    return Stack(label, tuple(parts), counts, said or gettext("belum ada"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One value on a scale from 0, with a tick where it should be. `None` where it is not known."""

    label: str
    width: str | None
    tick: str | None
    mood: str
    text: str


def bar(label: str, value: Decimal | None, aim: Decimal | None, most: Decimal, *, mood: str, text: str) -> Bar:
    return Bar(label, _share(value, most), _share(aim, most), mood, text)


def _share(value: Decimal | None, most: Decimal) -> str | None:
    if value is None or most <= 0:
        return None
    return place(min(max(value / most * 100, Decimal(0)), Decimal(100)))


def place(percent: Decimal) -> str:
    """As a drawing takes it, whatever language the page speaks."""
    return f"{percent:.2f}"
