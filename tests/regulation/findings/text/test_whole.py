"""The rules together: sound regulations pass, every code is declared once, tested, and explained in both languages."""

from collections import Counter
from pathlib import Path

import pytest

from petajalan.catalogue.load import load_reference
from petajalan.regulation.findings.model import Severity
from petajalan.regulation.findings.text import RULES
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise
from petajalan.regulation.reference import Reference
from tests.regulation.building import regulation
from tests.regulation.findings.text.checking import findings_in

HERE = Path(__file__).parent
TEXTS = HERE.parent.parent / "texts"
CODES = {code.code: code for rule in RULES for code in rule.codes}


@pytest.mark.parametrize("name", ["kabupaten-bersih", "provinsi-bersih", "kabupaten-nyaris"])
def test_sound_regulations_and_near_misses(name: str):
    data = recognise(read_document((TEXTS / f"{name}.md").read_bytes(), name))
    found = findings_in(data, load_reference())
    assert [finding.code for finding in found if finding.severity != Severity.NOTE] == []
    assert {finding.code for finding in found} <= {"abbreviation_undefined"}


def test_nothing_is_found_in_nothing():
    assert findings_in(regulation(), Reference()) == []


def test_a_name_means_one_code():
    declared = {id(code): code.code for rule in RULES for code in rule.codes}
    assert [name for name, times in Counter(declared.values()).items() if times > 1] == []


@pytest.mark.parametrize("name", CODES)
def test_every_code_is_tested(name: str):
    tests = "".join(path.read_text() for path in HERE.glob("test_*.py") if path != Path(__file__))
    assert tests.count(f'"{name}"') > 1


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_every_code_is_explained(code):
    for words in (code.meaning, code.example):
        for sentence in (words.id, words.en):
            assert len(sentence) > 10
            assert sentence.endswith((".", "”."))
