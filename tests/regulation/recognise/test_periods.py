"""Yearly, quarterly and half-yearly target columns."""

import pytest

from petajalan.regulation.document import Block
from petajalan.regulation.recognise import recognise
from tests.regulation.building import document, paragraph, table

TITLE = (
    paragraph("PERATURAN BUPATI CONTOH"),
    paragraph("NOMOR 4 TAHUN 2025"),
    paragraph("TENTANG"),
    paragraph("ROAD MAP REFORMASI BIROKRASI TAHUN 2025-2029"),
)
ONE_YEAR = (*TITLE[:3], paragraph("ROAD MAP REFORMASI BIROKRASI TAHUN 2025"))

CASES = [
    ("Target / 2025 | Target / 2026 | Target / 2027", "Target", TITLE, ["2025", "2026", "2027"]),
    ("Target 2025 | 2026 | 2027", "Target", TITLE, ["2025", "2026", "2027"]),
    ("2025 | 2026 | 2027", "Target", TITLE, ["2025", "2026", "2027"]),
    ("Target / TW I | Target / TW II", "Target Tahun 2026", TITLE, ["2026-Q1", "2026-Q2"]),
    ("Target 2026 / Triwulan I | Target 2026 / Triwulan II", "Target", TITLE, ["2026-Q1", "2026-Q2"]),
    ("Target / Tribulan 1 | Target / Tribulan 4", "Target", ONE_YEAR, ["2025-Q1", "2025-Q4"]),
    ("Target / TW I | Target / TW II", "Target", TITLE, ["Q1", "Q2"]),
    ("Target / Semester I | Target / Semester II", "Target Tahun 2026", TITLE, ["2026-S1", "2026-S2"]),
    ("Target / Tahun 1 | Target / Tahun ke-5", "Target", TITLE, ["2025", "2029"]),
    ("Target Akhir", "Target", TITLE, ["2029"]),
    ("Target Kinerja", "Target Tahun 2026", TITLE, ["2026"]),
    ("Target Kinerja", "Target", TITLE, [""]),
]


@pytest.mark.parametrize(("headers", "caption", "title", "periods"), CASES)
def test_the_periods_of_targets(headers: str, caption: str, title: tuple[Block, ...], periods: list[str]) -> None:
    cells = " | ".join(str(number) for number in range(len(periods)))
    data = recognise(
        document(*title, table("1", f"Sasaran dan {caption}", f"Sasaran | Indikator | {headers}", f"S | I | {cells}"))
    )

    (row,) = data.road_map.objectives[0].indicators
    assert {period: figure.reading.printed for period, figure in row.targets.items()} == {
        period: str(number) for number, period in enumerate(periods)
    }
    assert data.meanings[0].columns == ("name", "indicator", *(f"target:{period}" for period in periods))
