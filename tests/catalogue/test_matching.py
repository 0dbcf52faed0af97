"""Printed names find their national counterpart, whatever leads them in; what is not clear stays unmatched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petajalan.catalogue.frameworks import framework_for
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.matching import match_activity, match_goal, match_indicator, match_objective, match_theme
from petajalan.catalogue.national import Framework, Stated
from petajalan.regulation.reference import Aliases


@pytest.fixture
def frame() -> Framework:
    found = framework_for(2023)
    assert found is not None
    return found


def code(found: Stated | None) -> str | None:
    return found.code if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pelaksanaan Sistem Kerja Baru dengan model fleksibel bagi Pegawai ASN", "work-system"),
        ("Sistem Kerja Baru", "work-system"),
        ("Penguatan implementasi sistem pengendalian intern pemerintah (SPIP)", "internal-control"),
        ("Penguatan Sistem Pengendalian Intern Pemerintah", "internal-control"),
        ("Penerapan Manajemen Talenta ASN", "talent-management"),
        ("Penguatan Pengadaan Barang/Jasa", "procurement"),
        ("Pelaksanaan Pembentukan Peraturan Perundangan-undangan", "legislation"),
        ("PELAKSANAAN PELAYANAN PUBLIK DIGITAL", "digital-services"),
        ("Pelaksanaan Pelayanan Publik Prima", "excellent-services"),
        ("Pelaksanaan Pelayanan Publk Prima", "excellent-services"),
        ("Pelaksanaan Pelayanan Publik", None),
        ("Pengelolaan Sampah Terpadu", None),
        ("Pelaksanaan", None),
        ("", None),
    ],
)
def test_activities(frame: Framework, name: str, expected: str | None) -> None:
    assert code(match_activity(name, frame)) == expected


def test_every_activity_finds_itself_by_each_of_its_names(frame: Framework) -> None:
    for one in frame.activities:
        assert {code(match_activity(name, frame)) for name in (one.name, *one.names)} == {one.code}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Terciptanya tata kelola pemerintahan digital yang efektif, lincah, dan kolaboratif", "digital-governance"),
        (
            "SS.1: Terciptanya Tata Kelola Pemerintahan Digital yang Lincah, Kolaboratif, dan Akuntabel",
            "digital-governance",
        ),
        ("SS.2: Budaya Birokrasi BerAKHLAK dengan ASN yang Profesional", "professional-culture"),
        ("Meningkatnya kesejahteraan petani", None),
    ],
)
def test_objectives(frame: Framework, name: str, expected: str | None) -> None:
    assert code(match_objective(name, frame)) == expected


def test_the_goal_as_the_nation_and_as_a_city_words_it(frame: Framework) -> None:
    national = (
        "Terwujudnya birokrasi yang bersih, efektif dan berdaya saing mendorong pembangunan nasional dan pelayanan"
    )
    local = "Birokrasi yang bersih, efektif dan berdaya saing mendorong pembangunan Daerah dan pelayanan publik"
    assert [code(match_goal(name, frame)) for name in (national, local, "Pemerintahan yang baik dan bersih")] == [
        "goal",
        "goal",
        None,
    ]
    later = framework_for(2025)
    assert later is not None
    assert match_goal(local, later) is None


@pytest.mark.parametrize(
    ("name", "in_2023", "in_2025"),
    [
        ("Pengentasan Kemiskinan", "poverty", "poverty"),
        ("PENANGANAN KEMISKINAN", "poverty", "poverty"),
        ("RB Tematik Peningkatan Investasi", "investment", "investment"),
        ("Digitalisasi (Penanganan Stunting)", "digitalisation", None),
        ("Percepatan Prioritas Aktual Presiden", "presidential-priorities", None),
        ("P3DN", "domestic-products", None),
        ("Peningkatan Penggunaan Produk dalam Negeri (PDN)", "domestic-products", None),
        ("Penanganan Inflansi", "inflation", None),
        ("Swasembada Pangan", None, "food-security"),
        ("Pariwisata", None, None),
    ],
)
def test_themes(frame: Framework, name: str, in_2023: str | None, in_2025: str | None) -> None:
    later = framework_for(2025)
    assert later is not None
    assert (code(match_theme(name, frame)), code(match_theme(name, later))) == (in_2023, in_2025)


def test_aliases_of_an_agency_name_a_theme_too(frame: Framework) -> None:
    national = national_reference()
    own = replace(
        national, aliases=(*national.aliases, Aliases("theme", "Pengendalian Inflasi", ("Harga Terkendali",)))
    )
    assert code(match_theme("Harga Terkendali", frame)) is None
    assert code(match_theme("Harga Terkendali", frame, own)) == "inflation"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tingkat Maturitas SPIP", "spip"),
        ("Indeks Berakhlak*", "berakhlak"),
        ("Employeeer Branding*", "employer-branding"),
        ("Capaian Akuntabilitas Kinerja", "sakip"),
        ("Capaian IKU Makro", "macro-indicators"),
        ("Capaian IKU Non Makro", "other-indicators"),
        ("Persentase Capaian IKU", None),  # one of three, and nothing says which
        ("Tingkat Inflasi (YoY)", "inflation"),
        ("Tingkat Implementasi Manajemen Talenta", None),  # well known, but not in the framework
        ("Jumlah pohon yang ditanam", None),
    ],
)
def test_indicators(frame: Framework, name: str, expected: str | None) -> None:
    assert code(match_indicator(name, frame)) == expected
