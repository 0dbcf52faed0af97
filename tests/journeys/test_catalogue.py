"""The catalogue: the administrator makes a version of a scale for the city and gives it up; a phone reads it all."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.people import scrolls_sideways, sign_in, targets_too_small

CATALOGUE = "/kota-pasuruan/katalog/"
PAGES = ("", "skala/reform-index/", "indikator/", "kerangka/2023/", "kerangka/2025/", "milik-instansi/")

Axe = Callable[[Page], list[str]]


def test_administrator_makes_a_version_of_a_scale_and_gives_it_up(page: Page, axe: Axe) -> None:
    sign_in(page, "Wati")
    page.goto(CATALOGUE)
    page.get_by_role("link", name="Indeks Kualitas Kebijakan").click()
    expect(page.get_by_text("Tabel predikatnya belum ada")).to_be_visible()
    page.get_by_role("link", name="Buat versi instansi ini").click()
    page.get_by_label("Sumber", exact=True).fill("Keputusan Wali Kota 12/2024")
    page.get_by_label("Sebutan kelas 1").fill("Kurang")
    page.get_by_label("Sebutan kelas 2").fill("Baik")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Tulis mulai dari nilai berapa kelas ini.")).to_be_visible()
    assert axe(page) == []
    page.get_by_label("Mulai dari kelas 2").fill("60,5")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("“Indeks Kualitas Kebijakan” ditambahkan dan langsung dipakai.")).to_be_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Indeks Kualitas Kebijakan", exact=True).click()
    expect(page.get_by_role("row", name="Baik 60,5 sampai 100")).to_be_visible()
    page.get_by_label("Nilai atau predikat").fill("60,4")
    page.get_by_label("Tahun pengukuran").fill("2024")
    page.get_by_role("button", name="Cari predikat").click()
    expect(page.get_by_text("60,4 pada 2024: kelasnya 0 sampai kurang dari 60,5.")).to_be_visible()
    page.goto(CATALOGUE + "milik-instansi/")
    page.get_by_role("button", name="Hentikan Indeks Kualitas Kebijakan").click()
    expect(page.get_by_text("“Indeks Kualitas Kebijakan” tidak dipakai lagi.")).to_be_visible()
    page.goto(CATALOGUE + "skala/ikk/")
    expect(page.get_by_text("Tabel predikatnya belum ada")).to_be_visible()


def test_reading_fits_a_phone_and_a_wide_window(page: Page, phone: Page, axe: Axe) -> None:
    for window in (page, phone):
        sign_in(window, "Siti")
        for part in PAGES:
            window.goto(CATALOGUE + part)
            expect(window.get_by_role("heading", level=1)).to_be_visible()
            assert (part, axe(window)) == (part, [])
            assert (part, scrolls_sideways(window)) == (part, False)
            assert (part, targets_too_small(window)) == (part, [])


def test_forms_fit_a_phone(phone: Page, axe: Axe) -> None:
    sign_in(phone, "Wati")
    for kind in ("skala/?salin=spi", "indikator/", "tema/", "nama/"):
        phone.goto(f"{CATALOGUE}milik-instansi/tambah/{kind}")
        assert (kind, axe(phone)) == (kind, [])
        assert (kind, scrolls_sideways(phone)) == (kind, False)
        assert (kind, targets_too_small(phone)) == (kind, [])


def test_the_current_tab_is_in_view_on_a_phone(phone: Page) -> None:
    sign_in(phone, "Wati")
    phone.goto(f"{CATALOGUE}milik-instansi/")
    current = phone.locator(".pj-views [aria-current]").filter(has_text="Milik instansi")
    expect(current).to_be_in_viewport(ratio=0.9)
