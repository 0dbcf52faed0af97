"""The pages about regulations, as people of the agency see them."""

import re

import msgspec
import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from petajalan.planning import services
from petajalan.planning.models import Regulation, RegulationReading
from petajalan.planning.readings import decode
from tests.cast import Cast
from tests.planning.regulations import AT, MELATI, stored, with_known_findings

PARTS = ("", "tabel/1/", "tabel/7/", "teks/", "temuan/", "temuan/1/", "cetak/", "temuan.xlsx", "temuan.json", "berkas/")


@pytest.fixture
def siti(client: Client, cast: Cast) -> Client:
    client.force_login(cast.siti)
    return client


def words(client: Client, address: str) -> str:
    """The text of a page, without tags and folded."""
    response = client.get(address)
    assert response.status_code == 200, address
    page = re.sub(r"<(script|style|svg).*?</\1>", " ", response.content.decode(), flags=re.S)
    text = re.sub(r"<[^>]+>", " ", page)
    for code, sign in (("&amp;", "&"), ("&quot;", '"'), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">")):
        text = text.replace(code, sign)
    return " ".join(text.split())


def one(cast: Cast, data: bytes = MELATI) -> str:
    regulation, _road_map = stored(cast.agency, data)
    with_known_findings(regulation)
    return f"/kota-melati/peraturan/{regulation.pk}/"


@pytest.mark.parametrize("part", PARTS)
def test_member_sees_it_and_another_agency_gets_404(client: Client, cast: Cast, part: str) -> None:
    address = one(cast) + part
    client.force_login(cast.siti)
    assert client.get(address).status_code == 200
    client.force_login(cast.dewi)
    assert client.get(address).status_code == 404


def test_regulation_of_another_agency_is_404_under_my_own_address(siti: Client, cast: Cast) -> None:
    theirs, _road_map = stored(cast.other_agency)
    mine = one(cast)
    assert {siti.get(f"/kota-melati/peraturan/{theirs.pk}/{part}").status_code for part in PARTS} == {404}
    assert siti.get(mine).status_code == 200


def test_home_says_what_to_do_first_to_the_secretariat(client: Client, cast: Cast) -> None:
    client.force_login(cast.rina)
    empty = words(client, "/kota-melati/")
    assert "Instansi ini belum punya road map." in empty
    assert "Unggah peraturan" in empty
    one(cast)
    page = words(client, "/kota-melati/")
    assert "Periksa 1 kesalahan dalam Peraturan Nomor 7 Tahun 2023" in page
    assert "Jumlah Arsip Digital tercetak 27, padahal 17." in page


def test_home_says_how_ready_the_road_map_is(siti: Client, cast: Cast) -> None:
    one(cast)
    page = words(siti, "/kota-melati/")
    assert "Diskominfo mengoordinasikan 1 indikator" in page
    assert "4 indikator dalam register" in page
    assert "2 indikator belum punya baseline" in page
    assert "1 total prioritas berbeda dari hitungannya" in page


def test_home_tells_the_secretariat_of_a_file_that_failed_and_of_one_to_decide_on(client: Client, cast: Cast) -> None:
    client.force_login(cast.rina)
    for content in (b"%PDF-1.7 rusak", MELATI):
        regulation = services.upload_regulation(
            agency=cast.agency, content=content, filename="naskah.pdf", by=cast.rina, at=AT
        )
        services.read_uploaded(regulation=regulation, at=AT)
    page = words(client, "/kota-melati/")
    assert "naskah.pdf tidak dapat dibaca" in page
    assert "Putuskan apakah Peraturan Nomor 7 Tahun 2023 menjadi road map" in page


def test_list_is_empty_in_words_or_shows_state_and_findings(siti: Client, cast: Cast) -> None:
    assert "Sekretariat atau administrator instansi ini yang mengunggah" in words(siti, "/kota-melati/peraturan/")
    one(cast)
    page = words(siti, "/kota-melati/peraturan/")
    assert "Peraturan Nomor 7 Tahun 2023" in page
    assert "Road map yang berlaku (versi 1)" in page
    assert "4 temuan: 1 kesalahan, 2 peringatan, 1 catatan." in page


def test_document_shows_identity_legal_basis_chapters_and_tables(siti: Client, cast: Cast) -> None:
    page = words(siti, one(cast))
    for said in (
        "Nomor 7 Tahun 2023",
        "Kota Melati",
        "2023–2024",
        "3 Mei 2023",
        "7 tabel",
        "Prioritas kegiatan utama",
        "Undang-Undang 23/2014 tentang Pemerintahan Daerah",
        "BAB II HASIL DAN SASARAN",
        "1.1 Latar Belakang",
    ):
        assert said in page


def test_document_of_another_city_is_pointed_out(siti: Client, cast: Cast) -> None:
    page = words(siti, one(cast, MELATI.replace(b"MELATI", b"MAWAR").replace(b"Melati", b"Mawar")))
    assert "Dokumen ini menyebut Kota Mawar, sedangkan Anda bekerja di Kota Melati." in page


def test_table_stands_printed_and_read_side_by_side(siti: Client, cast: Cast) -> None:
    address = one(cast)
    page = words(siti, address + "tabel/5/")
    assert "Tabel 3.2" in page
    for said in ("- belum ada", "75% 75 persen", "2,66 2,66", "Koordinator koordinator"):
        assert said in page
    assert "Baik (nilai 64,09) 64,09 · tingkat Baik" in words(siti, address + "tabel/2/")
    assert "n.a tidak tersedia" in words(siti, address + "tabel/6/")


def test_finding_is_marked_on_its_row(siti: Client, cast: Cast) -> None:
    address = one(cast)
    assert "Jumlah Arsip Digital tercetak 27, padahal 17." in words(siti, address + "tabel/4/")
    assert b'class="pl-hit pl-hit--error ' in siti.get(address + "tabel/4/").content


def test_teams_are_shown_as_read(siti: Client, cast: Cast) -> None:
    assert "TIM EVALUASI Evaluasi, 2 orang atau unit Ketua Inspektur Anggota Irban Wilayah I" in words(
        siti, one(cast) + "tabel/7/"
    )


@pytest.mark.parametrize("part", ["tabel/0/", "tabel/8/", "temuan/0/", "temuan/999/"])
def test_what_is_not_there_is_404(siti: Client, cast: Cast, part: str) -> None:
    assert siti.get(one(cast) + part).status_code == 404


def test_text_stands_by_chapter_with_its_lines(siti: Client, cast: Cast) -> None:
    page = words(siti, one(cast) + "teks/")
    assert "BAB I PENDAHULUAN" in page
    assert "Nilai SPBE tahun 2022 sebesar 2,66." in page
    assert "Tabel 3.1 di halaman sendiri" in page


def test_finding_shows_its_row_among_its_neighbours(siti: Client, cast: Cast) -> None:
    page = siti.get(one(cast) + "temuan/2/").content.decode()
    assert '<tr role="row" class="on"><td role="cell" data-l="No">1</td>' in page
    assert '<tr role="row" class="dim"><td role="cell" data-l="No">2</td>' in page
    assert '<td role="cell" data-l="Skala Prioritas (Total Skor)" class="hit">27</td>' in page
    assert "Perbaiki." in page


def test_finding_in_the_text_marks_the_words_in_their_sentence(siti: Client, cast: Cast) -> None:
    page = siti.get(one(cast) + "temuan/1/").content.decode()
    assert "Nilai <mark>SPBE</mark> tahun 2022 sebesar 2,66." in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "4 temuan ditampilkan"),
        ("tingkat=error", "1 dari 4 temuan ditampilkan"),
        ("jenis=missing_baseline", "2 dari 4 temuan ditampilkan"),
        ("letak=tabel-4", "1 dari 4 temuan ditampilkan"),
        ("cari=arsip+17", "1 dari 4 temuan ditampilkan"),
        ("cari=ARSIP&tingkat=note", "0 dari 4 temuan ditampilkan"),
        ("tingkat=gawat", "4 temuan ditampilkan"),
        ("jenis=missing_baseline&kelompok=jenis", "2 dari 4 temuan ditampilkan"),
    ],
)
def test_findings_are_filtered_by_the_address(siti: Client, cast: Cast, query: str, shown: str) -> None:
    assert shown in words(siti, f"{one(cast)}temuan/?{query}")


def test_going_through_findings_keeps_the_filter(siti: Client, cast: Cast) -> None:
    address = one(cast)
    page = siti.get(f"{address}temuan/?jenis=missing_baseline").content.decode()
    first, second = re.findall(rf'href="({address}temuan/\d+/)\?jenis=missing_baseline"', page)
    assert (
        f'rel="next" href="{second}?jenis=missing_baseline"'
        in siti.get(f"{first}?jenis=missing_baseline").content.decode()
    )


def test_findings_are_shown_in_english(siti: Client, cast: Cast) -> None:
    siti.cookies["bahasa"] = "en"
    page = words(siti, one(cast) + "temuan/")
    assert "Jumlah Arsip Digital tercetak 27, padahal 17 (en)." in page
    assert "4 findings: 1 error, 2 warnings, 1 note." in page


def test_clean_list_says_so(siti: Client, cast: Cast) -> None:
    address = one(cast)
    RegulationReading.objects.update(findings="[]", errors=0, warnings=0, notes=0)
    assert "Tidak ada temuan" in words(siti, address + "temuan/")
    assert siti.get(address + "temuan/1/").status_code == 404


def test_reading_kept_in_an_older_shape_asks_to_be_read_again(siti: Client, cast: Cast) -> None:
    address = one(cast)
    RegulationReading.objects.update(data='{"document": {}}')
    reading = RegulationReading.objects.get()
    with pytest.raises(msgspec.ValidationError):
        decode(reading.data, reading.findings)
    assert siti.get(address + "teks/").url == address
    assert "perlu dibaca ulang" in words(siti, address)
    assert siti.get("/kota-melati/").status_code == 200


def test_hostile_text_is_shown_as_text(siti: Client, cast: Cast) -> None:
    evil = MELATI.replace(b"Arsip Digital |", b"<script>alert(1)</script> &lt;b&gt; |")
    address = one(cast, evil)
    for part in PARTS[:7]:
        assert b"<script>alert" not in siti.get(address + part).content


MOST_QUERIES = 12


@pytest.mark.parametrize("part", PARTS[:9])
def test_pages_of_a_regulation_ask_a_constant_number_of_queries(
    siti: Client, cast: Cast, part: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = one(cast) + part
    longer = one(cast, MELATI + b"\n".join(b"\n%d. Kalimat tambahan." % number for number in range(40))) + part
    with django_assert_max_num_queries(MOST_QUERIES) as few:
        siti.get(address)
    with django_assert_max_num_queries(MOST_QUERIES) as many:
        siti.get(longer)
    assert len(few) == len(many)


@pytest.mark.parametrize("address", ["/kota-melati/", "/kota-melati/peraturan/"])
def test_lists_ask_as_many_queries_for_three_rows_as_for_one(
    client: Client, cast: Cast, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.rina)
    asked = []
    for count in (1, 3):
        while Regulation.objects.count() < count:
            services.upload_regulation(
                agency=cast.agency,
                content=MELATI + b"\n" * Regulation.objects.count(),
                filename="a.md",
                by=cast.rina,
                at=AT,
            )
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            assert client.get(address).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert isinstance(queries, CaptureQueriesContext)


def test_a_finding_among_thousands_lists_those_around_it(siti: Client, cast: Cast) -> None:
    address = one(cast)
    reading = RegulationReading.objects.get()
    found = decode(reading.data, reading.findings).findings
    many = tuple(found[0] for _ in range(1000))
    RegulationReading.objects.update(findings=msgspec.json.encode(many).decode())
    page = siti.get(f"{address}temuan/500/").content.decode()
    listed = [int(number) for number in re.findall(r"/temuan/(\d+)/", page)]
    assert (min(listed), max(listed)) == (425, 574)
    assert "Temuan 500 dari 1000" in page
