"""An annex that is imported again gives the same road map, cell for cell, in every format."""

from __future__ import annotations

from typing import Any

import pytest

from petajalan.accounts.models import Agency
from petajalan.common.audit import SYSTEM
from petajalan.exports.documents.choice import PRINTED, Choice, Format
from petajalan.exports.documents.collect.annex import annex
from petajalan.exports.documents.write import write
from petajalan.planning.demo import regulation as demonstration
from petajalan.planning.models import AdoptedFigure, Indicator, RoadMap
from petajalan.planning.queries.stated import stated_of
from petajalan.planning.queries.whole import tables_json, whole_json
from petajalan.planning.services.figures import decide_figure
from petajalan.planning.services.life import start_amendment
from tests.cast import Cast
from tests.planning.regulations import AT, MELATI, imported

REGULATIONS = {"melati": MELATI, "demonstration": demonstration()}


def again(road_map: RoadMap, format: Format, agency: Agency) -> RoadMap:
    """The annex in this format, imported into another agency."""
    written = write(annex(Choice(road_map.agency, road_map=road_map.pk)), format)
    result = imported(agency, written, f"lampiran.{format}")
    assert result.road_map is not None
    return result.road_map


@pytest.mark.parametrize("format", PRINTED)
@pytest.mark.parametrize("data", REGULATIONS.values(), ids=REGULATIONS)
def test_an_enacted_version(cast: Cast, data: bytes, format: Format) -> None:
    first = imported(cast.agency, data).road_map
    assert first is not None
    assert first.status == "enacted"
    assert whole_json(again(first, format, cast.other_agency)) == whole_json(first)


@pytest.mark.parametrize("format", PRINTED)
@pytest.mark.parametrize("data", REGULATIONS.values(), ids=REGULATIONS)
def test_an_amendment_as_it_prints_itself(cast: Cast, data: bytes, format: Format) -> None:
    first = imported(cast.agency, data).road_map
    assert first is not None
    draft = start_amendment(road_map=first, reason="Evaluasi tahun pertama", by=SYSTEM, at=AT)
    raise_target(draft)
    printed = stated_of(again(draft, format, cast.other_agency), printed=True)
    assert tables_json(printed.data) == tables_json(stated_of(draft, printed=False).data)


def raise_target(draft: RoadMap) -> None:
    indicator = Indicator.objects.get(road_map=draft, name="Indeks RB")
    target = AdoptedFigure.objects.get(indicator=indicator, role="target", period="2024")
    decide_figure(
        indicator=indicator, role="target", period="2024", seen=target.version, text="70,5", reason="Naik", by=SYSTEM,
        at=AT,
    )  # fmt: skip


def test_the_json_holds_every_part_without_keys_of_the_database(cast: Cast) -> None:
    road_map = imported(cast.agency).road_map
    assert road_map is not None
    whole: dict[str, Any] = whole_json(road_map)
    assert list(whole) == ["title", "period", "text", "tables", "register"]
    assert whole["period"] == [2023, 2024]
    assert whole["text"]["sections"][1] == {
        "number": "1.1", "title": "Latar Belakang", "level": 2, "part": "",
        "body": "Nilai SPBE tahun 2022 sebesar 2,66.",
    }  # fmt: skip
    activity = whole["tables"]["key_activities"][0]
    assert (activity["name"], activity["total"], activity["total_printed"]["printed"]) == ("Arsip Digital", 17, "27")
    assert [one["name"] for one in whole["register"]][:2] == ["Indeks RB", "Indeks SPBE"]
