"""A year beside the one before, quarters, entries joined and split, a counterpart chosen, and the history of it all."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small
from tests.journeys.test_planning import discard

PLAN = "/kota-pasuruan/rencana/"
Axe = Callable[[Page], list[str]]


def in_order(page: Page, phone: Page, axe: Axe) -> None:
    """The page as it is, and the same one on a phone."""
    assert axe(page) == []
    assert not scrolls_sideways(page)
    phone.goto(page.url)
    assert axe(phone) == []
    assert not scrolls_sideways(phone)
    assert targets_too_small(phone) == []


def start_amendment(page: Page) -> None:
    page.goto(PLAN)
    page.get_by_label("Alasan", exact=True).fill("Tahun 2025 dibuka")
    page.get_by_role("button", name="Mulai perubahan").click()
    expect(page.get_by_text("Yang berlaku tetap versi 1")).to_be_visible()


def test_a_year_is_opened_entries_are_joined_and_the_history_says_so(
    page: Page, phone: Page, axe: Axe, picture: Callable[[Page, str], None]
) -> None:
    sign_in(page, "Rina")
    sign_in(phone, "Rina")
    start_amendment(page)

    page.get_by_role("button", name="Buka tahun").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Target 2025 di samping 2024")
    in_order(page, phone, axe)
    picture(page, "tahun")
    page.get_by_role("button", name=re.compile("^Tetapkan 2,95.*Indeks SPBE")).click()
    expect(page.get_by_role("status").first).to_contain_text(
        "Target 2025 untuk Indeks SPBE ditetapkan sama dengan 2024."
    )
    expect(page.get_by_role("row", name=re.compile("^Indeks SPBE"))).to_contain_text("Rina Hapsari")

    page.get_by_role("link", name="Indeks SPBE", exact=True).click()
    indicator = page.url
    page.get_by_role("link", name="2024", exact=True).click()
    for quarter, value in (("I", "2,7"), ("II", "2,8"), ("III", "2,9"), ("IV", "2,9")):
        page.get_by_label(f"Target TW {quarter} 2024", exact=True).fill(value)
    in_order(page, phone, axe)
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_text("Target triwulan 2024 menjadi 2,9, padahal target tahunnya 2,95.")).to_be_visible()
    in_order(page, phone, axe)

    page.get_by_role("link", name="Satukan").click()
    page.get_by_label("Cari indikator atau kegiatan").fill("statistik")
    page.get_by_role("button", name="Cari", exact=True).click()
    in_order(page, phone, axe)
    page.get_by_role("link", name=re.compile("^Bandingkan")).first.click()
    in_order(page, phone, axe)
    picture(page, "satukan")
    page.get_by_label("Alasan").fill("Dicoba lalu dibuang")
    page.get_by_role("button", name="Satukan").click()
    expect(page.get_by_role("status").first).to_contain_text("disatukan ke “Indeks SPBE”")

    page.goto(indicator)
    page.get_by_role("link", name=re.compile("^Atur baris.*Pelaksanaan Data Statistik")).click()
    in_order(page, phone, axe)
    page.get_by_label("Nama indikator yang baru").fill("Kematangan statistik sektoral")
    page.locator("#pisah_reason").fill("Ternyata lain")
    page.get_by_role("button", name="Pisahkan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kematangan statistik sektoral")

    page.goto(f"{PLAN}keselarasan/")
    page.get_by_role("link", name=re.compile("^Pilih padanan.*Kematangan statistik sektoral")).click()
    in_order(page, phone, axe)
    page.get_by_role("searchbox").fill("statistik")
    page.get_by_role("button", name="Cari", exact=True).click()
    page.get_by_role("radio", name=re.compile("Statistik Sektoral")).first.check()
    picture(page, "padanan")
    page.get_by_role("button", name="Simpan padanan").click()
    expect(page.get_by_role("status").first).to_contain_text("Padanan nasional tersimpan")

    page.goto(f"{PLAN}prioritas/")
    page.get_by_text("Koreksi yang tercetak").first.click()
    reason = page.get_by_label(re.compile("^Alasan memakai"))
    reason.first.fill("Salah jumlah")
    reason.first.press("Tab")
    in_order(page, phone, axe)
    expect(reason.first).to_have_value("Salah jumlah")
    page.get_by_role("button", name=re.compile("^Pakai")).first.click()
    expect(page.get_by_role("status").filter(has_text="dikoreksi menjadi")).to_be_visible()
    page.get_by_role("textbox", name=re.compile("^Skor Tingkat Keparahan")).last.fill("9")
    page.get_by_role("textbox", name=re.compile("^Skor Tingkat Keparahan")).last.press("Tab")
    expect(page.locator("#kabar")).to_contain_text("naik dari peringkat")

    page.goto(f"{PLAN}riwayat/?rencana=2")
    expect(page.get_by_text("Menyatukan dua indikator").first).to_be_visible()
    in_order(page, phone, axe)
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.startswith("Waktu;Pelaku;Tindakan;Tentang;Isian;Semula;Menjadi;Alasan")
    assert "Memisahkan baris menjadi indikator sendiri" in text
    discard(page, PLAN)
