"""The pages of the national side: scales, frameworks, well-known indicators, for every member of the agency."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Agency
from petajalan.catalogue import services
from petajalan.catalogue.frameworks import framework_for
from tests.cast import Cast
from tests.catalogue.pages import words
from tests.catalogue.test_own import GARDENS

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)
HERE = "/kota-melati/katalog/"
PAGES = (
    "",
    "skala/spi/",
    "skala/bpk-opinion/",
    "skala/ikk/",
    "indikator/",
    "kerangka/2023/",
    "kerangka/2025/",
    "milik-instansi/",
)


@pytest.fixture
def siti(client: Client, cast: Cast) -> Client:
    client.force_login(cast.siti)
    return client


@pytest.mark.parametrize("part", PAGES)
def test_members_read_it_and_another_agency_gets_404(client: Client, cast: Cast, part: str) -> None:
    client.force_login(cast.siti)
    assert client.get(HERE + part).status_code == 200
    client.force_login(cast.dewi)
    assert client.get(HERE + part).status_code == 404


@pytest.mark.parametrize("part", ["skala/tidak-ada/", "kerangka/2024/", "kerangka/1999/"])
def test_what_is_not_there_is_404(siti: Client, part: str) -> None:
    assert siti.get(HERE + part).status_code == 404


def test_scales_say_how_many_are_unconfirmed(siti: Client) -> None:
    page = words(siti, HERE)
    assert "30 skala menentukan predikat" in page
    assert "10 di antaranya belum terkonfirmasi" in page
    assert "Indeks Reformasi Birokrasi 0–120 D · C · CC · B · BB · A/A- · AA PermenPANRB 9/2023" in page


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?cari=merit", "Indeks Sistem Merit", "Opini BPK"),
        ("?saring=tanpa-predikat", "Indeks Kualitas Kebijakan", "Opini BPK"),
        ("?saring=belum-terkonfirmasi", "Indeks BerAKHLAK", "Opini BPK"),
        ("?saring=instansi", "Tidak ada skala yang cocok", "Opini BPK"),
        ("?saring=entah", "Opini BPK", "Tidak ada skala yang cocok"),
        ("?cari=tidak+ada+skala+ini", "Tidak ada skala yang cocok", "Opini BPK"),
    ],
)
def test_scales_are_narrowed(siti: Client, query: str, shown: str, hidden: str) -> None:
    page = words(siti, HERE + query)
    assert shown in page
    assert hidden not in page


def test_schemes_stand_as_separate_tables_with_the_break_between(siti: Client) -> None:
    page = words(siti, HERE + "skala/reform-index/")
    newest, break_, oldest = (
        page.index(text) for text in ("Predikat sejak 2023", "Skema berganti pada 2023.", "Predikat sampai 2022")
    )
    assert newest < break_ < oldest
    assert "AA Sangat Memuaskan lebih dari 100 sampai 120" in page
    assert "AA Sangat Memuaskan lebih dari 90 sampai 100" in page
    assert "D Sangat Kurang 0 sampai 30" in page


def test_a_scale_says_where_it_comes_from_and_how_sure_it_is(siti: Client) -> None:
    unsure, sure = words(siti, HERE + "skala/itkp/"), words(siti, HERE + "skala/sakip/")
    assert "belum terkonfirmasi" in unsure
    assert "Sumber: SE Kepala LKPP 4/2021; titik data daerah cocok · dari ingatan" in unsure
    assert "belum terkonfirmasi" not in sure
    assert "Sumber: PermenPANRB 88/2021 · naskah aturan dibaca" in sure


def test_levels_and_a_scale_without_a_table(siti: Client) -> None:
    assert "Bertingkat tanpa angka: TMP · TW · WDP · WTP, dari yang terburuk." in words(
        siti, HERE + "skala/bpk-opinion/"
    )
    assert "Tabel predikatnya belum ada, jadi nilainya tidak diberi predikat." in words(siti, HERE + "skala/ikk/")


@pytest.mark.parametrize(
    ("code", "value", "year", "answer"),
    [
        ("reform-index", "64,09", "2022", "B · Baik 64,09 pada 2022: kelasnya lebih dari 60 sampai 70."),
        ("spi", "71,4", "2022", "Rentan 71,4 pada 2022: kelasnya 68 sampai kurang dari 73,7."),
        ("spi", "71,4", "2020", "Untuk 2020 belum ada tabel predikat."),
        ("spi", "171", "2024", "“171” tidak berada pada skala ini."),
        ("sakip", "BB", "2024", "BB · Sangat Baik BB pada 2024: kelasnya lebih dari 70 sampai 80."),
        ("bpk-opinion", "WTP", "2023", "WTP · Wajar Tanpa Pengecualian WTP pada 2023."),
        ("spi", "", "2024", "Tulis nilainya, misalnya 64,09 atau BB."),
        ("spi", "71", "24", "Tulis tahun dengan empat angka, misalnya 2024."),
    ],
)
def test_a_value_is_looked_up(siti: Client, code: str, value: str, year: str, answer: str) -> None:
    response = siti.get(f"{HERE}skala/{code}/", {"nilai": value, "tahun": year})
    assert answer in words(siti, response.request["PATH_INFO"] + "?" + response.request["QUERY_STRING"])


def test_indicators_are_found_by_any_spelling(siti: Client) -> None:
    page = words(siti, HERE + "indikator/?cari=predikat+akip")
    assert "1 indikator cocok" in page
    assert "Nilai SAKIP 12 ejaan lain" in page
    assert "Tidak ada indikator yang cocok" in words(siti, HERE + "indikator/?cari=entah")


def test_framework_shows_what_applies_to_this_kind_of_agency(client: Client, cast: Cast) -> None:
    client.force_login(cast.siti)
    page = words(client, HERE + "kerangka/2023/")
    assert "21 kegiatan utama wajib dengan 29 indikator; 23 di antaranya dinilai untuk kota." in page
    assert "Indikator Kinerja Pelaksanaan Anggaran (IKPA) 0–100 · Kemenkeu tidak dinilai untuk kota" in page
    assert "Tingkat Kepatuhan Standar Pelayanan Publik 0–100 · Ombudsman belum diketahui untuk kota" in page
    assert "4 tema, 5 butir penilaian" in page
    Agency.objects.filter(pk=cast.agency.pk).update(kind="ministry")
    page = words(client, HERE + "kerangka/2023/")
    assert "Indikator Kinerja Pelaksanaan Anggaran (IKPA) 0–100 · Kemenkeu Indeks Pengelolaan Aset" in page
    assert "Capaian IKU Makro 0–100 · Evaluator Nasional tidak dinilai untuk kementerian" in page


def test_transitional_framework_says_so_and_leads_to_the_one_before(siti: Client) -> None:
    page = words(siti, HERE + "kerangka/2025/")
    assert "5 sasaran dan 6 tema. Daftar kegiatan utama wajibnya belum ada." in page
    assert "Masa peralihan. Berlaku sampai Grand Design 2025–2045" in page
    assert "Lihat kegiatan utama masa sebelumnya" in page


def test_framework_of_today_is_that_of_this_year(siti: Client) -> None:
    current = framework_for(date.today().year)  # noqa: DTZ011
    assert current is not None
    assert siti.get(HERE + "kerangka/").url == f"{HERE}kerangka/{current.first_year}/"  # type: ignore[attr-defined]


def test_menu_leads_to_the_catalogue(siti: Client) -> None:
    assert b'<a href="/kota-melati/katalog/" aria-current="page">Katalog</a>' in siti.get(HERE).content


@pytest.mark.parametrize("part", PAGES)
def test_pages_ask_the_database_the_same_few_times(siti: Client, cast: Cast, part: str) -> None:
    counts = []
    for number in range(4):
        services.add_entry(
            agency=cast.agency,
            kind="scale",
            code=f"taman-{number}",
            data=GARDENS | {"name": f"Taman {number}"},
            by=cast.wati,
            at=AT,
        )
        if number in (0, 2, 3):
            with CaptureQueriesContext(connection) as queries:
                assert siti.get(HERE + part).status_code == 200
            counts.append(len(queries))
    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_own_scales_stand_among_the_national_ones(siti: Client, cast: Cast) -> None:
    version = GARDENS | {"name": "Indeks Kualitas Kebijakan"}
    services.add_entry(agency=cast.agency, kind="scale", code="ikk", data=version, by=cast.wati, at=AT)
    services.add_entry(agency=cast.agency, kind="scale", code="taman", data=GARDENS, by=cast.wati, at=AT)
    listed = words(siti, HERE + "?saring=instansi")
    assert "Indeks Kualitas Kebijakan versi instansi ini 0–10 C · A" in listed
    assert "Indeks Taman Kota milik instansi 0–10 C · A" in listed
    replaced, own = words(siti, HERE + "skala/ikk/"), words(siti, HERE + "skala/taman/")
    assert "Ini versi Kota Melati; skala nasional tidak dipakai di sini. Diubah terakhir 5 Maret 2024" in replaced
    assert "Skala ini ditambahkan oleh Kota Melati." in own
    assert "oleh Wati Setyowati" in own
