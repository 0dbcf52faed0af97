"""What is open for a position: a handover lists it, because it moves to the next holder.

An app that gives work to positions or units adds its own kind once, in its `apps.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from petajalan.accounts.models import Position


@dataclass(frozen=True, slots=True)
class OpenItem:
    """`note` says what it is to the position ("Ketua", "jatuh tempo 5 Mar"); `url` leads to it when not ""."""

    title: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Items of one kind, such as all teams the position sits in."""

    words: str
    items: tuple[OpenItem, ...]


Find = Callable[["Position", date], Iterable[OpenItem]]

_kinds: dict[str, tuple[str | _StrPromise, Find]] = {}


def add_kind(key: str, words: str | _StrPromise, find: Find) -> None:
    """`find` answers with what is open for a position on a day; it asks the database a fixed number of times."""
    _kinds[key] = (words, find)


def open_work(position: Position, on: date) -> tuple[OpenWork, ...]:
    """Kinds that have items, in the order they were added."""
    found = (OpenWork(str(words), tuple(find(position, on))) for words, find in _kinds.values())
    return tuple(work for work in found if work.items)
