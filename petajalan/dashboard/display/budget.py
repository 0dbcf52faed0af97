"""Budget absorbed against budget, since the beginning of the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.calc.numbers import rounded
from petajalan.calc.totals import total
from petajalan.dashboard.display.bars import Bar, bar
from petajalan.planning.display.words import number
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.queries.achievement import Achieved, Quarter
from petajalan.reporting.words import ROMAN


@dataclass(frozen=True, slots=True)
class Spent:
    """Rupiah; what nobody stated is unknown. `share` in percent of the budget."""

    name: str
    budget: Decimal | None
    absorbed: Decimal | None

    @property
    def share(self) -> Decimal | None:
        return None if self.absorbed is None or not self.budget else rounded(self.absorbed / self.budget * 100, 1)


@dataclass(frozen=True, slots=True)
class Budget:
    bars: tuple[Bar, ...]
    quarters: tuple[Spent, ...]
    units: tuple[Spent, ...]
    sentence: str

    @property
    def tables(self) -> tuple[tuple[Spent, ...], ...]:
        return (self.quarters, self.units)


def budget_of(year: Mapping[int, Quarter], chosen: int) -> Budget:
    """A quarter after the chosen one shows its budget only: nothing is known of it yet."""
    quarters = [_spent(f"TW {ROMAN[quarter - 1]}", found.kind(SubjectKind.ACTION)) for quarter, found in year.items()]
    most = max([figure for one in quarters for figure in (one.budget, one.absorbed) if figure is not None], default=0)
    bars = [
        bar(one.name, one.absorbed if place <= chosen else None, one.budget, Decimal(most), mood="brand",
            text=_text(one) if place <= chosen else gettext("anggaran Rp %(budget)s") % {"budget": _rupiah(one.budget)})
        for place, one in enumerate(quarters, start=1)
    ]  # fmt: skip
    return Budget(tuple(bars), tuple(quarters[:chosen]), _by_unit(year[chosen]), _sentence(quarters[chosen - 1]))


def _spent(name: str, actions: list[Achieved]) -> Spent:
    return Spent(name, total([one.row.budget for one in actions]), total([one.row.absorbed for one in actions]))


def _by_unit(quarter: Quarter) -> tuple[Spent, ...]:
    """By the unit that coordinates the action."""
    found: dict[str, list[Achieved]] = {}
    for one in quarter.kind(SubjectKind.ACTION):
        found.setdefault(one.subject.units[0], []).append(one)
    rows = [_spent(name, actions) for name, actions in found.items()]
    return tuple(one for one in rows if one.budget is not None or one.absorbed is not None)


def _text(one: Spent) -> str:
    if one.absorbed is None:
        return gettext("belum dilaporkan")
    if one.share is None:
        return f"Rp {_rupiah(one.absorbed)}"
    return f"{number(one.share)}% · Rp {_rupiah(one.absorbed)}"


def _rupiah(value: Decimal | None) -> str:
    return gettext("belum ada") if value is None else number(value)


def _sentence(one: Spent) -> str:
    if one.budget is None and one.absorbed is None:
        return gettext("Anggaran aksi belum ada.")
    told = {"share": number(one.share) if one.share is not None else "", "absorbed": _rupiah(one.absorbed),
            "budget": _rupiah(one.budget), "quarter": one.name}  # fmt: skip
    if one.absorbed is None:
        return gettext("Sampai %(quarter)s belum ada laporan anggaran yang diterima; anggarannya Rp %(budget)s.") % told
    if one.share is None:
        return gettext("Sampai %(quarter)s terserap Rp %(absorbed)s; anggarannya Rp %(budget)s.") % told
    return gettext("Sampai %(quarter)s terserap %(share)s%%: Rp %(absorbed)s dari Rp %(budget)s.") % told
