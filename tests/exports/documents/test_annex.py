"""What an annex prints: the enacted print again, or what a draft adopts and computes."""

from __future__ import annotations

from datetime import date

import pytest

from petajalan.accounts.choices import AgencyKind
from petajalan.accounts.models import Agency
from petajalan.common.audit import SYSTEM
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.annex import annex
from petajalan.exports.documents.collect.annex.signing import office_of
from petajalan.exports.documents.tree import Heading, OfficialDocument, Paragraph, Signature, Signatures, Table
from petajalan.planning.services.life import create_road_map, start_amendment
from tests.cast import Cast
from tests.planning.regulations import AT, MELATI, imported, stored

# One figure of an indicator stated in two ways: somebody has to decide.
TWICE = MELATI.replace(b"| 2,66 | 2,81 | 2,95 | Diskominfo", b"| 2,66 | 2,81 | 2,90 | Diskominfo")


def table(document: OfficialDocument, number: str) -> Table:
    return next(one for one in document.tables() if one.number == number)


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


def test_an_enacted_version_repeats_its_print_with_its_errors(cast: Cast) -> None:
    stored(cast.agency)
    document = annex(Choice(cast.agency))
    assert document.notices == ()
    assert document.head == (
        "LAMPIRAN", "PERATURAN WALI KOTA MELATI", "NOMOR 7 TAHUN 2023", "TENTANG",
        "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA MELATI TAHUN 2023-2024",
    )  # fmt: skip
    assert [one.text for one in document.blocks() if isinstance(one, Heading)] == [
        "PENDAHULUAN", "Latar Belakang", "HASIL DAN SASARAN", "KEGIATAN DAN TEMA", "PELAKSANAAN",
    ]  # fmt: skip
    priorities = table(document, "3.1")
    assert [[cell.text for cell in row] for row in priorities.head][1] == ["1", "2", "3", "4", "5", "6=(3+4+5)"]
    assert texts(priorities) == [
        ["SS.1: Tata kelola digital Melati"],
        ["1", "Arsip Digital", "10", "2", "5", "27"],
        ["2", "Arsitektur SPBE", "9", "10", "9", "28"],
    ]
    heading = priorities.rows[0][0]
    assert (heading.columns, heading.bold) == (6, True)


def test_an_amendment_prints_what_it_computes(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency, TWICE)
    draft = start_amendment(road_map=road_map, reason="Evaluasi", by=cast.rina, at=AT)
    document = annex(Choice(cast.agency, road_map=draft.pk))
    assert document.notices == ("Rancangan: 1 angka belum diputuskan.",)
    assert document.head[2] == "NOMOR … TAHUN …"
    priorities = table(document, "3.1")
    assert [cell.text for cell in priorities.head[0]] == [
        "No", "Kegiatan Utama", "Sifat", "Mandat RB General Nasional (1-10)", "Tingkat Keparahan (1-10)",
        "Waktu (1-10)", "Skala Prioritas (Total Skor)", "Peringkat",
    ]  # fmt: skip
    assert texts(priorities)[1:] == [
        ["1", "Arsip Digital", "Mandatory", "10", "2", "5", "17", "2"],
        ["2", "Arsitektur SPBE", "Mandatory", "9", "10", "9", "28", "1"],
    ]
    assert texts(table(document, "3.2"))[0][1:3] == ["Arsitektur SPBE", "Indeks SPBE"]
    # While nobody has decided each table keeps what it printed.
    assert "2,95" in texts(table(document, "2.3"))[0]
    assert "2,90" in texts(table(document, "3.2"))[0]


def test_wide_tables_lie_on_their_side_and_the_mayor_signs(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    document = annex(Choice(cast.agency, road_map=road_map.pk))
    wide = [one.number for part in document.parts if part.landscape for one in part.blocks if isinstance(one, Table)]
    assert wide == ["2.2", "2.3", "3.2"]
    last = list(document.blocks())[-1]
    assert last == Signatures((Signature("WALI KOTA MELATI,", last.signers[0].name),))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kind", "name", "office"),
    [
        (AgencyKind.CITY, "Kota Pasuruan", "WALI KOTA PASURUAN"),
        (AgencyKind.REGENCY, "Kabupaten Kampar", "BUPATI KAMPAR"),
        (AgencyKind.PROVINCE, "Provinsi Jawa Timur", "GUBERNUR JAWA TIMUR"),
        (AgencyKind.MINISTRY, "Kementerian Perhubungan", "MENTERI PERHUBUNGAN"),
        (AgencyKind.AGENCY, "Badan Pusat Statistik", "KEPALA BADAN PUSAT STATISTIK"),
    ],
)
def test_office_by_the_kind_of_agency(kind: AgencyKind, name: str, office: str) -> None:
    assert office_of(Agency(kind=kind, name=name)) == office


def test_a_plan_made_here_has_its_text_and_no_tables_yet(cast: Cast) -> None:
    made = create_road_map(
        agency=cast.agency, title="Road map Melati", period_start=2025, period_end=2026, by=SYSTEM, at=AT
    )
    document = annex(Choice(cast.agency, road_map=made.pk))
    headings = [one for one in document.blocks() if isinstance(one, Heading)]
    assert (headings[0], len(headings)) == (Heading("PENDAHULUAN", 1, "BAB I"), 7)
    assert {one.number for one in document.tables()} <= {"3.1", "4.1"}
    assert not [one for one in document.blocks() if isinstance(one, Paragraph)]


def test_a_version_of_another_agency_is_none_of_this_one(cast: Cast) -> None:
    _regulation, road_map = stored(cast.agency)
    with pytest.raises(NothingToWrite, match="tidak ada di instansi ini"):
        annex(Choice(cast.other_agency, road_map=road_map.pk))
    with pytest.raises(NothingToWrite, match="belum mempunyai road map"):
        annex(Choice(cast.other_agency))


def test_the_holder_of_that_day_signs(cast: Cast) -> None:
    from petajalan.exports.documents.collect.annex.signing import leader_of

    assert leader_of(cast.agency, None) == "Pak Wali"
    assert leader_of(cast.agency, date(1999, 1, 1)) == ""
    assert imported(cast.other_agency).road_map is not None
