"""Two entries of the register side by side, and what becomes of each figure when they are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.calc.numbers import format_value
from petajalan.planning.agreement import DESCRIBED, agree, description_taken
from petajalan.planning.choices import FigureRole
from petajalan.planning.display.figures import SlotView, owner_words, slot_name, slot_view
from petajalan.planning.display.likeness import likeness
from petajalan.planning.models import Indicator
from petajalan.planning.queries.register import Entry, Slot
from petajalan.regulation.recognise.names import plain

A_FEW = 20  # of the entries that may be the same


@dataclass(frozen=True, slots=True)
class Candidate:
    entry: Entry
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JoinLine:
    """A figure of both. `outcome` is "kept", "taken", "same", "open" (somebody has to decide) or "none"."""

    name: str
    mine: str
    theirs: str
    outcome: str


def candidates(entry: Entry, others: Sequence[Entry], text: str = "") -> list[Candidate]:
    """The entries whose name or place has all the words, those with the closest name first."""
    wanted = plain(text).split()
    found = []
    for one in others:
        owners = tuple(owner_words(owner) for owner in one.owners)
        said = plain(" ".join([one.indicator.name, *owners]))
        if one.indicator.pk != entry.indicator.pk and all(word in said for word in wanted):
            found.append(Candidate(one, owners))
    name = entry.indicator.name
    found.sort(key=lambda one: -likeness(name, one.entry.indicator.name))
    return found[:A_FEW]


def join_lines(keep: Entry, other: Entry) -> list[JoinLine]:
    codes = dict.fromkeys([*keep.slots, *other.slots])
    lines = [_line(keep, other, *code) for code in codes]
    return [*(line for line in lines if line.outcome != "none"), *_described(keep, other)]


def _described(keep: Entry, other: Entry) -> Iterator[JoinLine]:
    """What the descriptions say differently, or only one of them says."""
    baseline = keep.slot(FigureRole.BASELINE, "").adopted is None
    taken = description_taken(keep.indicator, other.indicator, baseline=baseline)
    for name in (*DESCRIBED, "baseline_year"):
        mine, theirs = _said(keep.indicator, name), _said(other.indicator, name)
        if mine != theirs:
            label = str(Indicator._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            outcome = "taken" if name in taken else "kept"
            yield JoinLine(label[:1].upper() + label[1:], mine, theirs, outcome)


def _said(indicator: Indicator, name: str) -> str:
    value = getattr(indicator, name)
    if value in ("", None):
        return gettext("belum ada")
    shown = getattr(indicator, f"get_{name}_display", None)
    return str(shown() if shown else format_value(value) if isinstance(value, Decimal) else value)


def _line(keep: Entry, other: Entry, role: str, period: str) -> JoinLine:
    mine, theirs = keep.slot(role, period), other.slot(role, period)
    return JoinLine(slot_name(mine, keep.indicator), _text(keep, mine), _text(other, theirs), _outcome(mine, theirs))


def _text(entry: Entry, slot: Slot) -> str:
    view: SlotView = slot_view(entry, slot)
    return view.alternatives if view.kind == "conflict" else view.text


def _outcome(mine: Slot, theirs: Slot) -> str:
    if not (mine.adopted or theirs.adopted or mine.statements or theirs.statements):
        return "none"
    chosen = mine.adopted or theirs.adopted
    said = [one.reading for one in (*mine.statements, *theirs.statements)]
    # A baseline may be printed for another year; that is seen when both stand in one entry.
    if (chosen is None or chosen.decided_at is None) and not agree(said):
        return "open"
    if mine.adopted and theirs.adopted:
        return "same" if mine.adopted.reading == theirs.adopted.reading else "kept"
    if theirs.adopted:
        return "taken"
    return "kept" if mine.adopted else "none"
