"""An operator measures an indicator on the phone, attaches the letter that states it, and replaces it later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small

Axe = Callable[[Page], list[str]]


def test_an_operator_measures_and_proves_on_the_phone(phone: Page, axe: Axe, tmp_path: Path) -> None:
    letter, newer = tmp_path / "surat.exe", tmp_path / "surat-baru.pdf"
    letter.write_bytes(b"%PDF-1.7 surat")
    newer.write_bytes(b"%PDF-1.7 surat baru")
    sign_in(phone, "Siti")
    phone.goto("/kota-pasuruan/pengukuran/")
    assert axe(phone) == []
    assert not scrolls_sideways(phone)
    phone.get_by_role("button", name="Bagaimana dihitung: Indeks SPBE").click()
    expect(phone.get_by_role("dialog", name="Indeks SPBE")).to_be_visible()
    phone.get_by_role("dialog").get_by_role("button", name="Tutup").click()
    phone.get_by_role("link", name="Indeks SPBE", exact=True).click()
    phone.get_by_label("Realisasi", exact=True).fill("9,9")
    phone.get_by_label("Dokumen sumber").fill("Surat KemenPANRB 12/2024")
    phone.get_by_label("Sudah final").check()
    phone.get_by_role("button", name="Simpan dan atur bukti").click()
    expect(phone.get_by_text("Angka ini tidak biasa.")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_label("Realisasi", exact=True).fill("2,97")
    phone.get_by_role("button", name="Simpan dan atur bukti").click()
    phone.get_by_label("Berkas", exact=True).set_input_files(letter)
    phone.get_by_role("textbox", name="Halaman").first.fill("3")
    phone.get_by_role("button", name="Unggah").click()
    # What it is called is what it is.
    expect(phone.get_by_role("link", name="surat.pdf", exact=True)).to_be_visible()
    assert axe(phone) == []
    assert not scrolls_sideways(phone)
    phone.get_by_role("link", name="Kembali ke isian").click()
    expect(phone.get_by_text("2,97 ÷ 2,95 × 100 = 100,68%")).to_be_visible()
    expect(phone.get_by_text("halaman 3")).to_be_visible()
    assert targets_too_small(phone) == []
    phone.goto("/kota-pasuruan/bukti-dukung/")
    assert axe(phone) == []
    phone.get_by_role("link", name="Ganti versi : surat.pdf").click()
    phone.get_by_label("Berkas versi baru").set_input_files(newer)
    phone.get_by_role("button", name="Simpan versi baru").click()
    expect(phone.get_by_role("link", name="surat-baru.pdf", exact=True)).to_be_visible()
    expect(phone.get_by_text("menggantikan")).to_be_visible()
    assert not scrolls_sideways(phone)
