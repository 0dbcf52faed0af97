"""Values of outside indices: who may enter what, what is refused, and what stays in sight."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from petajalan.catalogue.load import national_reference
from petajalan.catalogue.outside import outside_indices
from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import IndexCorrection, IndexValue
from petajalan.evaluation.queries.index_values import Origin, index_values, official_or_latest
from petajalan.evaluation.services import index_values as services
from petajalan.evaluation.services.index_values import Implausible
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Measurement
from tests.cast import Cast
from tests.evaluation.indices import NOW, baseline, enter, printed
from tests.planning.plans import draft
from tests.reporting.files import PDF

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "rina", "wati", "wali", "dewi"])
def test_the_administrator_and_the_evaluation_team_enter(cast: Cast, who: str) -> None:
    if who in ("ani", "wati"):
        assert enter(cast, by=cast[who]).value == Decimal("2.88")
    else:
        with pytest.raises(PermissionDenied):
            enter(cast, by=cast[who])
        assert not IndexValue.objects.exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"figure": "5,4"}, r"5,4 di luar skala .* untuk 2024 \(1–5\)"),
        ({"figure": "0,5"}, "di luar skala"),
        ({"code": "bpk-opinion", "figure": "Sempurna"}, "Pilih salah satu|satu angka atau predikat"),
        ({"figure": "2 - 3"}, "satu angka atau predikat"),
        ({"figure": "kira-kira"}, "satu angka atau predikat"),
        ({"source": "  "}, "dokumen sumber"),
        ({"year": 2026}, "Tahun ukur"),
        ({"year": 2001}, "Tahun ukur"),
        ({"released_on": date(2023, 12, 31)}, "tidak mendahului tahun ukurnya"),
        ({"released_on": date(2025, 6, 9)}, "belum tiba"),
        ({"code": "sakip", "figure": "170"}, "di luar skala"),
        ({"link": "bukan tautan"}, "tautan lengkap"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(cast: Cast, more: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        enter(cast, **more)  # type: ignore[arg-type]
    assert not IndexValue.objects.exists()


def test_the_range_is_that_of_the_year(cast: Cast) -> None:
    """Indeks RB went to 100 until 2022, to 120 since."""
    with pytest.raises(Refused, match="0–100"):
        enter(cast, "reform-index", 2022, "104", released_on=None)
    assert enter(cast, "reform-index", 2023, "104", released_on=None).value == 104


def test_a_level_is_kept_as_its_scale_writes_it(cast: Cast) -> None:
    row = enter(cast, "bpk-opinion", 2024, "wtp")
    assert (row.value, row.level) == (None, "WTP")


def test_a_figure_far_from_the_year_before_needs_a_reason(cast: Cast) -> None:
    enter(cast, year=2023, figure="2,66", released_on=None)
    with pytest.raises(Implausible):
        enter(cast, figure="4,4")
    row = enter(cast, figure="4,4", confirmation="Aplikasi baru")
    assert row.confirmation == "Aplikasi baru"


def test_over_a_change_of_schemes_nothing_is_compared(cast: Cast) -> None:
    enter(cast, "reform-index", 2022, "30", released_on=None)
    assert enter(cast, "reform-index", 2023, "75", released_on=None).confirmation == ""


def test_a_grade_that_the_table_does_not_give_needs_a_reason(cast: Cast) -> None:
    with pytest.raises(Implausible) as refused:
        enter(cast, "sakip", 2024, "65 (BB)")
    assert refused.value.other_grade == "B"
    assert enter(cast, "sakip", 2024, "65 (BB)", confirmation="Tertulis begitu").level == "BB"


def test_an_official_value_changes_by_a_correction_with_a_reason(cast: Cast) -> None:
    row = enter(cast)
    with pytest.raises(Refused, match="alasan koreksi"):
        enter(cast, figure="2,90", version=row.version)
    with pytest.raises(Refused, match="sama dengan"):
        enter(cast, version=row.version)
    after = enter(cast, figure="2,90", version=row.version, reason="Ralat penerbit", by=cast.ani)
    assert (after.value, after.version, after.entered_by) == (Decimal("2.9"), 2, cast.ani)
    old = IndexCorrection.objects.get()
    assert (old.value, old.reason, old.made_by, old.entered_by) == (
        Decimal("2.88"),
        "Ralat penerbit",
        cast.ani,
        cast.wati,
    )
    assert AuditEntry.objects.get(action="index_value_corrected").reason == "Ralat penerbit"


def test_a_provisional_value_gives_way_without_a_reason_and_stays_readable(cast: Cast) -> None:
    row = enter(cast, provisional=True)
    assert official_or_latest(cast.agency, "spbe", 2024).provisional  # type: ignore[union-attr]
    enter(cast, figure="2,91", version=row.version)
    found = official_or_latest(cast.agency, "spbe", 2024)
    assert found is not None
    assert (found.official, found.value, found.document) == (True, Decimal("2.91"), "Surat 12/2025")
    assert IndexCorrection.objects.get().provisional


def test_a_stale_form_and_a_year_that_has_a_value_are_refused(cast: Cast) -> None:
    row = enter(cast)
    with pytest.raises(Refused, match="sudah dicatat"):
        enter(cast, figure="2,95")
    enter(cast, figure="2,90", version=row.version, reason="Ralat")
    with pytest.raises(Refused, match="diubah orang lain"):
        enter(cast, figure="2,93", version=row.version, reason="Ralat lagi")
    assert IndexValue.objects.get().value == Decimal("2.9")


def test_the_same_form_twice_counts_once(cast: Cast) -> None:
    key = uuid4()
    assert enter(cast, key=key).pk == enter(cast, key=key).pk
    assert AuditEntry.objects.filter(action="index_value_entered").count() == 1


def test_a_value_is_withdrawn_with_a_reason_and_stays_readable(cast: Cast) -> None:
    row = enter(cast)
    for given, sentence in (
        ({"reason": " "}, "alasan"),
        ({"reason": "Salah tahun", "version": 9}, "diubah orang lain"),
    ):
        with pytest.raises(Refused, match=sentence):
            services.withdraw_index_value(**{"value": row, "version": 1, "by": cast.wati, "at": NOW, **given})
    with pytest.raises(PermissionDenied):
        services.withdraw_index_value(value=row, version=1, reason="Salah", by=cast.siti, at=NOW)
    services.withdraw_index_value(value=row, version=1, reason="Salah tahun", by=cast.wati, at=NOW)
    assert official_or_latest(cast.agency, "spbe", 2024) is None
    old = IndexCorrection.objects.get()
    assert (old.withdrawn, old.value, old.reason) == (True, Decimal("2.88"), "Salah tahun")


def test_the_document_is_kept_with_the_unit_of_who_enters(cast: Cast) -> None:
    row = enter(cast, file=SimpleUploadedFile("surat.pdf", PDF, "application/pdf"), filename="surat.pdf", page="3")
    assert row.evidence is not None
    assert (row.evidence.name, row.evidence.unit.name, row.page) == ("surat.pdf", "Bagian Organisasi", "3")
    assert enter(cast, figure="2,90", version=1, reason="Ralat").evidence == row.evidence


def test_the_regulation_speaks_for_itself_and_nothing_is_copied(cast: Cast) -> None:
    road_map = draft(cast.agency)
    printed(road_map, y2021="1,83", y2022="2,66")
    printed(road_map, "Indeks Profesionalitas ASN", y2022="51,74")
    baseline(road_map, "reform-index", 2022, "Baik (nilai 64,09)")
    values = index_values(cast.agency)
    said = {(one.code, one.year): one.figure for code in values.figures for one in values.of(code)}
    assert said == {
        ("spbe", 2021): Decimal("1.83"), ("spbe", 2022): Decimal("2.66"),
        ("asn-professionalism", 2022): Decimal("51.74"), ("reform-index", 2022): Decimal("64.09"),
    }  # fmt: skip
    assert {one.origin for code in values.figures for one in values.of(code)} == {Origin.REGULATION}
    assert not IndexValue.objects.exists()


def test_a_value_entered_for_a_printed_year_stands_beside_it(cast: Cast) -> None:
    road_map = draft(cast.agency)
    printed(road_map, y2022="2,66")
    enter(cast, year=2022, figure="2,60", released_on=None)
    ours, theirs = index_values(cast.agency).of("spbe")
    assert (ours.origin, theirs.origin, ours.differs_from(theirs)) == (Origin.REGISTER, Origin.REGULATION, True)
    assert official_or_latest(cast.agency, "spbe", 2022) == ours


def test_a_printed_result_outweighs_a_provisional_entry(cast: Cast) -> None:
    printed(draft(cast.agency), y2022="2,66")
    enter(cast, year=2022, figure="2,60", released_on=None, provisional=True)
    found = official_or_latest(cast.agency, "spbe", 2022)
    assert found is not None
    assert found.origin is Origin.REGULATION


def test_each_value_is_classified_by_the_table_of_its_year(cast: Cast) -> None:
    enter(cast, "service-standards", 2021, "80", released_on=None)
    enter(cast, "service-standards", 2022, "80", released_on=None)
    values = index_values(cast.agency)
    classes = [one.classified(values.scale(one.code)) for one in values.of("service-standards")]
    assert [one.band.letter for one in classes if one] == ["Kuning", "B"]


def test_what_a_coordinator_measured_is_an_estimate_only(cast: Cast) -> None:
    made = baseline(draft(cast.agency), "spbe", 2022, "2,66")
    unit = cast.budi.holdings.get().position.unit
    for quarter, value in ((1, "2.7"), (3, "2.8")):
        Measurement.objects.create(
            agency=cast.agency, indicator_key=made.key, coordinator=unit, year=2024, quarter=quarter, value=value,
            source="Penilaian mandiri",
        )  # fmt: skip
    found = official_or_latest(cast.agency, "spbe", 2024)
    assert found is not None
    assert (found.origin, found.value, found.quarter, found.provisional) == (
        Origin.MEASUREMENT, Decimal("2.8"), 3, True,
    )  # fmt: skip
    enter(cast)
    official = official_or_latest(cast.agency, "spbe", 2024)
    assert official is not None
    assert official.official


def test_nothing_of_another_agency_is_read(cast: Cast) -> None:
    enter(cast)
    assert index_values(cast.other_agency).figures == {}


def test_as_many_queries_for_many_values(cast: Cast, django_assert_num_queries: object) -> None:
    road_map = draft(cast.agency)
    printed(road_map, y2021="1,83")
    baseline(road_map, "merit", 2022, "256,5")
    for year in range(2015, 2025):
        enter(cast, year=year, figure="2,5", released_on=None)
    with django_assert_num_queries(5):  # type: ignore[operator]
        index_values(cast.agency)


def test_every_outside_index_is_known_and_says_who_issues_it() -> None:
    codes = {one.code for one in national_reference().indicators}
    for one in outside_indices():
        assert one.code in codes
        assert one.issuer_in(2024) is not None, one.code
    merit = next(one for one in outside_indices() if one.code == "merit")
    assert merit.issuer_in(2024).name == "KASN, kemudian BKN"  # type: ignore[union-attr]
    assert merit.expected is None  # no source states the month


def test_what_is_expected_is_kept_and_a_stale_form_refused(cast: Cast) -> None:
    given = {"agency": cast.agency, "code": "spbe", "issuer": "", "years_later": 1, "by": cast.wati, "at": NOW}
    services.expect_index(**given, expected_month=1, version=0)  # type: ignore[arg-type]
    after = services.expect_index(**given, expected_month=2, version=1)  # type: ignore[arg-type]
    assert (after.expected_month, after.version) == (2, 2)
    with pytest.raises(Refused, match="diubah orang lain"):
        services.expect_index(**given, expected_month=3, version=1)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="tidak ada di katalog"):
        services.expect_index(**{**given, "code": "tak-ada"}, expected_month=3, version=0)  # type: ignore[arg-type]
    with pytest.raises(PermissionDenied):
        services.expect_index(**{**given, "by": cast.siti}, expected_month=3, version=2)  # type: ignore[arg-type]


def test_the_year_is_that_of_the_agency(cast: Cast) -> None:
    """1 January in Kota Melati, still 31 December in Greenwich."""
    assert enter(cast, year=2025, released_on=None, at=datetime(2024, 12, 31, 18, 0, tzinfo=UTC)).year == 2025
