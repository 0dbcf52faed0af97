"""Runs the rules on figures and tables over a small document, with a small reference of its own."""

from __future__ import annotations

from decimal import Decimal

from petajalan.calc.scales import Band, Classification, Scale
from petajalan.regulation.document import Block, Document
from petajalan.regulation.findings.model import Finding
from petajalan.regulation.findings.tables import RULES
from petajalan.regulation.recognise import recognise
from petajalan.regulation.reference import Aliases, KnownIndicator, Reference
from tests.regulation.building import TablePart, document, paragraph, table


def band(label: str, low: int, high: int, letter: str | None = None) -> Band:
    return Band(letter, label, Decimal(low), Decimal(high), True, high == 100)


def scale(code: str, low: int | None, high: int | None, *tables: Classification, levels: tuple[str, ...] = ()) -> Scale:
    bounds = (None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Scale(code, code, *bounds, levels, "higher", tables, "contoh", "P")


OLD = Classification(None, 2022, (band("Buruk", 0, 50), band("Baik", 50, 100)), "contoh", "P")
NEW = Classification(2023, None, (band("Rentan", 0, 70), band("Terjaga", 70, 100)), "contoh", "P")
GRADES = Classification(
    None, None, (band("Kurang", 0, 60, "C"), band("Baik", 60, 80, "B"), band("Memuaskan", 80, 100, "A")), "contoh", "P"
)

REFERENCE = Reference(
    scales=(
        scale("integrity", 0, 100, OLD, NEW),
        scale("graded", 0, 100, GRADES),
        scale("points", 0, 100),
        scale("maturity", 1, 5),
        scale("share", 0, 100),
        scale("opinion", None, None, levels=("TW", "WDP", "WTP")),
    ),
    indicators=(
        KnownIndicator("integrity", ("Indeks Integritas Contoh",), "integrity", "higher", "index"),
        KnownIndicator("accountability", ("Nilai Akuntabilitas Contoh", "SAKIP Contoh"), "graded", "higher", "score"),
        KnownIndicator("satisfaction", ("Survei Kepuasan Warga", "SKW"), "points", "higher", "index"),
        KnownIndicator("maturity", ("Maturitas Layanan",), "maturity", "higher", "level"),
        KnownIndicator("opinion", ("Opini Laporan",), "opinion", "higher", "level"),
        KnownIndicator("poverty", ("Angka Kemiskinan", "Persentase Penduduk Miskin"), "share", "lower", "percent"),
        KnownIndicator("stunting", ("Angka Stunting", "Prevalensi Stunting"), "share", "lower", "percent"),
        KnownIndicator("inflation", ("Tingkat Inflasi",), None, "range", "percent"),
        KnownIndicator("depth", ("Indeks Kedalaman Kemiskinan",), None, "lower", "index"),
        KnownIndicator("investment", ("Nilai Investasi",), None, "higher", "rupiah"),
    ),
    aliases=(Aliases("unit", "Bagian Organisasi", ("Bagor",)),),
)

TITLE = (
    "PERATURAN WALI KOTA CONTOH",
    "NOMOR 1 TAHUN 2023",
    "TENTANG",
    "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA CONTOH TAHUN 2023-2024",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA",
)


def findings(*parts: Block | TablePart) -> list[Finding]:
    """The findings on a regulation of Kota Contoh for 2023-2024 with these parts."""
    return findings_in(document(*(paragraph(line) for line in TITLE), *parts))


def findings_in(read: Document) -> list[Finding]:
    data = recognise(read)
    return [finding for rule in RULES for finding in rule.function(data, REFERENCE)]


def said(code: str, *parts: Block | TablePart) -> list[tuple[str, list[str]]]:
    """What the findings of one code say in Indonesian, and the words printed at their places."""
    return [
        (finding.message.id, [place.printed for place in finding.places])
        for finding in findings(*parts)
        if finding.code == code
    ]


def messages(code: str, *parts: Block | TablePart) -> list[str]:
    return [message for message, _ in said(code, *parts)]


PRIORITY_HEADERS = "No | Kegiatan Utama | Mandat (1-10) | Tingkat Keparahan (1-10) | Waktu (1-10) | Total Skor"
TARGET_HEADERS = (
    "No | Kegiatan Utama | Indikator | Baseline 2022 | Target / 2023 | Target / 2024 | Koordinator | Pelaksana"
)
OBJECTIVE_HEADERS = "No | Sasaran Strategis | Indikator | Baseline 2022 | Target 2023 | Target 2024 | Sumber Data"
THEME_HEADERS = "No | Tema | Sasaran Tematik | Indikator | Baseline 2022 | Target / 2023 | Target / 2024"


def priorities(rows: str) -> TablePart:
    return table("3.3", "Penetapan Prioritas Kegiatan Utama", PRIORITY_HEADERS, rows)


def activities(rows: str) -> TablePart:
    return table("3.4", "Penetapan Target Kegiatan Utama", TARGET_HEADERS, rows)


def objectives(rows: str) -> TablePart:
    return table("3.2", "Sasaran Strategis, Indikator dan Target", OBJECTIVE_HEADERS, rows)


def themes(rows: str) -> TablePart:
    return table("3.5", "Penetapan Target Reformasi Birokrasi Tematik", THEME_HEADERS, rows)


def interim(rows: str) -> TablePart:
    return table(
        "2.1", "Capaian Hasil Antara", "No | Hasil Antara | Skala | Nilai 2021 | Nilai 2022 | Sumber Data", rows
    )
