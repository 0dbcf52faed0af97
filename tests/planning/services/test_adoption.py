"""From a read regulation to a plan: as printed and in force, or a draft with chosen and corrected values."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import UnitAlias
from petajalan.common.models import AuditEntry
from petajalan.planning.models import (
    AdoptedFigure,
    Goal,
    Implementer,
    Indicator,
    IndicatorRow,
    KeyActivity,
    Objective,
    Regulation,
    RoadMap,
    Score,
    SectionText,
    StrategicIssue,
    Theme,
)
from petajalan.planning.readings import decode
from petajalan.planning.services import (
    Choice,
    Refused,
    adopt_regulation,
    match_units,
    read_uploaded,
    start_amendment,
    upload_regulation,
)
from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from tests.cast import Cast
from tests.planning.regulations import AT, MELATI, stored
from tests.planning.services.conftest import unit


def read(cast: Cast, content: bytes = MELATI) -> Regulation:
    regulation = upload_regulation(agency=cast.agency, content=content, filename="perwali.md", by=cast.rina, at=AT)
    read_uploaded(regulation=regulation, at=AT)
    regulation.refresh_from_db()
    return regulation


def data_of(regulation: Regulation) -> RegulationData:
    return decode(regulation.reading.data, regulation.reading.findings).data


def test_as_printed_it_is_enacted_by_the_regulation_itself(cast: Cast) -> None:
    road_map = adopt_regulation(regulation=read(cast), by=cast.rina, at=AT)
    assert (road_map.status, road_map.current, road_map.decree_reference, str(road_map.decree_date)) == (
        "enacted", True, "Peraturan Nomor 7 Tahun 2023", "2023-05-03",
    )  # fmt: skip


def test_rows_know_their_objective_goal_and_national_counterparts(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    of = {"road_map": road_map}
    objective = Objective.objects.get(**of)
    assert objective.goal == Goal.objects.get(**of)
    assert set(KeyActivity.objects.filter(**of).values_list("objective", flat=True)) == {objective.pk}
    assert dict(KeyActivity.objects.filter(**of).values_list("name", "national_code")) == {
        "Arsip Digital": "digital-archives", "Arsitektur SPBE": "spbe-architecture",
    }  # fmt: skip
    assert Theme.objects.get(**of).national_code == "inflation"


def test_sections_issues_and_scores_are_there(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    sections = SectionText.objects.filter(road_map=road_map)
    assert [(one.number, one.title) for one in sections][:2] != []
    assert {one.wording for one in sections} == {1}
    assert [score.value for score in Score.objects.filter(road_map=road_map)] == [10, 2, 5, 9, 10, 9]


def test_issues_are_taken_from_the_lists_of_their_sections(cast: Cast) -> None:
    text = MELATI.decode().replace(
        "BAB IV",
        "3.4 Isu Strategis di Tingkat Hulu\n\n1) Data belum terpadu. Tiap dinas punya data sendiri.\n"
        "2) Layanan lambat;\n\nBAB IV",
        1,
    )
    _regulation, road_map = stored(cast.agency, text.encode())
    assert list(StrategicIssue.objects.filter(road_map=road_map).values_list("level", "scope", "title", "text")) == [
        ("upstream", "local", "Data belum terpadu", "Tiap dinas punya data sendiri."),
        ("upstream", "local", "Layanan lambat", ""),
    ]


def test_draft_goes_by_what_was_chosen_and_corrected(cast: Cast) -> None:
    text = MELATI.replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,81 | 3,10 | Diskominfo")
    regulation = read(cast, text)
    data = data_of(regulation)
    archive, spbe = data.road_map.key_activities
    choices = [
        Choice(archive.scores["severity"].place, "4", "Salah ketik"),
        Choice(archive.indicators[0].targets["2024"].place, "85%", "Naik sesuai RPJMD"),
        Choice(spbe.indicators[0].targets["2024"].place, None, "Tabel 3.2 yang benar"),
        Choice(spbe.name.place, "Arsitektur SPBE Nasional", "Nama resmi"),
        Choice(data.road_map.themes[0].indicators[0].name.place, "Laju Inflasi", "Nama BPS"),
    ]
    draft = adopt_regulation(regulation=regulation, choices=choices, by=cast.rina, at=AT)
    of = {"road_map": draft}
    assert (draft.status, draft.current, draft.document) == ("draft", True, regulation)
    assert Score.objects.get(**of, key_activity__name="Arsip Digital", factor__code="severity").value == 4
    assert KeyActivity.objects.get(**of, name="Arsip Digital").total == Decimal(19)
    decided = AdoptedFigure.objects.filter(**of, decided_by=cast.rina).order_by("printed")
    assert [(one.printed, one.statement is not None, one.reason) for one in decided] == [
        ("3,10", True, "Tabel 3.2 yang benar"), ("85%", False, "Naik sesuai RPJMD"),
    ]  # fmt: skip
    assert KeyActivity.objects.filter(**of, name="Arsitektur SPBE Nasional").exists()
    inflation = Indicator.objects.get(**of, name="Laju Inflasi")
    assert inflation.rows.get().name == "Laju Inflasi"
    reasons = AuditEntry.objects.exclude(reason="").values_list("reason", flat=True)
    assert set(reasons) == {choice.reason for choice in choices}


@pytest.mark.parametrize(
    ("corrected", "reason", "words"),
    [("85%", " ", "Alasannya"), ("naik", "x", "bukan angka"), ("3,0% + 1%", "x", "tidak dapat dipastikan")],
)
def test_correction_that_cannot_be_made_stores_nothing(cast: Cast, corrected: str, reason: str, words: str) -> None:
    regulation = read(cast)
    place = data_of(regulation).road_map.key_activities[0].indicators[0].targets["2024"].place
    with pytest.raises(Refused, match=words):
        adopt_regulation(regulation=regulation, choices=[Choice(place, corrected, reason)], by=cast.rina, at=AT)
    assert RoadMap.objects.count() == 0


def test_cell_that_is_no_part_of_a_plan_is_refused(cast: Cast) -> None:
    regulation = read(cast)
    team = data_of(regulation).road_map.teams[0]
    for place in (team.name.place, Place(table="9.9", row=1, column=1)):
        with pytest.raises(Refused, match="tidak dapat dikoreksi di sini"):
            adopt_regulation(regulation=regulation, choices=[Choice(place, "17", "x")], by=cast.rina, at=AT)


def test_draft_of_the_same_regulation_twice_is_refused(cast: Cast) -> None:
    regulation = read(cast)
    adopt_regulation(regulation=regulation, choices=(), by=cast.rina, at=AT)
    with pytest.raises(Refused, match="versi 1"):
        adopt_regulation(regulation=regulation, choices=(), by=cast.rina, at=AT)


def test_draft_beside_a_plan_in_force_does_not_take_its_place(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    other = read(cast, MELATI.replace(b"2,95", b"2,96"))
    draft = adopt_regulation(regulation=other, choices=(), by=cast.rina, at=AT)
    assert (draft.current, RoadMap.objects.get(current=True)) == (False, road_map)


@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "wali", "dewi"])
def test_others_may_not_adopt(cast: Cast, who: str) -> None:
    regulation = read(cast)
    for choices in (None, ()):
        with pytest.raises(PermissionDenied):
            adopt_regulation(regulation=regulation, choices=choices, by=cast[who], at=AT)
    assert RoadMap.objects.count() == 0


# ---- units ----


def test_printed_units_are_named_where_the_agency_has_them(cast: Cast) -> None:
    tourism = unit(cast.agency, "Dinas Pariwisata")  # by the short form of the catalogue
    archive = unit(cast.agency, "Dinas Taman Bacaan", "Ditaba")
    text = MELATI.replace(b"| Diskominfo |", b"| Dispar |").replace(b"| Dispersip |", b"| Ditaba |")
    _regulation, road_map = stored(cast.agency, text)
    found = KeyActivity.objects.filter(road_map=road_map).order_by("position")
    assert [(one.coordinator, one.all_units) for one in found] == [(archive, True), (tourism, True)]


def test_alias_of_the_agency_names_a_unit(cast: Cast) -> None:
    own = unit(cast.agency, "Dinas Kearsipan Melati")
    UnitAlias.objects.create(agency=cast.agency, unit=own, name="Dispersip", key="dispersip")
    _regulation, road_map = stored(cast.agency)
    assert KeyActivity.objects.get(road_map=road_map, name="Arsip Digital").coordinator == own


def test_units_that_come_later_are_matched_on_demand_also_in_force(cast: Cast) -> None:
    text = MELATI.replace(b"| Dispersip | Seluruh PD |", b"| Ditaba | Dinas Kebun, Dinas Sungai |")
    _regulation, road_map = stored(cast.agency, text)
    archive = unit(cast.agency, "Dinas Taman Bacaan", "Ditaba")
    carrying = {unit(cast.agency, name).pk for name in ("Dinas Kebun", "Dinas Sungai")}
    assert match_units(road_map=road_map, by=cast.rina, at=AT) == 1
    activity = KeyActivity.objects.get(road_map=road_map, name="Arsip Digital")
    assert (activity.coordinator, activity.all_units) == (archive, False)
    assert set(Implementer.objects.filter(key_activity=activity).values_list("unit", flat=True)) == carrying
    assert match_units(road_map=road_map, by=cast.rina, at=AT) == 0
    assert AuditEntry.objects.filter(action="units_matched").count() == 1


def test_what_people_named_is_not_matched_away(cast: Cast) -> None:
    _regulation, printed = stored(cast.agency)
    road_map = start_amendment(road_map=printed, reason="x", by=cast.rina, at=AT)
    chosen = unit(cast.agency, "Bagian Taman")
    KeyActivity.objects.filter(road_map=road_map).update(coordinator=chosen)
    archive = unit(cast.agency, "Dinas Perpustakaan", "Dispersip")
    match_units(road_map=road_map, by=cast.rina, at=AT)
    assert {one.coordinator for one in KeyActivity.objects.filter(road_map=road_map)} == {chosen}
    row = IndicatorRow.objects.get(road_map=road_map, key_activity__name="Arsip Digital")
    assert row.coordinator_unit == archive  # the print names another unit for this indicator
