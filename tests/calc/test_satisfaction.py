from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petajalan.calc.numbers import rounded
from petajalan.calc.satisfaction import Tally, satisfaction, tallied, together
from petajalan.calc.scales import classify
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.satisfaction import questionnaire_for
from tests.calc.csv_cases import cases, number, words

SKM = questionnaire_for(2024)
assert SKM is not None
CODES = [one.code for one in SKM.elements]
SCALE = next(one for one in national_reference().scales if one.code == SKM.scale)

answers = st.fixed_dictionaries({code: st.one_of(st.none(), st.integers(SKM.low, SKM.high)) for code in CODES})
responses = st.lists(answers, max_size=12)


def read(case: dict[str, str]) -> list[dict[str, int | None]]:
    """Each answer as a response of its own: only sums and counts matter."""
    return [{code: None if answer == "-" else int(answer)} for code in CODES for answer in case[code].split()]


@pytest.mark.parametrize("case", cases("kepuasan.csv"), ids=lambda case: case["kasus"])
def test_case(case: dict[str, str]) -> None:
    found = satisfaction(SKM, tallied(SKM, read(case)))
    index = None if found.index is None else rounded(found.index, 2)
    grade = None if found.index is None else classify(SCALE, found.index, 2024)
    expected = (int(case["unsur"]), number(case["indeks"]), words(case["kelas"]))
    assert (found.asked, index, grade and grade.band.letter) == expected


def test_an_index_on_a_bound_made_of_thirds_is_exact() -> None:
    """2,6 as the mean of 7/3 and 43/15: in rounded steps it could end at 64,999… and in the class below."""
    found = satisfaction(SKM, {"u1": Tally(7, 3), "u2": Tally(43, 15)})
    assert found.index == Decimal(65)
    assert classify(SCALE, found.index, 2024).band.letter == "C"  # type: ignore[union-attr]


def test_units_add_up_by_answers_not_by_averages() -> None:
    one, many = {"u1": Tally(4, 1)}, {"u1": Tally(200, 100)}
    assert satisfaction(SKM, together([one, many])).elements[0].mean == Decimal(204) / 101


def test_an_answer_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="u1: 5"):
        tallied(SKM, [{"u1": 5}])


def test_the_best_and_the_worst_elements() -> None:
    found = satisfaction(SKM, {"u1": Tally(9, 3), "u2": Tally(4, 1), "u3": Tally(1, 1)})
    assert [one.element.code for one in found.ranked] == ["u2", "u1", "u3"]


@given(responses)
def test_the_index_stays_on_its_scale(given_answers: list[dict[str, int | None]]) -> None:
    found = satisfaction(SKM, tallied(SKM, given_answers))
    if all(value is None for one in given_answers for value in one.values()):
        assert found.index is None
    else:
        assert found.index is not None
        assert 25 <= found.index <= 100
        assert classify(SCALE, found.index, 2024) is not None


@given(responses.filter(bool), st.data())
def test_raising_an_answer_never_lowers_the_index(rows: list[dict[str, int | None]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows) - 1))
    code = data.draw(st.sampled_from(CODES))
    answer = rows[at][code]
    if answer is None or answer == SKM.high:
        return
    raised = [dict(row) for row in rows]
    raised[at][code] = answer + 1
    before, after = satisfaction(SKM, tallied(SKM, rows)).index, satisfaction(SKM, tallied(SKM, raised)).index
    assert before is not None
    assert after is not None
    assert after > before


@given(responses, responses)
def test_two_surveys_together_are_one_survey(
    one: list[dict[str, int | None]], two: list[dict[str, int | None]]
) -> None:
    apart = together([tallied(SKM, one), tallied(SKM, two)])
    assert satisfaction(SKM, apart) == satisfaction(SKM, tallied(SKM, one + two))


@given(responses)
def test_what_is_handed_on_keeps_class_and_rounding(rows: list[dict[str, int | None]]) -> None:
    found = satisfaction(SKM, tallied(SKM, rows))
    if found.index is not None and found.stated is not None:
        assert classify(SCALE, found.stated, 2024) == classify(SCALE, found.index, 2024)
        assert rounded(found.stated, 2) == rounded(found.index, 2)
