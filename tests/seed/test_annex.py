"""The annex of the real regulation, imported again, is the same road map: text, cells and register."""

from pathlib import Path

import pytest

from petajalan.exports.documents.choice import PRINTED, Choice, Format
from petajalan.exports.documents.collect.annex import annex
from petajalan.exports.documents.write import write
from petajalan.planning.queries.comparison import compare
from petajalan.planning.queries.whole import whole_json
from petajalan.planning.readings import read_file
from tests.cast import Cast
from tests.planning.regulations import imported


@pytest.mark.parametrize("format", PRINTED)
def test_the_annex_reads_back_the_same(seed: Path, cast: Cast, format: Format) -> None:
    first = imported(cast.agency, seed.read_bytes(), seed.name).road_map
    assert first is not None
    written = write(annex(Choice(cast.agency)), format)
    again = imported(cast.other_agency, written, f"lampiran.{format}").road_map
    assert again is not None
    assert whole_json(again) == whole_json(first)
    found = compare(first, read_file(written, f"lampiran.{format}").data)
    assert (found.differences, found.cells > 700) == ((), True)
