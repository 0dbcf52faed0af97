"""A road map made by hand: from an empty agency to one that is enacted and locked."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.people import scrolls_sideways, settled, sign_in, targets_too_small

PLAN = "/kota-melati/rencana/"
Axe = Callable[[Page], list[str]]
Open = Callable[..., Page]
Picture = Callable[[Page, str], None]


def in_order(page: Page, axe: Axe) -> None:
    assert (page.url, axe(page)) == (page.url, [])
    assert not scrolls_sideways(page)
    assert targets_too_small(page) == []


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def save(page: Page, button: str = "Simpan", **fields: str) -> None:
    """Fill the form by the names of its fields and send it; the next page says that it was kept."""
    form = main(page).locator("form").first
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    form.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status").filter(has_text=fields.get("name", ""))).not_to_have_count(0)


def write_figures(page: Page, indicator: str, **figures: str) -> None:
    """Each figure in its cell of the list, saved when the cell is left."""
    for column, value in figures.items():
        name = column.replace("_", " ").capitalize()
        page.goto(f"{PLAN}indikator/?cari={indicator}")
        cell = page.get_by_role("row").filter(has=page.get_by_role("link", name=indicator, exact=True))
        cell.locator(f"td[data-l='{name}']").get_by_role("link").click()
        field = page.get_by_role("textbox", name=f"{name}, {indicator}")
        expect(field).to_be_focused()
        settled(page)
        field.fill(value)
        field.press("Enter")
        expect(page.get_by_text("Tersimpan pukul").first).to_be_visible()


def test_a_road_map_from_nothing_to_enacted(open_page: Open, empty_site: str, axe: Axe, picture: Picture) -> None:
    page = open_page(address=empty_site)
    sign_in(page, "Rina")
    page.goto(PLAN)
    page.get_by_role("link", name="Buat dari nol").click()
    save(page, "Buat rancangan", title="Road map Kota Melati", period_start="2025", period_end="2026")
    expect(page.get_by_role("heading", level=1)).to_have_text("Road map Kota Melati")
    expect(main(page).get_by_text("hal wajib belum lengkap")).to_be_visible()
    picture(page, "rencana-kelengkapan")
    in_order(page, axe)

    page.get_by_role("link", name="Lengkapi Isu strategis").click()
    page.get_by_role("link", name="Tambah isu").click()
    save(page, title="Layanan warga belum terpadu")
    page.get_by_role("link", name="Tambah kondisi").click()
    save(page, title="Tiap dinas memakai aplikasi sendiri")
    page.get_by_role("link", name="I PENDAHULUAN", exact=True).click()
    page.get_by_role("link", name="Tulis rumusan baru").click()
    save(page, "Simpan rumusan", body="Road map ini disusun untuk warga Melati.")
    in_order(page, axe)

    page.goto(f"{PLAN}peta-logika/")
    page.get_by_role("link", name="Tambah tujuan").first.click()
    save(page, name="Birokrasi yang melayani")
    page.goto(f"{PLAN}peta-logika/tambah/sasaran/")
    save(page, name="Layanan digital yang terpadu", goal="Birokrasi yang melayani")
    page.goto(f"{PLAN}peta-logika/tambah/kegiatan/")
    save(
        page,
        name="Penerapan arsitektur SPBE",
        objective="Layanan digital yang terpadu",
        mandatory="Mandatory (wajib nasional)",
        coordinator="Dinas Komunikasi, Informatika dan Statistik",
    )
    page.goto(f"{PLAN}peta-logika/tambah/kegiatan/")
    save(page, name="Penataan arsip kota", objective="Layanan digital yang terpadu", mandatory="Inisiatif instansi")
    in_order(page, axe)

    page.goto(f"{PLAN}tema/")
    page.get_by_role("link", name="Tambah tema").click()
    save(page, name="Penanganan Kemiskinan", wanted="4,50% penduduk miskin", existing="5,10% pada 2024")
    in_order(page, axe)

    for owner, name in (
        ("Birokrasi yang melayani", "Indeks Reformasi Birokrasi"),
        ("Layanan digital yang terpadu", "Indeks SPBE"),
        ("Penerapan arsitektur SPBE", "Tingkat Kematangan Arsitektur"),
        ("Penataan arsip kota", "Nilai Pengawasan Kearsipan"),
        ("Penanganan Kemiskinan", "Persentase Penduduk Miskin"),
    ):
        page.goto(f"{PLAN}indikator/tambah/")
        save(page, owner=owner, name=name, baseline_year="2024")
        write_figures(page, name, baseline_2024="2,5", target_2025="3", target_2026="3,5")
    in_order(page, axe)

    page.goto(f"{PLAN}prioritas/")
    # Nobody waits between two scores: an answer that comes meanwhile must not take away what is being typed.
    scores = {"Penerapan arsitektur SPBE": "9", "Penataan arsip kota": "7"}
    factors = ("Mandat RB General Nasional", "Tingkat Keparahan", "Waktu (Mendesak)")
    for activity, value in scores.items():
        for factor in factors:
            page.get_by_role("textbox", name=f"Skor {factor} untuk {activity}").focus()
            page.keyboard.type(value)
            page.keyboard.press("Tab")
    expect(page.get_by_role("row").filter(has_text="Penataan arsip kota")).to_contain_text("21")
    expect(page.get_by_role("row").filter(has_text="Penerapan arsitektur SPBE")).to_contain_text("27")
    page.reload()
    for activity, value in scores.items():
        for factor in factors:
            score = page.get_by_role("textbox", name=f"Skor {factor} untuk {activity}")
            expect(score).to_have_value(value)
    picture(page, "prioritas")
    in_order(page, axe)

    page.goto(f"{PLAN}peta-logika/")
    picture(page, "peta-logika")
    in_order(page, axe)

    page.goto(PLAN)
    expect(main(page).get_by_text("Kelima bagian wajib sudah ada.")).to_be_visible()
    expect(page.get_by_role("link", name="Lengkapi")).to_have_count(0)
    page.get_by_label("Ditetapkan dengan").fill("Peraturan Wali Kota Melati Nomor 9 Tahun 2024")
    picture(page, "rencana-tetapkan")
    page.get_by_role("button", name="Tetapkan road map").click()
    expect(page.get_by_text("Road map ini ditetapkan dan mulai berlaku.")).to_be_visible()
    expect(page.get_by_text("sudah ditetapkan, jadi terkunci")).to_be_visible()
    in_order(page, axe)

    # Locked: nothing to fill in, and the address of a form says what to do instead.
    for path in ("indikator/", "peta-logika/", "naskah/", "tema/", "prioritas/"):
        page.goto(PLAN + path)
        expect(main(page).get_by_role("textbox", name="Skor")).to_have_count(0)
        expect(main(page).get_by_role("link", name="Tambah")).to_have_count(0)
    for path in ("peta-logika/tambah/tujuan/", "isi/tema/tambah/", "indikator/tambah/", "naskah/tambah/", "ubah/"):
        assert (path, page.goto(PLAN + path).status) == (path, 409)
        expect(page.get_by_role("heading", level=1)).to_have_text("Isinya terkunci")
    in_order(page, axe)
