"""The rules together: a sound regulation passes, every code is declared once and tested."""

from pathlib import Path

from petajalan.regulation.findings.tables import RULES
from tests.regulation.building import heading, item, paragraph, table
from tests.regulation.findings.tables.checking import (
    PRIORITY_HEADERS,
    findings,
    interim,
    objectives,
)

SOUND = (
    heading("BAB I PENDAHULUAN"),
    paragraph(
        "Angka kemiskinan Kota Contoh pada tahun 2022 mencapai 6,37 persen, turun 0,51 poin persen dibandingkan tahun "
        "2021 yang mencapai 6,88 persen. Survei kepuasan warga pada 2022 mencapai nilai 83,51. Pada 2024 angka "
        "kemiskinan ditargetkan menjadi 5,37 persen."
    ),
    interim("1 | Survei Kepuasan Warga | 0-100 | 82,1 | 83,51 | Bagian Organisasi"),
    objectives("1 | Pelayanan publik yang prima | Nilai Survei Kepuasan Warga | 83,51 | 85 | 86 | Bagian Organisasi"),
    item("1.", "Skor setiap faktor 1-10; bila jumlah skor sama, urutan ditentukan oleh tingkat keparahan."),
    table(
        "3.3",
        "Penetapan Prioritas Kegiatan Utama",
        PRIORITY_HEADERS,
        """
        1 | Pelayanan Publik Prima | 10 | 8 | 9 | 27
        2 | Pengendalian Intern | 10 | 9 | 9 | 28
        3 | Arsip Digital | 9 | 8 | 10 | 27
        """,
        formulas="1 | 2 | 3 | 4 | 5 | 6=(3+4+5)",
    ),
    table(
        "3.4",
        "Penetapan Target Kegiatan Utama",
        "No | Kegiatan Utama | Indikator | Skala | Baseline 2022 | Target / 2023 | Target / 2024 | Koordinator | "
        "Pelaksana | Sumber Data",
        """
        1 | Pengendalian Intern | Maturitas Layanan | 1-5 | 2 | 2,5 | 3 | Inspektorat | Semua dinas | BPKP
        2 | Pelayanan Publik Prima | Survei Kepuasan Warga | 0-100 | 83,51 | 85 | 86 | Bagor | Dinas A | Bagor
        ^ | ^ | Opini Laporan | WTP-TW | WTP | WTP | WTP | Bagor | Dinas A | BPK
        3 | Arsip Digital | Persentase Arsip Digital | 0-100 | 40% | 55% | 70% | Dispersip | Dinas B | Dispersip
        """,
    ),
    table(
        "3.5",
        "Penetapan Target Reformasi Birokrasi Tematik",
        "No | Tema | Sasaran | Indikator | Baseline 2022 | Target / 2023 | Target / 2024 | Koordinator | Sumber",
        "1 | Pengentasan Kemiskinan | Menurunnya kemiskinan | Angka Kemiskinan | 6,37% | 5,65% | 5,37% | Dinsos | BPS",
    ),
)


def test_a_sound_regulation_raises_nothing():
    assert [finding.message.id for finding in findings(*SOUND)] == []


def test_every_code_is_declared_alike_wherever_a_rule_raises_it():
    codes = [code for rule in RULES for code in rule.codes]
    assert len({code.code for code in codes}) == len(set(codes))


def test_every_code_has_a_test():
    written = "".join(path.read_text() for path in Path(__file__).parent.glob("test_*.py"))
    assert [code.code for rule in RULES for code in rule.codes if f'"{code.code}"' not in written] == []
