"""Why a service does not do what was asked. The sentence is in the language of the person and says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class Refused(Exception):
    """`str()` of it is the sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotADraft(Refused):
    """The plan is in force, amended or revoked: it changes by an amendment."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that somebody else changed meanwhile, in words. `label` is what people call it."""

    field: str
    label: str
    yours: str
    theirs: str


class Conflict(Refused):
    """The row was changed after the person saw it.

    by, at   who changed it last and when, as far as the trail says
    version  the version it has now: sending it back with the same values overwrites on purpose
    """

    def __init__(
        self, sentence: str, *, clashes: tuple[Clash, ...], by: str, at: datetime | None, version: int
    ) -> None:
        super().__init__(sentence)
        self.clashes = clashes
        self.by = by
        self.at = at
        self.version = version


class Incomplete(Refused):
    """A plan that lacks required parts. `missing` are sentences, one a gap."""

    def __init__(self, sentence: str, missing: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.missing = missing
