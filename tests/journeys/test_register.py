"""The secretariat works on the register of an amendment; a phone reads the logic map; Dewi is refused."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small

PLAN = "/kota-pasuruan/rencana/"
LIST = PLAN + "indikator/"
WIDTHS = {"desk": DESKTOP, "phone": PHONE}
Axe = Callable[[Page], list[str]]
Open = Callable[..., Page]


def in_order(page: Page, axe: Axe) -> None:
    assert axe(page) == []
    assert not scrolls_sideways(page)
    assert targets_too_small(page) == []


def start_amendment(page: Page) -> None:
    page.goto(PLAN)
    form = page.locator("form[action*='mulai-perubahan']")
    form.get_by_label("Alasan").fill("Menyesuaikan target tahun berjalan")
    form.get_by_role("button").click()
    expect(page.get_by_text("Rancangan perubahan dibuat.")).to_be_visible()


def discard(page: Page) -> None:
    page.goto(PLAN)
    form = page.locator("form[action*='buang']")
    page.locator("details", has=form).locator("summary").first.click()
    form.get_by_label("Alasan").fill("Hanya percobaan")
    form.get_by_role("button").click()
    expect(page.get_by_text("Rancangan dibuang.")).to_be_visible()


def cell(page: Page, name: str, column: str) -> object:
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=name, exact=True))
    return row.locator(f"td[data-l='{column}']")


def test_conflict_is_decided_and_a_stale_figure_is_told(page: Page, open_page: Open, axe: Axe) -> None:
    sign_in(page, "Rina")
    page.goto(LIST)
    expect(page.get_by_text("sudah ditetapkan, jadi terkunci")).to_be_visible()
    start_amendment(page)
    page.goto(LIST + "?tampil=bertentangan")
    expect(page.get_by_text("85 atau 86")).to_be_visible()
    in_order(page, axe)
    page.get_by_role("link", name="Nilai Survei Kepuasan Masyarakat", exact=True).click()
    expect(page.get_by_role("heading", name="Target 2024 bertentangan: 85 atau 86")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^86")).check()
    page.get_by_label("Alasan").fill("Tabel kegiatan ditulis belakangan")
    page.get_by_role("button", name="Putuskan").click()
    expect(page.get_by_text("Tersimpan: Nilai Survei Kepuasan Masyarakat, 86.")).to_be_visible()
    expect(page.get_by_text("Tabel kegiatan ditulis belakangan").first).to_be_visible()
    page.get_by_role("button", name=re.compile(r"Bagaimana dihitung.*Target 2024")).click()
    expect(page.get_by_role("dialog")).to_contain_text("Pilih angka yang dipakai")
    in_order(page, axe)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()

    other = open_page()
    sign_in(other, "Wati")
    for one in (page, other):
        one.goto(LIST + "?cari=indeks spbe")
        cell(one, "Indeks SPBE", "Target 2024").get_by_role("link").click()
    first = page.get_by_role("textbox", name="Target 2024, Indeks SPBE")
    expect(first).to_be_focused()
    first.fill("3,1")
    first.press("Tab")
    expect(page.get_by_text("Tersimpan pukul")).to_be_visible()
    second = other.get_by_role("textbox", name="Target 2024, Indeks SPBE")
    second.fill("3,2")
    second.press("Enter")
    expect(other.get_by_role("alert")).to_contain_text("sudah menyimpan 3,1; Anda menulis 3,2")
    in_order(other, axe)
    other.get_by_role("link", name="Pakai 3,1").click()
    expect(cell(other, "Indeks SPBE", "Target 2024")).to_contain_text("3,1")
    page.goto(PLAN + "riwayat/")
    expect(page.get_by_text("Alasan: Tabel kegiatan ditulis belakangan").first).to_be_visible()
    in_order(page, axe)
    discard(page)


def test_phone_reads_the_logic_map(phone: Page, axe: Axe) -> None:
    sign_in(phone, "Siti")
    phone.goto(PLAN + "peta-logika/")
    expect(phone.get_by_text("21 kegiatan utama")).to_be_visible()
    in_order(phone, axe)
    tree = phone.locator(".pr-maplist")
    tree.locator(".lv2 > summary").first.click()
    tree.locator(".lv3 > summary").filter(has_text="Arsitektur SPBE").click()
    in_order(phone, axe)
    tree.get_by_role("link", name="Indeks SPBE").last.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Indeks SPBE")
    in_order(phone, axe)


@pytest.mark.parametrize("width", WIDTHS)
def test_pages_are_in_order_for_somebody_who_reads(open_page: Open, axe: Axe, width: str) -> None:
    page = open_page(WIDTHS[width])
    sign_in(page, "Siti")
    for path in ("indikator/", "peta-logika/", "riwayat/"):
        page.goto(PLAN + path)
        in_order(page, axe)
    page.goto(LIST)
    page.locator(".pr-grade > summary").first.click()
    expect(page.locator(".pr-pop").first).to_be_visible()
    in_order(page, axe)
    expect(page.get_by_role("link", name="Tambah indikator")).to_have_count(0)


def test_dewi_is_refused_everywhere(page: Page) -> None:
    sign_in(page, "Dewi")
    for path in ("indikator/", "peta-logika/", "riwayat/", "indikator/tambah/", "peta-logika/tambah/tujuan/"):
        answer = page.goto(PLAN + path)
        assert answer is not None
        assert answer.status == 404
