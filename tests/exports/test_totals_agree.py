"""After any sequence of sending, accepting, sending back and correcting, the stored totals, the page and the workbook
say the same, and it is what the rows make when they are counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from petajalan.accounts.models import Unit, User
from petajalan.planning.models import Action, ActionImplementer
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.display.totals import reason_words
from petajalan.reporting.models import Achievement, ProgressLine, ProgressReport
from petajalan.reporting.queries.totals.recount import differences
from petajalan.reporting.services import reports, review
from petajalan.reporting.services.rollups import refresh_year
from petajalan.reporting.values import LineValues
from petajalan.reporting.words import percent_words
from tests.cast import Cast
from tests.planning.plans import text_of
from tests.reporting.reports import YEAR, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture
from tests.reporting.test_rollups import City, city_of

MONTHS = (1, 2, 3)
AMOUNTS = st.decimals(min_value=0, max_value=40, places=2)
LINES = st.integers(0, 7)


@dataclass
class Play:
    """Two units report on one action; Bagian Organisasi leads it, and the secretariat reviews what it reports."""

    city: City
    action: Action

    @property
    def cast(self) -> Cast:
        return self.city.quarter.cast

    def send(self, own: bool, month: int, amount: Decimal) -> None:
        """Begin, fill what may be filled, and submit; also what came back."""
        unit, by = self._who(own)
        at = moment(month, 20)
        report = reports.start_report(unit=unit, year=YEAR, month=month, by=by, at=at)
        told = {"narrative": "Rapat", "obstacle": "Hujan", "solution": "Tenda", "confirmation": "Sudah diperiksa"}
        for line in report.lines.all():
            with suppress(Refused):
                values = LineValues(realised_output=amount, budget_absorbed=amount, **told)
                reports.save_line(line=line, values=values, version=line.version, by=by, at=at)
        reports.submit_report(report=ProgressReport.objects.get(pk=report.pk), by=by, at=at)

    def accept(self, which: int) -> None:
        line = self._line(which)
        review.accept_line(line=line, version=line.version, by=self._reviewer(line), at=moment(4, 2))

    def send_back(self, which: int) -> None:
        line = self._line(which)
        by = self._reviewer(line)
        review.send_line_back(line=line, note="Notula belum ada", version=line.version, by=by, at=moment(3, 20))

    def correct(self, which: int, amount: Decimal, budget: bool) -> None:
        line = self._line(which)
        field = "budget_absorbed" if budget else "realised_output"
        review.correct_line(
            line=line, field=field, value=amount, reason="Salah ketik", version=line.version,
            by=self._reviewer(line), at=moment(4, 3),
        )  # fmt: skip

    def measure(self, amount: Decimal) -> None:
        self.city.measuring.save(self.city.indicator, str(amount).replace(".", ","), confirmation="Sudah diperiksa")

    def _who(self, own: bool) -> tuple[Unit, User]:
        return (self.city.quarter.coordinator, self.cast.budi) if own else (self.city.quarter.unit, self.cast.joko)

    def _line(self, which: int) -> ProgressLine:
        lines = list(ProgressLine.objects.select_related("report").order_by("pk"))
        if not lines:
            raise Refused("none yet")
        return lines[which % len(lines)]

    def _reviewer(self, line: ProgressLine) -> User:
        return self.cast.rina if line.report.unit_id == self.city.quarter.coordinator.pk else self.cast.budi


STEPS: st.SearchStrategy[tuple[Callable[..., None], tuple[Any, ...]]] = st.one_of(
    *[st.tuples(st.just(Play.send), st.tuples(st.booleans(), st.sampled_from(MONTHS), AMOUNTS))] * 3,
    st.tuples(st.just(Play.accept), st.tuples(LINES)),
    st.tuples(st.just(Play.accept), st.tuples(LINES)),
    st.tuples(st.just(Play.send_back), st.tuples(LINES)),
    st.tuples(st.just(Play.correct), st.tuples(LINES, AMOUNTS, st.booleans())),
    st.tuples(st.just(Play.measure), st.tuples(AMOUNTS)),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=4, max_size=12))
def test_stored_page_and_workbook_say_what_the_rows_make(quarter: Quarter, client: Client, steps: list[Any]) -> None:
    with transaction.atomic():
        play = begun(quarter)
        for step, given_to_it in steps:
            with suppress(Refused, PermissionDenied), transaction.atomic():
                step(play, *given_to_it)
        agree(play, client)
        transaction.set_rollback(True)


def begun(quarter: Quarter) -> Play:
    city = city_of(quarter)
    action = quarter.action(indicator_key=city.indicator.key, unit_rule="sum", target_q1=Decimal(30))
    ActionImplementer.objects.create(agency=action.agency, action=action, unit=quarter.coordinator)
    refresh_year(agency=action.agency, year=YEAR)  # as the approval of the plan does
    return Play(city, action)


def test_a_quarter_with_two_units_comes_to_a_percentage(quarter: Quarter, client: Client) -> None:
    play = begun(quarter)
    for own in (False, True):
        play.send(own, 3, Decimal("1.37"))
    agree(play, client)
    play.accept(0)
    play.accept(1)
    agree(play, client)
    play.correct(0, Decimal("7.33"), False)
    play.correct(1, Decimal(0), True)
    play.measure(Decimal("2.5"))
    agree(play, client)
    row = Achievement.objects.get(kind="action", quarter=1)
    assert (row.percent, row.absorbed, row.known) == (29, Decimal("1.37"), 2)


def test_a_total_that_was_not_brought_up_to_date_is_noticed(
    quarter: Quarter, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = begun(quarter)
    play.send(False, 3, Decimal(4))
    monkeypatch.setattr(review, "refresh_line", lambda **_told: None)
    play.accept(0)
    with pytest.raises(AssertionError):
        agree(play, client)


def agree(play: Play, client: Client) -> None:
    assert differences(play.cast.agency, YEAR) == []
    row = Achievement.objects.filter(kind="action", key=str(play.action.key), quarter=1).first()
    counted = by_hand(play.action)
    assert (row.actual if row else None, row.absorbed if row else None) == counted[:2]
    if row is None:
        return
    assert (row.percent, row.known) == counted[2:]
    client.force_login(play.cast.rina)
    page = text_of(client.get(f"/kota-melati/capaian/{YEAR}/1/?tampil=aksi").content)
    said = percent_words(row.percent) if row.percent is not None else reason_words(row.reason)
    assert f"{play.action.name} Bagor" in page
    assert said in page
    content = client.get(f"/kota-melati/capaian/{YEAR}/1/laporan.xlsx").content
    for name in ("Aksi", "Indikator", "Kelompok"):
        head, *found = load_workbook(BytesIO(content))[name].iter_rows(values_only=True)
        for cells in (dict(zip(head, line, strict=True)) for line in found):
            stored = Achievement.objects.get(quarter=1, year=YEAR, key=cells["Kunci"], agency=play.cast.agency)
            same(cells["Capaian (%)"], stored.percent)
            same(cells["Terserap (Rp)"], stored.absorbed)
            if name != "Aksi":
                same(cells["Pelaksanaan aksi (%)"], stored.work_percent)


def same(cell: float | None, stored: Decimal | None) -> None:
    assert (cell is None) == (stored is None)
    assert stored is None or float(cell) == float(stored)


def by_hand(action: Action) -> tuple[Decimal | None, Decimal | None, Decimal | None, int]:
    """Output, budget, percentage and units judged, from the accepted lines alone: the newest of each unit counts."""
    newest: dict[int, ProgressLine] = {}
    for line in ProgressLine.objects.filter(action=action, state="accepted").order_by("report__month"):
        newest[line.report.unit_id] = line
    if not newest:
        return None, None, None, 0
    output = sum((line.realised_output or Decimal(0) for line in newest.values()), Decimal(0))
    budget = sum((line.budget_absorbed or Decimal(0) for line in newest.values()), Decimal(0))
    judged = sum(line.report.month == 3 for line in newest.values())
    percent = output / 30 * 100 if judged else None
    return output, budget, None if percent is None else round(percent, 10), judged
