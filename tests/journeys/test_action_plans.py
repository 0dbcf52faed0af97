"""Siti fills in an action plan like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.people import scrolls_sideways, sign_in

BLOCK = "\n".join(
    [
        "Aksi kedua\tLayanan\tJumlah\tlayanan\tPer triwulan\t1,5",
        "Aksi ketiga\tPelatihan\tJumlah\torang\tSampai dengan (s/d)\tbanyak",
    ]
)
PASTE = """(element, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_grid_saves_rows_takes_a_block_and_says_what_is_wrong(open_page: Callable[..., Page]) -> None:
    page = open_page()
    sign_in(page, "Siti")
    page.goto("/kota-pasuruan/rencana-aksi/?tahun=2025")
    page.get_by_role("button", name="Mulai rencana aksi").click()
    first = page.locator("tbody tr").nth(0)
    name = page.locator("#daftar-indikator option").first.get_attribute("value") or ""
    first.locator("[name=indicator]").fill(name)
    first.locator("[name=name]").fill("Aksi pertama")
    first.locator("[name=target_q1]").fill("1.250,5")
    first.locator("[name=target_q1]").press("Enter")
    expect(first.locator(".pa-state")).to_have_text("Tersimpan")
    expect(first.locator("[data-total=target]")).to_have_text("1.250,5")
    second, third = page.locator("tbody tr").nth(1), page.locator("tbody tr").nth(2)
    second.locator("[name=indicator]").fill(name)
    second.locator("[name=name]").evaluate(PASTE, BLOCK)
    expect(second.locator(".pa-state")).to_have_text("Tersimpan")
    expect(third.locator("td.pa-target_q1 .pa-error")).to_contain_text("bukan angka")
    third.locator("[name=indicator]").fill(name)
    third.locator("[name=target_q1]").fill("3")
    third.locator("[name=target_q1]").press("ArrowDown")
    expect(third.locator(".pa-state")).to_have_text("Tersimpan")
    page.reload()
    assert page.locator("tbody tr [name=name]").evaluate_all("all => all.map(one => one.value)") == [
        *("Aksi pertama", "Aksi kedua", "Aksi ketiga", "")
    ]
    page.set_viewport_size({"width": 390, "height": 844})
    assert not scrolls_sideways(page)
