"""Units, teams and people in a browser: as the administrator keeps them, and as others see them."""

from __future__ import annotations

import re
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.people import password, scrolls_sideways, sign_in, targets_too_small

HOME = "/kota-pasuruan/"
WIDTHS = {"desk": DESKTOP, "phone": PHONE}
Open = Callable[..., Page]
Axe = Callable[[Page], list[str]]


def in_order(page: Page, axe: Axe) -> None:
    phone = page.viewport_size == PHONE
    assert (page.url, axe(page)) == (page.url, [])
    assert (page.url, scrolls_sideways(page)) == (page.url, False)
    assert (page.url, targets_too_small(page, 40 if phone else 24)) == (page.url, [])
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_of_the_administrator_are_in_order(open_page: Open, axe: Axe, width: str) -> None:
    page = open_page(WIDTHS[width])
    sign_in(page, "Wati")
    for start, links in (
        (
            "unit/",
            ["Dinas Komunikasi, Informatika dan Statistik", "Kepala Dinas Komunikasi, Informatika dan Statistik"],
        ),
        ("tim/", ["Penanganan Kemiskinan"]),
        ("orang/", ["Rina Hapsari"]),
    ):
        page.goto(HOME + start)
        in_order(page, axe)
        for link in links:
            page.get_by_role("main").get_by_role("link", name=link, exact=True).first.click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(link)
            in_order(page, axe)
            for action in (
                "Ubah",
                "Serah terima",
                "Tambah jabatan",
                "Tambah anggota",
                "Beri peran",
                "Nonaktifkan akun",
            ):
                found = page.get_by_role("main").get_by_role("link", name=action, exact=True)
                if found.count():
                    found.first.click()
                    in_order(page, axe)
                    page.go_back()
    for address in ("unit/tambah/", "unit/impor/", "tim/tambah/", "orang/undang/", "orang/undangan/"):
        page.goto(HOME + address)
        in_order(page, axe)


def test_search_narrows_the_list_of_units(page: Page) -> None:
    sign_in(page, "Siti")
    page.goto(f"{HOME}unit/")
    page.get_by_label("Cari unit").fill("bagor")
    expect(page.get_by_text("1 unit ditampilkan")).to_be_visible()
    expect(page.get_by_role("link", name="Bagian Organisasi")).to_be_visible()
    page.get_by_label("Cari unit").fill("")
    page.get_by_label("Jenis").select_option("district")
    expect(page.get_by_text("4 unit ditampilkan")).to_be_visible()
    expect(page.get_by_text("Data simulasi", exact=True)).to_have_count(4)
    page.get_by_role("link", name="Hapus saringan").click()
    expect(page).to_have_url(re.compile(r"/unit/$"))


def fill_unit(page: Page, name: str) -> None:
    page.goto(f"{HOME}unit/tambah/")
    page.get_by_label("Nama unit").fill(name)
    page.get_by_label("Jabatan yang memimpin").fill(f"Kepala {name}")
    page.get_by_role("button", name="Simpan unit").click()
    expect(page.get_by_role("status")).to_contain_text(f"{name} tersimpan.")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_position_is_filled_handed_over_and_its_unit_retired(open_page: Open, axe: Axe, width: str) -> None:
    page = open_page(WIDTHS[width])
    name = f"Dinas Uji {width}"
    sign_in(page, "Wati")
    fill_unit(page, name)
    in_order(page, axe)
    page.get_by_role("link", name=f"Isi jabatan Kepala {name}").click()
    page.get_by_label("Pemegang baru").select_option(label="Ani Lestari (ani@kota-pasuruan.example)")
    page.get_by_label("Mulai").fill("2024-01-02")
    page.get_by_role("button", name="Isi jabatan").click()
    expect(page.get_by_role("status")).to_contain_text(f"Ani Lestari memegang Kepala {name}.")

    page.get_by_role("link", name="Serah terima").click()
    expect(page.get_by_text("Ani Lestari memegangnya sejak 2 Januari 2024.")).to_be_visible()
    expect(page.get_by_role("heading", name="Yang berpindah")).to_be_visible()
    page.get_by_label("Pemegang baru").select_option(label="Budi Santoso (budi@kota-pasuruan.example)")
    page.get_by_label("Mulai").fill("2024-01-01")
    page.get_by_role("button", name="Serahkan jabatan").click()
    expect(page.get_by_text("Pilih tanggal setelah itu.")).to_be_visible()
    in_order(page, axe)
    page.get_by_label("Mulai").fill("2024-03-04")
    page.get_by_label("Cara memegang").select_option("plt")
    page.get_by_role("button", name="Serahkan jabatan").click()
    expect(page.get_by_role("status")).to_contain_text(f"Budi Santoso memegang Plt. Kepala {name}.")
    expect(page.get_by_text("2 Jan 2024 sampai 3 Mar 2024")).to_be_visible()
    in_order(page, axe)

    page.goto(f"{HOME}orang/?cari=budi")
    page.get_by_role("link", name="Budi Santoso").click()
    expect(page.get_by_text(f"karena jabatan Plt. Kepala {name}")).to_be_visible()

    page.goto(f"{HOME}unit/?cari={name.replace(' ', '+')}")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("link", name="Akhiri unit").click()
    expect(page.get_by_text("Masa jabatan orang-orang ini berakhir pada hari yang sama")).to_be_visible()
    in_order(page, axe)
    page.get_by_label("Hari terakhir").fill("2024-12-31")
    page.get_by_label("Alasan").fill("Digabung")
    page.get_by_role("button", name="Akhiri unit").click()
    expect(page.get_by_text("Unit ini berakhir 31 Desember 2024.")).to_be_visible()
    in_order(page, axe)


@pytest.fixture
def newest_mail(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Page, str], str]:
    """The text of the mail that the server sent last to an address."""

    def found(page: Page, to: str) -> str:
        for _time in range(60):
            for file in sorted(tmp_path_factory.getbasetemp().glob("site*/mail/*"), key=_age, reverse=True):
                message = message_from_bytes(file.read_bytes(), policy=default)
                if message["To"] == to:
                    return message.get_content()
            page.wait_for_timeout(250)
        pytest.fail(f"no mail to {to}")

    return found


def _age(file: Path) -> float:
    return file.stat().st_mtime


@pytest.mark.parametrize("width", WIDTHS)
def test_a_person_is_invited_joins_and_is_closed_out(
    open_page: Open, axe: Axe, newest_mail: Callable[[Page, str], str], width: str
) -> None:
    page, email = open_page(WIDTHS[width]), f"ayu-{width}@kota-pasuruan.example"
    sign_in(page, "Wati")
    page.goto(f"{HOME}orang/undang/")
    page.get_by_label("Nama lengkap").fill("Ayu Lestari")
    page.get_by_label("Alamat surel").fill(email)
    page.get_by_role("button", name="Kirim undangan").click()
    expect(page.get_by_text("Pilih peran, jabatan, atau keduanya.")).to_be_visible()
    in_order(page, axe)
    page.get_by_label("Peran (boleh kosong)").select_option("auditor")
    page.get_by_role("button", name="Kirim undangan").click()
    expect(page.get_by_role("status").first).to_contain_text(f"Undangan untuk {email} sedang dikirim.")
    text = newest_mail(page, email)
    assert "Peran Anda: Auditor" in text
    page.reload()
    expect(page.get_by_role("row").filter(has_text=email)).to_contain_text("Terkirim")
    in_order(page, axe)

    theirs = open_page(WIDTHS[width])
    link = re.search(r"/undangan/\S+", text)
    assert link
    theirs.goto(link[0])
    in_order(theirs, axe)
    for label in ("Kata sandi baru", "Ulangi kata sandi baru"):
        theirs.get_by_label(label, exact=True).fill("lembayung senja 7")
    theirs.get_by_role("button", name="Buat akun dan masuk").click()
    expect(theirs.get_by_role("status").first).to_contain_text("Selamat datang di Kota Pasuruan.")
    elsewhere = open_page(WIDTHS[width])
    answer = elsewhere.goto(link[0])
    assert answer is not None
    assert answer.status == 410
    in_order(elsewhere, axe)

    page.goto(f"{HOME}orang/?cari=ayu-{width}")
    page.get_by_role("link", name="Ayu Lestari").click()
    page.get_by_role("link", name="Nonaktifkan akun").click()
    page.get_by_label("Alasan").fill("Selesai mencoba")
    page.get_by_role("button", name="Nonaktifkan akun").click()
    expect(page.get_by_text("Akun ini nonaktif")).to_be_visible()
    in_order(page, axe)
    theirs.goto(HOME)
    expect(theirs.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_a_list_of_units_is_downloaded_and_imported_again(page: Page, tmp_path: Path) -> None:
    sign_in(page, "Wati")
    page.goto(f"{HOME}unit/impor/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Daftar unit sekarang").click()
    file = tmp_path / "daftar.xlsx"
    download.value.save_as(file)
    page.get_by_label("Berkas Excel").set_input_files(file)
    page.get_by_role("button", name="Periksa dan simpan").click()
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"0 unit ditambahkan, 0 diubah, \d+ tetap\."))


@pytest.mark.parametrize("width", WIDTHS)
def test_wrong_cells_of_a_list_are_named(open_page: Open, axe: Axe, tmp_path: Path, width: str) -> None:
    page = open_page(WIDTHS[width])
    sign_in(page, "Wati")
    file = tmp_path / "daftar.txt"
    file.write_text("Nama unit;Jenis")
    page.goto(f"{HOME}unit/impor/")
    page.get_by_label("Berkas Excel").set_input_files(file)
    page.get_by_role("button", name="Periksa dan simpan").click()
    expect(page.get_by_text("Ini bukan berkas Excel (.xlsx).")).to_be_visible()
    in_order(page, axe)


def test_a_member_reads_and_changes_nothing(page: Page) -> None:
    sign_in(page, "Pak Wali")
    for address in ("unit/", "tim/"):
        page.goto(HOME + address)
        expect(page.get_by_role("main").get_by_role("link", name=re.compile("^(Tambah|Impor|Unduh)"))).to_have_count(0)
    for address in ("orang/", "unit/tambah/", "orang/undang/"):
        answer = page.goto(HOME + address)
        assert answer is not None
        assert (address, answer.status) == (address, 403)


def test_everything_works_without_a_script(browser: Browser, site: str, open_page: Open) -> None:
    secret = password(open_page())
    context = browser.new_context(base_url=site, viewport=PHONE, locale="id-ID", java_script_enabled=False)
    page = context.new_page()
    page.goto("/masuk/")
    page.get_by_label("Alamat surel").fill("wati@kota-pasuruan.example")
    page.get_by_label("Kata sandi", exact=True).fill(secret)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.goto(f"{HOME}unit/")
    page.get_by_label("Cari unit").fill("setda")
    page.get_by_role("button", name="Saring").click()
    expect(page.get_by_text("1 unit ditampilkan")).to_be_visible()
    page.goto(f"{HOME}tim/tambah/")
    page.get_by_label("Nama tim").fill("Tim Tanpa Skrip")
    page.get_by_role("button", name="Simpan tim").click()
    page.get_by_role("link", name="Tambah anggota").first.click()
    page.get_by_label("Anggota").select_option(label="Seluruh camat dan lurah")
    page.get_by_role("button", name="Simpan anggota").click()
    expect(page.get_by_text("0 kepala dari 4 unit")).to_be_visible()
    page.get_by_role("link", name="Keluarkan").click()
    page.get_by_role("button", name="Keluarkan").click()
    expect(page.get_by_role("heading", name="Belum ada anggota")).to_be_visible()
    page.get_by_role("link", name="Ubah", exact=True).click()
    page.get_by_label("Berlaku sejak").fill("2024-01-01")
    page.get_by_label("Berlaku sampai").fill("2024-01-31")
    page.get_by_role("button", name="Simpan tim").click()
    expect(page.get_by_text("Tim ini tidak berlaku hari ini")).to_be_visible()
    context.close()
