"""The worksheets that come with the program, what their loader refuses, and the file of values."""

from __future__ import annotations

import copy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from petajalan.calc.index import State, Value, compute
from petajalan.catalogue.entries import InvalidReferenceData, Refused
from petajalan.catalogue.instruments import (
    FOLDER,
    entry,
    instrument,
    instrument_named,
    instruments,
    load_instrument,
)
from petajalan.catalogue.worksheet_values import RefusedValues, read_values

KL = next(one for one in instruments() if one.code == "lke-2024-kl")
RIGHT = {
    "code": "uji",
    "name": "Uji",
    "group": "kabkota",
    "years": [2024, 2024],
    "scale": "reform-index",
    "source": "uji",
    "confidence": "P",
    "general": {
        "code": "general",
        "name": "Umum",
        "weight": 100,
        "parts": [
            {"code": "A1", "name": "Satu", "weight": 40, "range": [0, 100], "evaluator": "X", "target_good": 80},
            {"code": "B1", "name": "Dua", "weight": "60", "range": [1, 5], "evaluator": "X", "multiplier": "A1"},
        ],
    },
}


def test_each_instrument_is_named_by_year_and_group() -> None:
    assert {one.code: (one.first_year, one.last_year, one.group) for one in instruments()} == {
        "lke-2022-semua": (2020, 2022, "semua"),
        "lke-2023-kl": (2023, 2023, "kl"),
        "lke-2023-kabkota": (2023, 2023, "kabkota"),
        "lke-2023-provinsi": (2023, 2023, "provinsi"),
        "lke-2024-kl": (2024, 2024, "kl"),
        "lke-2024-kabkota": (2024, 2024, "kabkota"),
        "lke-2024-provinsi": (2024, 2024, "provinsi"),
    }


def test_the_worksheet_of_ministries_in_2024_is_complete_but_for_the_opinion() -> None:
    weights = {section.code: section.weight for root in KL.roots for section in root.sections()}
    assert {code: str(weight) for code, weight in weights.items()} == {
        "general": "100", "A": "10", "B": "40", "B-hard": "33", "B-soft": "7",
        "C": "50", "C-hard": "28", "C-soft": "22", "thematic": "10",
    }  # fmt: skip
    items = list(KL.items())
    assert len(items) == 33
    assert all(one.weight is not None and one.high is not None for one in items)
    assert {one.code: one.multiplier for one in items if one.multiplier} == {"A2": "A1", "C2b": "B5"}
    assert [[(level.code, level.value) for level in one.levels] for one in items if one.levels] == [
        [("WTP", None), ("WDP", None), ("TW", None), ("TMP", None)]
    ]
    assert compute(KL, {one.code: Value(one.high) for one in items}).index == Decimal(110)


@pytest.mark.parametrize("code", ["lke-2023-kabkota", "lke-2024-kabkota", "lke-2023-provinsi", "lke-2024-provinsi"])
def test_the_worksheets_of_regions_leave_open_what_no_source_gives(code: str) -> None:
    found = instrument_named(code)
    assert found is not None
    assert found.thematic is not None
    assert (found.general.weight, found.thematic.weight) == (Decimal(100), Decimal(20))
    assert all(one.weight is None for one in found.items())
    codes = {one.code for one in found.items()}
    assert {"C2-makro", "C2-nonmakro"} <= codes
    assert not {"B9", "B10", "C2a", "C2b"} & codes
    assert ("B6" in codes) == (found.group == "provinsi")


@pytest.mark.parametrize("one", instruments(), ids=lambda one: one.code)
def test_an_instrument_and_its_entry_say_the_same(one: Any) -> None:
    assert instrument({"code": one.code, **yaml.safe_load(yaml.safe_dump(entry(one)))}) == one


def broken(path: str, value: object) -> dict[str, Any]:
    made: Any = copy.deepcopy(RIGHT)
    *above, last = path.split(".")
    inside = made
    for key in above:
        inside = inside[int(key)] if key.isdecimal() else inside[key]
    inside[last] = value
    return made


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("general.parts.0.weight", 41, "the weights inside Umum sum to 101, not to 100"),
        ("general.parts.0.weight", "39.999", "the weights inside Umum sum to 99.999, not to 100"),
        ("general.parts.0.weight", -1, "A1: the weight is below 0"),
        ("general.parts.0.weight", "NaN", "'NaN' is not a number"),
        ("general.parts.1.multiplier", "Z9", "B1: the multiplier 'Z9' is not another item of this instrument"),
        ("general.parts.1.multiplier", "B1", "B1: the multiplier 'B1' is not another item of this instrument"),
        ("general.parts.1.code", "A1", "uji: 'A1' is there twice"),
        ("general.parts.0.range", [100, 0], "the range is empty"),
        ("general.parts.0.range", [-5, 0], "A1: the highest value must be above 0"),
        ("general.parts.0.target_good", 101, "A1: target baik 101 is out of its range"),
        ("general.parts", [], "general: there are no items"),
        ("group", "desa", "'desa' is not one of kabkota, kl, provinsi, semua"),
        ("general.parts.0.wieght", 1, "unknown key wieght"),
    ],
)
def test_a_damaged_instrument_is_refused_with_the_reason(path: str, value: object, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        instrument(broken(path, value))
    assert refused.value.words_en == sentence


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "lke.yaml"
    for content, sentence in (
        (broken("scale", "x"), "lke.yaml, uji: scale 'x' is not known"),
        (broken("general.parts.0.indicator", "x"), "lke.yaml, uji: A1: indicator 'x' is not known"),
        ([], "lke.yaml: this is not an instrument"),
        ({"code": "x"}, "lke.yaml, x: years is missing"),
    ):
        file.write_text(yaml.safe_dump(content))
        with pytest.raises(InvalidReferenceData) as refused:
            load_instrument(file)
        assert refused.value.words_en == sentence


def test_every_file_is_read() -> None:
    assert len(list(FOLDER.glob("*.yaml"))) == len(instruments())


# ---- a file of values ----

SMALL = instrument(RIGHT)


@pytest.mark.parametrize(
    "text",
    [
        "item,value,state\nA1,62.5,assessed\nB1,3,carried\n",
        "item;value;state\nA1;62,5;assessed\nB1;3;carried\n",
        'item,value,state\nA1,"62,5",\nB1,3,carried\n',
        "item,value,state\nA1,62,5,assessed\nB1,3,carried\n",
        "\ufeffA1,62.5\r\n\r\nb1,3,CARRIED\r\n",
    ],
)
def test_values_are_read_with_either_mark(text: str) -> None:
    assert read_values(text.encode(), SMALL) == {
        "A1": Value(Decimal("62.5")),
        "B1": Value(Decimal(3), State.CARRIED),
    }


def test_an_excluded_item_needs_no_value() -> None:
    assert read_values(b"A1,70,\nB1,,excluded\n", SMALL)["B1"] == Value(None, State.EXCLUDED)


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(RefusedValues) as refused:
        read_values(b"item,value,state\nA1,101,assessed\nZ9,1,\nA1,,carried\nA1,1.000.000,\nA1,1,x\n", SMALL)
    assert [one.words_en for one in refused.value.mistakes] == [
        "line 2: A1: 101 is outside the range 0–100",
        "line 3: uji has no item 'Z9'",
        "line 4: A1 is there twice",
        "line 4: A1: there is no value. Give one, or write excluded when it is out of scope",
        "line 5: A1 is there twice",
        "line 5: A1: '1.000.000' is not a number. Write it like 62.5, without a mark for thousands",
        "line 6: A1 is there twice",
        "line 6: A1: the state 'x' is not assessed, carried or excluded",
        "items without a line: B1. Give their values, or excluded when they are out of scope",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xff\xfe", "this file is no CSV text in UTF-8"),
        (b"A1\nB1,3\n", "line 1: the columns must be item, value, state"),
        (b"A1,1,assessed,x\nB1,3\n", "line 1: the columns must be item, value, state"),
    ],
)
def test_a_file_of_another_form_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedValues) as refused:
        read_values(content, SMALL)
    assert refused.value.mistakes[0].words_en == sentence


def test_a_word_needs_its_number() -> None:
    text = "\n".join(f"{one.code},{'wtp' if one.levels else one.high}," for one in KL.items())
    with pytest.raises(RefusedValues) as refused:
        read_values(text.encode(), KL)
    assert [one.words_en for one in refused.value.mistakes] == [
        "line 24: C3a: the number of WTP is not known. Write the number, or complete the instrument"
    ]
