"""Roles and positions are read with SQL that was composed once; what they say is as fresh as ever."""

from datetime import date, timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from petajalan.accounts.models import Holding, Membership, User
from tests.cast import Cast


def fresh(user: User) -> User:
    return User.objects.get(pk=user.pk)


def test_each_person_gets_their_own(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for user in User.objects.all():
        today = timezone.localdate()
        with django_assert_num_queries(2):
            memberships, holdings = user.current_memberships, user.current_holdings
            names = [(one.agency.name, one.position.unit and one.position.unit.name) for one in holdings]
            assert all(one.agency.slug for one in memberships)
        held = Holding.objects.held_on(today).filter(user=user).order_by("agency__name", "pk")
        valid = Membership.objects.valid_on(today).filter(user=user).order_by("agency__name", "pk")
        assert list(holdings) == list(held)
        assert list(memberships) == list(valid)
        assert names == [(one.agency.name, one.position.unit and one.position.unit.name) for one in held]


def test_columns_come_as_what_they_are(cast: Cast) -> None:
    (holding,) = cast.joko.current_holdings
    stored = Holding.objects.select_related("agency", "position__unit").get(pk=holding.pk)
    for one, other in ((holding, stored), (holding.position, stored.position), (holding.agency, stored.agency)):
        assert values(one) == values(other)
    assert values(holding.position.unit) == values(stored.position.unit)
    assert (holding.evaluates, holding.keeps_secretariat) == (False, False)
    assert type(holding.starts_on) is date
    assert holding.position.is_head is True


def values(one: object) -> dict[str, object]:
    return {name: value for name, value in vars(one).items() if not name.startswith("_") and name not in ADDED}


ADDED = {"evaluates", "keeps_secretariat"}


def test_what_ended_counts_no_more(cast: Cast) -> None:
    assert cast.agency.pk in fresh(cast.wati).visible_agencies
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.filter(user=cast.wati).update(valid_from=yesterday, valid_until=yesterday)
    Holding.objects.filter(user=cast.wati).update(starts_on=yesterday, ends_on=yesterday)
    assert fresh(cast.wati).visible_agencies == ()
