"""Mail leaves after the commit, once; what fails is tried again, then stays to be seen."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from petajalan.common import outbox
from petajalan.common.models import OutboxMail
from tests.cast import Cast
from tests.common.mail import FULL, REFUSED, FailingBackend

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
Capture = Callable[..., AbstractContextManager[list[object]]]


def write(confidential: bool = False, **values: object) -> OutboxMail:
    with transaction.atomic():
        return outbox.write(
            to="a@b.example", subject="Undangan\nbaru", body="Isi", at=AT, confidential=confidential, **values
        )


def state(row: OutboxMail) -> tuple[str, str, int, str]:
    row.refresh_from_db()
    return row.status, row.failure, row.attempts, row.body


@pytest.fixture
def failing(settings) -> type[FailingBackend]:
    settings.EMAIL_BACKEND = "tests.common.mail.FailingBackend"
    return FailingBackend


def test_mail_leaves_with_the_commit(db: None, django_capture_on_commit_callbacks: Capture) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = write()
        assert (mail.outbox, state(row)) == ([], ("waiting", "", 0, "Isi"))
    (sent,) = mail.outbox
    assert (sent.subject, sent.body, sent.to) == ("Undangan baru", "Isi", ["a@b.example"])
    assert state(row) == ("sent", "", 1, "Isi")


def test_mail_of_what_was_rolled_back_never_leaves(db: None, django_capture_on_commit_callbacks: Capture) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert (mail.outbox, OutboxMail.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_it_refuses() -> None:
    with pytest.raises(RuntimeError):
        outbox.write(to="a@b.example", subject="x", body="x", at=AT)
    assert OutboxMail.objects.count() == 0


def test_it_leaves_once_however_often_the_job_runs(db: None) -> None:
    row = write()
    for _time in range(3):
        outbox.deliver(row.pk, at=AT)
    assert (len(mail.outbox), state(row)) == (1, ("sent", "", 1, "Isi"))


def test_a_mail_that_somebody_is_sending_is_left_alone(db: None) -> None:
    row = write()
    OutboxMail.objects.filter(pk=row.pk).update(status="sending")
    outbox.deliver(row.pk, at=AT)
    assert (mail.outbox, state(row)) == ([], ("sending", "", 0, "Isi"))


def test_secret_text_is_wiped_once_it_has_left(db: None) -> None:
    row = write(confidential=True)
    outbox.deliver(row.pk, at=AT)
    assert (mail.outbox[0].body, state(row)) == ("Isi", ("sent", "", 1, ""))


def test_unreachable_server_is_tried_again_later_each_time_and_then_given_up(
    db: None, failing: type[FailingBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing, "error", ConnectionRefusedError("no server"))
    row, now = write(confidential=True), AT
    waits = []
    for attempt in range(1, len(outbox.WAITS) + 1):
        outbox.deliver(row.pk, at=now)
        assert state(row) == ("waiting", "", attempt, "Isi")
        waits.append(row.not_before - now)
        outbox.deliver(row.pk, at=row.not_before - timedelta(seconds=1))  # too early
        assert state(row) == ("waiting", "", attempt, "Isi")
        now = row.not_before
    assert waits == sorted(waits) == list(outbox.WAITS)
    outbox.deliver(row.pk, at=now)
    assert state(row) == ("failed", "unreachable", len(outbox.WAITS) + 1, "")


def test_refused_address_is_not_tried_again(
    db: None, failing: type[FailingBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing, "error", REFUSED)
    row = write()
    outbox.deliver(row.pk, at=AT)
    assert state(row) == ("failed", "refused", 1, "Isi")


def test_full_mailbox_is_tried_again(db: None, failing: type[FailingBackend], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failing, "error", FULL)
    row = write()
    outbox.deliver(row.pk, at=AT)
    assert state(row) == ("waiting", "", 1, "Isi")


def test_a_new_worker_sends_what_waits_and_gives_up_what_was_being_sent(
    db: None, django_capture_on_commit_callbacks: Capture
) -> None:
    waiting, underway, later = write(), write(confidential=True), write()
    OutboxMail.objects.filter(pk=underway.pk).update(status="sending", attempts=1)
    OutboxMail.objects.filter(pk=later.pk).update(not_before=datetime(2999, 1, 1, tzinfo=UTC))
    with django_capture_on_commit_callbacks(execute=True):
        outbox.take_up()
    assert state(waiting) == ("sent", "", 1, "Isi")
    assert state(underway) == ("failed", "interrupted", 1, "")
    assert state(later) == ("waiting", "", 0, "Isi")


def test_withdrawn_mail_stays_and_sent_mail_cannot_be_withdrawn(db: None) -> None:
    waiting, sent = write(confidential=True), write()
    outbox.deliver(sent.pk, at=AT)
    for row in (waiting, sent):
        outbox.withdraw(row)
        outbox.deliver(row.pk, at=AT)
    assert (state(waiting), state(sent)) == (("withdrawn", "", 0, ""), ("sent", "", 1, "Isi"))
    assert len(mail.outbox) == 1


def test_mail_of_an_agency_is_seen_by_its_administrator_only(cast: Cast) -> None:
    row = write(agency=cast.agency)
    write(agency=cast.other_agency)
    write()
    seen = {name: list(OutboxMail.objects.visible_to(cast[name])) for name in ("wati", "siti", "rina", "dewi")}
    assert seen["wati"] == [row]
    assert (seen["siti"], seen["rina"], [one.agency for one in seen["dewi"]]) == ([], [], [cast.other_agency])


def test_database_refuses_a_failure_without_a_cause(db: None) -> None:
    row = write()
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMail.objects.filter(pk=row.pk).update(status="failed")
