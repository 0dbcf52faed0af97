"""The year 2023 of Kota Melati evaluated in December 2024, and what was asked for followed until January 2025.

Wati adopts the worksheet and scores it herself, Siti on her phone where Diskominfo leads, Ani evaluates and needs a
waiver for what the inspectorate leads, Rina signs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.evaluation.worksheets import ENTRY
from tests.journeys.acting import Axe, People, Picture, at, press, told
from tests.journeys.moving_days import REGULATION, SLUG, City, found
from tests.journeys.people import scrolls_sideways, settled

INFORMATICS, INSPECTORATE = "Dinas Komunikasi, Informatika dan Statistik", "Inspektorat"
SHEET = "lke/2023/"
REASON = "Tidak ada penilai lain tahun ini"
ARCHIVES = "| 2 | Arsip Digital | Tingkat Digitalisasi Arsip | - | 75% | 80% | Dispersip | Seluruh PD |\n"
CONTROL = "| 3 | Pengawasan Internal | Tingkat Maturitas SPIP | 3 | 3 | 3,2 | Inspektorat | Seluruh PD |\n"
SPBE_SCORE = "| 2 | Arsitektur SPBE | 9 | 10 | 9 | 28 |\n"
CONTROL_SCORE = "| 3 | Pengawasan Internal | 8 | 6 | 7 | 21 |\n"
# The inspectorate has an action on what it leads: that is what a waiver is signed for.
PLAN = """
from petajalan.accounts.models import Unit
from petajalan.planning.models import Action, ActionPlan, Indicator
led = Indicator.objects.get(known_code="spip")
unit = Unit.objects.get(agency=led.agency, name="Inspektorat")
plan = ActionPlan.objects.create(agency=led.agency, year=2023, coordinator=unit, status="approved", revision=1)
Action.objects.create(
    agency=led.agency, plan=plan, position=1, name="Menilai risiko", indicator_key=led.key, target_q1=1
)
"""
OWN = {"A1": "80", "A2": "50", "B2": "3", "B3": "WTP", "T1": "70"}
INTERNAL = {"A1": "75", "A2": "50", "B1": "2,4", "B3": "WTP", "T1": "70"}


@pytest.fixture
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    text = REGULATION.read_text(encoding="utf-8")
    for before, added in ((ARCHIVES, CONTROL), (SPBE_SCORE, CONTROL_SCORE)):
        assert before in text
        text = text.replace(before, before + added)
    return found(tmp_path_factory.mktemp("melati"), regulation=text, program=PLAN)


@pytest.fixture
def instrument(tmp_path: Path) -> Path:
    """A small worksheet with all of its weights, as somebody completes the national one from the technical guide."""
    path = tmp_path / "lke-2023.yaml"
    entry = {**ENTRY, "code": "lke-2023-kabkota", "name": "LKE kota 2023", "years": [2023, 2023]}
    path.write_text(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def test_a_year_from_its_worksheet_to_a_closed_recommendation(
    open_page: Callable[..., Page], city: City, instrument: Path, axe: Axe, picture: Picture
) -> None:
    def clean(page: Page) -> Page:
        assert (page.url, axe(page)) == (page.url, [])
        return page

    people = People(open_page, city, picture)
    with city.on("2024-12-16"):
        wati_adopts_an_instrument_and_begins(people["Wati"], instrument, clean)
        the_units_assess_themselves(people, clean)
        ani_evaluates_with_one_waiver(people, clean)
        wati_simulates_and_keeps_a_scenario(people["Wati"], clean)
        the_official_result_comes_in(people["Wati"], clean)
        recommendations_are_raised(people["Ani"], clean)
    later = People(open_page, city, picture)
    with city.on("2025-01-13"):
        the_owner_follows_and_does_not_verify(later["Siti"], clean)
        an_evaluator_verifies(later, clean)
        the_secretariat_stands_in(later, clean)


Clean = Callable[[Page], Page]


def score(page: Page, party: str, values: dict[str, str]) -> None:
    """Type raw values into their cells; each keeps itself."""
    for code, value in values.items():
        cell = page.locator(f"#b-{code} td:has(form[action$='/{party}/cepat/'])")
        field = cell.locator("[name=raw]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.press("Tab")
        expect(cell.locator(".ws-saved")).to_have_text("Tersimpan")
        settled(page)


def wati_adopts_an_instrument_and_begins(wati: Page, instrument: Path, clean: Clean) -> None:
    expect(at(wati, SHEET).get_by_role("main")).to_contain_text("Belum ada instrumen untuk tahun ini")
    clean(wati).get_by_role("link", name="Pakai instrumen").click()
    wati.get_by_role("link", name="kabupaten/kota 2023").first.click()
    press(wati, "Pakai instrumen ini")
    told(wati, "Lengkapi yang belum ada.")
    clean(wati).get_by_role("link", name="Unggah YAML").click()
    wati.locator("[name=file]").set_input_files(instrument)
    press(wati, "Periksa berkas")
    expect(wati.get_by_role("heading", name="Yang akan berubah")).to_be_visible()
    press(wati, "Simpan perubahan ini")
    told(wati, "“LKE kota 2023” disimpan")
    press(at(wati, SHEET), "Mulai lembar kerja")
    told(wati, "Lembar kerja dimulai.")


def the_units_assess_themselves(people: People, clean: Clean) -> None:
    siti, wati = people["Siti"], people["Wati"]
    score(at(siti, SHEET), "mandiri", {"B1": "2,5"})
    assert not scrolls_sideways(siti)
    expect(siti.locator("#b-B2 form")).to_have_count(0)  # what another unit leads
    clean(siti)
    score(at(wati, SHEET), "mandiri", OWN)
    wati.reload()
    expect(wati.get_by_text("Perkiraan indeks 76,00 (BB) menurut penilaian mandiri.")).to_be_visible()
    clean(wati)


def ani_evaluates_with_one_waiver(people: People, clean: Clean) -> None:
    ani, rina = people["Ani"], people["Rina"]
    score(at(ani, SHEET), "internal", INTERNAL)
    expect(ani.locator("#b-B2 form[action$='/internal/cepat/']")).to_have_count(0)
    item = at(ani, f"{SHEET}butir/B2/").locator("#internal")
    expect(item).to_contain_text("Unit Anda mengoordinasikan indikator butir ini, jadi Anda tidak boleh menilainya.")
    clean(ani)

    at(rina, "evaluasi/independensi/tanda-tangan/2023/").get_by_label("Menilai risiko").check()
    rina.get_by_label("Alasan").fill(REASON)
    clean(rina)
    press(rina, "Tanda tangani")
    told(rina, "Pengecualian ditandatangani.")

    item = at(ani, f"{SHEET}butir/B2/").locator("#internal")
    item.locator("[name=raw]").fill("2,9")
    press(item, "Simpan nilai")
    told(ani, "Nilai tersimpan.")
    expect(ani.locator("#internal .ws-warn")).to_contain_text(REASON)
    clean(ani)
    expect(at(ani, SHEET).locator("#b-B2")).to_contain_text("2,9")


def wati_simulates_and_keeps_a_scenario(wati: Page, clean: Clean) -> None:
    at(wati, f"{SHEET}simulasi/").get_by_label("Andai: B1 Indeks SPBE").fill("3,5")
    expect(wati.locator("#hasil")).to_contain_text("1 nilai diubah")
    expect(wati.locator("#hasil")).to_contain_text("84,00")
    settled(wati)
    wati.get_by_label("Nama skenario").fill("SPBE naik ke 3,5")
    clean(wati)
    press(wati, "Simpan skenario")
    expect(wati.locator(".ws-save .ws-list")).to_contain_text("SPBE naik ke 3,5")
    wati.get_by_role("link", name="Bandingkan skenario").click()
    wati.get_by_label("SPBE naik ke 3,5").check()
    press(wati, "Bandingkan")
    table = wati.get_by_role("region", name="Perbandingan skenario")
    for figure in ("76,00", "84,00"):
        expect(table).to_contain_text(figure)
    clean(wati)
    expect(at(wati, SHEET).locator("#b-B1 form[action$='/mandiri/cepat/'] [name=raw]")).to_have_value("2,5")


def the_official_result_comes_in(wati: Page, clean: Clean) -> None:
    entry = at(wati, "indeks/reform-index/").locator("#catat-nilai")
    entry.locator("[name=year]").fill("2023")
    entry.locator("[name=figure]").fill("71,2")
    entry.locator("[name=source]").fill("Hasil evaluasi RB 2023, surat B/12")
    press(entry, "Simpan nilai")
    expect(wati.get_by_role("row").filter(has_text="2023").first).to_contain_text("71,2")
    clean(wati)
    item = at(wati, f"{SHEET}butir/B1/").locator("#nasional")
    item.locator("[name=raw]").fill("2,3")
    item.locator("[name=source]").fill("Hasil evaluasi RB 2023, surat B/12")
    press(item, "Simpan nilai")
    told(wati, "Nilai tersimpan.")
    clean(wati)
    at(wati, SHEET).locator(".ws-final summary").click()
    press(wati, "Finalkan")
    told(wati, "Lembar kerja final.")
    expect(wati.get_by_text("Indeks resmi 2023: 71,20")).to_be_visible()
    expect(wati.locator("#b-B1 form")).to_have_count(0)

    wati.get_by_role("link", name="Koreksi koefisien").click()
    wati.get_by_label("Koefisien", exact=True).fill("-0,5")
    wati.get_by_label("Dokumen yang menetapkannya").fill("Surat B/12")
    press(wati, "Simpan koreksi")
    expect(wati.get_by_role("main")).to_contain_text("Isi alasan koreksi.")
    wati.get_by_label("Alasan koreksi").fill("Tercantum dalam surat B/12")
    press(wati, "Simpan koreksi")
    expect(wati.get_by_role("main")).to_contain_text("Koefisien semula 0: Tercantum dalam surat B/12")
    clean(wati)


def recommendations_are_raised(ani: Page, clean: Clean) -> None:
    for what, owner in (("Susun arsitektur SPBE", INFORMATICS), ("Tuntaskan penilaian risiko", INSPECTORATE)):
        form = at(ani, "rekomendasi/tulis/")
        form.locator("[name=year]").fill("2023")
        form.locator("[name=reference]").fill("Hasil evaluasi RB 2023, rekomendasi")
        form.locator("[name=what]").fill(what)
        form.locator("[name=owner]").select_option(label=owner)
        if owner == INFORMATICS:
            form.locator("[name=indicator]").select_option(label="Indeks SPBE")
        form.locator("[name=due]").fill("2025-01-06")
        clean(ani)
        press(form, "Jadikan rekomendasi")
        told(ani, "melihatnya di Tugas saya.")
    expect(ani.get_by_role("heading", level=1)).to_have_text("R-2023-02")


def task(page: Page, code: str) -> Page:
    """From "Tugas saya" to the recommendation."""
    at(page, "tugas/").locator("li").filter(has_text=code).locator("a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(code)
    return page


def follow(page: Page, words: str) -> None:
    page.get_by_label("Yang sudah dikerjakan").fill(words)
    page.get_by_label("Atau tautan").fill("https://dokumen.melati.example/bukti")
    press(page, "Laporkan selesai")
    told(page, "Terkirim kepada tim evaluasi.")


def the_owner_follows_and_does_not_verify(siti: Page, clean: Clean) -> None:
    expect(task(siti, "R-2023-01").locator(".rk-chips").first).to_contain_text("7 hari terlambat")
    assert not scrolls_sideways(siti)
    clean(siti)
    follow(siti, "Arsitektur SPBE ditetapkan")
    expect(siti.get_by_role("button", name=re.compile("Verifikasi"))).to_have_count(0)
    with siti.expect_navigation() as answered:  # as one who knows the address
        siti.evaluate(
            """() => { const form = document.querySelector("form[method=post]");
                form.action = location.pathname + "verifikasi/"; form.submit(); }"""
        )
    assert answered.value is not None
    assert answered.value.status == 403
    expect(siti.get_by_text("Peran Anda di instansi ini tidak mencakup tindakan tersebut.").first).to_be_visible()
    clean(siti)


def an_evaluator_verifies(people: People, clean: Clean) -> None:
    ani, wali = people["Ani"], people["Pak Wali"]
    expect(at(ani, "rekomendasi/?tahun=2025").locator(".rk-card").first).to_contain_text("dari 2023")
    clean(ani)
    clean(task(ani, "R-2023-01"))
    press(ani, "Verifikasi, selesai")
    told(ani, "Rekomendasi selesai dan terverifikasi.")
    expect(at(wali, "rekomendasi/daftar/?keadaan=verified").get_by_role("row").nth(1)).to_contain_text("R-2023-01")
    clean(wali)
    wali.get_by_role("link", name=re.compile("R-2023-01")).click()
    wali.get_by_role("link", name="Indeks SPBE").click()
    expect(wali.get_by_role("region", name="Rekomendasi")).to_contain_text("R-2023-01")
    clean(wali)


def the_secretariat_stands_in(people: People, clean: Clean) -> None:
    """Every evaluator is of the unit that owes it."""
    ani, rina = people["Ani"], people["Rina"]
    follow(task(ani, "R-2023-02"), "Penilaian risiko selesai")
    expect(ani.get_by_role("main")).to_contain_text("Menunggu verifikasi penilai dari unit lain.")
    expect(ani.get_by_role("button", name=re.compile("Verifikasi"))).to_have_count(0)
    clean(task(rina, "R-2023-02"))
    press(rina, "Verifikasi, selesai")
    told(rina, "Rekomendasi selesai dan terverifikasi.")
    page = at(people["Dewi"], "rekomendasi/")
    assert page.title()
    assert page.goto(f"/{SLUG}/{SHEET}").status == 404  # type: ignore[union-attr]
