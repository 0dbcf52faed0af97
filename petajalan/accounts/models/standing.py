"""What a person is today: roles and positions, with the agencies, units and teams that they come from.

Every page asks. Django composes such a query ten times as long as the database answers it, so the two are composed once
a day, and what they bring is put into instances here. What they bring is never kept: roles may change between pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet

from petajalan.accounts.models.agency import Agency, Membership
from petajalan.accounts.models.position import Holding, Position
from petajalan.accounts.models.unit import Unit

PERSON = -1  # stands for the person where a query is composed; no person has this key


@dataclass(frozen=True, slots=True)
class Composed:
    """A query of one person whose SQL is known. Its columns are those of the models, then what else was asked for."""

    sql: str
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    models: tuple[type[Model], ...]

    def rows(self, person: int) -> Iterator[tuple[list[Any], tuple[Any, ...]]]:
        """Instances (`None` for what the outer join did not find), and what was asked for beside them."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, (*self.before, person, *self.after))
            found = cursor.fetchall()
        for row in found:
            instances, at = [], 0
            for model in self.models:
                names = _columns(model)
                values = row[at : at + len(names)]
                instances.append(None if values[0] is None else model.from_db(DEFAULT_DB_ALIAS, names, values))
                at += len(names)
            yield instances, row[at:]


def memberships_of(person: int, day: date) -> tuple[Membership, ...]:
    """Those valid that day, with their agencies."""
    found = []
    for (membership, agency), _none in _memberships(day).rows(person):
        membership.agency = agency
        found.append(membership)
    return tuple(found)


def holdings_of(person: int, day: date) -> tuple[Holding, ...]:
    """Positions held that day, with what `roles.roles_from` asks of them."""
    found = []
    for (holding, agency, position, unit), (evaluates, keeps_secretariat) in _holdings(day).rows(person):
        holding.agency, holding.position, position.unit = agency, position, unit
        holding.evaluates, holding.keeps_secretariat = bool(evaluates), bool(keeps_secretariat)
        found.append(holding)
    return tuple(found)


@lru_cache(maxsize=4)
def _memberships(day: date) -> Composed:
    rows = Membership.objects.filter(user=PERSON).valid_on(day).order_by("agency__name", "pk")
    return _composed(rows, {"": Membership, "agency__": Agency})


@lru_cache(maxsize=4)
def _holdings(day: date) -> Composed:
    rows = Holding.objects.filter(user=PERSON).held_on(day).with_teams_on(day).order_by("agency__name", "pk")
    models = {"": Holding, "agency__": Agency, "position__": Position, "position__unit__": Unit}
    return _composed(rows, models, "evaluates", "keeps_secretariat")


def _composed(rows: QuerySet[Any], models: dict[str, type[Model]], *plain: str) -> Composed:
    columns = [f"{path}{name}" for path, model in models.items() for name in _columns(model)]
    sql, params = rows.values_list(*columns, *plain).query.sql_with_params()
    at = params.index(PERSON)
    return Composed(sql, params[:at], params[at + 1 :], tuple(models.values()))


@lru_cache
def _columns(model: type[Model]) -> list[str]:
    """Names as they are asked for and set, the key first."""
    return [field.attname for field in model._meta.concrete_fields]
