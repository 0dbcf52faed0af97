"""What if: supposed values move the index, never a score."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.calc.index import Value
from petajalan.evaluation.models import Scenario, WorksheetScore
from petajalan.evaluation.queries.worksheet.index import sheet_of
from petajalan.evaluation.queries.worksheet.leave import leading
from petajalan.evaluation.queries.worksheet.simulation import (
    Simulation,
    Supposed,
    ranked_gains,
    simulate,
    supposed_of,
    targets_of,
)
from petajalan.evaluation.services.worksheet import scenarios
from petajalan.planning.services.refusals import Refused
from tests.evaluation.worksheets import AT, LATER, YEAR, Scoring
from tests.evaluation.worksheets import scoring_ as scoring_


def supposing(scoring_: Scoring, **raw: object) -> Simulation:
    supposed: Supposed = {code: Value(Decimal(str(value))) for code, value in raw.items()}
    return simulate(sheet_of(scoring_.worksheet), "self", supposed)


def test_the_what_if_of_the_actual_values_is_the_actual_index(scoring_: Scoring) -> None:
    scoring_.all()
    scoring_.score("T1", excluded=True, note="Bukan lokus")
    sheet = sheet_of(scoring_.worksheet)
    for supposed in ({}, sheet.values("self"), {"T1": Value(Decimal(90)), "ZZ": Value(Decimal(1))}):
        found = simulate(sheet, "self", supposed)
        assert (found.index, set(found.changed), found.difference) == (sheet.index("self"), set(), Decimal(0))


def test_a_supposed_value_moves_the_index_and_nothing_else(scoring_: Scoring) -> None:
    scoring_.all()
    before = list(WorksheetScore.objects.values_list("item", "raw", "version"))
    found = supposing(scoring_, B1="3.5", A1=100)
    # SPBE 28 instead of 20; A1 5 instead of 4; A2 7,5 instead of 6 because A1 multiplies it.
    assert (found.index.index, found.difference, set(found.changed)) == (Decimal("86.5"), Decimal("10.5"), {"A1", "B1"})
    assert list(WorksheetScore.objects.values_list("item", "raw", "version")) == before


def test_gains_are_ranked_from_where_the_simulation_stands(scoring_: Scoring) -> None:
    scoring_.all()
    items = list(scoring_.adopted.instrument.items())
    led = leading(scoring_.cast.agency, YEAR)
    targets = targets_of(scoring_.cast.agency, YEAR, items, led)
    assert targets == {"B1": Decimal("2.95"), "B2": Decimal(3)}
    ranked = [(one.item.code, one.step.kind, one.points) for one in ranked_gains(supposing(scoring_), targets)]
    assert ranked[:2] == [("B1", "top", Decimal(20)), ("B2", "top", Decimal(8))]
    assert ("B1", "target", Decimal("3.6")) in ranked
    assert ("B1", "target_good", Decimal("0.8")) in ranked
    assert [points for *_rest, points in ranked] == sorted((points for *_rest, points in ranked), reverse=True)
    after = [(one.item.code, one.step.kind) for one in ranked_gains(supposing(scoring_, B1=5), targets)]
    assert "B1" not in {code for code, _kind in after}


def test_a_scenario_keeps_only_what_differs(scoring_: Scoring) -> None:
    scoring_.all()
    supposed = {"B1": Value(Decimal("3.50")), "A1": Value(Decimal(80)), "B3": Value(None, level="WDP")}
    made = save(scoring_, supposed)
    assert made.values == {"B1": {"raw": "3.50"}, "B3": {"level": "WDP"}}
    assert supposed_of(made) == {"B1": Value(Decimal("3.5")), "B3": Value(None, level="WDP")}
    assert simulate(sheet_of(scoring_.worksheet), "self", supposed_of(made)).index.index == Decimal(76)


def test_what_a_scenario_cannot_be_is_refused(scoring_: Scoring) -> None:
    scoring_.all()
    spbe = {"B1": Value(Decimal(3))}
    for name, supposed, sentence in (("", spbe, "Beri nama"), ("Sama", {}, "sekurang-kurangnya satu nilai")):
        with pytest.raises(Refused, match=sentence):
            save(scoring_, supposed, name=name)
    key = uuid4()
    made = save(scoring_, spbe, key=key)
    assert save(scoring_, spbe, key=key) == made
    with pytest.raises(Refused, match="sudah dipakai"):
        save(scoring_, spbe)
    with pytest.raises(PermissionDenied):
        save(scoring_, spbe, name="Lain", by=scoring_.cast.dewi)


def test_a_scenario_is_changed_and_removed_by_who_made_it(scoring_: Scoring) -> None:
    scoring_.all()
    cast, made = scoring_.cast, save(scoring_, {"B1": Value(Decimal(3))})
    spip = {"B2": Value(Decimal(4))}
    for user in (cast.ani, cast.dewi):
        with pytest.raises(PermissionDenied):
            scenarios.change_scenario(scenario=made, supposed=spip, version=made.version, by=user, at=LATER)
        with pytest.raises(PermissionDenied):
            scenarios.remove_scenario(scenario=made, by=user, at=LATER)
    changed = scenarios.change_scenario(scenario=made, supposed=spip, version=made.version, by=cast.budi, at=LATER)
    assert changed.values == {"B2": {"raw": "4"}}
    with pytest.raises(Refused, match="diubah orang lain"):
        scenarios.change_scenario(scenario=made, supposed=spip, version=made.version, by=cast.budi, at=LATER)
    scenarios.remove_scenario(scenario=made, by=cast.wati, at=LATER)
    assert not Scenario.objects.exists()


def save(scoring_: Scoring, supposed: Supposed, name: str = "SPBE naik", **more: object) -> Scenario:
    given = {"by": scoring_.cast.budi, "at": AT, **more}
    return scenarios.save_scenario(worksheet=scoring_.worksheet, name=name, party="self", supposed=supposed, **given)  # type: ignore[arg-type]
