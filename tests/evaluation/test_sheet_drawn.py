"""What the rows of a sheet draw by hand: what people wrote never becomes markup."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from petajalan.evaluation.display.sheet import Cell
from petajalan.evaluation.queries.lines import ACCEPTED, MISSING, LineSeen
from petajalan.evaluation.templatetags.evaluation_sheet import judged_cells, lines_behind, pick_cells

BAD = '<script>"&'
ESCAPED = "&lt;script&gt;&quot;&amp;"


def drawn(*lines: LineSeen, unit: str = "dokumen", late: int = 0) -> str:
    action = SimpleNamespace(output_unit=unit)
    accepted = sum(one.state == ACCEPTED for one in lines)
    row: Any = SimpleNamespace(
        seen=SimpleNamespace(lines=lines, accepted=accepted, row=SimpleNamespace(action=action)), late=late
    )
    return lines_behind(row)


def line(**more: Any) -> LineSeen:
    return LineSeen(**{"unit": 1, "name": "Dinas", "state": ACCEPTED, "punctual": True, **more})


@pytest.mark.parametrize("field", ["name", "narrative", "obstacle", "solution"])
def test_what_people_wrote_is_escaped(field: str) -> None:
    made = drawn(line(**{field: BAD}))
    assert BAD not in made
    assert ESCAPED in made


def test_the_unit_of_the_output_is_escaped() -> None:
    with translation.override("id"):
        made = drawn(line(output=Decimal("1.50")), unit=BAD)
    assert BAD not in made
    assert f"1,5 {ESCAPED}" in made


def test_what_is_not_there_says_nothing_of_figures() -> None:
    with translation.override("id"):
        made = drawn(line(state=MISSING, punctual=False))
    assert "Laporan belum ada" in made
    assert "pj-chip--bad" in made
    assert "anggaran" not in made
    assert drawn() == ""


def test_it_speaks_the_language_of_the_page() -> None:
    with translation.override("id"):
        assert "0 dari 1 laporan diterima" in drawn(line(state=MISSING))
    with translation.override("en"):
        made = drawn(line(output=Decimal("1250.5")))
    assert "1,250.5" in made
    assert "anggaran" not in made


def cell(**more: Any) -> Cell:
    return Cell(**{"code": "output", "label": "Output", "value": "", "words": "", "proposal": "", "months": "", **more})


@pytest.mark.parametrize("field", ["label", "proposal", "own_view"])
def test_cells_escape_their_words(field: str) -> None:
    made = pick_cells([cell(**{field: BAD})], 7)
    assert BAD not in made
    assert ESCAPED in made
    assert made.count('form="f7" name="output"') == 3


def test_cells_mark_what_was_judged_and_what_is_rated_higher() -> None:
    with translation.override("id"):
        made = pick_cells([cell(value="deviates", own_view="Sesuai", higher=True)], 7)
        read = judged_cells([cell(value="deviates", words="Tidak sesuai", own_view="Sesuai", higher=True)])
        plain = judged_cells([cell(own_view="Sesuai")])
    assert 'value="deviates" checked' in made
    assert made.count("checked") == 1
    assert all("in-own ev-warn" in one and "Mandiri: sesuai" in one for one in (made, read))
    assert ("ev-warn" in plain, "belum dinilai" in plain) == (False, True)


def test_cells_speak_the_language_of_the_page() -> None:
    for language, words in (("id", "belum dinilai"), ("en", "not judged yet"), ("id", "belum dinilai")):
        with translation.override(language):
            assert words in judged_cells([cell()]), language
