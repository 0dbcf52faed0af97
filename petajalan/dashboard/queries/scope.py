"""Whose part of the agency a dashboard shows: all of it, or what one's own units lead and carry out."""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import roles_of, units_of
from petajalan.reporting.choices import SubjectKind
from petajalan.reporting.queries.achievement import Achieved

# Who looks after the whole agency first. Everybody else begins with what is their own, and may look at the rest.
WHOLE = frozenset({Role.LEADER, Role.SECRETARIAT, Role.ADMINISTRATOR, Role.EVALUATOR, Role.AUDITOR})


@dataclass(frozen=True, slots=True)
class Scope:
    """own  the units of the person, also while the whole agency is shown; `narrow`: only those are"""

    own: tuple[Unit, ...]
    narrow: bool

    @property
    def units(self) -> frozenset[int] | None:
        """Keys of the units; `None` for all."""
        return frozenset(one.pk for one in self.own) if self.narrow else None

    @property
    def word(self) -> str:
        return "unit" if self.narrow else "instansi"


def scope_of(user: User, agency: Agency, wanted: str) -> Scope:
    own = units_of(user, agency)
    if not own or wanted == "instansi":
        return Scope(own, False)
    return Scope(own, wanted == "unit" or not roles_of(user, agency) & WHOLE)


def concerns(one: Achieved, units: frozenset[int]) -> bool:
    """Whether one of the units answers for it, or reported on it."""
    led = {int(key) for kind, key in one.subject.under if kind == SubjectKind.UNIT}
    if one.subject.kind == SubjectKind.ACTION:
        led |= {part["unit"] for part in one.row.trace.get("parts", [])}
    return bool(led & units)
