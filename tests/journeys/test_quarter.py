"""The first quarter of 2024 in Kota Melati, lived through by all of its people, on the days on which they would work.

Bagian Organisasi (Wati writes, Budi heads) coordinates two actions: Diskominfo carries one out (Siti writes, Pak Joko
heads), it carries out the other itself. Rina is the secretariat, Ani evaluates. Siti and Pak Joko work on a phone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.acting import Axe, People, Picture, at, opens, press, told
from tests.journeys.moving_days import City, found
from tests.journeys.people import scrolls_sideways

OURS, THEIRS = "Menyatukan layanan digital", "Menata arsip digital"
INFORMATICS, ORGANISATION = "Dinas Komunikasi, Informatika dan Statistik", "Bagian Organisasi"
ROWS = (
    {
        "name": OURS, "output": "Layanan terpadu", "output_indicator": "Jumlah layanan", "output_unit": "layanan",
        "target_q1": "3", "target_q2": "3", "budget_q1": "100.000.000", "implementers": "Diskominfo",
    },
    {
        "name": THEIRS, "output": "Berkas arsip", "output_indicator": "Jumlah berkas", "output_unit": "berkas",
        "target_q1": "200", "target_q2": "200", "budget_q1": "40.000.000",
    },
)  # fmt: skip


@pytest.fixture
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    return found(tmp_path_factory.mktemp("melati"))


def number(page: Page, unit: str) -> str:
    """How addresses name the unit."""
    return (at(page, "unit/").get_by_role("link", name=unit).first.get_attribute("href") or "").split("/")[-2]


def plan_of(page: Page, unit: str = ORGANISATION) -> Page:
    at(page, "rencana-aksi/?tahun=2024").get_by_role("link", name=unit).click()
    return page


def report(page: Page, month: str, *, unit: str = INFORMATICS) -> Page:
    """From "Tugas saya" to the report of that month, with one tap."""
    task = at(page, "tugas/").locator("li").filter(has_text=month).filter(has_text=unit)
    task.locator("a, button").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(month)
    return page


def waiting(page: Page) -> list[str]:
    """What "Tugas saya" lists."""
    return at(page, "tugas/").locator(".rp-task-t").all_inner_texts()


def write(page: Page, **fields: str) -> None:
    """Fill the only line of the report; it keeps itself."""
    line = page.locator("form[data-autosave]").first
    for name, value in fields.items():
        line.locator(f"[name={name}]").fill(value)
    expect(page.locator(".rp-said").first).to_contain_text("Tersimpan")


def send(page: Page) -> None:
    press(page, "Kirim laporan")
    told(page, "Laporan terkirim kepada koordinator.")


def accept(page: Page, action: str) -> None:
    page.get_by_role("button", name=re.compile(f"^Terima ?: {action}$")).click()
    expect(page.locator(".rp-chips")).to_contain_text("Diterima")


def send_back(page: Page, action: str, note: str) -> None:
    line = page.get_by_role("region", name=action)
    line.get_by_label("Yang perlu diperbaiki").fill(note)
    press(line, "Kembalikan")
    expect(page.locator(".rp-chips")).to_contain_text("Dikembalikan")


def evaluate(page: Page, period: str, *, deviating: str = "") -> None:
    """Ani judges every action of the month "Januari 2024"; `deviating` did not reach its output."""
    at(page, "evaluasi/2024/").get_by_role("button", name=f"Mulai {period}").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(period)
    for action in (OURS, THEIRS):
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name=action))
        row.get_by_role("button", name=re.compile("^Semua sesuai")).click()
        expect(row.locator(".ev-said")).to_contain_text("Tersimpan")
    if deviating:
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name=deviating))
        row.get_by_role("group", name="Ketercapaian Output").get_by_text("Tidak sesuai").click()
        expect(row.locator(".ev-said")).to_contain_text("Tersimpan")
        press(page, "Kirim kepada sekretariat")
        told(page, f"Tulis catatan mengapa aksi ini tidak sesuai: “{deviating}”.")
        row.locator("[name=note]").fill("Satu dari tiga layanan belum diluncurkan")
        expect(row.locator(".ev-said")).to_contain_text("Tersimpan")
    page.reload()
    expect(page.get_by_text("2 dari 2 aksi sudah dinilai")).to_be_visible()


def submit_evaluation(page: Page) -> None:
    press(page, "Kirim kepada sekretariat")
    told(page, "Evaluasi terkirim kepada sekretariat.")


def acknowledge(page: Page, period: str) -> None:
    at(page, "evaluasi/2024/").get_by_role("link", name=re.compile(f"^Buka .*{period}$")).click()
    press(page, "Terima evaluasi")
    told(page, "Evaluasi diterima dan terkunci.")


def test_a_quarter_from_plan_to_lock(open_page: Callable[..., Page], city: City, axe: Axe, picture: Picture) -> None:
    people = People(open_page, city, picture)
    for day, what_happens in (
        ("2024-01-08", the_plan_is_written_sent_back_and_approved),
        ("2024-01-31", january_is_reported_by_one),
        ("2024-02-01", january_is_reviewed_and_evaluated_without_the_late_unit),
        ("2024-02-29", february_is_reported_by_one),
        ("2024-03-01", february_is_repaired_and_january_gets_an_exception),
        ("2024-03-28", march_is_reported_behind_its_target),
        ("2024-04-05", the_quarter_is_measured_evaluated_discussed_and_locked),
    ):
        with city.on(day):
            what_happens(people)
            for name, page in people.pages.items():
                assert (name, page.url, axe(page)) == (name, page.url, [])


def the_plan_is_written_sent_back_and_approved(people: People) -> None:
    wati, budi, rina = people["Wati"], people["Budi"], people["Rina"]
    press(at(wati, "kalender/2024/"), "Buka kalender 2024")
    at(wati, "rencana-aksi/?tahun=2024").get_by_label("Unit koordinator").select_option(label=ORGANISATION)
    press(wati, "Mulai rencana aksi")
    for number, values in enumerate(ROWS):
        row = wati.locator("tbody tr").nth(number)
        row.locator("[name=indicator]").fill("Indeks SPBE")
        for name, value in values.items():
            row.locator(f"[name={name}]").fill(value)
        keep(row)
    press(plan_of(budi), "Ajukan")
    told(budi, "“Menata arsip digital”: pelaksana belum dipilih.")
    row = plan_of(wati).locator("tbody tr").nth(1)
    row.locator("[name=implementers]").fill("Bagor")
    keep(row)
    press(plan_of(budi), "Ajukan")
    told(budi, "Rencana aksi diajukan ke sekretariat.")
    expect(budi.get_by_role("button", name="Setujui")).to_have_count(0)
    plan_of(rina).get_by_text("Kembalikan dengan daftar perbaikan").click()
    rina.get_by_role("textbox", name=OURS).fill("Sebutkan bukti dukungnya")
    press(rina, "Kembalikan")
    row = plan_of(wati).locator("tbody tr").first
    expect(row.locator(".pa-repair")).to_have_text("Sebutkan bukti dukungnya")
    row.locator("[name=evidence_needed]").fill("Berita acara peluncuran")
    keep(row)
    press(plan_of(wati), "Tandai selesai")
    press(plan_of(budi), "Ajukan")
    press(plan_of(rina), "Setujui")
    expect(rina.locator(".pa-top")).to_contain_text("Disetujui")


def keep(row: Locator) -> None:
    """The row of the plan keeps itself when it is left."""
    row.locator("[name=evidence_needed]").press("Enter")
    expect(row.locator(".pa-state")).to_have_text("Tersimpan")


def january_is_reported_by_one(people: People) -> None:
    siti, joko, picture = people["Siti"], people["Joko"], people.picture
    picture(at(siti, "tugas/"), "tugas-saya")
    report(siti, "Januari 2024")
    write(siti, realised_output="1", budget_absorbed="20.000.000", narrative="Satu layanan diluncurkan")
    expect(siti.get_by_role("button", name="Kirim laporan")).to_have_count(0)
    assert not scrolls_sideways(siti)
    send(report(joko, "Januari 2024"))
    assert waiting(joko) == []


def january_is_reviewed_and_evaluated_without_the_late_unit(people: People) -> None:
    budi, wati, rina, ani = people["Budi"], people["Wati"], people["Rina"], people["Ani"]
    accept(report(budi, "Januari 2024"), OURS)
    task = at(wati, "tugas/").locator("li").filter(has_text="Januari 2024")
    expect(task).to_contain_text("Terlambat")
    evaluate(ani, "Januari 2024")
    expect(ani.locator("details[open]").filter(has_text="Laporan 1 unit belum ada.")).to_contain_text(
        f"{ORGANISATION}."
    )
    submit_evaluation(ani)
    expect(ani.get_by_role("button", name="Terima evaluasi")).to_have_count(0)
    acknowledge(rina, "Januari 2024")
    expect(rina.locator("details[open]").filter(has_text="Laporan 1 unit belum ada.")).to_contain_text(
        f"{ORGANISATION}."
    )


def february_is_reported_by_one(people: People) -> None:
    siti, joko = people["Siti"], people["Joko"]
    report(siti, "Februari 2024")
    expect(siti.get_by_text("Dilanjutkan dari bulan lalu. Periksa, lalu simpan.")).to_be_visible()
    write(siti, realised_output="1", budget_absorbed="30.000.000", narrative="Rapat persiapan")
    send(report(joko, "Februari 2024"))


def february_is_repaired_and_january_gets_an_exception(people: People) -> None:
    siti, joko, budi, rina, wati = (people[name] for name in ("Siti", "Joko", "Budi", "Rina", "Wati"))
    send_back(report(budi, "Februari 2024"), OURS, "Sebutkan layanan yang disiapkan")
    report(siti, "Februari 2024")
    expect(siti.get_by_text("Sebutkan layanan yang disiapkan").first).to_be_visible()
    write(siti, narrative="Rapat persiapan layanan perizinan")
    send(report(joko, "Februari 2024"))
    accept(report(budi, "Februari 2024"), OURS)

    january = f"laporan/2024/1/{number(wati, ORGANISATION)}/"
    press(at(wati, january), "Mulai laporan")
    told(wati, "Bulan ini sudah ditutup. Minta pengecualian kepada sekretariat.")
    assert opens(wati, "kalender/pengecualian/") == 403
    at(rina, "kalender/pengecualian/").get_by_label("Unit").select_option(label=ORGANISATION)
    rina.get_by_label("Periode").fill("2024-01")
    rina.get_by_label("Berlaku sampai").fill("2024-03-08")
    rina.get_by_label("Alasan").fill("Arsip rusak karena banjir")
    press(rina, "Beri pengecualian")
    told(rina, "Bagian Organisasi dapat mengisi 2024-01 lagi.")
    press(at(wati, january), "Mulai laporan")
    write(wati, realised_output="60", budget_absorbed="5.000.000", narrative="Berkas tiga unit ditata")
    send(at(budi, january))
    expect(budi.get_by_role("button", name=re.compile("Terima"))).to_have_count(0)  # nobody accepts their own unit's
    accept(report(rina, "Januari 2024", unit=ORGANISATION), THEIRS)

    press(report(wati, "Februari 2024", unit=ORGANISATION), "Semua nihil")
    told(wati, "Semua baris ditandai nihil. Kirim laporannya.")
    send(report(budi, "Februari 2024", unit=ORGANISATION))
    accept(report(rina, "Februari 2024", unit=ORGANISATION), THEIRS)
    evaluate(people["Ani"], "Februari 2024")
    submit_evaluation(people["Ani"])
    acknowledge(rina, "Februari 2024")


def march_is_reported_behind_its_target(people: People) -> None:
    siti, joko, wati, budi = people["Siti"], people["Joko"], people["Wati"], people["Budi"]
    report(siti, "Maret 2024")
    write(siti, realised_output="2", budget_absorbed="80.000.000", narrative="Layanan perizinan diluncurkan")
    press(report(joko, "Maret 2024"), "Kirim laporan")
    told(joko, "di bawah target triwulan. Isi kendala dan solusinya.")
    report(siti, "Maret 2024")
    write(siti, obstacle="Server belum siap", solution="Memakai server bersama pada April")
    send(report(joko, "Maret 2024"))
    report(wati, "Maret 2024", unit=ORGANISATION)
    write(wati, realised_output="200", budget_absorbed="40.000.000", narrative="Semua berkas ditata")
    send(report(budi, "Maret 2024", unit=ORGANISATION))


def the_quarter_is_measured_evaluated_discussed_and_locked(people: People) -> None:
    siti, joko, budi, rina, ani, wali = (people[name] for name in ("Siti", "Joko", "Budi", "Rina", "Ani", "Pak Wali"))
    accept(report(budi, "Maret 2024"), OURS)
    accept(report(rina, "Maret 2024", unit=ORGANISATION), THEIRS)

    at(siti, f"pengukuran/2024/1/{number(siti, INFORMATICS)}/").get_by_role(
        "link", name=re.compile("^Isi ?: Indeks SPBE")
    ).click()
    siti.locator("[name=figure]").fill("2,8")
    siti.locator("[name=source]").fill("Laporan hasil evaluasi mandiri SPBE")
    press(siti, "Simpan pengukuran")
    told(siti, "Pengukuran tersimpan.")

    picture = people.picture
    evaluate(ani, "Maret 2024", deviating=OURS)
    picture(ani, "evaluasi-bulanan")
    submit_evaluation(ani)
    acknowledge(rina, "Maret 2024")
    at(ani, "evaluasi/2024/").get_by_role("button", name="Mulai Triwulan I 2024").click()
    row = ani.get_by_role("row").filter(has=ani.get_by_role("link", name=OURS))
    expect(row.get_by_role("group", name="Ketercapaian Output").get_by_label("Tidak sesuai")).to_be_checked()
    submit_evaluation(ani)
    acknowledge(rina, "Triwulan I 2024")

    at(rina, "forum/2024/")
    rina.get_by_role("button", name=re.compile("^Susun agenda ?: Triwulan I 2024")).click()
    rina.get_by_role("link", name="Waktu dan tempat").click()
    rina.get_by_label("Tanggal").fill("2024-04-05")
    rina.get_by_label("Pukul").fill("09:00")
    rina.get_by_label("Tempat").fill("Ruang rapat sekretariat")
    rina.get_by_label("Pemimpin rapat").select_option(index=1)
    press(rina, "Simpan")
    press(rina, "Mulai forum")
    point = rina.locator(".rp-line").filter(has_text=OURS)
    expect(point).to_contain_text("Server belum siap")
    point.get_by_label("Catatan rapat").fill("Server bersama dipakai mulai April")
    expect(point.locator(".rp-said")).to_contain_text("Tersimpan")
    point.locator(".fo-decide summary").click()
    point.get_by_label("Keputusan").fill("Pindahkan layanan ke server bersama")
    point.get_by_label("Penanggung jawab").fill(INFORMATICS)
    point.get_by_label("Batas waktu").fill("2024-06-28")
    press(point, "Catat keputusan")
    expect(rina.locator(".fo-decision")).to_contain_text("Pindahkan layanan ke server bersama")
    press(rina, "Tutup berita acara")
    told(rina, "Berita acara belum lengkap, jadi belum ditutup.")
    for other in rina.locator(".rp-line").filter(has_not_text="Server belum siap").all():
        other.get_by_label("Catatan rapat").fill("Dibahas, tidak ada catatan lain")
        expect(other.locator(".rp-said")).to_contain_text("Tersimpan")
    for attendance in rina.locator("[name^=hadir-]").all():
        attendance.select_option("present")
    press(rina, "Simpan kehadiran")
    told(rina, "Kehadiran tersimpan.")
    picture(rina, "forum-monev")
    press(rina, "Tutup berita acara")
    told(rina, "Berita acara ditutup.")

    expect(at(joko, "tugas/").get_by_role("main")).to_contain_text("Pindahkan layanan ke server bersama")
    march = at(budi, f"laporan/2024/3/{number(siti, INFORMATICS)}/")
    expect(march.get_by_text("Koreksi angka")).to_have_count(0)  # locked with the forum
    assert opens(wali, "capaian/2024/1/") == 200
    expect(wali.get_by_role("main")).to_contain_text("Indeks SPBE")
    for path in (
        "tugas/",
        "capaian/2024/1/",
        "forum/2024/1/",
        "evaluasi/2024/",
        f"laporan/2024/3/{number(siti, INFORMATICS)}/",
    ):
        assert opens(people["Dewi"], path) == 404
