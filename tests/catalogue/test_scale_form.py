"""The form of a scale: classes by where they begin, several tables, and refusals that stand where the mistake is."""

import pytest
from django.test import Client

from petajalan.catalogue.models import OwnEntry
from tests.cast import Cast
from tests.catalogue.pages import text_of, words
from tests.catalogue.test_own import GARDENS

HERE = "/kota-melati/katalog/milik-instansi/"
ADD = HERE + "tambah/"

SCALE = {
    "tables": "1",
    "name": "Indeks Taman Kota",
    "measured": "numbers",
    "low": "0",
    "high": "10",
    "direction": "higher",
    "source": "Keputusan Wali Kota 12/2024",
    "confidence": "P",
    "t0-rows": "6",
    "t0-belongs": "below",
    **{f"t0-{row}-colour": "mute" for row in range(6)},
    "t0-0-letter": "C",
    "t0-0-label": "Gersang",
    "t0-0-colour": "bad",
    "t0-1-letter": "A",
    "t0-1-label": "Rindang",
    "t0-1-starts": "5",
    "t0-1-colour": "good",
}


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def test_a_scale_is_added_by_its_form(wati: Client, cast: Cast) -> None:
    assert wati.post(ADD + "skala/", SCALE).url == HERE  # type: ignore[attr-defined]
    entry = OwnEntry.objects.get()
    assert (entry.kind, entry.code, entry.data) == ("scale", "indeks-taman-kota", GARDENS)
    page = words(wati, HERE)
    assert "“Indeks Taman Kota” ditambahkan dan langsung dipakai." in page
    assert "1 tabel predikat · C < A · Keputusan Wali Kota 12/2024" in page


def test_decimals_are_written_the_indonesian_way(wati: Client) -> None:
    wati.post(ADD + "skala/", SCALE | {"t0-belongs": "above", "t0-1-starts": "7,5", "high": "10,50"})
    data = OwnEntry.objects.get().data
    assert data["range"] == ["0", "10.5"]
    assert [band[2] for band in data["classifications"][0]["bands"]] == ["[0, 7.5)", "[7.5, 10.5]"]


def test_levels_without_numbers(wati: Client) -> None:
    sent = SCALE | {"measured": "levels", "low": "", "high": "", "t0-1-starts": ""}
    wati.post(ADD + "skala/", sent)
    data = OwnEntry.objects.get().data
    assert data["levels"] == ["C", "A"]
    assert data["classifications"][0]["bands"] == [["C", "Gersang", None, "bad"], ["A", "Rindang", None, "good"]]


def test_a_second_table_for_later_years(wati: Client) -> None:
    second = {key.replace("t0", "t1"): value for key, value in SCALE.items() if key.startswith("t0")} | {
        "t1-first_year": "2025",
        "t1-1-starts": "6",
        "t1-source": "Perwali 3/2025",
        "t1-low": "0",
        "t1-high": "12",
    }
    # Sent in the wrong order: the tables are put in the order of their years.
    wati.post(ADD + "skala/", SCALE | second | {"tables": "2", "t0-last_year": "2024"})
    tables = OwnEntry.objects.get().data["classifications"]
    assert [(table["years"], table["source"]) for table in tables] == [
        ([None, 2024], "Keputusan Wali Kota 12/2024"),
        ([2025, None], "Perwali 3/2025"),
    ]
    assert (tables[1]["range"], tables[1]["bands"][1][2]) == (["0", "12"], "(6, 12]")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Tulis nama skala ini."),
        ({"source": ""}, "Tulis dari mana skala ini berasal."),
        ({"confidence": ""}, "Pilih dari mana Anda tahu batas-batasnya."),
        ({"low": "nol"}, "Tulis angka, misalnya 60 atau 73,7."),
        ({"low": "10", "high": "0"}, "Harus lebih besar daripada nilai terendah."),
        ({"t0-1-starts": ""}, "Tulis mulai dari nilai berapa kelas ini."),
        ({"t0-1-starts": "0"}, "Harus lebih besar daripada awal kelas sebelumnya."),
        ({"t0-1-starts": "10"}, "Harus lebih kecil daripada nilai tertinggi."),
        ({"t0-0-starts": "2"}, "Kelas pertama mulai dari nilai terendah; kosongkan atau tulis nilai itu."),
        ({"t0-2-starts": "8"}, "Tulis sebutan kelas ini, atau kosongkan nilainya."),
        ({"t0-first_year": "24"}, "Tulis tahun dengan empat angka, misalnya 2024."),
        ({"t0-first_year": "2025", "t0-last_year": "2024"}, "Tahun pertama lebih besar daripada tahun terakhir"),
        ({"measured": "levels", "t0-0-letter": ""}, "Tulis singkatan tingkat ini, misalnya WTP."),
        (
            {"measured": "levels", "t0-0-letter": "", "t0-0-label": "", "t0-1-letter": "", "t0-1-label": ""}
            | {"t0-1-starts": ""},
            "Tulis tingkat-tingkatnya dalam tabel, dari yang terburuk.",
        ),
    ],
)
def test_a_scale_that_does_not_fit_is_refused_where_it_stands(
    wati: Client, changed: dict[str, str], sentence: str
) -> None:
    response = wati.post(ADD + "skala/", SCALE | changed)
    assert response.status_code == 422
    assert sentence in text_of(response)
    assert OwnEntry.objects.count() == 0


def test_saving_twice_adds_once(wati: Client) -> None:
    wati.post(ADD + "skala/", SCALE)
    again = wati.post(ADD + "skala/", SCALE)
    assert again.status_code == 422
    assert "“Indeks Taman Kota” sudah menjadi nama skala lain." in text_of(again)
    assert OwnEntry.objects.count() == 1


def test_all_that_is_wrong_is_said_at_once(wati: Client) -> None:
    page = text_of(wati.post(ADD + "skala/", SCALE | {"name": "", "t0-1-starts": ""}))
    assert "Tulis nama skala ini." in page
    assert "Tulis mulai dari nilai berapa kelas ini." in page


def test_more_rows_and_another_table_keep_what_was_written(wati: Client) -> None:
    response = wati.post(ADD + "skala/", SCALE | {"name": "", "add": "t0"})
    assert response.status_code == 200
    page = response.content.decode()
    assert 'name="t0-rows" value="9"' in page
    assert 'value="Rindang"' in page
    assert "Tulis nama skala ini." not in page
    page = wati.post(ADD + "skala/", SCALE | {"add": "table"}).content.decode()
    assert 'name="tables" value="2"' in page
    assert "Tabel predikat 2" in page
    assert OwnEntry.objects.count() == 0


@pytest.mark.parametrize("counts", [{"tables": "x"}, {"tables": "99"}, {"t0-rows": "-1"}, {"t0-rows": "99999"}])
def test_counts_that_were_tampered_with_do_no_harm(wati: Client, counts: dict[str, str]) -> None:
    assert wati.post(ADD + "skala/", SCALE | counts).status_code in (302, 422)


def test_a_version_of_a_national_scale_starts_from_it(wati: Client, cast: Cast) -> None:
    page = wati.get(ADD + "skala/?salin=spi").content.decode()
    assert 'value="Survei Penilaian Integritas"' in page
    assert 'value="73,7"' in page
    assert wati.post(ADD + "skala/?salin=ikk", SCALE).url == HERE  # type: ignore[attr-defined]
    assert OwnEntry.objects.get().code == "ikk"
    assert "menggantikan yang nasional" in words(wati, HERE)
    again = wati.get(ADD + "skala/?salin=ikk")
    assert again.url == f"{HERE}{OwnEntry.objects.get().pk}/"  # type: ignore[attr-defined]


def test_other_printed_ranges_of_a_national_scale_are_offered_and_kept(wati: Client) -> None:
    assert 'value="0–100; 1–4; 0–4"' in wati.get(ADD + "skala/?salin=skm").content.decode()
    wati.post(ADD + "skala/?salin=skm", SCALE | {"printed_ranges": "0–100; 1-4; 0 sampai 4,5"})
    entry = OwnEntry.objects.get()
    assert entry.data["printed_ranges"] == [["0", "100"], ["1", "4"], ["0", "4.5"]]
    assert "Juga dicetak sebagai 0–100, 1–4, 0–4,5" in words(wati, "/kota-melati/katalog/skala/skm/")
    wati.post(f"{HERE}{entry.pk}/", SCALE | {"printed_ranges": "", "version": "1"})
    assert "printed_ranges" not in OwnEntry.objects.get().data


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("seratus", "“seratus” bukan rentang. Tulis seperti 0–100"),
        ("0–100; 4–1", "Pada rentang “4–1” angka kedua harus lebih besar"),
        ("0–1.2.3.4", "Tulis angka, misalnya 60 atau 73,7."),
    ],
)
def test_printed_range_that_is_none_comes_back_with_a_sentence(wati: Client, typed: str, sentence: str) -> None:
    answer = wati.post(ADD + "skala/", SCALE | {"printed_ranges": typed})
    assert answer.status_code == 422
    assert sentence in text_of(answer)  # type: ignore[arg-type]
    assert f'value="{typed}"' in answer.content.decode()
    assert not OwnEntry.objects.exists()
