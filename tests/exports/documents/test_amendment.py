"""An amendment as "semula" and "menjadi", and the tables of the annex that it changes."""

from __future__ import annotations

import pytest

from petajalan.common.audit import SYSTEM
from petajalan.exports.documents.choice import PRINTED, Choice, Format, NothingToWrite
from petajalan.exports.documents.collect.amendment import amendment
from petajalan.exports.documents.tree import Heading, OfficialDocument, Table
from petajalan.exports.documents.write import write
from petajalan.planning.models import Indicator, RoadMap, Theme
from petajalan.planning.services.indicators import edit_indicator
from petajalan.planning.services.life import start_amendment
from petajalan.planning.services.themes import add_theme, remove_theme
from tests.cast import Cast
from tests.exports.documents.test_annex_round_trip import raise_target
from tests.planning.regulations import AT, stored


@pytest.fixture
def draft(cast: Cast) -> RoadMap:
    _regulation, road_map = stored(cast.agency)
    return start_amendment(road_map=road_map, reason="Evaluasi tahun pertama", by=cast.rina, at=AT)


def under(document: OfficialDocument, heading: str) -> list[list[str]]:
    """The table below a heading."""
    blocks = list(document.blocks())
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    table = next(one for one in blocks[at:] if isinstance(one, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_figures_and_names_as_they_were_and_as_they_become(cast: Cast, draft: RoadMap) -> None:
    raise_target(draft)
    archive = Indicator.objects.get(road_map=draft, name="Tingkat Digitalisasi Arsip")
    edit_indicator(indicator=archive, seen=1, by=SYSTEM, at=AT, reason="Ejaan", name="Digitalisasi Arsip")
    document = amendment(Choice(cast.agency, road_map=draft.pk))
    assert document.notices == ("Rancangan: belum ditetapkan.",)
    assert document.head[-1] == (
        "PERUBAHAN ATAS PERATURAN WALI KOTA MELATI NOMOR 7 TAHUN 2023 TENTANG ROAD MAP REFORMASI BIROKRASI PEMERINTAH "
        "KOTA MELATI TAHUN 2023-2024"
    )
    assert under(document, "Indikator dan target") == [
        ["1", "Indikator, nama:\nDigitalisasi Arsip", "Tingkat Digitalisasi Arsip", "Digitalisasi Arsip"],
        ["2", "Indeks RB · Target 2024", "67,56", "70,5"],
    ]
    assert under(document, "II. INDIKATOR LAMA DAN BARU") == [
        ["1", "Tingkat Digitalisasi Arsip", "Digitalisasi Arsip", "diganti namanya"]
    ]
    # Only the tables that change, with the numbers that they have in the annex.
    assert [one.number for one in document.tables() if one.number] == ["2.2", "3.2"]


def test_what_is_added_and_removed(cast: Cast, draft: RoadMap) -> None:
    add_theme(road_map=draft, by=SYSTEM, at=AT, name="Ketahanan Pangan", objective="Terjaganya pangan")
    remove_theme(theme=Theme.objects.get(road_map=draft, name="Pengendalian Inflasi"), seen=1, by=SYSTEM, at=AT)
    document = amendment(Choice(cast.agency, road_map=draft.pk))
    assert under(document, "Tema") == [
        ["1", "Tema", "-", "Ketahanan Pangan"],
        ["2", "Tema", "Pengendalian Inflasi", "dihapus"],
    ]
    assert under(document, "II. INDIKATOR LAMA DAN BARU") == [["1", "Tingkat Inflasi (YoY)", "-", "dihapus"]]
    assert [one.number for one in document.tables() if one.number] == ["3.3"]


def test_an_amendment_that_changes_nothing_says_so(cast: Cast, draft: RoadMap) -> None:
    with pytest.raises(NothingToWrite, match="belum mengubah apa pun"):
        amendment(Choice(cast.agency, road_map=draft.pk))


def test_a_version_that_amends_nothing_has_none(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    with pytest.raises(NothingToWrite, match="bukan perubahan"):
        amendment(Choice(cast.agency, road_map=road_map.pk))
    with pytest.raises(NothingToWrite, match="tidak ada di instansi ini"):
        amendment(Choice(cast.other_agency, road_map=road_map.pk))


@pytest.mark.parametrize("format", PRINTED)
def test_it_can_be_written(cast: Cast, draft: RoadMap, format: Format) -> None:
    raise_target(draft)
    assert len(write(amendment(Choice(cast.agency)), format)) > 500
