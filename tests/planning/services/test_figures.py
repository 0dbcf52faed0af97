"""Baselines and targets: chosen from the print or entered, never overwritten unseen, never in silence."""

from decimal import Decimal

import pytest

from petajalan.calc.numbers import Reading, State, read_value
from petajalan.common.models import AuditEntry
from petajalan.planning.agreement import agree, contradict, fullest
from petajalan.planning.models import AdoptedFigure, Figure, Indicator, RoadMap
from petajalan.planning.queries.register import register_of
from petajalan.planning.services import Conflict, Refused, decide_figure, edit_indicator, start_amendment
from petajalan.planning.services.figures import statements_of
from tests.cast import Cast
from tests.planning.regulations import AT, LATER, MELATI, stored
from tests.planning.services.conftest import Plan

CONTESTED = MELATI.replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,81 | 3,10 | Diskominfo")
assert CONTESTED != MELATI


def decide(plan: Plan, text: str, *, seen: int = 0, period: str = "2024", **more: object) -> AdoptedFigure | None:
    given = {"role": "target", "by": plan.rina, "at": AT, **more}
    return decide_figure(indicator=plan.indicator, period=period, seen=seen, text=text, **given)


def amended(cast: Cast, data: bytes = CONTESTED) -> RoadMap:
    _regulation, road_map = stored(cast.agency, data)
    return start_amendment(road_map=road_map, reason="Menyesuaikan target", by=cast.rina, at=AT)


def spbe(road_map: RoadMap) -> Indicator:
    return Indicator.objects.get(road_map=road_map, known_code="spbe")


def test_entered_target_is_kept_as_written_and_as_read(plan: Plan) -> None:
    figure = decide(plan, " 2,95 ")
    assert figure.reading == Reading("2,95", State.SET, Decimal("2.95"))
    assert (figure.version, figure.decided_by, figure.decided_at, figure.statement, figure.reason) == (
        1, plan.rina, AT, None, "",
    )  # fmt: skip


def test_changing_it_names_before_and_after(plan: Plan) -> None:
    decide(plan, "2,95")
    figure = decide(plan, "3,10", seen=1, at=LATER, reason="Keputusan forum")
    assert (figure.printed, figure.version) == ("3,10", 2)
    entry = AuditEntry.objects.order_by("-pk").first()
    assert (entry.before["figure"], entry.after["figure"], entry.reason) == ("2,95", "3,10", "Keputusan forum")


def test_stale_target_shows_both_values_who_and_when(plan: Plan) -> None:
    decide(plan, "2,95")
    decide(plan, "3,00", seen=1, by=plan.cast.wati, at=LATER)
    with pytest.raises(Conflict) as refusal:
        decide(plan, "3,20", seen=1)
    conflict = refusal.value
    assert [(one.yours, one.theirs) for one in conflict.clashes] == [("3,20", "3,00")]
    assert (conflict.by, conflict.at, conflict.version) == ("Wati Setyowati", LATER, 2)
    assert AdoptedFigure.objects.get().printed == "3,00"
    assert decide(plan, "3,20", seen=conflict.version).printed == "3,20"


def test_two_people_entering_the_first_value_do_not_overwrite_each_other(plan: Plan) -> None:
    decide(plan, "2,95")
    with pytest.raises(Conflict) as refusal:
        decide(plan, "3,20", by=plan.cast.wati)
    assert refusal.value.clashes[0].theirs == "2,95"


def test_the_same_value_twice_is_one_change(plan: Plan) -> None:
    decide(plan, "2,95")
    entries = AuditEntry.objects.count()
    assert decide(plan, "2,95").version == 1
    assert decide(plan, "2,95", seen=1).version == 1
    assert AuditEntry.objects.count() == entries


@pytest.mark.parametrize("text", ["", "-"])
def test_emptied_target_is_gone_and_the_trail_says_what_it_was(plan: Plan, text: str) -> None:
    decide(plan, "2,95")
    assert decide(plan, text, seen=1) is None
    assert AdoptedFigure.objects.count() == 0
    entry = AuditEntry.objects.order_by("-pk").first()
    assert (entry.before["figure"], entry.after["figure"]) == ("2,95", None)


def test_zero_is_a_target(plan: Plan) -> None:
    assert decide(plan, "0").reading.value == Decimal(0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("meningkat", "bukan angka"),
        ("3,0% + 1%", "Bila maksudnya rentang, tulis 2,0 – 4,0"),
        ("1.2.3", "tidak dapat dipastikan"),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_write(plan: Plan, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words.replace("(", r"\(")):
        decide(plan, text)
    assert AdoptedFigure.objects.count() == 0


def test_words_are_a_national_target(plan: Plan) -> None:
    figure = decide(plan, "Nilai rata-rata meningkat", role="national_target", period="")
    assert (figure.state, figure.value) == ("text", None)


@pytest.mark.parametrize(("role", "period"), [("target", ""), ("baseline", "2024"), ("score", "mandate"), ("x", "")])
def test_figure_that_no_indicator_has_is_refused(plan: Plan, role: str, period: str) -> None:
    with pytest.raises(Refused):
        decide(plan, "1", role=role, period=period)


def test_number_of_a_percentage_is_one(plan: Plan) -> None:
    edit_indicator(indicator=plan.indicator, seen=1, value_kind="percent", by=plan.rina, at=AT)
    assert decide(plan, "75").unit == "percent"


def test_statements_that_differ_stay_open_until_somebody_decides_with_a_reason(cast: Cast) -> None:
    road_map = amended(cast)
    indicator = spbe(road_map)
    slot = register_of(road_map).entry(indicator.key).target("2024")
    assert (slot.is_conflict, slot.adopted, [one.printed for one in slot.statements]) == (True, None, ["2,95", "3,10"])
    chosen = slot.statements[1]
    figure = decide_figure(
        indicator=indicator, role="target", period="2024", seen=0, statement=chosen, reason="Tabel 3.2 yang benar",
        by=cast.rina, at=AT,
    )  # fmt: skip
    assert (figure.statement, figure.printed, figure.reason) == (chosen, "3,10", "Tabel 3.2 yang benar")
    after = register_of(road_map).entry(indicator.key).target("2024")
    assert (after.is_open, [one.printed for one in after.statements]) == (False, ["2,95", "3,10"])


def test_value_that_departs_from_the_print_needs_a_reason(cast: Cast) -> None:
    road_map = amended(cast, MELATI)
    RoadMap.objects.filter(pk=road_map.pk).update(reason="")
    indicator = spbe(road_map)
    given = {"indicator": indicator, "role": "target", "period": "2024", "seen": 1, "by": cast.rina, "at": AT}
    with pytest.raises(Refused, match="alasan"):
        decide_figure(**given, text="3,5")
    with pytest.raises(Refused, match="alasan"):
        decide_figure(**given, text="-")
    assert decide_figure(**given, text="3,5", reason="Hasil evaluasi").reason == "Hasil evaluasi"


def test_amendment_lends_its_reason(cast: Cast) -> None:
    road_map = amended(cast, MELATI)
    figure = decide_figure(
        indicator=spbe(road_map), role="target", period="2024", seen=1, text="3,5", by=cast.rina, at=AT
    )
    assert figure.reason == "Menyesuaikan target"


def test_statement_of_another_figure_is_refused(cast: Cast) -> None:
    road_map = amended(cast)
    other = Figure.objects.filter(road_map=road_map, role="target", of="2023").first()
    with pytest.raises(Refused, match="bukan tentang angka ini"):
        decide_figure(
            indicator=spbe(road_map), role="target", period="2024", seen=0, statement=other, reason="x",
            by=cast.rina, at=AT,
        )  # fmt: skip


def test_printed_figures_are_never_touched(cast: Cast) -> None:
    road_map = amended(cast)
    before = list(Figure.objects.values_list("pk", "printed", "value"))
    indicator = spbe(road_map)
    decide_figure(indicator=indicator, role="target", period="2024", seen=0, text="4", reason="x", by=cast.rina, at=AT)
    assert list(Figure.objects.values_list("pk", "printed", "value")) == before
    assert {one.printed for one in statements_of(indicator, "target", "2024")} == {"2,95", "3,10"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2,66", "2,66", False),
        ("2,66", "2,6600", False),
        ("2,66", "2,67", True),
        ("2,66", "-", False),
        ("-", "n.a", False),
        ("70,4 (BB)", "BB", False),
        ("70,4 (BB)", "B", True),
        ("BB", "bb", False),
        ("75%", "75", False),
        ("Rp 75", "75%", True),
        ("2 - 4", "2,0 – 4,0", False),
        ("2 - 4", "2 - 5", True),
        ("Menurun", "menurun", False),
        ("Menurun", "5,37", True),
        ("3,0% + 1%", "3", True),
        ("≥ 80", "80", True),
    ],
)
def test_when_two_statements_contradict(one: str, other: str, expected: bool) -> None:
    first, second = read_value(one), read_value(other)
    assert (contradict(first, second), contradict(second, first)) == (expected, expected)


def test_statement_that_cannot_be_read_needs_a_decision_even_alone() -> None:
    assert not agree([read_value("3,0% + 1%")])
    assert agree([read_value("-"), read_value("2,5")])
    assert fullest([read_value("-"), read_value("BB"), read_value("70,4 (BB)"), read_value("70,4")]) == 2
    assert fullest([]) is None
