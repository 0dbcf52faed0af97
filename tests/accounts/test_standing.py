"""What a person is today is read without Django's conversions: instances hold what the usual way of asking gives."""

from __future__ import annotations

import pytest
from django.db.models import Model

from petajalan.accounts.models import Agency, Holding, Membership, Position, Unit, User
from petajalan.accounts.models.standing import holdings_of, memberships_of
from tests.cast import FOUNDED, Cast


def values(one: Model) -> dict[str, tuple[type, object]]:
    found = {field.attname: getattr(one, field.attname) for field in one._meta.concrete_fields}
    return {name: (type(value), value) for name, value in found.items()}


def same(read: Model, model: type[Model]) -> None:
    assert values(read) == values(model._default_manager.get(pk=read.pk))


@pytest.mark.parametrize("name", ["siti", "rina", "wati"])
def test_instances_are_those_of_the_usual_way(cast: Cast, name: str) -> None:
    day, person = FOUNDED.date(), cast[name]
    held, belongs = holdings_of(person.pk, day), memberships_of(person.pk, day)
    assert held or belongs
    for holding in held:
        same(holding, Holding)
        same(holding.agency, Agency)
        same(holding.position, Position)
        if holding.position.unit is not None:
            same(holding.position.unit, Unit)
    for membership in belongs:
        same(membership, Membership)
        same(membership.agency, Agency)
    assert {one.pk for one in held} == set(
        Holding.objects.filter(user=person).held_on(day).values_list("pk", flat=True)
    )
    assert {one.pk for one in belongs} == set(
        Membership.objects.filter(user=person).valid_on(day).values_list("pk", flat=True)
    )


def test_nobody_holds_nothing(cast: Cast) -> None:
    stranger = User.objects.create_user("lain@contoh.example", "x", full_name="Orang Lain")
    assert (holdings_of(stranger.pk, FOUNDED.date()), memberships_of(stranger.pk, FOUNDED.date())) == ((), ())
