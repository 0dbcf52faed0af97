"""A newcomer is shown around the demonstration city: what the manual shows is what the pages say."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.people import sign_in

HOME = "/kota-pasuruan/"
Picture = Callable[[Page, str], None]


def heading(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_the_secretariat_from_the_regulation_to_the_register(page: Page, picture: Picture) -> None:
    page.goto("/masuk/")
    heading(page, "Masuk")
    picture(page, "masuk")
    sign_in(page, "Rina")
    page.goto(HOME)
    expect(page.get_by_role("main")).to_contain_text("Perlu Anda kerjakan sekarang")
    picture(page, "beranda")
    page.get_by_role("link", name="Buka peraturan").click()
    heading(page, "Peraturan Nomor 18 Tahun 2023")
    picture(page, "peraturan-ringkasan")
    page.get_by_role("link", name=re.compile("^Temuan")).first.click()
    expect(page.get_by_label("Cari dalam temuan")).to_be_visible()
    picture(page, "temuan")
    page.get_by_role("link", name=re.compile("Penyederhanaan.*tercetak 27, padahal")).click()
    expect(page.get_by_role("heading", name="Yang ditemukan")).to_be_visible()
    picture(page, "temuan-satu")
    page.goto(f"{HOME}rencana/indikator/?tampil=bertentangan")
    expect(page.get_by_text("85 atau 86")).to_be_visible()
    picture(page, "indikator-bertentangan")


def test_the_administrator_from_units_to_scales(page: Page, picture: Picture) -> None:
    sign_in(page, "Wati")
    for address, words in (
        ("unit/", "Unit"),
        ("tim/", "Tim"),
        ("orang/", "Orang"),
        ("katalog/skala/spbe/", "Indeks Sistem Pemerintahan Berbasis Elektronik"),
    ):
        page.goto(HOME + address)
        heading(page, re.compile(words))
    picture(page, "katalog-skala")
    page.goto(f"{HOME}unit/")
    expect(page.get_by_role("link", name="Bagian Organisasi")).to_be_visible()
    picture(page, "unit")
    page.goto(f"{HOME}tim/")
    expect(page.get_by_role("link", name="Penanganan Kemiskinan")).to_be_visible()
    picture(page, "tim")
    page.goto(f"{HOME}orang/")
    expect(page.get_by_role("link", name="Rina Hapsari")).to_be_visible()
    picture(page, "orang")


def test_the_leader_from_the_dashboard_to_the_forum(page: Page, picture: Picture) -> None:
    sign_in(page, "Pak Wali")
    page.goto(f"{HOME}dasbor/?tahun=2024&triwulan=3")
    heading(page, re.compile("^Dasbor"))
    expect(page.locator(".htmx-request")).to_have_count(0)
    picture(page, "dasbor")
    page.goto(f"{HOME}forum/2024/")
    heading(page, re.compile("^Forum monev"))
    picture(page, "forum-setahun")
