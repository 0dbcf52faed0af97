"""One entry for each thing that is measured, and nothing doubtful merged."""

import pytest

from petajalan.common.models import AuditEntry
from petajalan.planning.models import AdoptedFigure, Indicator, IndicatorRow, InterimResult, RoadMap
from petajalan.planning.queries.history import of_indicator
from petajalan.planning.services import (
    Conflict,
    Refused,
    add_indicator,
    decide_figure,
    edit_indicator,
    join_indicators,
    name_indicator,
    remove_goal,
    remove_indicator_row,
    separate_row,
    start_amendment,
)
from tests.cast import Cast
from tests.planning.regulations import AT, MELATI, stored
from tests.planning.services.conftest import Plan


def register(road_map: RoadMap) -> dict[str, list[str]]:
    """The names that the rows of each entry print."""
    entries = Indicator.objects.filter(road_map=road_map).prefetch_related("rows")
    return {one.name: [row.name for row in one.rows.all()] for one in entries}


def imported(cast: Cast, *changes: tuple[str, str]) -> RoadMap:
    text = MELATI.decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return stored(cast.agency, text.encode())[1]


def test_same_known_indicator_in_two_tables_is_one_entry(cast: Cast) -> None:
    road_map = imported(cast)
    assert register(road_map) == {
        "Indeks RB": ["Indeks RB"],
        "Indeks SPBE": ["Indeks SPBE", "Indeks SPBE"],
        "Tingkat Digitalisasi Arsip": ["Tingkat Digitalisasi Arsip"],
        "Tingkat Inflasi (YoY)": ["Tingkat Inflasi (YoY)"],
    }


def test_entry_knows_what_the_catalogue_knows(cast: Cast) -> None:
    spbe = Indicator.objects.get(road_map=imported(cast), known_code="spbe")
    assert {
        "kind": spbe.value_kind, "direction": spbe.direction, "formula": spbe.formula, "scale": spbe.scale_code,
        "time": spbe.time_rule, "unit rule": spbe.unit_rule, "year": spbe.baseline_year, "national": spbe.national_code,
        "source": spbe.source,
    } == {
        "kind": "number", "direction": "higher", "formula": "ratio", "scale": "spbe", "time": "last",
        "unit rule": "own", "year": 2022, "national": "spbe", "source": "Kementerian PANRB",
    }  # fmt: skip


def test_unknown_indicator_has_nothing_assumed(cast: Cast) -> None:
    road_map = imported(cast, ("Tingkat Digitalisasi Arsip", "Arsip yang tertata di kecamatan"))
    found = Indicator.objects.get(road_map=road_map, name="Arsip yang tertata di kecamatan")
    assert (found.known_code, found.direction, found.formula, found.time_rule, found.scale_code) == ("", "", "", "", "")
    assert found.value_kind == "percent"  # its targets print it


def test_words_before_a_known_name_do_not_matter(cast: Cast) -> None:
    road_map = imported(cast, ("| Arsitektur SPBE | Indeks SPBE |", "| Arsitektur SPBE | Nilai Indeks SPBE |"))
    assert register(road_map)["Indeks SPBE"] == ["Indeks SPBE", "Nilai Indeks SPBE"]


def test_slip_of_the_pen_is_the_same_only_when_the_figures_say_so(cast: Cast) -> None:
    slip = ("| Arsitektur SPBE | Indeks SPBE |", "| Arsitektur SPBE | Survei Kepuasan Masyarakt |")
    road_map = imported(cast, slip)
    assert register(road_map)["Survei Kepuasan Masyarakt"] == ["Survei Kepuasan Masyarakt"]
    entry = Indicator.objects.get(road_map=road_map, name="Survei Kepuasan Masyarakt")
    assert entry.known_code == ""  # nothing else prints it, so the slip proves nothing


@pytest.mark.parametrize(("figures", "entries"), [("| 2,66 | 2,81 | 2,95 |", 1), ("| 2,66 | 2,81 | 3,95 |", 2)])
def test_figures_prove_or_disprove_a_slip_of_the_pen(cast: Cast, figures: str, entries: int) -> None:
    text = MELATI.decode().replace("Indeks SPBE", "Survei Kepuasan Masyarakat")
    own = "| Arsitektur SPBE | Survei Kepuasan Masyarakat | 2,66 | 2,81 | 2,95 |"
    assert own in text
    text = text.replace(own, f"| Arsitektur SPBE | Survei Kepuasan Masyarakt {figures}")
    _regulation, road_map = stored(cast.agency, text.encode())
    assert Indicator.objects.filter(road_map=road_map, name__startswith="Survei Kepuasan").count() == entries


def test_list_of_indicators_is_none_of_them(cast: Cast) -> None:
    several = "Tingkat Inflasi, harga pangan, dan pasokan"
    road_map = imported(cast, ("Tingkat Inflasi (YoY)", several))
    assert Indicator.objects.get(road_map=road_map, name=several).known_code == ""


def test_a_unit_longer_than_its_column_is_cut(cast: Cast) -> None:
    table = (
        "Tabel 3.9 Tujuan, Indikator dan Target\n\n| No | Tujuan | Indikator | Satuan | Baseline 2022 | Target 2023 |\n"
        "|---|---|---|---|---|---|\n| 1 | Layanan | Antrean | " + "orang setiap loket " * 9 + "| 4 | 5 |\n"
    )
    road_map = stored(cast.agency, MELATI + b"\n\n" + table.encode())[1]
    row = IndicatorRow.objects.get(road_map=road_map, name="Antrean")
    assert (len(row.unit), len(row.indicator.unit)) == (170, 100)


def test_same_unknown_name_with_other_figures_in_one_table_stays_apart(cast: Cast) -> None:
    road_map = imported(
        cast,
        ("Tingkat Digitalisasi Arsip | - | 75% | 80%", "Laporan selesai | - | 75% | 80%"),
        ("Indeks SPBE | 2,66 | 2,81 | 2,95 | Diskominfo", "Laporan selesai | - | 20% | 40% | Diskominfo"),
    )
    assert Indicator.objects.filter(road_map=road_map, name="Laporan selesai").count() == 2


def test_interim_result_of_the_same_thing_states_its_baseline(cast: Cast) -> None:
    road_map = imported(cast, ("| 1 | Sistem Merit | 0-400 | 175,5 | 256,5 |", "| 1 | Indeks SPBE | 0-5 | 2,2 | 2,7 |"))
    spbe = Indicator.objects.get(road_map=road_map, known_code="spbe")
    assert InterimResult.objects.get(road_map=road_map).indicator == spbe
    assert not AdoptedFigure.objects.filter(indicator=spbe, role="baseline").exists()  # 2,7 and 2,66 differ


def test_figures_that_agree_are_adopted_with_their_statement(cast: Cast) -> None:
    road_map = imported(cast)
    spbe = Indicator.objects.get(road_map=road_map, known_code="spbe")
    found = {(one.role, one.period): (one.printed, one.reason, one.decided_by) for one in spbe.adopted.all()}
    assert found == {
        ("baseline", ""): ("2,66", "", None),
        ("target", "2023"): ("2,81", "", None),
        ("target", "2024"): ("2,95", "", None),
        ("national_target", ""): ("50% Kab/Kota Baik", "", None),
    }
    assert all(one.statement.printed == one.printed for one in spbe.adopted.all())
    archive = Indicator.objects.get(road_map=road_map, known_code="archive-digitalisation")
    assert not archive.adopted.filter(role="baseline").exists()  # "-" is nothing to go by


def test_adding_what_the_register_has_names_it_again(plan: Plan) -> None:
    again = add_indicator(owner=plan.objective, name="Nilai Indeks SPBE", direction="lower", by=plan.rina, at=AT)
    assert (again.pk, again.direction) == (plan.indicator.pk, "higher")
    assert Indicator.objects.count() == 1
    assert IndicatorRow.objects.filter(indicator=again).count() == 2


def test_catalogue_fills_in_what_is_not_given_of_a_known_indicator(plan: Plan) -> None:
    merit = add_indicator(owner=plan.goal, name="Indeks Sistem Merit", unit="poin", by=plan.rina, at=AT)
    assert (merit.known_code, merit.direction, merit.formula, merit.scale_code, merit.unit, merit.national_code) == (
        "merit", "higher", "ratio", "merit", "poin", "merit",
    )  # fmt: skip
    own = add_indicator(owner=plan.goal, name="Antrean terpanjang di loket", by=plan.rina, at=AT)
    assert (own.known_code, own.direction, own.formula, own.national_code) == ("", "", "", "")


def test_the_same_indicator_twice_in_one_place_is_refused(plan: Plan) -> None:
    with pytest.raises(Refused, match="sudah ada di sini"):
        name_indicator(owner=plan.activity, indicator=plan.indicator, by=plan.rina, at=AT)
    with pytest.raises(Refused, match="sudah ada di sini"):
        add_indicator(owner=plan.activity, name="Indeks SPBE", by=plan.rina, at=AT)


@pytest.mark.parametrize("name", ["", "   "])
def test_indicator_without_a_name_is_refused(plan: Plan, name: str) -> None:
    with pytest.raises(Refused, match="“indikator” masih kosong"):
        add_indicator(owner=plan.activity, name=name, by=plan.rina, at=AT)


def test_value_that_is_no_choice_is_refused(plan: Plan) -> None:
    with pytest.raises(Refused, match="tidak dapat dipakai"):
        edit_indicator(indicator=plan.indicator, seen=1, direction="sideways", by=plan.rina, at=AT)


def test_new_name_goes_into_the_rows_that_carried_the_old_one(plan: Plan) -> None:
    edit_indicator(indicator=plan.indicator, seen=1, name="Indeks Pemerintah Digital", by=plan.rina, at=AT)
    assert IndicatorRow.objects.get(pk=plan.row.pk).name == "Indeks Pemerintah Digital"


def test_entry_stays_while_one_row_names_it(plan: Plan) -> None:
    second = name_indicator(owner=plan.goal, indicator=plan.indicator, by=plan.rina, at=AT)
    remove_indicator_row(row=plan.row, by=plan.rina, at=AT)
    assert Indicator.objects.filter(pk=plan.indicator.pk).exists()
    remove_goal(goal=plan.goal, seen=1, by=plan.rina, at=AT)
    assert not IndicatorRow.objects.filter(pk=second.pk).exists()
    assert not Indicator.objects.filter(pk=plan.indicator.pk).exists()


def test_two_entries_become_one_and_keep_what_is_there(plan: Plan) -> None:
    other = add_indicator(owner=plan.goal, name="Indeks pemerintah digital kota", by=plan.rina, at=AT)
    for indicator, period, text in ((plan.indicator, "2024", "2,9"), (other, "2024", "3"), (other, "2025", "3,2")):
        decide_figure(indicator=indicator, role="target", period=period, seen=0, text=text, by=plan.rina, at=AT)
    join_indicators(keep=plan.indicator, other=other, seen=1, seen_other=1, reason="Sama", by=plan.rina, at=AT)
    assert {one.period: one.printed for one in plan.indicator.adopted.all()} == {"2024": "2,9", "2025": "3,2"}
    assert plan.indicator.rows.count() == 2
    assert not Indicator.objects.filter(pk=other.pk).exists()


def test_both_histories_stay_readable_after_joining(plan: Plan) -> None:
    other = add_indicator(owner=plan.goal, name="Indeks lain", by=plan.rina, at=AT)
    edit_indicator(indicator=other, seen=1, definition="Diukur BPS", by=plan.rina, at=AT)
    decide_figure(indicator=other, role="target", period="2024", seen=0, text="3", by=plan.rina, at=AT)
    decide_figure(indicator=plan.indicator, role="target", period="2024", seen=0, text="2,9", by=plan.rina, at=AT)
    gone = {"pk": other.pk, "key": str(other.key)}
    join_indicators(keep=plan.indicator, other=other, seen=1, seen_other=2, reason="Sama", by=plan.rina, at=AT)
    plan.enacted()
    draft = start_amendment(road_map=plan.road_map, reason="x", by=plan.rina, at=AT)
    copy = Indicator.objects.get(road_map=draft)
    assert copy.joined == [gone]
    trail = of_indicator(copy)
    assert [(row.what, row.about) for row in trail] == [
        ("Menyatukan dua indikator", "Indeks SPBE"),
        ("Menetapkan angka indikator", "Indeks SPBE"),
        ("Menetapkan angka indikator", "Indeks lain"),
        ("Mengubah indikator", "Indeks lain"),
        ("Menambah indikator", "Indeks lain"),
        ("Menambah indikator", "Indeks SPBE"),
    ]
    changes = {change.field: (change.before, change.after) for change in trail[0].changes}
    assert changes == {
        "indikator": ("Indeks lain", "Indeks SPBE"),
        "angka yang tidak dipakai": ("Target 2024: 3", ""),
        "definisi operasional": ("", "Diukur BPS"),
    }


def test_entries_that_somebody_changed_meanwhile_are_not_joined_or_split(plan: Plan) -> None:
    other = add_indicator(owner=plan.goal, name="Indeks lain", by=plan.rina, at=AT)
    told = {"keep": plan.indicator, "other": other, "reason": "x", "by": plan.rina, "at": AT}
    for seen, seen_other in ((7, 1), (1, 7)):
        with pytest.raises(Conflict, match="Periksa isinya yang sekarang"):
            join_indicators(**told, seen=seen, seen_other=seen_other)
    name_indicator(owner=plan.goal, indicator=plan.indicator, by=plan.rina, at=AT)
    with pytest.raises(Conflict, match="Periksa isinya yang sekarang"):
        separate_row(row=plan.row, seen=7, reason="x", by=plan.rina, at=AT)
    assert sorted(Indicator.objects.values_list("name", "version")) == [("Indeks SPBE", 1), ("Indeks lain", 1)]


def test_decided_figure_stays_with_the_entry_that_a_row_leaves(cast: Cast) -> None:
    _regulation, printed = stored(cast.agency)
    road_map = start_amendment(road_map=printed, reason="x", by=cast.rina, at=AT)
    spbe = Indicator.objects.get(road_map=road_map, known_code="spbe")
    row = spbe.rows.order_by("position").first()
    statement = row.figures.get(role="target", of="2024")
    decide_figure(
        indicator=spbe, role="target", period="2024", seen=1, statement=statement, reason="Sesuai", by=cast.rina, at=AT
    )
    own = separate_row(row=row, seen=1, name="Indeks arsitektur", reason="Lain", by=cast.rina, at=AT)
    kept = spbe.adopted.get(role="target", period="2024")
    assert (kept.printed, kept.statement, kept.decided_by) == ("2,95", None, cast.rina)
    assert (own.name, own.rows.get().name, own.adopted.filter(period="2024").count()) == (
        "Indeks arsitektur", "Indeks arsitektur", 1,
    )  # fmt: skip


def test_joining_needs_a_reason_and_two_entries(plan: Plan) -> None:
    other = add_indicator(owner=plan.goal, name="Indeks lain", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="Alasannya"):
        join_indicators(keep=plan.indicator, other=other, seen=1, seen_other=1, reason=" ", by=plan.rina, at=AT)
    with pytest.raises(Refused, match="dua indikator yang berbeda"):
        join_indicators(
            keep=plan.indicator, other=plan.indicator, seen=1, seen_other=1, reason="x", by=plan.rina, at=AT
        )


def test_row_that_measures_something_else_gets_an_entry_of_its_own(cast: Cast) -> None:
    _regulation, printed = stored(cast.agency)
    road_map = start_amendment(road_map=printed, reason="x", by=cast.rina, at=AT)
    spbe = Indicator.objects.get(road_map=road_map, known_code="spbe")
    row = spbe.rows.order_by("position").last()
    own = separate_row(row=row, seen=1, reason="Arsitektur, bukan SPBE", by=cast.rina, at=AT)
    assert (own.rows.get(), spbe.rows.count(), own.name) == (row, 1, row.name)
    assert {(one.role, one.period): one.printed for one in own.adopted.all()} == {
        ("baseline", ""): "2,66", ("target", "2023"): "2,81", ("target", "2024"): "2,95",
    }  # fmt: skip
    assert all(one.statement.indicator_row == row for one in own.adopted.all())
    assert {one.statement.indicator_row.pk for one in spbe.adopted.all()} == {spbe.rows.get().pk}
    decisions = AuditEntry.objects.filter(action="indicator_row_separated").values_list("object_key", "reason")
    assert set(decisions) == {(str(one.pk), "Arsitektur, bukan SPBE") for one in (spbe, own)}
    with pytest.raises(Refused, match="satu-satunya"):
        separate_row(row=row, seen=1, reason="x", by=cast.rina, at=AT)
