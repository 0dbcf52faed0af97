"""Runs the rules on text, names, law and structure over a small document, with a small register of its own."""

from __future__ import annotations

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Block
from petajalan.regulation.findings.model import Finding
from petajalan.regulation.findings.text import RULES
from petajalan.regulation.recognise import recognise
from petajalan.regulation.reference import Aliases, Reference
from tests.regulation.building import TablePart, document, paragraph, table

REFERENCE = Reference(
    aliases=(
        Aliases("unit", "Bagian Organisasi", ("Bagor", "Bagian Ortala")),
        Aliases("unit", "Dinas Komunikasi dan Informatika", ("Diskominfo", "Dinas Kominfo")),
        Aliases("unit", "Inspektorat Daerah", ("Inspektorat",)),
        Aliases("unit", "Dinas Perikanan", ("Diskan",)),
        Aliases("theme", "Pengentasan Kemiskinan", ("Penanganan Kemiskinan",)),
        Aliases("term", "Reformasi Birokrasi", ("RB",)),
        Aliases("term", "Aparatur Sipil Negara", ("ASN",)),
        Aliases("term", "Organisasi Perangkat Daerah", ("OPD", "PD", "Perangkat Daerah")),
    )
)
TITLE = (
    "PERATURAN WALI KOTA CONTOH",
    "NOMOR 1 TAHUN 2023",
    "TENTANG",
    "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA CONTOH TAHUN 2023-2024",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA",
)
HEAD = tuple(paragraph(line) for line in TITLE)
SIGNED = paragraph("Ditetapkan di Contoh pada tanggal 6 Juli 2023")


def read(*parts: Block | TablePart) -> RegulationData:
    """A regulation of Kota Contoh for 2023-2024 with these parts."""
    return recognise(document(*HEAD, *parts))


def findings(*parts: Block | TablePart) -> list[Finding]:
    return findings_in(read(*parts))


def findings_in(data: RegulationData, reference: Reference = REFERENCE) -> list[Finding]:
    return [finding for rule in RULES for finding in rule.function(data, reference)]


def said(code: str, *parts: Block | TablePart) -> list[tuple[str, list[str]]]:
    """What the findings of one code say in Indonesian, and the words printed at their places."""
    return [
        (finding.message.id, [place.printed for place in finding.places])
        for finding in findings(*parts)
        if finding.code == code
    ]


def printed(code: str, *parts: Block | TablePart) -> list[list[str]]:
    """The words at the places of the findings of one code."""
    return [places for _, places in said(code, *parts)]


def activities(rows: str) -> TablePart:
    """Key activities; rows: number, activity, indicator, coordinator."""
    headers = "No | Kegiatan Utama | Indikator | Koordinator"
    return table("3.4", "Penetapan Target Kegiatan Utama", headers, rows)


def objectives(rows: str) -> TablePart:
    headers = "No | Sasaran Strategis | Indikator | Baseline 2022 | Target 2023 | Target 2024 | Sumber Data"
    return table("3.2", "Sasaran Strategis, Indikator dan Target", headers, rows)


def themes(rows: str) -> TablePart:
    headers = "No | Tema | Sasaran Tematik | Indikator | Baseline 2022 | Target 2023 | Target 2024"
    return table("3.5", "Penetapan Target Reformasi Birokrasi Tematik", headers, rows)


def teams(rows: str) -> TablePart:
    """Rows: letter, role in the team, position; "¶" separates the lines of a cell."""
    return table("4.1", "Susunan Keanggotaan Tim", "No | Kedudukan dalam Tim | Kedudukan dalam Jabatan", rows)
