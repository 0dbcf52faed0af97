"""Measuring an indicator: what is kept, what is refused, and what changes after the quarter has closed."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.calc.measuring import Doubt
from petajalan.calc.numbers import read_typed
from petajalan.common.models import AuditEntry
from petajalan.planning.models import Indicator
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Measurement, MeasurementCorrection
from petajalan.reporting.queries.measured import measured
from petajalan.reporting.queries.measuring import led_in
from petajalan.reporting.services import measurements as services
from petajalan.reporting.services.exceptions import grant_exception
from petajalan.reporting.services.measurements import Implausible, Overtaken
from petajalan.reporting.values import FigureValues
from tests.reporting.measuring import CLOSED, GRADE, OPEN, PERCENT, YEAR, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture


def kept(row: Measurement) -> tuple[object, ...]:
    row.refresh_from_db()
    return row.value, row.numerator, row.denominator, row.level


def percent_of(measuring: Measuring, indicator: Indicator, quarter: int = 1) -> object:
    led = [one for one in led_in(measuring.cast.agency, YEAR, [measuring.unit]) if one.indicator == indicator]
    [found] = measured(measuring.unit, led, YEAR, quarter)
    achievement = found.standing.achievement
    return achievement.percent if achievement else found.standing.lack


def test_a_unit_measures_what_it_coordinates(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    other = measuring.indicator("Zona integritas", unit=measuring.cast.siti.current_holdings[0].position.unit)
    assert [one.indicator for one in led_in(measuring.cast.agency, YEAR, [measuring.unit])] == [spbe]
    assert [one.under for one in led_in(measuring.cast.agency, YEAR)] == ["Arsitektur SPBE"] * 2
    with pytest.raises(Refused, match="bukan koordinator"):
        measuring.save(other, "2,7")
    row = measuring.save(spbe, "2,7")
    assert (kept(row), row.measured_by, row.version) == ((Decimal("2.7"), None, None, ""), measuring.cast.budi, 1)
    entry = AuditEntry.objects.get(action="measurement_saved")
    assert (entry.actor, entry.after["value"]) == (measuring.cast.budi, "2.7")


@pytest.mark.parametrize("who", ["siti", "joko", "ani", "rina", "wali", "dewi"])
def test_nobody_else_measures(measuring: Measuring, who: str) -> None:
    spbe, other = measuring.indicator(), measuring.cast[who]
    with pytest.raises(PermissionDenied):
        measuring.save(spbe, "2,7", by=other)
    row = measuring.save(spbe, "2,7")
    with pytest.raises(PermissionDenied):
        correct(measuring, row, "2,8", by=other)
    assert (Measurement.objects.count(), row.version) == (1, 1)


def test_zero_stays_zero(measuring: Measuring) -> None:
    """Akvo RSR kept 0 as "", which reads as "not reported"."""
    poverty = measuring.indicator("Aduan", baseline="4", target="8")
    row = measuring.save(poverty, "0")
    assert (kept(row)[0], percent_of(measuring, poverty)) == (Decimal(0), Decimal(0))


def test_a_percentage_is_kept_as_what_it_was_made_of(measuring: Measuring) -> None:
    share = measuring.indicator("Layanan terpadu", baseline="60%", target="80%", **PERCENT)
    row = measuring.save(share, numerator=Decimal(36), denominator=Decimal(60))
    assert (kept(row), percent_of(measuring, share)) == ((None, Decimal(36), Decimal(60), ""), Decimal(75))
    row = measuring.save(share, "72%", version=1)
    assert (kept(row), percent_of(measuring, share)) == ((Decimal(72), None, None, ""), Decimal(90))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"numerator": Decimal(1), "denominator": Decimal(0)}, "Penyebut nol"),  # Akvo RSR made 0 % of it
        ({"numerator": Decimal(1)}, "keduanya"),
        ({"figure": "50%", "numerator": Decimal(1), "denominator": Decimal(2)}, "jangan keduanya"),
        ({"numerator": Decimal(-1), "denominator": Decimal(2)}, "kurang dari nol"),
        ({"figure": "2 – 4"}, "satu angka atau predikat"),
        ({"figure": "Menurun"}, "satu angka atau predikat"),
        ({"figure": "BB"}, "bukan angka"),
        ({"figure": "3,0% + 1%"}, "tidak dapat dipastikan"),
        ({"figure": "1" + "0" * 20}, "terlalu besar"),
        ({"figure": "0,12345678901"}, "10 angka di belakang koma"),
        ({"numerator": Decimal(10) ** 20, "denominator": Decimal(1)}, "terlalu besar"),
        ({"figure": "50%", "source": " "}, "dokumen sumber"),
        ({}, "belum terbit"),
        ({"released": False, "issuer": "KemenPANRB"}, "penerbit dan perkiraan bulan"),
        ({"released": False, "issuer": "KemenPANRB", "expected_month": 13}, "bulan 1 sampai 12"),
    ],
)
def test_what_is_no_measurement_is_refused(measuring: Measuring, more: dict[str, Any], said: str) -> None:
    share = measuring.indicator("Layanan terpadu", baseline="60%", target="80%", **PERCENT)
    with pytest.raises(Refused, match=said):
        measuring.save(share, **more)
    assert (Measurement.objects.count(), AuditEntry.objects.filter(action="measurement_saved").count()) == (0, 0)


def test_an_index_takes_no_percentage(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    for more in ({"figure": "2,7%"}, {"numerator": Decimal(1), "denominator": Decimal(2)}):
        with pytest.raises(Refused, match="bukan persen"):
            measuring.save(spbe, **more)


def test_a_grade_has_to_be_on_the_scale_of_its_year(measuring: Measuring) -> None:
    sakip = measuring.indicator("Predikat SAKIP", baseline="B", target="A", **GRADE)
    with pytest.raises(Refused, match=r"tidak ada pada skala .*BB"):
        measuring.save(sakip, "WTP")
    row = measuring.save(sakip, "BB")
    assert kept(row) == (None, None, None, "BB")
    achieved = percent_of(measuring, sakip)
    assert isinstance(achieved, Decimal)
    assert 0 < achieved < 100
    row = measuring.save(sakip, "81 (A)", version=1)
    assert (kept(row), percent_of(measuring, sakip)) == ((Decimal(81), None, None, "A"), Decimal(100))


def test_an_index_that_is_not_released_names_its_issuer_and_may_have_a_provisional_figure(
    measuring: Measuring,
) -> None:
    spbe = measuring.indicator()
    outside = {"released": False, "issuer": "KemenPANRB", "expected_month": 12}
    row = measuring.save(spbe, source="", **outside)
    assert (kept(row)[0], row.provisional, row.released, percent_of(measuring, spbe)) == (None, False, False, None)
    with pytest.raises(Refused, match="dokumen sumber"):
        measuring.save(spbe, "2,7", version=1, **{**outside, "source": ""})
    row = measuring.save(spbe, "2,7", version=1, **outside)
    assert (row.provisional, row.issuer, row.expected_month) == (True, "KemenPANRB", 12)
    row = measuring.save(spbe, "2,8", version=2)
    assert (row.provisional, row.released, row.issuer, row.expected_month) == (False, True, "", None)


@pytest.mark.parametrize(
    ("figure", "doubts"),
    [("8,5", (Doubt.FAR_FROM_BASELINE,)), ("-1", (Doubt.NEGATIVE,)), ("2,7", ())],
)
def test_figures_that_are_hard_to_believe_ask_for_a_reason(
    measuring: Measuring, figure: str, doubts: tuple[Doubt, ...]
) -> None:
    spbe = measuring.indicator()
    if doubts:
        with pytest.raises(Implausible) as caught:
            measuring.save(spbe, figure)
        assert (caught.value.doubts, Measurement.objects.count()) == (doubts, 0)
    row = measuring.save(spbe, figure, confirmation="Sudah diperiksa")
    assert (kept(row)[0], row.confirmation) == (read_typed(figure).value, "Sudah diperiksa" if doubts else "")


def test_the_last_quarter_counts_also_over_the_year(measuring: Measuring) -> None:
    count = measuring.indicator("Aduan", baseline="10", target="10")
    Measurement.objects.create(
        agency=measuring.cast.agency, indicator_key=count.key, coordinator=measuring.unit, year=YEAR - 1, quarter=4,
        value=Decimal(3),
    )  # fmt: skip
    with pytest.raises(Implausible) as caught:
        measuring.save(count, "12")
    assert caught.value.doubts == (Doubt.FAR_FROM_LAST,)


def test_a_quarter_that_has_not_begun_or_has_closed_takes_no_entry(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    with pytest.raises(Refused, match="belum mulai"):
        measuring.save(spbe, "2,7", quarter=3)
    with pytest.raises(Refused, match="sudah ditutup"):
        measuring.save(spbe, "2,7", at=CLOSED)
    grant_exception(
        unit=measuring.unit, kind="quarterly_measurement", period="2025-Q1", reason="Sakit", by=measuring.cast.rina,
        at=CLOSED, expires_at=datetime(YEAR, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    assert measuring.save(spbe, "2,7", at=CLOSED).version == 1


def test_a_double_click_measures_once_and_another_click_is_told(measuring: Measuring) -> None:
    """Akvo RSR answered two simultaneous posts with two rows; a polite second one ended in an error."""
    spbe, key = measuring.indicator(), uuid4()
    first = measuring.save(spbe, "2,7", key=key)
    assert measuring.save(spbe, "2,7", key=key) == first
    with pytest.raises(Overtaken, match=r"sudah mengisi 2,7\. Bandingkan") as caught:
        measuring.save(spbe, "2,8", key=uuid4())
    assert (caught.value.measurement, Measurement.objects.count()) == (first, 1)


def test_a_second_tab_gets_the_row_as_it_is_now(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    measuring.save(spbe, "2,7")
    measuring.save(spbe, "2,8", version=1)
    with pytest.raises(Overtaken, match="2,8"):
        measuring.save(spbe, "2,9", version=1, by=measuring.cast.wati)
    assert kept(Measurement.objects.get())[0] == Decimal("2.8")


def test_what_was_measured_under_a_joined_key_stays_the_indicators_own(measuring: Measuring) -> None:
    spbe, old = measuring.indicator(), uuid4()
    row = measuring.save(spbe, "2,7")
    Measurement.objects.update(indicator_key=old)
    spbe.joined = [{"pk": 1, "key": str(old)}]
    spbe.save()
    changed = measuring.save(spbe, "2,8", version=1)
    assert (changed.pk, changed.indicator_key, Measurement.objects.count()) == (row.pk, old, 1)
    assert correct(measuring, row, "2,9", version=2).value == Decimal("2.9")


def correct(
    measuring: Measuring, row: Measurement, figure: str, *, reason: str = "Salah kutip", version: int = 1, **more: Any
) -> Measurement:
    values = FigureValues(figure=read_typed(figure), source=more.pop("source", "Surat 13/2025"), **more.pop("of", {}))
    call = {"by": measuring.cast.budi, "at": CLOSED, **more}
    return services.correct_measurement(measurement=row, values=values, reason=reason, version=version, **call)


def test_after_closing_only_the_head_corrects_in_sight_of_everybody(measuring: Measuring) -> None:
    row = measuring.save(measuring.indicator(), "2,7")
    for reason, more, said in (
        ("Salah kutip", {"at": OPEN}, "masih terbuka"),
        (" ", {}, "alasan koreksi"),
        ("Salah kutip", {"figure": "2,7", "source": "Surat KemenPANRB 12/2025"}, "sama dengan"),
    ):
        with pytest.raises(Refused, match=said):
            correct(measuring, row, more.pop("figure", "2,8"), reason=reason, **more)
    with pytest.raises(PermissionDenied, match="kepala unit"):
        correct(measuring, row, "2,8", by=measuring.cast.wati)
    key = uuid4()
    for _click in range(2):
        after = correct(measuring, row, "2,8", key=key)
    correction = MeasurementCorrection.objects.get()
    assert (after.value, after.source, after.version) == (Decimal("2.8"), "Surat 13/2025", 2)
    assert (correction.value, correction.source) == (Decimal("2.7"), "Surat KemenPANRB 12/2025")
    assert (correction.reason, correction.made_by) == ("Salah kutip", measuring.cast.budi)
    with pytest.raises(Overtaken):
        correct(measuring, row, "2,9")


def test_an_index_that_was_released_after_closing_comes_in_as_a_correction(measuring: Measuring) -> None:
    outside = {"released": False, "issuer": "KemenPANRB", "expected_month": 12}
    row = measuring.save(measuring.indicator(), "2,7", **outside)
    after = correct(measuring, row, "2,84", reason="Terbit 3 Desember")
    assert (after.provisional, after.released, after.issuer, after.expected_month) == (False, True, "", None)
    assert MeasurementCorrection.objects.get().provisional


def test_a_finished_evaluation_locks_the_year_but_for_corrections(measuring: Measuring) -> None:
    spbe = measuring.indicator()
    other = measuring.indicator("Aduan", baseline="4", target="8")
    row = measuring.save(spbe, "2,7")
    locking = {"agency": measuring.cast.agency, "year": YEAR, "by": measuring.cast.rina, "at": OPEN}
    assert [services.lock_measurements(**locking) for _again in range(2)] == [1, 0]
    for indicator, version in ((spbe, 2), (other, 0)):
        with pytest.raises(Refused, match="Evaluasi tahun ini sudah selesai"):
            measuring.save(indicator, "4", version=version, confirmation="a")
    assert correct(measuring, row, "2,8", version=2, at=OPEN).value == Decimal("2.8")
