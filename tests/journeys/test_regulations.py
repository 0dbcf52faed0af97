"""A regulation from the file to a finding, at a desk and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.people import password, scrolls_sideways, sign_in, targets_too_small

MELATI = (Path(__file__).parent.parent / "planning" / "kota-melati.md").read_text()
HOME = "/kota-pasuruan/"
WIDTHS = {"desk": DESKTOP, "phone": PHONE}
Axe = Callable[[Page], list[str]]
Open = Callable[..., Page]


def regulation_file(folder: Path, number: int) -> Path:
    """A regulation with a number of its own, so that no two journeys upload the same file."""
    file = folder / f"perwali-{number}.md"
    file.write_text(MELATI.replace("NOMOR 7 TAHUN", f"NOMOR {number} TAHUN"))
    return file


def choose(page: Page, file: Path) -> None:
    page.goto(f"{HOME}peraturan/unggah/")
    page.get_by_label("Pilih berkas").set_input_files(file)


def address_of_demonstration(page: Page) -> str:
    page.goto(HOME)
    return page.get_by_role("link", name="Buka peraturan").get_attribute("href") or ""


def in_order(page: Page, axe: Axe) -> None:
    """What every page has to be."""
    assert axe(page) == []
    assert not scrolls_sideways(page)
    assert targets_too_small(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_upload_then_see_it_as_data(open_page: Open, axe: Axe, tmp_path: Path, width: str) -> None:
    page = open_page(WIDTHS[width])
    number = 101 if width == "desk" else 102
    sign_in(page, "Rina")
    choose(page, regulation_file(tmp_path, number))
    expect(page.get_by_text(f"perwali-{number}.md").first).to_be_visible()
    in_order(page, axe)
    page.get_by_role("button", name="Unggah dan baca").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Peraturan Nomor {number} Tahun 2023", timeout=30_000)
    expect(page.get_by_text("Dokumen ini menyebut Kota Melati")).to_be_visible()
    expect(page.get_by_role("heading", name="7 tabel")).to_be_visible()
    in_order(page, axe)
    page.get_by_role("link", name="Tabel 3.2").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tabel 3.2")
    expect(page.get_by_text("75 persen").first).to_be_visible()
    in_order(page, axe)


def test_same_file_again_leads_to_what_is_there(page: Page, tmp_path: Path) -> None:
    sign_in(page, "Rina")
    for _time in range(2):
        choose(page, regulation_file(tmp_path, 103))
        page.get_by_role("button", name="Unggah dan baca").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Peraturan Nomor 103 Tahun 2023", timeout=30_000)
    expect(page.get_by_text("Berkas ini sudah pernah diunggah")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_file_that_cannot_be_read_says_what_to_do(open_page: Open, axe: Axe, tmp_path: Path, width: str) -> None:
    page = open_page(WIDTHS[width])
    broken = tmp_path / f"rusak-{width}.pdf"
    broken.write_bytes(b"%PDF-1.7 rusak " + width.encode())
    sign_in(page, "Rina")
    choose(page, broken)
    page.get_by_role("button", name="Unggah dan baca").click()
    expect(page.get_by_role("alert")).to_contain_text("Berkas rusak", timeout=30_000)
    expect(page.get_by_role("link", name="Unggah berkas lain")).to_be_visible()
    in_order(page, axe)


def test_file_over_the_limit_is_told_before_it_is_sent(page: Page, axe: Axe, tmp_path: Path) -> None:
    large = tmp_path / "besar.docx"
    large.write_bytes(b"x" * (25 * 1024 * 1024 + 1))
    sign_in(page, "Rina")
    choose(page, large)
    expect(page.get_by_role("alert")).to_contain_text("lebih besar dari 25 MB")
    expect(page.get_by_role("button", name="Unggah dan baca")).to_be_disabled()
    in_order(page, axe)


def test_nothing_chosen_is_refused_in_place(page: Page) -> None:
    sign_in(page, "Rina")
    page.goto(f"{HOME}peraturan/unggah/")
    page.locator("#unggah").evaluate("form => { form.noValidate = true }")
    page.get_by_role("button", name="Unggah dan baca").click()
    expect(page.get_by_role("alert")).to_contain_text("Pilih berkas peraturannya lebih dahulu")


@pytest.mark.parametrize("width", WIDTHS)
def test_filter_findings_open_one_and_go_on(open_page: Open, axe: Axe, width: str) -> None:
    page = open_page(WIDTHS[width])
    sign_in(page, "Budi")
    page.goto(address_of_demonstration(page) + "temuan/")
    shown = page.get_by_role("status").filter(has_text="temuan ditampilkan")
    every = int(re.match(r"(\d+)", shown.inner_text()).group(1))
    in_order(page, axe)
    page.get_by_role("navigation", name="Tingkat temuan").get_by_role("link", name="Kesalahan").click()
    expect(page).to_have_url(re.compile("tingkat=error"))
    expect(shown).to_contain_text(f"dari {every} temuan ditampilkan")
    page.get_by_label("Cari dalam temuan").fill("Penyederhanaan 17")
    expect(page).to_have_url(re.compile("cari=Penyederhanaan"))
    expect(shown).to_contain_text(f"1 dari {every} temuan ditampilkan")
    page.get_by_role("link", name=re.compile("tercetak 27, padahal")).click()
    expect(page.get_by_role("heading", name="Yang ditemukan")).to_be_visible()
    expect(page.locator(".pl-paper .hit")).to_have_text("27")
    in_order(page, axe)
    page.get_by_role("link", name="Temuan", exact=True).click()
    expect(page.get_by_label("Cari dalam temuan")).to_have_value("Penyederhanaan 17")
    page.get_by_role("link", name="Hapus saringan").click()
    expect(page).not_to_have_url(re.compile("cari="))
    expect(shown).to_have_text(f"{every} temuan ditampilkan")
    page.get_by_label("Jenis temuan").select_option("wrong_total")
    expect(shown).to_contain_text(f"2 dari {every} temuan ditampilkan")
    page.get_by_label("Kelompokkan").select_option("jenis")
    expect(page).to_have_url(re.compile("kelompok=jenis"))
    page.get_by_role("link", name=re.compile("tercetak 27, padahal")).first.click()
    page.get_by_role("link", name="Temuan berikutnya").click()
    expect(page.get_by_text("Temuan 2 dari 2")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("part", ["", "tabel/3/", "tabel/7/", "teks/", "cetak/"])
def test_parts_of_the_regulation_are_in_order(open_page: Open, axe: Axe, width: str, part: str) -> None:
    page = open_page(WIDTHS[width])
    sign_in(page, "Siti")
    page.goto(address_of_demonstration(page) + part)
    in_order(page, axe)


@pytest.mark.parametrize("width", WIDTHS)
def test_home_and_list_are_in_order_for_who_may_upload_and_who_may_not(open_page: Open, axe: Axe, width: str) -> None:
    for name in ("Wati", "Pak Wali"):
        page = open_page(WIDTHS[width])
        sign_in(page, name)
        for address in (HOME, f"{HOME}peraturan/"):
            page.goto(address)
            in_order(page, axe)
        upload = page.get_by_role("link", name="Unggah peraturan")
        expect(upload).to_have_count(1 if name == "Wati" else 0)


def test_downloads_leave_the_page_where_it_is(page: Page) -> None:
    sign_in(page, "Siti")
    page.goto(address_of_demonstration(page) + "temuan/")
    for button, ending in (("Unduh Excel", ".xlsx"), ("Unduh JSON", ".json")):
        with page.expect_download() as download:
            page.get_by_role("link", name=button).click()
        assert download.value.suggested_filename.endswith(ending)


def test_printed_page_has_no_menu_and_fits_the_paper(page: Page) -> None:
    sign_in(page, "Siti")
    page.goto(address_of_demonstration(page) + "cetak/")
    page.emulate_media(media="print")
    expect(page.get_by_role("link", name="Kembali")).to_be_hidden()
    expect(page.get_by_role("heading", name="Hasil pemeriksaan peraturan")).to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) >= 2


def test_everything_works_without_a_script(browser: Browser, site: str, open_page: Open, tmp_path: Path) -> None:
    secret = password(open_page())
    context = browser.new_context(base_url=site, viewport=DESKTOP, locale="id-ID", java_script_enabled=False)
    page = context.new_page()
    page.goto("/masuk/")
    page.get_by_label("Alamat surel").fill("rina@kota-pasuruan.example")
    page.get_by_label("Kata sandi", exact=True).fill(secret)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.goto(f"{HOME}peraturan/unggah/")
    page.locator("input[type=file]").set_input_files(regulation_file(tmp_path, 104))
    page.get_by_role("button", name="Unggah dan baca").click()
    # The page of a file that is being read loads itself again.
    expect(page.get_by_role("heading", level=1)).to_have_text("Peraturan Nomor 104 Tahun 2023", timeout=30_000)
    page.get_by_role("link", name=re.compile("^Temuan")).first.click()
    page.get_by_label("Cari dalam temuan").fill("Arsip Digital 17")
    page.get_by_role("button", name="Saring").click()
    expect(page.get_by_text("1 dari ")).to_be_visible()
    context.close()
