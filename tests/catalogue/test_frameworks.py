"""The national frameworks load whole, hold for their years, and a damaged file is named with the place."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from petajalan.catalogue.entries import DATA, InvalidReferenceData
from petajalan.catalogue.frameworks import focuses, framework_for, frameworks, load_frameworks
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.national import GROUP_OF_KIND, Element, Framework, Group, Stated

KNOWN = {one.code for one in national_reference().indicators}


@pytest.fixture
def frame() -> Framework:
    found = framework_for(2024)
    assert found is not None
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "frameworks", tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize(("year", "first"), [(2022, None), (2023, 2023), (2024, 2023), (2025, 2025), (2031, 2025)])
def test_each_year_has_the_framework_of_its_period(year: int, first: int | None) -> None:
    found = framework_for(year)
    assert (found.first_year if found else None) == first


def test_the_frame_of_2023_has_its_21_activities_under_two_objectives(frame: Framework) -> None:
    assert [(one.code, one.element, len(frame.activities_of(one.code))) for one in frame.objectives] == [
        ("digital-governance", Element.HARD, 15),
        ("professional-culture", Element.SOFT, 6),
    ]
    assert [one.number for one in frame.activities] == list(range(1, 22))


def test_four_themes_are_scored_as_five_items(frame: Framework) -> None:
    assert {one.code: [item.code for item in one.items] for one in frame.themes} == {
        "poverty": ["poverty"],
        "investment": ["investment"],
        "digitalisation": ["digitalisation"],
        "presidential-priorities": ["domestic-products", "inflation"],
    }


def test_the_frame_of_2025_has_five_objectives_and_six_themes_and_is_transitional() -> None:
    found = framework_for(2025)
    assert found is not None
    assert (found.transitional, len(found.objectives), len(found.themes), found.activities) == (True, 5, 6, ())
    assert {one.element for one in found.objectives} == {None}


def test_a_road_map_has_five_parts_at_least(frame: Framework) -> None:
    assert [one.code for one in frame.parts] == ["issues", "goals", "activities", "themes", "management"]


@pytest.mark.parametrize(
    ("code", "central", "province", "local"),
    [
        ("spip", True, None, True),
        ("budget-execution", True, None, False),
        ("asset-management", True, None, False),
        ("development-planning", True, None, False),
        ("mpp-digital", None, None, False),
        ("macro-indicators", False, True, True),
        ("performance-indicators", True, False, False),
        ("service-standards", True, None, None),
    ],
)
def test_an_indicator_says_whom_it_is_evaluated_for(
    frame: Framework, code: str, central: bool | None, province: bool | None, local: bool | None
) -> None:
    indicator = frame.indicator(code)
    assert [indicator.applies_to(group) for group in Group] == [central, province, local]


def test_an_activity_applies_when_any_of_its_indicators_does(frame: Framework) -> None:
    applies = {one.code: frame.applies_to(one, Group.LOCAL) for one in frame.activities}
    assert applies["finance-and-assets"] is True
    assert applies["digital-services"] is False
    assert frame.applies_to(frame.activities[0], Group.PROVINCE) is None


def test_raw_ranges_and_evaluators(frame: Framework) -> None:
    ranges = {one.code: (one.low, one.high, one.evaluator) for one in frame.indicators}
    assert ranges["work-system"] == (Decimal(0), Decimal(5), "KemenPANRB")
    assert ranges["integrity-zone"] == (Decimal(0), Decimal(3), "KemenPANRB")
    assert ranges["merit"] == (Decimal(0), Decimal(410), "KASN, kemudian BKN")
    assert ranges["spip"] == (Decimal(1), Decimal(5), "BPKP")
    assert ranges["bpk-opinion"] == (None, None, "BPK")


def test_every_kind_of_agency_belongs_to_a_group() -> None:
    assert {kind: group.value for kind, group in GROUP_OF_KIND.items()} == {
        "ministry": "central",
        "agency": "central",
        "province": "province",
        "regency": "local",
        "city": "local",
    }


def test_what_is_quoted_or_concluded_is_unconfirmed(frame: Framework) -> None:
    targets = [one.target for one in frame.indicators if one.target]
    assert len(targets) == 11
    assert all(target.unconfirmed for target in targets)
    assert not frame.indicator("spip").unconfirmed


def test_every_statement_names_its_source() -> None:
    stated: list[Stated] = [*focuses()]
    for found in frameworks():
        stated += [*found.objectives, *found.activities, *found.indicators, *found.themes, *found.parts]
        stated += [*found.governance, *(item for theme in found.themes for item in theme.items)]
    assert len(stated) > 90
    assert [one.code for one in stated if not one.source or not one.name] == []


def test_the_intervention_focuses_stand_in_two_lists() -> None:
    listed = [one.listed for one in focuses()]
    assert (listed.count("road_map"), listed.count("portal")) == (5, 6)


@pytest.mark.parametrize(
    ("printed", "changed", "message"),
    [
        ("code: spip\n", "code: spipp\n", "2023.yaml, spipp: indicator 'spipp' is not known"),
        ("known: null\n    name: Capaian P", "name: Capaian P", "national-priorities: indicator 'national-priorities'"),
        ("indicators: [spip]", "indicators: [spip, x]", "2023.yaml, internal-control: indicator x is not listed"),
        ("range: [0, 410]", "range: [410, 0]", "2023.yaml, merit: the range is empty"),
        ("range: [0, 410]", "rang: [0, 410]", "2023.yaml, merit: unknown key rang"),
        ("not_for: [central]", "not_for: [local]", "2023.yaml, macro-indicators: local is both in for and in not_for"),
        ("for: [central, local]", "for: [kota]", "2023.yaml, bureaucracy-simplification: 'kota' is not a valid Group"),
        ("element: soft", "element: lunak", "2023.yaml, professional-culture: 'lunak' is not a valid Element"),
        ("source: portal\n", "source: aplikasi\n", "bureaucracy-simplification: source 'aplikasi' is not listed"),
        ("confidence: C\n", "confidence: Z\n", "simplification: 'Z' is not one of C, D, I, M, N, P, S"),
        ("objective: professional-culture", "objective: x", "functional-positions: 'x' is not one of digital-"),
        ("names: [SPIP]", "names: [Zona Integritas]", "'Zona Integritas' of internal-control cannot be told from"),
        ("names: [SPIP]", "names: SPIP", "2023.yaml, internal-control: names must be a list of texts"),
        ("    name: Opini BPK\n", "", "2023.yaml, bpk-opinion: name is missing"),
        ("code: inflation, name: P", "code: poverty, name: P", "2023.yaml: 'poverty' is there twice"),
        ("years: [2023, 2024]", "years: [2023, 2025]", "the years of 'Road Map Reformasi Birokrasi Nasional 2020–2024"),
        ("years: [2023, 2024]\n", "", "2023.yaml: years is missing"),
        ("goal:\n", "tujuan:\n", "2023.yaml: unknown key tujuan"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(folder: Path, printed: str, changed: str, message: str) -> None:
    text = (folder / "2023.yaml").read_text()
    assert printed in text
    (folder / "2023.yaml").write_text(text.replace(printed, changed, 1))
    with pytest.raises(InvalidReferenceData) as refused:
        load_frameworks(folder, KNOWN)
    assert message in str(refused.value)


def test_a_refusal_says_it_in_indonesian_too(folder: Path) -> None:
    text = (folder / "2023.yaml").read_text()
    (folder / "2023.yaml").write_text(text.replace("range: [0, 410]", "range: [410, 0]"))
    with pytest.raises(InvalidReferenceData) as refused:
        load_frameworks(folder, KNOWN)
    assert refused.value.words_id == (
        "2023.yaml, merit: rentangnya kosong: batas bawah harus lebih kecil daripada batas atas"
    )


def test_a_new_period_is_a_new_file(folder: Path) -> None:
    text = (folder / "2025.yaml").read_text()
    (folder / "2025.yaml").write_text(text.replace("years: [2025, null]", "years: [2025, 2025]"))
    (folder / "2026.yaml").write_text(text.replace("years: [2025, null]", "years: [2026, null]"))
    assert [(one.first_year, one.last_year) for one in load_frameworks(folder, KNOWN)] == [
        (2023, 2024),
        (2025, 2025),
        (2026, None),
    ]
