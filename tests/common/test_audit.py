from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from petajalan.accounts.models import Agency
from petajalan.common import audit
from petajalan.common.models import AuditEntry
from tests.cast import Cast

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)


def test_entry_holds_who_what_when_and_why(cast: Cast) -> None:
    entry = audit.record(
        agency=cast.agency,
        by=cast.wati,
        action="target_changed",
        about=cast.agency,
        before={"target": "2,95"},
        after={"target": "3,10"},
        reason="Keputusan forum",
        at=AT,
    )
    assert (entry.agency, entry.actor, entry.actor_name, entry.at) == (cast.agency, cast.wati, "Wati Setyowati", AT)
    assert (entry.object_type, entry.object_key, entry.object_name) == (
        "accounts.agency",
        str(cast.agency.pk),
        "Kota Melati",
    )
    assert (entry.before, entry.after, entry.reason) == ({"target": "2,95"}, {"target": "3,10"}, "Keputusan forum")


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_it_refuses() -> None:
    agency = Agency.objects.create(name="Kota Mawar", kind="city", slug="kota-mawar")
    with pytest.raises(RuntimeError):
        audit.record(agency=agency, by=audit.SYSTEM, action="agency_created", about=agency, at=AT)
    assert AuditEntry.objects.count() == 0


def test_change_and_entry_vanish_together(cast: Cast) -> None:
    before = AuditEntry.objects.count()
    with transaction.atomic():
        audit.record(agency=cast.agency, by=cast.wati, action="x", about=cast.agency, at=AT)
        transaction.set_rollback(True)
    assert AuditEntry.objects.count() == before


def test_application_refuses_to_change_or_delete(cast: Cast) -> None:
    with pytest.raises(TypeError):
        AuditEntry.objects.filter(agency=cast.agency).update(reason="lain")
    with pytest.raises(TypeError):
        AuditEntry.objects.all().delete()


@pytest.mark.parametrize(
    "statement", ["UPDATE common_auditentry SET reason = 'lain'", "UPDATE common_auditentry SET at = at"]
)
def test_database_refuses_to_change(cast: Cast, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_database_refuses_a_changed_instance_and_on_postgresql_a_deletion(cast: Cast) -> None:
    entry = AuditEntry.objects.first()
    entry.reason = "lain"
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()
    if connection.vendor == "postgresql":
        with pytest.raises(DatabaseError), transaction.atomic():
            entry.delete()


def test_people_and_agencies_with_a_trail_cannot_be_deleted(cast: Cast) -> None:
    for thing in (cast.wati, cast.agency):
        with pytest.raises(DatabaseError), transaction.atomic():
            thing.delete()
