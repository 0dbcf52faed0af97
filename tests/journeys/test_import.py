"""From an uploaded regulation to a draft: two corrections and a conflict decided, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small

TEXT = Path(__file__).parent.parent / "regulation" / "texts" / "kabupaten-bobot.md"
HOME = "/kota-melati/"
PLAN = HOME + "rencana/"
Axe = Callable[[Page], list[str]]
Open = Callable[..., Page]
Picture = Callable[[Page, str], None]


def in_order(page: Page, axe: Axe) -> None:
    assert axe(page) == []
    assert not scrolls_sideways(page)
    assert targets_too_small(page) == []


def open_finding(page: Page, words: str) -> None:
    page.get_by_role("navigation", name="Temuan yang dapat diputuskan").get_by_role("link", name=words).click()
    expect(page.get_by_role("heading", level=2).filter(has_text=words)).to_be_visible()


def decide(page: Page, reason: str) -> None:
    page.get_by_label("Alasan").fill(reason)
    page.get_by_role("button", name="Putuskan").click()


def test_a_regulation_becomes_a_draft_with_what_was_decided(
    open_page: Open, empty_site: str, axe: Axe, picture: Picture
) -> None:
    page = open_page(address=empty_site)
    sign_in(page, "Rina")
    page.goto(f"{HOME}peraturan/unggah/")
    page.get_by_label("Pilih berkas").set_input_files(TEXT)
    page.get_by_role("button", name="Unggah dan baca").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Peraturan Nomor 12 Tahun 2024", timeout=30_000)
    page.get_by_role("link", name="Jadikan rancangan").click()
    expect(page.get_by_text(re.compile(r"^\d+ temuan menyangkut isi rencana. 0 sudah diputuskan"))).to_be_visible()
    in_order(page, axe)

    conflict = "Target 2025 untuk “Indeks Kepuasan Masyarakat”"
    open_finding(page, conflict)
    page.get_by_role("radio", name=re.compile("^86,50")).check()
    page.get_by_role("button", name="Putuskan").click()
    expect(page.get_by_role("alert")).to_contain_text("Alasannya belum ditulis.")
    expect(page.get_by_role("radio", name=re.compile("^86,50"))).to_be_checked()
    picture(page, "rancang-putuskan")
    in_order(page, axe)
    decide(page, "Tabel sasaran yang menentukan")

    outside = "Skor “Kemendesakan” bagi “Pengelolaan arsip dinamis”"
    open_finding(page, outside)
    page.get_by_role("radio", name="Nilai lain").check()
    page.get_by_role("textbox", name="Nilai lain").fill("5")
    decide(page, "Skala hanya sampai 5")

    star = "Tanda bintang pada “Survei Employer Branding”"
    open_finding(page, star)
    expect(page.get_by_label("Rumusan yang dipakai")).to_have_value("Survei Employer Branding*")
    page.get_by_label("Rumusan yang dipakai").fill("Survei Employer Branding")
    decide(page, "Catatan kakinya tidak ada")

    expect(page.get_by_text("3 sudah diputuskan")).to_be_visible()
    page.get_by_role("link", name="Lanjut ke Simpan").click()
    expect(
        page.get_by_text(re.compile(r"^3 keputusan dipakai; \d+ temuan lain dipakai seperti tercetak."))
    ).to_be_visible()
    picture(page, "rancang-simpan")
    in_order(page, axe)
    page.get_by_role("button", name="Simpan sebagai rancangan").click()
    expect(page.get_by_text("dibuat dengan 3 keputusan.")).to_be_visible()

    # The register shows the chosen figure with its reason, beside both statements.
    version = re.search(r"versi=\d+", page.url).group()
    page.goto(f"{PLAN}indikator/?{version}&cari=indeks kepuasan masyarakat")
    page.get_by_role("link", name="Indeks Kepuasan Masyarakat", exact=True).click()
    row = page.get_by_role("row").filter(has_text="Target 2025").filter(has_text="Rina Hapsari")
    expect(row).to_contain_text("86,5")
    expect(row).to_contain_text("Tabel sasaran yang menentukan")
    expect(page.get_by_role("table", name="Setiap sel peraturan")).to_contain_text("86,00")
    in_order(page, axe)
    page.goto(f"{PLAN}indikator/?{version}&cari=employer branding")
    expect(page.get_by_role("link", name="Survei Employer Branding", exact=True)).to_be_visible()
    page.goto(f"{PLAN}prioritas/?{version}")
    score = page.get_by_role("textbox", name=re.compile("^Skor Kemendesakan .*untuk Pengelolaan arsip dinamis$"))
    expect(score).to_have_value("5")
    expect(page.get_by_role("row").filter(has=score)).to_contain_text("tercetak 6")
    page.goto(f"{PLAN}riwayat/?{version}")
    for reason in ("Tabel sasaran yang menentukan", "Skala hanya sampai 5", "Catatan kakinya tidak ada"):
        expect(page.get_by_text(f"Alasan: {reason}").first).to_be_visible()
    in_order(page, axe)
    discard(page, version)


def discard(page: Page, version: str) -> None:
    page.goto(f"{PLAN}?{version}")
    page.get_by_text("Buang rancangan ini").click()
    page.locator("#buang_reason").fill("Hanya percobaan")
    page.get_by_role("button", name="Buang rancangan").click()
    expect(page.get_by_text("Rancangan dibuang.")).to_be_visible()
