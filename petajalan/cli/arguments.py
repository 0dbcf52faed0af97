"""The commands and what they take. `command` names the function that carries one out, as "module:function"."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version

from petajalan.cli.language import gettext as _


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Leaves with code 2 after an explanation when they make no sense."""
    whole = parser()
    given = whole.parse_args(arguments)
    if given.command is None:
        whole.print_help(sys.stderr)
        whole.exit(2)
    return given


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="petajalan",
        description=_("Road map reformasi birokrasi: membaca peraturan, memeriksanya, dan menjalankannya."),
        epilog=_(
            "DATABASE_URL memilih basis data dan PETAJALAN_DATA_DIR folder berkas (bawaan: folder data di tempat "
            "perintah dijalankan). Basis data yang kosong disiapkan lebih dahulu."
        ),
    )
    whole.add_argument("--version", action="version", version=version("petajalan"), help=_("tampilkan versi"))
    whole.set_defaults(command=None)
    commands = whole.add_subparsers(title=_("perintah"), metavar=_("PERINTAH"))

    demo = added(commands, "demo", "demo:demo", _("buat kota contoh, lalu buka aplikasinya"))
    demo.add_argument("--no-serve", action="store_true", help=_("hanya siapkan datanya, jangan buka aplikasi"))
    address(demo)

    serve = added(commands, "serve", "serve:serve", _("jalankan aplikasi beserta pekerja latarnya"))
    address(serve)

    check = added(
        commands,
        "check",
        "check:check",
        _("periksa sebuah peraturan; tidak menyimpan apa pun"),
        _("Keluar dengan 0, 1 bila ada temuan berjenis kesalahan, atau 2 bila berkas tidak dapat dipakai."),
    )
    what = check.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar=_("BERKAS"), help=_("teks/Markdown, DOCX, PDF bergaris, atau XLSX"))
    what.add_argument("--agency", metavar="SLUG", help=_("periksa road map yang tersimpan untuk instansi ini"))
    check.add_argument("--format", choices=["text", "json"], default="text", help=_("bentuk keluaran (bawaan: text)"))

    store = added(
        commands,
        "import",
        "planning:import_file",
        _("baca sebuah peraturan dan simpan road map-nya"),
        _(
            "Keluar dengan 0 bila road map tersimpan, 1 bila --strict menolaknya, atau 2 bila berkas tidak dapat "
            "dipakai."
        ),
    )
    store.add_argument("file", metavar=_("BERKAS"), help=_("teks/Markdown, DOCX, PDF bergaris, atau XLSX"))
    store.add_argument(
        "--agency",
        metavar="SLUG",
        required=True,
        help=_("alamat instansi, misalnya kota-contoh; yang belum dikenal dibuat dari nama dalam peraturan"),
    )
    store.add_argument("--dry-run", action="store_true", help=_("baca dan periksa saja, jangan simpan"))
    store.add_argument("--strict", action="store_true", help=_("jangan simpan bila ada temuan berjenis kesalahan"))

    show = added(commands, "show", "planning:show", _("tampilkan data yang tersimpan"))
    show.add_argument("what", choices=["road-map"], metavar="road-map", help=_("yang ditampilkan"))
    show.add_argument("--agency", metavar="SLUG", required=True, help=_("alamat instansi"))
    shape = show.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))
    shape.add_argument(
        "--full",
        action="store_true",
        help=_("semuanya sebagai JSON: naskah, setiap sel seperti tercetak, dan register"),
    )

    compare = added(
        commands,
        "compare",
        "planning:compare",
        _("bandingkan sebuah berkas dengan road map yang tersimpan, sel demi sel"),
        _(
            "Tidak menyimpan apa pun. Keluar dengan 0 bila sama, 1 bila ada yang berbeda, atau 2 bila berkas tidak "
            "dapat dipakai."
        ),
    )
    compare.add_argument("file", metavar=_("BERKAS"), help=_("teks/Markdown, DOCX, PDF bergaris, atau XLSX"))
    compare.add_argument("--agency", metavar="SLUG", required=True, help=_("alamat instansi"))
    compare.add_argument(
        "--road-map", metavar=_("VERSI"), type=int, help=_("nomor versi road map (bawaan: yang berlaku)")
    )
    compare.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))

    dates = added(
        commands,
        "deadlines",
        "reporting:deadlines",
        _("tampilkan tenggat sebuah tahun"),
        _("Tahun yang belum dibuka dibuatkan kalendernya lebih dahulu."),
    )
    dates.add_argument("--agency", metavar="SLUG", required=True, help=_("alamat instansi"))
    dates.add_argument("--year", metavar=_("TAHUN"), type=int, required=True, help=_("tahun periode yang dilaporkan"))
    dates.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))

    remind = added(
        commands,
        "send-reminders",
        "reporting:remind",
        _("kirim pengingat kepada yang masih berutang laporan"),
        _("Tiap orang mendapat paling banyak satu surel sehari; menjalankannya lagi tidak mengirim apa pun."),
    )
    remind.add_argument("--date", metavar=_("TANGGAL"), required=True, help=_("hari pengingat, seperti 2025-03-14"))
    remind.add_argument("--agency", metavar="SLUG", help=_("satu instansi saja (bawaan: semua)"))
    remind.add_argument("--dry-run", action="store_true", help=_("tampilkan siapa mendapat apa, jangan kirim"))
    remind.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))

    totals = added(
        commands,
        "totals",
        "totals:totals",
        _("periksa apakah capaian yang tersimpan sama dengan hitungan dari laporannya"),
        _("Menghitung semuanya dari awal; keluar dengan kode 1 bila ada yang berbeda dan tidak diperbaiki."),
    )
    totals.add_argument("--agency", metavar="SLUG", required=True, help=_("alamat instansi"))
    totals.add_argument("--year", metavar=_("TAHUN"), type=int, help=_("satu tahun saja (bawaan: semua)"))
    totals.add_argument("--repair", action="store_true", help=_("simpan hitungan yang baru"))

    index = added(
        commands,
        "index",
        "index:index",
        _("hitung indeks reformasi birokrasi dari nilai mentah tiap butir LKE"),
        _("Tanpa basis data. Keluar dengan 1 bila nilai atau instrumennya ditolak."),
    )
    index.add_argument(
        "--instrument",
        metavar=_("KODE"),
        required=True,
        help=_("kode instrumen, misalnya lke-2024-kl, atau berkas YAML instrumen yang sudah dilengkapi"),
    )
    index.add_argument("--values", metavar=_("BERKAS"), required=True, help=_("CSV dengan kolom item, value, state"))
    index.add_argument("--coefficient", metavar=_("ANGKA"), default="0", help=_("koefisien, misalnya -1,5 (bawaan: 0)"))
    index.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))

    classify = added(
        commands,
        "classify",
        "index:classify_value",
        _("tampilkan predikat sebuah nilai menurut tabel yang berlaku pada tahun pengukurannya"),
        _("Tanpa basis data. Keluar dengan 1 bila tidak ada predikat untuk nilai atau tahun itu."),
    )
    classify.add_argument("--scale", metavar=_("KODE"), required=True, help=_("kode skala, misalnya reform-index"))
    classify.add_argument("--year", metavar=_("TAHUN"), type=int, required=True, help=_("tahun pengukuran"))
    classify.add_argument("value", metavar=_("NILAI"), help=_("angka seperti 64,09, atau predikat seperti WTP"))
    classify.add_argument("--json", action="store_true", help=_("sebagai JSON, untuk program lain"))

    export = added(
        commands,
        "export",
        "export:export",
        _("tulis sebuah dokumen resmi ke berkas"),
        _("Keluar dengan 0, 1 bila ditolak (data atau pilihan kurang), atau 2 bila perintahnya tidak dapat dipakai."),
    )
    export.add_argument("kind", nargs="?", metavar=_("JENIS"), help=_("jenis dokumen; daftarnya dengan --list"))
    export.add_argument("--list", action="store_true", help=_("tampilkan jenis dokumen dan pilihan yang diperlukannya"))
    export.add_argument("--json", action="store_true", help=_("daftar sebagai JSON, untuk program lain"))
    export.add_argument("--agency", metavar="SLUG", help=_("alamat instansi"))
    export.add_argument(
        "--format",
        metavar="FORMAT",
        help=_("docx, pdf, xlsx, md, atau zip (bawaan: menurut akhiran nama berkas)"),
    )
    export.add_argument("-o", "--output", metavar=_("BERKAS"), help=_("berkas yang ditulis"))
    export.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada"))
    export.add_argument("--year", metavar=_("TAHUN"), type=int, help=_("tahun dokumen"))
    export.add_argument("--month", metavar=_("BULAN"), type=int, help=_("bulan, 1 sampai 12"))
    export.add_argument("--quarter", metavar=_("TRIWULAN"), type=int, help=_("triwulan, 1 sampai 4"))
    export.add_argument("--unit", metavar=_("UNIT"), help=_("nama atau singkatan unit"))
    export.add_argument("--theme", metavar=_("TEMA"), help=_("nama tema"))
    export.add_argument(
        "--road-map",
        metavar=_("VERSI"),
        type=int,
        help=_("versi road map (bawaan: yang berlaku, atau rancangan terbaru)"),
    )

    admin = added(commands, "create-admin", "accounts:create_admin", _("buat pengelola instalasi yang pertama"))
    admin.add_argument("--email", help=_("alamat surel untuk masuk (ditanyakan bila tidak diisi)"))
    admin.add_argument("--name", help=_("nama lengkap (ditanyakan bila tidak diisi)"))

    backup = added(
        commands,
        "backup",
        "backup:backup",
        _("simpan basis data dan berkas unggahan dalam satu arsip"),
        _(
            "Server boleh tetap berjalan. Arsip dibaca ulang sebelum diberi nama. Keluar dengan 0, 1 bila ditolak atau "
            "ada berkas yang hilang, atau 2 bila tidak dapat ditulis. Kunci rahasia tidak ikut; simpan tersendiri."
        ),
    )
    backup.add_argument("file", metavar=_("BERKAS"), help=_("arsip yang dibuat, misalnya petajalan-2026-01-31.zip"))

    restore = added(
        commands,
        "restore",
        "backup:restore",
        _("pulihkan instalasi dari sebuah arsip"),
        _(
            "Hentikan server lebih dahulu. Seluruh arsip diperiksa sebelum apa pun diubah. Keluar dengan 0, 1 bila "
            "ditolak, atau 2 bila arsip tidak dapat dipakai."
        ),
    )
    restore.add_argument("file", metavar=_("BERKAS"), help=_("arsip dari `petajalan backup`"))
    restore.add_argument("--check", action="store_true", help=_("periksa arsipnya saja, jangan ubah apa pun"))
    restore.add_argument(
        "--force", action="store_true", help=_("ganti instalasi yang sudah berisi; yang lama disimpan di samping")
    )
    return whole


Commands = argparse._SubParsersAction  # argparse gives it no public name


def added(
    commands: Commands[argparse.ArgumentParser], name: str, function: str, summary: str, more: str = ""
) -> argparse.ArgumentParser:
    sentence = summary[:1].upper() + summary[1:] + "."
    one = commands.add_parser(name, help=summary, description=f"{sentence} {more}".strip())
    one.set_defaults(command=function)
    return one


def address(one: argparse.ArgumentParser) -> None:
    one.add_argument("--host", default="127.0.0.1", help=_("alamat yang didengarkan (bawaan: 127.0.0.1)"))
    one.add_argument("--port", help=_("porta (bawaan: variabel PORT, atau 8000)"))
