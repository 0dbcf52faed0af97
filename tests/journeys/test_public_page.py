"""A citizen reads the road map of the city without an account and without scripts; Wati switches an item off and on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small

PAGE = "/publik/kota-pasuruan/"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_citizen_reads_everything(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]], viewport: dict[str, int]
) -> None:
    page = open_page(viewport)
    page.goto("/masuk/")
    page.get_by_role("link", name="Baca road map tanpa akun").click()
    fine(page, axe)
    page.get_by_role("link", name="Kota Pasuruan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Yang ingin dicapai Kota Pasuruan sampai 2024")
    fine(page, axe)
    page.get_by_role("link", name="Indeks SPBE").first.click()
    expect(page.get_by_role("heading", name="Bagaimana angka ini dihitung")).to_be_visible()
    page.get_by_text("Lihat sebagai tabel").click()
    fine(page, axe)
    page.get_by_role("link", name="Seluruh road map").click()
    page.get_by_role("link", name="Pengentasan Kemiskinan").click()
    fine(page, axe)
    page.goto(PAGE)
    page.get_by_role("link", name="Buka data terbuka").click()
    page.get_by_text("Arti kolomnya").first.click()
    fine(page, axe)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Open data")
    page.get_by_role("link", name="The whole road map").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Kota Pasuruan wants to reach by 2024")
    fine(page, axe)
    page.goto("/publik/kota-contoh/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman ini tidak ada")
    fine(page, axe)
    assert [one["name"] for one in page.context.cookies() if one["name"] != "csrftoken"] == []


def fine(page: Page, axe: Callable[[Page], list[str]]) -> None:
    assert axe(page) == []
    assert not scrolls_sideways(page)
    assert targets_too_small(page) == []


def test_everything_stands_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda one: asked.append(one.url))
    page.goto(PAGE)
    expect(page.get_by_role("link", name="Indeks SPBE").first).to_be_visible()
    page.get_by_role("link", name="Indeks SPBE").first.click()
    page.get_by_text("Lihat sebagai tabel").click()
    expect(page.get_by_role("cell", name="2,84")).to_be_visible()
    assert ([one for one in asked if not one.startswith(site)], [one for one in asked if ".js" in one]) == ([], [])
    assert context.cookies() == []
    context.close()


def test_wati_hides_an_item_and_shows_it_again(
    page: Page, open_page: Callable[..., Page], axe: Callable[[Page], list[str]], picture: Callable[[Page, str], None]
) -> None:
    sign_in(page, "Wati")
    page.goto("/kota-pasuruan/publik/")
    assert axe(page) == []
    page.get_by_role("button", name="Sembunyikan Tema").click()
    expect(page.get_by_text("“Tema” disembunyikan.")).to_be_visible()
    citizen = open_page()
    citizen.goto(PAGE)
    expect(citizen.get_by_role("heading", name="Tema", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Pratinjau Tema").click()
    expect(page.get_by_role("heading", name="Tema", exact=True)).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Tampilkan untuk umum").click()
    expect(page.get_by_text("“Tema” kini tampil untuk umum.")).to_be_visible()
    again = open_page()
    again.goto(PAGE)
    expect(again.get_by_role("heading", name="Tema", exact=True)).to_be_visible()
    picture(again, "halaman-publik")
