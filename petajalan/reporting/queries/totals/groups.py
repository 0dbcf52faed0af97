"""Means of what belongs together: indicators of an activity, an objective, a theme, a unit; actions below them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from petajalan.calc.totals import ALL, Pending, group, kept, total
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.queries.totals.structure import Key, Structure
from petajalan.reporting.queries.totals.values import Computed, plain

GROUP_FORMULA = {
    "formula": "group_mean",
    "version": 1,
    "expression": "rata-rata anggota yang diketahui, masing-masing 0 sampai 100",
    "source": "Aturan aplikasi",
    "house": True,
}


@dataclass(frozen=True, slots=True)
class Member:
    """An action or an indicator as a group sees it."""

    percent: Decimal | None
    reason: str
    budget: Decimal | None = None
    absorbed: Decimal | None = None
    provisional: bool = False
    simulated: bool = False

    @classmethod
    def of(cls, one: Computed) -> Member:
        return cls(kept(one.percent), one.reason, one.budget, one.absorbed, one.provisional, one.simulated)


Members = Mapping[Key, Member]


def with_work(structure: Structure, one: Computed, members: Members) -> Computed:
    """An indicator with the mean of its actions and their budget beside its own achievement."""
    work = _work(structure, (SubjectKind.INDICATOR, one.key), members)
    return replace(one, **{**work, "simulated": one.simulated or work["simulated"]})


def computed_groups(structure: Structure, quarter: int, groups: Iterable[Key], members: Members) -> list[Computed]:
    return [_computed(structure, quarter, key, members) for key in groups]


def _computed(structure: Structure, quarter: int, of: Key, members: Members) -> Computed:
    kind, key = of
    below = {one: members.get((SubjectKind.INDICATOR, one)) for one in structure.groups.get(of, ())}
    mean = group([one.percent if one else None for one in below.values()], structure.group_cap)
    work = _work(structure, of, members)
    simulated = work.pop("simulated") or any(one.simulated for one in below.values() if one)
    trace = {
        **_formula(structure.group_cap),
        "parts": [{"key": one, "value": plain(member.percent) if member else None} for one, member in below.items()],
    }
    return Computed(
        kind=str(kind), key=key, quarter=quarter, percent=mean.percent, reason=str(mean.pending or ""),
        known=mean.known, parts=mean.parts, simulated=simulated, trace=trace,
        provisional=any(one.provisional for one in below.values() if one), **work,
    )  # fmt: skip


def _formula(cap: Decimal) -> dict[str, Any]:
    """`cap` stands in it where the agency set another than the usual one."""
    if cap == ALL:
        return GROUP_FORMULA
    words = f"rata-rata anggota yang diketahui, masing-masing 0 sampai {plain(kept(cap))}"
    return {**GROUP_FORMULA, "expression": words, "cap": plain(kept(cap)), "source": "Pengaturan instansi"}


def _work(structure: Structure, of: Key, members: Members) -> dict[str, Any]:
    actions = [members.get((SubjectKind.ACTION, one)) for one in structure.actions_of.get(of, ())]
    found = [one for one in actions if one is not None]
    mean = group([one.percent for one in found if one.reason != Pending.NOT_ACTIVE], structure.group_cap)
    return {
        "work_percent": mean.percent,
        "work_known": mean.known,
        "work_parts": mean.parts,
        "budget": total([one.budget for one in found]),
        "absorbed": total([one.absorbed for one in found]),
        "simulated": any(one.simulated for one in found),
    }
