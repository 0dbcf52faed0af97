"""Importing from the command line: what is stored, what is refused, and that nothing is ever doubled."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from petajalan.accounts.models import Agency
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from petajalan.planning.choices import RegulationStatus, RoadMapStatus
from petajalan.planning.models import Factor, Figure, IndicatorRow, Regulation, RegulationReading, RoadMap
from petajalan.planning.queries import current_road_map, road_map_json
from petajalan.planning.services import ImportOutcome, import_regulation
from petajalan.regulation.document import UnusableFile
from tests.cast import Cast
from tests.planning.regulations import AT, CORRECTED, LATER, MELATI, imported, stored


def counts() -> dict[str, int]:
    return {
        model.__name__: model.objects.count()
        for model in (Agency, Regulation, RegulationReading, RoadMap, IndicatorRow, Figure, AuditEntry)
    }


def test_unknown_agency_is_made_from_the_name_and_kind_in_the_document(db: None) -> None:
    result = import_regulation(agency="kota-melati", data=MELATI, filename="a.md", by=SYSTEM, at=AT)
    assert result.outcome is ImportOutcome.STORED
    assert result.agency_created
    assert list(Agency.objects.values_list("slug", "name", "kind")) == [("kota-melati", "Kota Melati", "city")]


def test_regulation_and_road_map_say_what_the_document_says(cast: Cast) -> None:
    regulation, road_map = stored(cast.agency)
    regulation.refresh_from_db()
    assert {
        "number": regulation.number,
        "year": regulation.year,
        "period": (regulation.period_start, regulation.period_end),
        "enacted": str(regulation.enacted_on),
        "named": regulation.named_agency,
        "format": regulation.format,
        "status": regulation.status,
        "uploaded_by": regulation.uploaded_by,
    } == {
        "number": "7",
        "year": 2023,
        "period": (2023, 2024),
        "enacted": "2023-05-03",
        "named": "Kota Melati",
        "format": "text",
        "status": RegulationStatus.READ,
        "uploaded_by": None,
    }
    assert (road_map.version, road_map.status, road_map.current) == (1, RoadMapStatus.ENACTED, True)
    assert regulation.file.read() == MELATI
    assert regulation.reading.errors == 1


def test_who_imported_what_is_in_the_trail(cast: Cast) -> None:
    imported(cast.agency)
    entries = AuditEntry.objects.filter(action__in=["regulation_imported", "road_map_adopted"]).order_by("pk")
    assert [(one.action, one.actor_name, one.after.get("version")) for one in entries] == [
        ("regulation_imported", "system", None),
        ("road_map_adopted", "system", 1),
    ]


def test_same_file_again_changes_nothing(cast: Cast) -> None:
    first = imported(cast.agency)
    before = counts()
    again = imported(cast.agency, filename="nama-lain.md")
    assert again.outcome is ImportOutcome.UNCHANGED
    assert again.road_map == first.road_map
    assert counts() == before


def test_other_file_makes_a_new_version_and_the_old_one_stays_readable(cast: Cast) -> None:
    _regulation, old = stored(cast.agency)
    before = road_map_json(old)
    _regulation, new = stored(cast.agency, CORRECTED)
    old.refresh_from_db()
    assert (old.version, old.current, new.version, new.current) == (1, False, 2, True)
    assert current_road_map("kota-melati") == new
    assert road_map_json(old) == before
    assert [one["total_printed"] for one in road_map_json(new)["key_activities"]] == [17, 28]


def test_the_same_content_may_belong_to_two_agencies(cast: Cast) -> None:
    mine, _road_map = stored(cast.agency)
    theirs, _road_map = stored(cast.other_agency)
    assert mine != theirs
    assert mine.file.name != theirs.file.name


def test_dry_run_reads_and_stores_nothing(cast: Cast) -> None:
    before = counts()
    result = import_regulation(agency="kota-baru", data=MELATI, filename="a.md", by=SYSTEM, at=AT, dry_run=True)
    assert (result.outcome, result.read.errors, result.regulation) == (ImportOutcome.DRY_RUN, 1, None)
    assert counts() == before


def test_strict_refuses_a_document_with_errors_and_takes_a_correct_one(cast: Cast) -> None:
    before = counts()
    refused = import_regulation(agency="kota-melati", data=MELATI, filename="a.md", by=SYSTEM, at=AT, strict=True)
    assert refused.outcome is ImportOutcome.REFUSED
    assert counts() == before
    taken = import_regulation(agency="kota-melati", data=CORRECTED, filename="a.md", by=SYSTEM, at=AT, strict=True)
    assert taken.outcome is ImportOutcome.STORED


@pytest.mark.parametrize("data", [b"", b"   \n", b"%PDF-1.7 rusak", b"PK\x03\x04 rusak"])
def test_unusable_file_is_refused_before_anything_is_stored(cast: Cast, data: bytes) -> None:
    before = counts()
    with pytest.raises(UnusableFile) as refusal:
        import_regulation(agency="kota-baru", data=data, filename="a.pdf", by=SYSTEM, at=AT)
    assert refusal.value.message_id.endswith(".")
    assert counts() == before


@pytest.mark.parametrize("slug", ["admin", "Kota Melati", ""])
def test_slug_that_no_agency_may_have_stores_nothing(db: None, slug: str) -> None:
    with pytest.raises(ValidationError):
        import_regulation(agency=slug, data=MELATI, filename="a.md", by=SYSTEM, at=AT)
    assert counts() == dict.fromkeys(counts(), 0)


def test_progress_goes_up_to_hundred(cast: Cast) -> None:
    seen: list[int] = []
    import_regulation(
        agency="kota-melati", data=MELATI, filename="a.md", by=SYSTEM, at=AT, dry_run=True, progress=seen.append
    )
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 100)


def test_database_holds_one_current_version_and_one_row_per_file(cast: Cast) -> None:
    regulation, road_map = stored(cast.agency)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoadMap.objects.create(
            agency=cast.agency, regulation=Regulation.objects.create(**_copy(regulation, "b" * 64)), version=2,
            title="dua", status=RoadMapStatus.DRAFT, current=True, created_at=LATER,
        )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Regulation.objects.create(**_copy(regulation, regulation.sha256))
    figure = Figure.objects.filter(road_map=road_map).first()
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.filter(pk=figure.pk).update(key_activity=None, indicator_row=None, interim_result=None)


def _copy(regulation: Regulation, sha256: str) -> dict[str, object]:
    return {
        "agency": regulation.agency, "filename": "lain.md", "sha256": sha256, "size": 1, "uploaded_at": LATER,
        "status_at": LATER,
    }  # fmt: skip


def test_figures_keep_their_place_and_their_print(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    total = Figure.objects.get(road_map=road_map, role="total", key_activity__name="Arsip Digital")
    assert (total.place_table, total.place_row, total.place_column, total.printed) == ("3.1", 2, 6, "27")
    assert total.place_line == MELATI[: MELATI.index(b"| 1 | Arsip Digital")].count(b"\n") + 1
    assert list(Factor.objects.filter(road_map=road_map).values_list("code", "low", "high")) == [
        ("mandate", 1, 10),
        ("severity", 1, 10),
        ("urgency", 1, 10),
    ]


def test_figure_too_large_for_its_column_is_refused_not_cut(cast: Cast) -> None:
    huge = MELATI.replace(b"| 2,81 | 2,95 | Diskominfo", b"| 999.999.999.999.999.999.999.999 | 2,95 | Diskominfo")
    _regulation, road_map = stored(cast.agency, huge)
    figure = Figure.objects.get(road_map=road_map, role="target", of="2023", indicator_row__name="Indeks SPBE")
    assert (figure.state, figure.value, figure.refusal) == ("refused", None, "too_large")
    assert figure.printed == "999.999.999.999.999.999.999.999"


def test_result_is_a_value(cast: Cast) -> None:
    result = imported(cast.agency)
    assert replace(result) == result
