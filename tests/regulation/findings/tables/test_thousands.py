"""Rules stay fast on tables of thousands of rows: none compares every row with every other."""

from time import process_time

from petajalan.catalogue.load import load_reference
from petajalan.regulation.findings import check
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise

HEAD = """PERATURAN WALI KOTA TELAGA BIRU
NOMOR 7 TAHUN 2025

TENTANG

ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA TELAGA BIRU TAHUN 2025-2026

Tabel 3.1 Penetapan Target Kegiatan Utama

| No | Kegiatan Utama | Indikator | Baseline 2024 | Target 2025 | Target 2026 | Koordinator |
|---|---|---|---|---|---|---|
"""


def seconds_for(rows: int) -> float:
    table = "".join(f"| {at} | Layanan nomor {at} | Persentase layanan {at} | 80 | 81 | 82 | |\n" for at in range(rows))
    data = recognise(read_document((HEAD + table).encode(), "tabel.md"))
    start = process_time()
    check(data, load_reference())
    return process_time() - start


def test_four_times_the_rows_do_not_take_sixteen_times_as_long() -> None:
    seconds_for(50)
    assert seconds_for(1200) < 10 * seconds_for(300)
