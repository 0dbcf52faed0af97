"""Faults that were reproduced on running peers (Akvo RSR, TolaData), or seen in the code of others: tried on ours.

What is tried elsewhere under the name of the thing it protects:
- two posts at the same moment, a double click, over HTTP on SQLite and PostgreSQL: tests/test_at_once_over_http.py
- a double click on a line, on a measurement, on "send": test_reports.py, test_measurements.py, test_killed_reports.py
- the same total on every page, equal to one made from the raw rows (RSR computed it in two ways): test_rollups.py
- zero that reads as zero in a line, a total, a measurement: test_reports.py, test_rollups.py, test_measurements.py
- a target of zero (Open SDG made it 0.001): tests/calc/test_achievement.py
- percentages are added up on what they were made of, never averaged: tests/calc/test_measuring.py
- an exception has a reason, an end, an authority of its own, and opens for one unit alone (DHIS2, ActivityInfo):
  test_exceptions.py
- the address and not the body says which line is written (TolaData): test_report_pages.py
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.common import audit
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import LineCorrection, Measurement, ProgressLine, ProgressReport, WriteKey
from petajalan.reporting.services import review
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.measurements import Subject
from petajalan.reporting.services.reports import delegate_submission
from tests.cast import Cast
from tests.pages import pages_of
from tests.planning.regulations import stored
from tests.reporting.measuring import Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture
from tests.reporting.reports import CLOSED_JANUARY, Quarter, begun, moment
from tests.reporting.reports import quarter as quarter  # the fixture

EVERYBODY = ("siti", "joko", "budi", "ani", "rina", "wati", "wali")
Clock = Callable[[object], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return lambda at: monkeypatch.setattr("django.utils.timezone.now", lambda: at)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def posted(client: Client, path: str, **values: object) -> int:
    return int(client.post(path, {"key": uuid4(), **values}).status_code)


def typed(line: ProgressLine, **more: object) -> dict[str, Any]:
    return {
        "version": line.version, "realised_output": "1,5", "budget_absorbed": "10", "narrative": "Rapat", **more,
    }  # fmt: skip


def rows() -> list[list[dict[str, Any]]]:
    """Everything that a report is made of."""
    kinds: list[Any] = [ProgressReport, ProgressLine, LineCorrection]
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]


def doors(report: ProgressReport) -> list[tuple[str, dict[str, Any]]]:
    """Every address that writes into a report, with what its form would send."""
    place = f"/kota-melati/laporan/{report.year}/{report.month}/{report.unit_id}/"
    found: list[tuple[str, dict[str, Any]]] = [
        (f"{place}{name}/", {}) for name in ("mulai", "nihil", "limpahkan", "kirim")
    ]
    for line in report.lines.all():
        of, version = f"/kota-melati/laporan/baris/{line.pk}/", {"version": line.version}
        correction = {**version, "field": "realised_output", "value": "3", "reason": "Salah"}
        found += [
            (of, typed(line)),
            (f"{of}terima/", version),
            (f"{of}kembalikan/", {**version, "note": "Perbaiki"}),
            (f"{of}koreksi/", correction),
        ]
    return found


@pytest.mark.parametrize("who", [*EVERYBODY, "installation"])
def test_rsr_took_an_update_into_a_locked_period(quarter: Quarter, clock: Clock, who: str) -> None:
    """It checked the lock in the model's clean(), which its API does not call. Here: every door, for everybody."""
    quarter.action()
    quarter.fill(quarter.start())
    clock(CLOSED_JANUARY)
    before = rows()
    keeper = User.objects.create_superuser("pengelola@contoh.example", "x", full_name="Pengelola")
    client = signed_in(keeper if who == "installation" else quarter.cast[who])
    answers = {path: posted(client, path, **values) for path, values in doors(ProgressReport.objects.get())}
    assert rows() == before
    assert set(answers.values()) <= {302, 403, 422}
    february = f"/kota-melati/laporan/2025/1/{units_of(quarter.cast.ani, quarter.cast.agency)[0].pk}/mulai/"
    posted(client, february)
    assert rows() == before


@pytest.mark.parametrize("who", EVERYBODY)
def test_rsr_took_an_update_into_what_was_final(quarter: Quarter, clock: Clock, who: str) -> None:
    quarter.action()
    quarter.action("Kedua")
    first, _second = quarter.sent().lines.all()
    review.accept_line(line=first, version=first.version, by=quarter.cast.budi, at=moment(1))
    ProgressReport.objects.update(locked_at=moment(1))
    clock(moment(1, 30))
    before = rows()
    client = signed_in(quarter.cast[who])
    assert {posted(client, path, **values) for path, values in doors(ProgressReport.objects.get())} <= {302, 403, 422}
    assert rows() == before


def test_rsr_approved_many_at_once_without_their_consequences(quarter: Quarter, clock: Clock) -> None:
    """Its bulk approval wrote the rows alone: no total moved. Ours writes each line by the service of one."""
    quarter.action()
    quarter.action("Kedua")
    report = quarter.start()
    clock(moment(1, 20))
    place = f"/kota-melati/laporan/2025/1/{quarter.unit.pk}/"
    assert posted(signed_in(quarter.cast.siti), f"{place}nihil/") == 302
    lines = list(report.lines.all())
    assert [(one.nil, one.version, one.realised_output) for one in lines] == [(True, 2, Decimal(0))] * 2
    entries = AuditEntry.objects.filter(action="line_saved").values_list("object_key", flat=True)
    assert sorted(entries) == sorted(str(one.pk) for one in lines)


class Broken(Exception):
    """A later step of a write fails."""


@pytest.mark.parametrize("door", ["start", "line", "send", "accept", "correct"])
def test_rsr_kept_the_row_when_a_later_step_failed(
    quarter: Quarter, clock: Clock, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    """The client saw a broken connection, tried again, and had reported twice. Here nothing of it stays, and trying
    again with the same key counts once."""
    quarter.action()
    cast, place = quarter.cast, f"/kota-melati/laporan/2025/1/{quarter.unit.pk}/"
    clock(moment(1, 20))
    who, path, values = cast.siti, f"{place}mulai/", {}
    if door != "start":
        line = quarter.start().lines.get()
        who, path, values = cast.siti, f"/kota-melati/laporan/baris/{line.pk}/", typed(line)
    if door in {"send", "accept", "correct"}:
        quarter.fill(line.report)
        who, path, values = cast.joko, f"{place}kirim/", {}
    if door in {"accept", "correct"}:
        quarter.submit(line.report)
        line.refresh_from_db()
        who, path, values = cast.budi, f"/kota-melati/laporan/baris/{line.pk}/terima/", {"version": line.version}
    if door == "correct":
        review.accept_line(line=line, version=line.version, by=cast.budi, at=moment(1))
        line.refresh_from_db()
        path = f"/kota-melati/laporan/baris/{line.pk}/koreksi/"
        values = {"version": line.version, "field": "realised_output", "value": "3", "reason": "Salah"}
    before, keys, entries = rows(), WriteKey.objects.count(), AuditEntry.objects.count()
    sent = {"key": uuid4(), **values}
    client = signed_in(who)
    client.raise_request_exception = False
    with monkeypatch.context() as broken:

        def fail(**_given: object) -> None:
            raise Broken

        broken.setattr(audit, "record", fail)
        assert client.post(path, sent).status_code == 500
    assert (rows(), WriteKey.objects.count(), AuditEntry.objects.count()) == (before, keys, entries)
    assert [client.post(path, sent).status_code for _retry in range(2)] == [302, 302]
    after = rows()
    assert after != before
    assert client.post(path, sent).status_code == 302
    assert rows() == after


NO_FIGURE = ["-1", "-0,5", "banyak", "1.2.3", "NaN", "Infinity", "1e400", "9" * 25, "9" * 19, "1,23456"]


@pytest.mark.parametrize("text", NO_FIGURE)
@pytest.mark.parametrize("field", ["realised_output", "budget_absorbed"])
def test_numbers_that_are_none_are_refused_whole(quarter: Quarter, clock: Clock, field: str, text: str) -> None:
    """RSR and TolaData took negative ones. A number is never rounded or cut on its way in without a word."""
    quarter.action()
    line = quarter.start().lines.get()
    clock(moment(1, 20))
    sent = typed(line, confirmation="Benar", **{field: text})
    answer = signed_in(quarter.cast.siti).post(f"/kota-melati/laporan/baris/{line.pk}/", {"key": uuid4(), **sent})
    assert (answer.status_code, f'value="{text}"' in answer.content.decode()) == (422, True)
    line.refresh_from_db()
    assert (line.version, line.realised_output, line.budget_absorbed) == (1, None, None)


@pytest.mark.parametrize("text", NO_FIGURE)
def test_a_correction_takes_no_such_number_either(quarter: Quarter, clock: Clock, text: str) -> None:
    quarter.action()
    line = quarter.sent().lines.get()
    review.accept_line(line=line, version=line.version, by=quarter.cast.budi, at=moment(1))
    clock(moment(1, 20))
    line.refresh_from_db()
    before = rows()
    sent = {"version": line.version, "field": "realised_output", "value": text, "reason": "Salah"}
    assert posted(signed_in(quarter.cast.budi), f"/kota-melati/laporan/baris/{line.pk}/koreksi/", **sent) == 302
    assert rows() == before


def test_rsr_kept_numbers_as_text() -> None:
    """Every column of reporting that holds an amount is a decimal one; none is a float."""
    figures = {"realised_output", "budget_absorbed", "value", "numerator", "denominator", "before", "after"}
    found = [
        (f"{model.__name__}.{field.name}", type(field).__mro__)
        for model in apps.get_app_config("reporting").get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.Field) and (field.name in figures or isinstance(field, models.FloatField))
    ]
    assert len(found) > 6
    assert [name for name, kinds in found if models.DecimalField not in kinds] == []


def test_tola_gave_every_signed_in_user_the_figures_of_others(cast: Cast) -> None:
    """Its Excel export asked for a sign-in alone. Every address of a city, also those that write, is unknown to the
    administrator of another."""
    _regulation, road_map = stored(cast.agency)
    open_calendar(agency=cast.agency, year=2025, by=SYSTEM, at=moment(1))
    begun(cast)
    dewi = signed_in(cast.dewi)
    of_melati = [page for page in pages_of(cast.agency, road_map) if page.address.startswith("/kota-melati/")]
    assert len(of_melati) > 90
    before = rows()
    answers = {}
    for page in of_melati:
        status = dewi.get(page.address).status_code
        answers[page.name] = dewi.post(page.address).status_code if status == 405 else status
    assert {name: status for name, status in answers.items() if status != 404} == {}
    assert rows() == before


def test_tola_stored_under_the_row_of_the_body(quarter: Quarter, clock: Clock) -> None:
    """The permission was asked for the address, the row taken from the body. Here for what reviewers send."""
    quarter.action()
    quarter.action("Kedua")
    first, second = quarter.sent().lines.all()
    clock(moment(1, 20))
    budi = signed_in(quarter.cast.budi)
    other = {"pk": second.pk, "line": second.pk, "id": second.pk, "unit": "1", "report": "1"}
    assert posted(budi, f"/kota-melati/laporan/baris/{first.pk}/terima/", version=first.version, **other) == 302
    assert [one.state for one in ProgressLine.objects.order_by("pk")] == ["accepted", "open"]


def test_tola_took_a_result_for_a_target_of_something_else(quarter: Quarter, clock: Clock) -> None:
    """A line belongs to the report of its unit and to an action of that unit: neither can be said anew."""
    quarter.action()
    mine = quarter.start().lines.get()
    foreign = quarter.action("Aksi unit lain")
    elsewhere = units_of(quarter.cast.ani, quarter.cast.agency)[0]
    foreign.named_implementers.update(unit=elsewhere)
    clock(moment(1, 20))
    siti = signed_in(quarter.cast.siti)
    sent = typed(mine, action=foreign.pk, report=0, unit=elsewhere.pk)
    assert posted(siti, f"/kota-melati/laporan/baris/{mine.pk}/", **sent) == 302
    mine.refresh_from_db()
    assert (mine.action.name, mine.report.unit, mine.version) == ("Menyatukan layanan", quarter.unit, 2)
    assert posted(siti, f"/kota-melati/laporan/2025/1/{elsewhere.pk}/mulai/") == 403
    assert not ProgressReport.objects.filter(unit=elsewhere).exists()


def test_tola_took_a_date_outside_of_the_period(quarter: Quarter, clock: Clock) -> None:
    """A month that has not begun, one that does not exist, and one of a year nobody planned for."""
    quarter.action()
    clock(moment(1, 20))
    siti = signed_in(quarter.cast.siti)
    for year, month, status in ((2025, 2, 302), (2026, 1, 302), (2024, 12, 302), (2025, 13, 404), (1999, 1, 404)):
        assert posted(siti, f"/kota-melati/laporan/{year}/{month}/{quarter.unit.pk}/mulai/") == status
    assert ProgressReport.objects.count() == 0


def test_a_measurement_belongs_to_its_coordinator_and_a_quarter_that_has_begun(
    measuring: Measuring, clock: Clock
) -> None:
    made = measuring.indicator()
    other = Unit.objects.filter(agency=measuring.cast.agency).exclude(pk=measuring.unit.pk).first()
    assert other is not None
    clock(moment(4, 8))
    budi = signed_in(measuring.cast.budi)
    sent = {"version": 0, "figure": "2,9", "released": "ya", "source": "Surat", "indicator": str(uuid4())}

    def address(of: Subject) -> str:
        return f"/kota-melati/pengukuran/{of.year}/{of.quarter}/{of.unit.pk}/{of.indicator.key}/"

    for of in (Subject(made, other, 2025, 1), Subject(made, measuring.unit, 2025, 3)):
        assert posted(budi, address(of), **sent) in {403, 404, 422}
    assert Measurement.objects.count() == 0


def test_prp_lost_what_was_entered_when_it_refreshed(quarter: Quarter, clock: Clock) -> None:
    """Beginning a report again, and computing its calendar again, leave what people wrote."""
    quarter.action()
    quarter.fill(quarter.start())
    before = rows()
    clock(moment(1, 25))
    posted(signed_in(quarter.cast.siti), f"/kota-melati/laporan/2025/1/{quarter.unit.pk}/mulai/")
    open_calendar(agency=quarter.cast.agency, year=2025, by=SYSTEM, at=moment(1, 25))
    assert rows() == before


def test_a_delegation_ends_with_the_month(quarter: Quarter) -> None:
    quarter.action()
    report = quarter.start()
    with pytest.raises(Refused, match="sudah ditutup"):
        delegate_submission(report=report, by=quarter.cast.joko, at=CLOSED_JANUARY)
