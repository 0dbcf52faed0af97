"""Planning in a browser: an amendment with a priority that moves, before beside now."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small

PLAN = "/kota-pasuruan/rencana/"
Axe = Callable[[Page], list[str]]


def in_order(page: Page, axe: Axe) -> None:
    assert axe(page) == []
    assert not scrolls_sideways(page)
    assert targets_too_small(page) == []


def discard(page: Page, plan: str) -> None:
    """Leave the city as it was found."""
    page.goto(plan)
    page.get_by_text("Buang rancangan ini").click()
    page.locator("#buang_reason").fill("Hanya uji coba")
    page.get_by_role("button", name="Buang rancangan").click()
    expect(page.get_by_role("status").filter(has_text="Rancangan dibuang.")).to_be_visible()


def test_an_amendment_reorders_the_priorities_and_shows_before_and_now(
    page: Page, axe: Axe, picture: Callable[[Page, str], None]
) -> None:
    sign_in(page, "Rina")
    page.goto(PLAN)
    page.get_by_label("Alasan", exact=True).fill("Skor ditinjau ulang")
    page.get_by_role("button", name="Mulai perubahan").click()
    expect(page.get_by_text("Yang berlaku tetap versi 1")).to_be_visible()
    in_order(page, axe)
    page.goto(f"{PLAN}prioritas/")
    last = page.locator("tr[id^=kegiatan-]").last
    name = last.locator(".pp-name").inner_text().strip()
    last.get_by_role("textbox", name="Skor Tingkat Keparahan").fill("10")
    last.get_by_role("textbox", name="Skor Tingkat Keparahan").press("Tab")
    expect(page.locator("#kabar")).to_contain_text("naik dari peringkat 21")
    expect(page.locator("tr[id^=kegiatan-]").last).not_to_contain_text(name[:40])
    in_order(page, axe)
    page.goto(f"{PLAN}versi/2/perubahan/?bagian=prioritas")
    expect(page.get_by_role("row").filter(has_text="Tingkat Keparahan")).to_contain_text("10")
    picture(page, "perubahan")
    in_order(page, axe)
    discard(page, PLAN)
