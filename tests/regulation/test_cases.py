"""Regulations with defects planted on purpose, and clean ones, in four formats.

`cases.csv` lists what each text in `texts/` has planted. Every planted defect must be found at a place where its words
stand, nothing else above a note may be found, and the format of the file must not matter.
"""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from pathlib import Path

import pytest

from petajalan.catalogue.load import load_reference
from petajalan.regulation.findings import RULES, check
from petajalan.regulation.findings.model import Finding, Severity
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise
from tests.regulation.writing import manuscript, to_docx, to_pdf, to_xlsx

HERE = Path(__file__).parent
TEXTS = tuple(sorted(path.stem for path in (HERE / "texts").glob("*.md")))
WRITERS = {"docx": to_docx, "pdf": to_pdf, "xlsx": to_xlsx}
FORMATS = ("md", *WRITERS)


@dataclass(frozen=True)
class Planted:
    """A row of `cases.csv`: a finding of `code` whose message holds `words` and that shows `where` as printed."""

    text: str
    code: str
    where: str
    words: tuple[str, ...]
    must_be_found: bool

    def is_met_by(self, finding: Finding) -> bool:
        return (
            finding.code == self.code
            and all(word in finding.message.id for word in self.words)
            and any(self.where in place.printed for place in finding.places)
        )


def planted_defects() -> tuple[Planted, ...]:
    with (HERE / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter=";")
        return tuple(
            Planted(row["berkas"], row["kode"], row["tempat"], tuple(row["kata"].split("|")), row["wajib"] == "ya")
            for row in rows
        )


PLANTED = planted_defects()


@functools.cache
def findings(text: str, suffix: str) -> tuple[Finding, ...]:
    """What is found in one text written in one format."""
    printed = (HERE / "texts" / f"{text}.md").read_text(encoding="utf-8")
    data = printed.encode() if suffix == "md" else WRITERS[suffix](manuscript(printed))
    return check(recognise(read_document(data, f"peraturan.{suffix}")), reference())


@functools.cache
def reference():
    return load_reference()


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_planted_defect_is_found(text, suffix):
    found = findings(text, suffix)
    expected = [planted for planted in PLANTED if planted.text == text and planted.must_be_found]
    assert [planted for planted in expected if not any(map(planted.is_met_by, found))] == []


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", TEXTS)
def test_nothing_else_is_found(text, suffix):
    known = [planted for planted in PLANTED if planted.text == text]
    unplanted = [
        (finding.code, finding.message.id, finding.places[0])
        for finding in findings(text, suffix)
        if finding.severity != Severity.NOTE and not any(planted.is_met_by(finding) for planted in known)
    ]
    assert unplanted == []


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("text", TEXTS)
def test_the_format_does_not_matter(text, suffix):
    assert said(findings(text, suffix)) == said(findings(text, "md"))


def said(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return sorted((finding.code, finding.message.id) for finding in found)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_place_can_be_gone_to(text, suffix):
    """A text file gives lines, a PDF pages, the others a table or the words as printed."""
    places = [place for finding in findings(text, suffix) for place in finding.places]
    assert [place for place in places if not place.printed] == []
    assert [place for place in places if suffix == "md" and place.line is None] == []
    assert [place for place in places if suffix == "pdf" and place.page is None] == []


def test_every_text_with_planted_defects_exists():
    assert {planted.text for planted in PLANTED} <= set(TEXTS)


def test_some_texts_are_clean():
    assert len(set(TEXTS) - {planted.text for planted in PLANTED}) >= 3


def test_every_code_is_planted():
    codes = {code.code for rule in RULES for code in rule.codes}
    assert codes - {planted.code for planted in PLANTED} == set()
