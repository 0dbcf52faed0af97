"""The kinds of documents there are. A new one is a collector in `collect/` and an entry of `KINDS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from petajalan.exports.documents.choice import Choice, Format, Of
from petajalan.exports.documents.tree import OfficialDocument


@dataclass(frozen=True, slots=True)
class Kind:
    """
    name        as a person reads it
    permission  asked with the agency before anything is collected
    collect     raises `NothingToWrite`
    """

    code: str
    name: str | Promise
    of: frozenset[Of]
    permission: str
    collect: Callable[[Choice], OfficialDocument]
    formats: tuple[Format, ...] = tuple(Format)


KINDS: dict[str, Kind] = {}
