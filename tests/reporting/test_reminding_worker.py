"""The chain that reminds every hour, under a real worker whose clock runs an hour a second, into a real mail server."""

from __future__ import annotations

import logging
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from petajalan.accounts.models import Agency
from petajalan.reporting import jobs
from petajalan.reporting.models import Reminder
from petajalan.reporting.services import reminders
from petajalan.reporting.services.calendar import open_calendar
from tests.cast import Cast
from tests.installation import ENGINES, installed
from tests.reporting.mail_server import mail_server
from tests.reporting.reports import Quarter
from tests.reporting.reports import quarter as quarter  # the fixture

OWING = {"siti@kota-melati.example", "joko@kota-melati.example"}
PREPARE = """
from petajalan.cli.database import open_database
open_database()
from tests.cast import assemble
from tests.reporting.reports import in_quarter
made = in_quarter(assemble())
made.action()
print(made.unit.name)
"""
# It begins at 22.00 WIB on the eve of the due day: nothing may leave before the ninth hour from then.
WORK = """
import time
from datetime import UTC, datetime, timedelta
from django.utils import timezone
from petajalan.common import jobs
from petajalan.reporting import jobs as ours
begin = time.monotonic()
timezone.now = lambda: datetime(2025, 1, 30, 15, 0, tzinfo=UTC) + timedelta(hours=time.monotonic() - begin)
ours.HOUR = timedelta(seconds=1)
jobs.work()
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_a_worker_reminds_once_when_the_night_is_over(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server() as server, installed(tmp_path / "data", engine) as installation:
        monkeypatch.setenv("PETAJALAN_EMAIL_URL", f"smtp://127.0.0.1:{server.server_address[1]}/?plain=1")
        unit = installation.asked(PREPARE)
        worker = installation.python(WORK)
        try:
            until = time.monotonic() + 90
            while not {str(one["To"]) for one in server.received} >= OWING and time.monotonic() < until:
                time.sleep(0.2)
            time.sleep(4)  # four hours more of the same day
        finally:
            worker.terminate()
            worker.communicate(timeout=60)
    told = [str(one["To"]) for one in server.received]
    assert sorted(told) == sorted(set(told))
    assert {str(one["To"]) for one in server.received if f"Januari 2025, {unit}" in one.get_content()} == OWING


def test_the_chain_goes_on_after_a_failure(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def fail(_now: datetime) -> None:
        raise RuntimeError

    monkeypatch.setattr(jobs, "remind_all", fail)
    monkeypatch.setattr(jobs.remind, "after", asked.append)
    with pytest.raises(RuntimeError):
        jobs.remind()
    assert asked == [jobs.HOUR]


def test_what_is_wrong_in_one_agency_keeps_no_other_from_being_reminded(
    quarter: Quarter, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    quarter.action()
    at = datetime(2025, 1, 31, 2, 0, tzinfo=UTC)
    open_calendar(agency=cast.other_agency, year=2025, by="system", at=at)
    right = reminders.digests

    def digests(agency: Agency, day: date) -> object:
        if agency == cast.other_agency:
            raise ValueError("no working day is left")
        return right(agency, day)

    monkeypatch.setattr(reminders, "digests", digests)
    with caplog.at_level(logging.ERROR):
        jobs.remind_all(at)
    assert set(Reminder.objects.values_list("agency__slug", flat=True)) == {"kota-melati"}
    assert "Reminding in kota-contoh failed" in caplog.text
