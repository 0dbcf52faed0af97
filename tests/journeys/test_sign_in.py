import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.people import password, scrolls_sideways, sign_in, targets_too_small

OWN_PAGES = ["/akun/", "/akun/sandi/", "/akun/konfirmasi/?next=/akun/", "/kota-pasuruan/jejak/", "/tidak/ada/"]
PUBLIC_PAGES = ["/masuk/", "/sandi/lupa/", "/sandi/lupa/terkirim/", "/sandi/baru/1-salah/", "/masuk/nonaktif/"]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_pages_are_accessible_and_fit(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]], viewport: dict[str, int]
) -> None:
    page = open_page(viewport)
    for signed_in, addresses in ((False, PUBLIC_PAGES), (True, OWN_PAGES)):
        if signed_in:
            sign_in(page, "Wati")
        for address in addresses:
            page.goto(address)
            expect(page.get_by_role("heading", level=1)).to_have_count(1)
            assert (address, axe(page)) == (address, [])
            assert (address, scrolls_sideways(page)) == (address, False)
            assert (address, targets_too_small(page, 40 if viewport is PHONE else 24)) == (address, [])


def test_menu_of_the_person_opens_with_the_keyboard_and_leads_out(page: Page) -> None:
    sign_in(page, "Siti")
    opener = page.get_by_role("banner").locator("summary")
    opener.focus()
    page.keyboard.press("Enter")
    leave = page.get_by_role("banner").get_by_role("button", name="Keluar")
    expect(leave).to_be_visible()
    page.keyboard.press("Escape")
    expect(leave).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    page.get_by_role("heading", level=1).click()
    expect(leave).to_be_hidden()
    opener.click()
    leave.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_first_tab_leads_past_the_menu(page: Page) -> None:
    sign_in(page, "Siti")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Lewati ke isi")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_on_a_phone_the_rest_is_under_lainnya(phone: Page) -> None:
    sign_in(phone, "Wati")
    bar = phone.get_by_role("navigation", name="Menu utama di ponsel")
    expect(phone.get_by_role("navigation", name="Menu utama", exact=True)).to_be_hidden()
    bar.locator("summary").click()
    bar.get_by_role("link", name="Jejak").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Jejak")


def test_typed_password_can_be_shown(page: Page) -> None:
    page.goto("/masuk/")
    field = page.get_by_label("Kata sandi", exact=True)
    field.fill("rahasia")
    page.get_by_role("button", name="Tampilkan isian Kata sandi").click()
    expect(field).to_have_attribute("type", "text")
    page.get_by_role("button", name="Tampilkan isian Kata sandi").click()
    expect(field).to_have_attribute("type", "password")


def test_wrong_passwords_are_throttled(page: Page) -> None:
    for _ in range(6):
        page.goto("/masuk/?sebagai=joko@kota-pasuruan.example")
        page.get_by_label("Kata sandi", exact=True).fill("kata-sandi-salah")
        page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Tunggu 5 menit, lalu coba lagi.")


def test_second_factor_is_set_up_used_and_removed(page: Page, open_page: Callable[..., Page]) -> None:
    secret = password(page)
    sign_in(page, "Budi")
    page.goto("/akun/")
    page.get_by_role("link", name="Pasang verifikasi dua langkah").click()
    page.get_by_label("Kata sandi", exact=True).fill(secret)
    page.get_by_role("button", name="Lanjutkan").click()
    expect(page.get_by_role("img", name="Kode QR untuk aplikasi autentikator")).to_be_visible()
    key = page.locator(".pj-secret").inner_text()
    page.get_by_label("Kode").fill(_code(key))
    page.get_by_role("button", name="Pasang").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kode cadangan")
    expect(page.locator(".pj-codes li")).to_have_count(10)
    spare = page.locator(".pj-codes li").first.inner_text()

    elsewhere = open_page()
    elsewhere.goto("/masuk/?sebagai=budi@kota-pasuruan.example")
    elsewhere.get_by_label("Kata sandi", exact=True).fill(secret)
    elsewhere.get_by_role("button", name="Masuk", exact=True).click()
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text("Tulis kode verifikasi")
    elsewhere.get_by_label("Kode").fill("000000")
    elsewhere.get_by_role("button", name="Masuk", exact=True).click()
    expect(elsewhere.get_by_text("Kode tidak cocok atau sudah lewat.")).to_be_visible()
    elsewhere.get_by_label("Kode").fill(spare)
    elsewhere.get_by_role("button", name="Masuk", exact=True).click()
    expect(elsewhere.get_by_role("banner")).to_contain_text("Budi")

    page.goto("/akun/")
    page.get_by_role("link", name="Lepas verifikasi dua langkah").click()
    page.get_by_role("button", name="Lepas").click()
    expect(page.get_by_text("Belum terpasang")).to_be_visible()


def _code(key: str) -> str:
    return format_hotp_value(hotp_value(key, int(time.time()) // 30))


def test_language_switch_keeps_the_page(page: Page) -> None:
    sign_in(page, "Wati")
    page.goto("/kota-pasuruan/jejak/?action=person_added")
    page.get_by_role("banner").get_by_role("button", name="English").click()
    expect(page).to_have_url(re.compile(r"/kota-pasuruan/jejak/\?action=person_added$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Audit trail")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("banner").get_by_role("button", name="Bahasa Indonesia").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jejak")


def test_english_browser_still_gets_indonesian(open_page: Callable[..., Page]) -> None:
    page = open_page(locale="en-GB")
    page.goto("/masuk/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")


def test_dewi_of_another_agency_is_told_nothing(page: Page) -> None:
    sign_in(page, "Dewi")
    expect(page.get_by_role("banner")).to_contain_text("Kota Contoh")
    for rest in ("", "peraturan/", "jejak/", "unit/", "unit/1/", "tim/", "tim/1/", "jabatan/1/", "orang/", "orang/1/"):
        address = f"/kota-pasuruan/{rest}"
        response = page.goto(address)
        assert response is not None
        assert (address, response.status) == (address, 404)
        expect(page.get_by_role("heading", level=1)).to_have_text("Halaman ini tidak ada")
        assert "Pasuruan" not in page.locator("body").inner_text()


def test_everything_needed_works_without_scripts(browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, "Rina")
    page.get_by_role("navigation", name="Menu utama di ponsel").locator("summary").click()
    page.get_by_role("link", name="Akun saya").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Akun saya")
    page.get_by_role("navigation", name="Menu utama di ponsel").locator("summary").click()
    page.get_by_role("button", name="Keluar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")
    context.close()
