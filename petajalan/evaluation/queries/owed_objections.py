"""The duties of an objection: finished by who writes it, and approved by the secretariat, before its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import CharField, DateTimeField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from petajalan.accounts.choices import Role
from petajalan.evaluation.choices import ObjectionState
from petajalan.evaluation.models import Objection
from petajalan.evaluation.models.objection import UNSENT
from petajalan.reporting.queries.owed import Asked, Owed, State
from petajalan.reporting.queries.whom import Whom

WRITERS = frozenset({Role.EVALUATOR, Role.ADMINISTRATOR})
SECRETARIAT = frozenset({Role.SECRETARIAT})
OBJECTION = "objection"


@dataclass(frozen=True, slots=True)
class WaitingObjection:
    """One that was not sent yet. `due` is `None` where nobody has said it."""

    key: int
    year: int
    item: str
    state: str
    due: date | None


def objections(asked: Asked) -> QuerySet[Any, Any]:
    """Those that wait for the person, or for anybody, in the columns that `owed` reads together with evaluations."""
    rows = Objection.objects.filter(agency=asked.agency, state__in=UNSENT).order_by()
    if asked.person is not None:
        roles = asked.person.roles
        wanted = [ObjectionState.DRAFT] if roles & WRITERS else []
        rows = rows.filter(state__in=wanted + ([ObjectionState.PROPOSED] if roles & SECRETARIAT else []))
    zeros = {name: Value(0, IntegerField()) for name in ("one", "two", "three", "four")}
    return rows.annotate(
        kind=Value(OBJECTION, CharField()), no_moment=Cast(Value(None), DateTimeField()),
        day=Coalesce(Cast("due", CharField()), Value("")), **zeros,
    ).values_list(
        "kind", "pk", "worksheet__year", "one", "two", "three", "four", "state", "no_moment", "day", "item"
    )  # fmt: skip


def objections_owed(asked: Asked, waiting: Iterable[WaitingObjection]) -> Iterator[Owed]:
    """Nothing closes them here: whether a late one is still taken, the national evaluator says."""
    for one in sorted(waiting, key=lambda each: (each.due is None, each.due or date.max, each.year, each.item)):
        proposed = one.state == ObjectionState.PROPOSED
        yield Owed(
            kind="objection_approval" if proposed else OBJECTION,
            words=gettext_lazy("Setujui sanggahan") if proposed else gettext_lazy("Lengkapi dan ajukan sanggahan"),
            about=gettext("butir %(item)s, LKE %(year)d") % {"item": one.item, "year": one.year},
            url=reverse("objection", args=(asked.agency.slug, one.year, one.key)),
            due=datetime.combine(one.due, time(23, 59, 59), asked.zone) if one.due else None,
            state=State.REVIEW if proposed else State.BEGUN,
            doers=Whom(roles=SECRETARIAT if proposed else WRITERS),
        )  # fmt: skip
