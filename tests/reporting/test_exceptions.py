"""An exception opens one closed period for one unit, until it ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import Unit
from petajalan.accounts.roles import units_of
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import LockException
from petajalan.reporting.queries.openness import is_open
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.exceptions import grant_exception, revoke_exception
from tests.cast import Cast

KIND, PERIOD = "monthly_progress", "2025-01"  # closed on 28 February 2025, 23:59:59 WIB
BEFORE = datetime(2025, 2, 28, 16, 0, tzinfo=UTC)
AT = datetime(2025, 3, 3, 3, 0, tzinfo=UTC)


@pytest.fixture
def unit(cast: Cast) -> Unit:
    open_calendar(agency=cast.agency, year=2025, by=SYSTEM, at=BEFORE)
    return units_of(cast.siti, cast.agency)[0]


def grant(unit: Unit, cast: Cast, **values: object) -> LockException:
    given = {
        "kind": KIND, "period": PERIOD, "reason": "Banjir", "expires_at": AT + timedelta(days=3), "by": cast.rina,
        "at": AT, **values,
    }  # fmt: skip
    return grant_exception(unit=unit, **given)  # type: ignore[arg-type]


def test_a_period_closes_and_an_exception_opens_it_for_one_unit_until_it_ends(cast: Cast, unit: Unit) -> None:
    other = Unit.objects.exclude(pk=unit.pk).filter(agency=cast.agency).first()
    assert other is not None
    assert is_open(unit, KIND, PERIOD, at=BEFORE)
    assert not is_open(unit, KIND, PERIOD, at=AT)
    grant(unit, cast)
    assert is_open(unit, KIND, PERIOD, at=AT)
    assert not is_open(other, KIND, PERIOD, at=AT)
    assert not is_open(unit, KIND, PERIOD, at=AT + timedelta(days=4))
    entry = AuditEntry.objects.get(action="exception_granted")
    assert (entry.actor, entry.reason) == (cast.rina, "Banjir")


def test_one_that_ran_out_may_be_granted_again_but_not_two_at_once(cast: Cast, unit: Unit) -> None:
    grant(unit, cast)
    with pytest.raises(Refused, match="sudah mempunyai pengecualian"):
        grant(unit, cast)
    later = AT + timedelta(days=10)
    grant(unit, cast, at=later, expires_at=later + timedelta(days=1))
    assert is_open(unit, KIND, PERIOD, at=later)


def test_revoking_closes_it_again(cast: Cast, unit: Unit) -> None:
    granted = grant(unit, cast)
    revoke_exception(exception=granted, reason="Salah periode", by=cast.rina, at=AT)
    assert not is_open(unit, KIND, PERIOD, at=AT)
    with pytest.raises(Refused, match="sudah dicabut"):
        revoke_exception(exception=granted, reason="Lagi", by=cast.rina, at=AT)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reason": ""}, "Isi alasan"),
        ({"expires_at": AT}, "belum lewat"),
        ({"period": "2031-01"}, "belum ada dalam kalender"),
        ({"period": "2025-06"}, "masih terbuka"),
    ],
)
def test_exceptions_that_make_no_sense_are_refused(
    cast: Cast, unit: Unit, values: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        grant(unit, cast, **values)
    assert LockException.objects.count() == 0


@pytest.mark.parametrize("who", ["siti", "joko", "ani", "wati", "wali", "dewi"])
def test_only_the_secretariat_grants_and_revokes(cast: Cast, unit: Unit, who: str) -> None:
    with pytest.raises(PermissionDenied):
        grant(unit, cast, by=cast[who])
    granted = grant(unit, cast)
    with pytest.raises(PermissionDenied):
        revoke_exception(exception=granted, reason="x", by=cast[who], at=AT)


def test_nobody_opens_a_period_for_their_own_unit(cast: Cast, unit: Unit) -> None:
    own = units_of(cast.rina, cast.agency)
    assert own
    with pytest.raises(Refused, match="unit Anda sendiri"):
        grant(own[0], cast)
