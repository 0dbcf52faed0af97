"""Documents over the interface: the kinds, what one says, and one as a file."""

from __future__ import annotations

from io import BytesIO
from typing import get_args
from zipfile import ZipFile

import pytest
from django.core.cache import cache

from petajalan.api.v1.shapes.documents import block_shape
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.documents.tree import (
    Block,
    Cell,
    Clause,
    Column,
    Fact,
    Heading,
    Item,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from petajalan.exports.documents.write import CONTENT_TYPES
from tests.api.tokens import Api
from tests.cast import Cast
from tests.evaluation.sheets import Evaluating
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.reporting.reports import quarter as quarter  # the fixture

MARCH = "monthly_evaluation?year=2025&month=1"


@pytest.fixture(autouse=True)
def no_one_was_here(db: None) -> None:
    cache.clear()


@pytest.fixture
def judged(evaluating: Evaluating) -> Evaluating:
    """The evaluation of January 2025, judged and sent."""
    evaluating.quarter.action()
    evaluating.accepted()
    sheet = evaluating.start()
    evaluating.judge(evaluating.row(sheet))
    evaluating.submit(sheet)
    return evaluating


def test_the_kinds_say_what_they_need(cast: Cast) -> None:
    listed = {one["code"]: one for one in Api(cast.agency, cast.wali).get("documents").json()["items"]}
    assert set(listed) == set(KINDS)
    assert listed["monthly_evaluation"] == {
        "code": "monthly_evaluation",
        "name": "Laporan evaluasi bulanan",
        "of": ["month", "year"],
        "formats": [one.value for one in KINDS["monthly_evaluation"].formats if one in CONTENT_TYPES],
    }


def test_every_kind_of_block_has_a_shape() -> None:
    cells = ((Cell("a"),),)
    blocks = [
        Heading("a"), Paragraph("a"), Item("a"), Fact("a", "b"), Clause("a", (Item("b"),)),
        Table((Column(),), cells, cells), Signatures((Signature("a"),)),
    ]  # fmt: skip
    assert {type(one) for one in blocks} == set(get_args(Block))
    assert [block_shape(one).kind for one in blocks] == [type(one).__name__.lower() for one in blocks]


def test_what_a_document_says(judged: Evaluating) -> None:
    cast = judged.cast
    said = Api(cast.agency, cast.rina).get(f"documents/{MARCH}")
    document = said.json()
    assert said.status_code == 200
    assert (document["kind"], document["agency"]) == ("monthly_evaluation", "Kota Melati")
    kinds = [block["kind"] for part in document["parts"] for block in part["blocks"]]
    assert "table" in kinds
    assert "Menyatukan layanan" in said.content.decode()


@pytest.mark.parametrize("format", ["md", "docx"])
def test_a_document_as_a_file(judged: Evaluating, format: str) -> None:
    cast = judged.cast
    address = MARCH.replace("?", "/file?")
    file = Api(cast.agency, cast.rina).get(f"documents/{address}&format={format}")
    assert file.status_code == 200
    assert file.headers["Content-Disposition"] == f'attachment; filename="monthly_evaluation-kota-melati.{format}"'
    if format == "docx":
        assert "word/document.xml" in ZipFile(BytesIO(file.content)).namelist()
    else:
        assert "Menyatukan layanan" in file.content.decode()


def test_what_is_missing_or_not_there_is_told(judged: Evaluating) -> None:
    cast = judged.cast
    api, dewi = Api(cast.agency, cast.rina), Api(cast.other_agency, cast.dewi)
    said = {
        path: (answer.status_code, answer.json()["code"], sorted(answer.json()["fields"]))
        for path in (
            "documents/palace", "documents/monthly_evaluation?year=2025",
            "documents/monthly_evaluation?year=2031&month=5",
            "documents/monthly_evaluation/file?year=2025&month=1&format=zip",
            "documents/action_plan?year=2025&unit=999999",
        )
        for answer in [api.get(path)]
    }  # fmt: skip
    assert list(said.values()) == [
        (404, "not_found", []), (422, "invalid", ["month"]), (422, "nothing_to_write", []),
        (422, "invalid", ["format"]), (404, "not_found", []),
    ]  # fmt: skip
    assert dewi.get(f"documents/{MARCH}").json()["code"] == "nothing_to_write"
    unit = judged.quarter.unit.pk
    assert dewi.get(f"documents/action_plan?year=2025&unit={unit}").status_code == 404
    assert api.get(f"documents/action_plan?year=2025&unit={unit}").status_code in (200, 422)
