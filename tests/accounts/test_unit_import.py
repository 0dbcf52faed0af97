"""A list of units from Excel: all of it or nothing, with a sentence for each cell that is wrong."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from petajalan.accounts import services
from petajalan.accounts.models import Position, Unit, UnitAlias
from petajalan.accounts.services import SheetRefused
from petajalan.accounts.unit_sheet import read_unit_sheet
from petajalan.common.models import AuditEntry
from tests.cast import Cast

AT = datetime(2024, 3, 4, 3, 0, tzinfo=UTC)
HEAD = ("Nama unit", "Jenis", "Singkatan", "Bagian dari", "Sebutan lain", "Jabatan yang memimpin", "Aktif sejak")
ROWS = (
    ("UPTD Panti", "UPTD", "", "Dinsos", "", "", "02/01/2024"),
    ("Dinas Sosial", "perangkat  daerah", "Dinsos", None, "Dinas Kesos; Kesos", "Kepala Dinas Sosial", None),
)


def sheet(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> bytes:
    book = openpyxl.Workbook()
    for row in (head, *rows):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def load(cast: Cast, data: bytes) -> tuple[int, int, int]:
    lines, problems = read_unit_sheet(data)
    assert problems == []
    done = services.import_units(agency=cast.agency, lines=lines, by=cast.wati, at=AT)
    return done.added, done.changed, done.same


def problems_of(cast: Cast, data: bytes) -> list[tuple[str, str, str]]:
    before = (Unit.objects.count(), UnitAlias.objects.count(), Position.objects.count(), AuditEntry.objects.count())
    lines, problems = read_unit_sheet(data)
    if not problems:
        with pytest.raises(SheetRefused) as refused:
            services.import_units(agency=cast.agency, lines=lines, by=cast.wati, at=AT)
        problems = list(refused.value.problems)
    after = (Unit.objects.count(), UnitAlias.objects.count(), Position.objects.count(), AuditEntry.objects.count())
    assert before == after
    return [(one.cell, one.printed, one.sentence) for one in problems]


def test_a_unit_may_stand_before_the_one_it_is_part_of(cast: Cast) -> None:
    assert load(cast, sheet(*ROWS)) == (2, 0, 0)
    home = Unit.objects.get(name="UPTD Panti")
    assert (home.kind, home.parent.name, home.active_from) == ("technical", "Dinas Sosial", date(2024, 1, 2))
    social = Unit.objects.get(name="Dinas Sosial")
    assert list(social.aliases.values_list("name", flat=True)) == ["Dinas Kesos", "Kesos"]
    assert [(one.name, one.is_head) for one in social.positions.all()] == [("Kepala Dinas Sosial", True)]
    entry = AuditEntry.objects.get(action="units_imported")
    assert (entry.object_name, entry.after) == (
        "Kota Melati",
        {"added": 2, "changed": 0},
    )


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    load(cast, sheet(*ROWS))
    before = AuditEntry.objects.count()
    assert load(cast, sheet(*ROWS)) == (0, 0, 2)
    assert AuditEntry.objects.count() == before


def test_columns_left_out_stay_and_cells_left_empty_are_emptied(cast: Cast) -> None:
    load(cast, sheet(*ROWS))
    short = sheet(("Dinas Sosial", "Bagian", ""), head=HEAD[:3])
    assert load(cast, short) == (0, 1, 0)
    social = Unit.objects.get(name="Dinas Sosial")
    assert (social.kind, social.short_name, social.aliases.count()) == ("division", "", 2)


def test_dates_may_be_real_dates(cast: Cast) -> None:
    load(cast, sheet(("Dinas Sosial", "Perangkat daerah", "", "", "", "", datetime(2024, 1, 2))))  # noqa: DTZ001
    assert Unit.objects.get(name="Dinas Sosial").active_from == date(2024, 1, 2)


KINDS = "Tulis salah satu jenis: Perangkat daerah, Bagian, UPTD, Kecamatan, Kelurahan."


def test_every_wrong_cell_is_named_and_nothing_is_stored(cast: Cast) -> None:
    wrong = sheet(
        ("Dinas Sosial", "Dinas", "", "", "", "", "kemarin"),
        (None, "Bagian"),
        ("Dinas Baik", "Perangkat daerah"),
        ("x" * 201, "Bagian"),
    )
    assert problems_of(cast, wrong) == [
        ("B2", "Dinas", KINDS),
        ("G2", "kemarin", "Tulis tanggal seperti 31/12/2024."),
        ("A3", "", "Tulis nama unit."),
        ("A5", "x" * 40 + "…", "Paling panjang 200 huruf."),
    ]


def test_what_contradicts_the_agency_or_the_list_itself_is_named(cast: Cast) -> None:
    wrong = sheet(
        ("Dinas A", "Perangkat daerah", "Bagor"),
        ("Dinas B", "Perangkat daerah", "", "Dinas Tak Ada"),
        ("Dinas C", "Perangkat daerah", "", "", "Inspektorat; Dinas D"),
        ("Dinas D", "Perangkat daerah"),
        ("DINAS D", "Perangkat daerah"),
        ("Dinas E", "Perangkat daerah", "", "Dinas F"),
        ("Dinas F", "Perangkat daerah", "", "Dinas E"),
        ("Bawahan B", "UPTD", "", "Dinas B"),
    )
    assert problems_of(cast, wrong) == [
        ("C2", "Bagor", "Singkatan ini sudah dipakai: Bagian Organisasi."),
        ("D3", "Dinas Tak Ada", "Unit ini tidak ada di aplikasi maupun di berkas ini."),
        ("E4", "Inspektorat; Dinas D", "“Inspektorat” sudah menjadi nama atau sebutan Inspektorat."),
        ("A6", "DINAS D", "Nama ini sudah ada di baris 5."),
        ("D7", "Dinas F", "Unit ini menjadi bagian dari dirinya sendiri, lewat unit lain."),
        ("D8", "Dinas E", "Unit ini tidak ada di aplikasi maupun di berkas ini."),
    ]


def test_columns_are_known_by_their_heads(cast: Cast) -> None:
    assert problems_of(cast, sheet(("Dinas A", "x"), head=("Nama unit", "Tipe"))) == [
        ("B1", "Tipe", "Judul kolom ini tidak dikenal atau sudah ada. Hapus, atau pakai berkas contoh."),
        ("A1", "", "Kolom “Jenis” tidak ada di baris pertama. Pakai berkas contoh."),
    ]
    assert problems_of(cast, sheet()) == [("A2", "", "Belum ada unit. Isi mulai baris kedua.")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Nama unit;Jenis\nDinas A;Bagian", "Ini bukan berkas Excel (.xlsx)."),
        (b"PK\x03\x04 rusak", "Berkas rusak dan tidak dapat dibuka."),
    ],
)
def test_files_that_are_no_workbook(db: None, data: bytes, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        read_unit_sheet(data)
    assert refused.value.messages[0].startswith(said)


# ---- pages ----


@pytest.fixture
def wati(client: Client, cast: Cast) -> Client:
    client.force_login(cast.wati)
    return client


def upload(client: Client, data: bytes):
    return client.post("/kota-melati/unit/impor/", {"file": SimpleUploadedFile("daftar.xlsx", data)}, follow=True)


def test_page_stores_a_good_list_and_shows_the_cells_of_a_bad_one(wati: Client, cast: Cast) -> None:
    bad = upload(wati, sheet(("Dinas Sosial", "Dinas"))).content.decode()
    assert "1 sel perlu diperbaiki. Belum ada yang disimpan." in bad
    assert "B2</th>" in bad
    good = upload(wati, sheet(*ROWS))
    assert good.redirect_chain == [("/kota-melati/unit/", 302)]
    assert "2 unit ditambahkan, 0 diubah, 0 tetap." in good.content.decode()


def test_page_refuses_what_is_no_workbook(wati: Client, cast: Cast) -> None:
    assert wati.get("/kota-melati/unit/impor/").context["form"].errors == {}
    assert "Ini bukan berkas Excel" in upload(wati, b"x").content.decode()
    nothing = wati.post("/kota-melati/unit/impor/")
    assert nothing.context["form"].errors == {"file": ["Pilih berkas Excel (.xlsx) lebih dahulu."]}


def test_downloaded_list_can_be_imported_as_it_is(wati: Client, cast: Cast) -> None:
    load(cast, sheet(*ROWS))
    data = wati.get("/kota-melati/unit/daftar-unit.xlsx").content
    assert load(cast, data) == (0, 0, 6)


def test_template_holds_the_heads_and_the_kinds_to_choose_from(wati: Client, cast: Cast) -> None:
    answer = wati.get("/kota-melati/unit/contoh-daftar-unit.xlsx")
    assert answer["Content-Disposition"] == 'attachment; filename="contoh-daftar-unit.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    first = book.worksheets[0]
    assert [cell.value for cell in first[1]][:4] == list(HEAD[:4])
    assert first.max_row == 1
    (validation,) = first.data_validations.dataValidation
    assert validation.formula1 == '"Perangkat daerah,Bagian,UPTD,Kecamatan,Kelurahan"'
    assert book.sheetnames == ["Unit", "Petunjuk"]


def test_english_template_is_read_too(wati: Client, cast: Cast) -> None:
    wati.cookies["bahasa"] = "en"
    answer = wati.get("/kota-melati/unit/daftar-unit.xlsx")
    done = wati.post("/kota-melati/unit/impor/", {"file": SimpleUploadedFile("list.xlsx", answer.content)}, follow=True)
    assert done.redirect_chain == [("/kota-melati/unit/", 302)]
