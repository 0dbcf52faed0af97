"""Who may evaluate what: nobody judges what their own unit coordinates or was named to carry out.

House rule (aturan aplikasi), after the regional regulation that makes one unit both coordinator of indicators and
evaluator, and the audit standards of internal supervision (independence and objectivity of APIP). Plain Python: keys of
units go in, the answer and its reasons come out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Units = frozenset[int]


class Bar(StrEnum):
    """Why somebody may not evaluate an item."""

    COORDINATES = "coordinates"  # a unit of theirs coordinates it
    NAMED = "named"  # a unit of theirs was named to carry it out
    ONLY_OWN_LINES = "only_own_lines"  # "all units" carry it out, and no other unit than theirs owes a line


class SignerBar(StrEnum):
    """Why somebody may not sign a waiver."""

    NOT_CHAIR = "not_chair"
    EVALUATES = "evaluates"
    COORDINATES = "coordinates"


@dataclass(frozen=True, slots=True)
class Item:
    """What is evaluated. Being one of "all units" is neither coordinating nor being named."""

    coordinators: Units
    named: Units


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to an item.

    bars       reasons that keep them from judging it; none when they may
    own_lines  their own units that report as one of "all units": these lines do not count in their judgement
    under      their units for which a waiver made the difference
    """

    bars: tuple[Bar, ...] = ()
    own_lines: Units = frozenset()
    under: Units = frozenset()

    @property
    def free(self) -> bool:
        return not self.bars


def standing(person: Units, item: Item, reporters: Units, waived: Units = frozenset()) -> Standing:
    """`person`: the units they hold a position in, none for somebody from outside; `reporters`: units that owe a line;
    `waived`: units whose people may evaluate this item by a waiver in force."""
    if not _bars(person, item, reporters):
        return Standing(own_lines=_own_lines(person, item, reporters))
    left = person - waived
    if remaining := _bars(left, item, reporters):
        return Standing(bars=remaining)
    return Standing(own_lines=_own_lines(left, item, reporters), under=person & waived)


def secretariat_may(team: Iterable[Standing]) -> bool:
    """Whether members of the secretariat may judge an item: once nobody of the evaluation team may."""
    return not any(one.free for one in team)


def bars_of_signer(signer: Units, item: Item, unit: int, *, chairs: bool, evaluates: bool) -> tuple[SignerBar, ...]:
    """A waiver for `unit` is signed by the chair of the STU: never by an evaluator, nor by who coordinates the item."""
    found = []
    if not chairs:
        found.append(SignerBar.NOT_CHAIR)
    if evaluates or unit in signer:
        found.append(SignerBar.EVALUATES)
    if signer & item.coordinators:
        found.append(SignerBar.COORDINATES)
    return tuple(found)


def _bars(person: Units, item: Item, reporters: Units) -> tuple[Bar, ...]:
    found = []
    if person & item.coordinators:
        found.append(Bar.COORDINATES)
    if person & item.named:
        found.append(Bar.NAMED)
    if not found and reporters and reporters <= person:
        found.append(Bar.ONLY_OWN_LINES)
    return tuple(found)


def _own_lines(person: Units, item: Item, reporters: Units) -> Units:
    return (person & reporters) - item.coordinators - item.named
