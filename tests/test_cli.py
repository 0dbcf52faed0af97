"""The `petajalan` command as a person or another program calls it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.utils import translation

from petajalan.accounts.models import Agency, User
from petajalan.cli import main
from petajalan.cli.language import preferred, use
from petajalan.common.models import AuditEntry
from petajalan.planning.models import KeyActivity, RoadMap

COMMAND = [str(Path(sys.executable).parent / "petajalan")]

REGULATION = """\
WALI KOTA TELAGA BIRU

PERATURAN WALI KOTA TELAGA BIRU
NOMOR 7 TAHUN 2025

TENTANG

ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA TELAGA BIRU TAHUN 2025-2026

BAB I
PENDAHULUAN

Tabel 1.1 Penentuan Prioritas Kegiatan Utama

| No | Kegiatan Utama | Amanat | Urgensi | Total |
|---|---|---|---|---|
| 1 | Arsip Digital | 9 | 8 | 17 |
| 2 | Layanan Satu Pintu | 7 | 6 | TOTAL |
"""


@pytest.fixture(autouse=True)
def as_found(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Indonesian, and the language of the process left as it was."""
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    monkeypatch.setenv("LANGUAGE", "id")
    before = translation.get_language()
    yield
    use("id")
    translation.activate(before or "id")


@pytest.fixture
def right(tmp_path: Path) -> str:
    return written(tmp_path / "benar.md", REGULATION.replace("TOTAL |", "13 |"))


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """The second total is 13, not 31."""
    return written(tmp_path / "salah.md", REGULATION.replace("TOTAL |", "31 |"))


def written(path: Path, text: str) -> str:
    path.write_text(text)
    return str(path)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, away from Django's test settings."""
    kept = {name: value for name, value in os.environ.items() if name not in {"DJANGO_SETTINGS_MODULE", "PORT"}}
    return subprocess.run(
        [*COMMAND, *arguments], env={**kept, **environment}, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


# ---- language ----


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "id_ID.UTF-8", "LANG": "en_US.UTF-8"}, "id"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "id_ID.UTF-8"}, "en"),
        ({"LANG": "en_US"}, "en"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LC_ALL": "POSIX"}, "id"),
        ({}, "id"),
        ({"LANG": "nl_NL.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert preferred(environment) == language


def test_help_in_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", "--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert "pemakaian: petajalan check" in shown
    assert "Periksa sebuah peraturan; tidak menyimpan apa pun." in shown


def test_help_in_english(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert "usage: petajalan" in shown
    commands = re.findall(r"^    ([a-z-]+)", shown, re.MULTILINE)
    assert commands == [
        "demo",
        "serve",
        "check",
        "import",
        "show",
        "compare",
        "deadlines",
        "send-reminders",
        "totals",
        "index",
        "classify",
        "export",
        "create-admin",
        "backup",
        "restore",
    ]
    assert "perintah" not in shown


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2
    assert "create-admin" in capsys.readouterr().err


# ---- check ----


def test_check_says_what_is_wrong(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", wrong]) == 1
    shown = capsys.readouterr().out
    assert "Kota Telaga Biru · Nomor 7 · Tahun 2025 · periode 2025–2026" in shown
    assert "wrong_total" in shown
    assert "baris 18, Tabel 1.1, baris tabel 2, kolom 5: 2 | Layanan Satu Pintu | 7 | 6 | ⟦31⟧" in shown


def test_check_as_json(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", wrong, "--format", "json"]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == ["document", "findings"]
    assert shown["document"] == {
        "number": "7",
        "year": 2025,
        "title": "ROAD MAP REFORMASI BIROKRASI PEMERINTAH KOTA TELAGA BIRU TAHUN 2025-2026",
        "period": "2025-2026",
        "agency": "Kota Telaga Biru",
        "tables": [
            {
                "number": "1.1",
                "caption": "Penentuan Prioritas Kegiatan Utama",
                "kind": "priorities",
                "line": 13,
                "page": None,
                "rows": 2,
                "columns": [
                    {"header": "No", "meaning": "no"},
                    {"header": "Kegiatan Utama", "meaning": "name"},
                    {"header": "Amanat", "meaning": "score:mandate"},
                    {"header": "Urgensi", "meaning": "score:urgency"},
                    {"header": "Total", "meaning": "total"},
                ],
            }
        ],
    }
    totals = [finding for finding in shown["findings"] if finding["code"] == "wrong_total"]
    assert [list(finding) for finding in totals] == [["code", "severity", "message", "advice", "places"]]
    assert [place["line"] for place in totals[0]["places"]] == [18]


def test_check_of_a_regulation_without_errors(right: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", right, "--format", "json"]) == 0
    assert [
        finding for finding in json.loads(capsys.readouterr().out)["findings"] if finding["severity"] == "error"
    ] == []


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda folder: folder / "tidak-ada.md", "tidak ada."),
        (lambda folder: "", "Sebutkan berkas peraturannya."),
        (lambda folder: folder, "adalah folder. Sebutkan satu berkas peraturan."),
        (lambda folder: written(folder / "kosong.md", ""), ""),
        (lambda folder: written(folder / "rusak.pdf", "%PDF-1.7 terpotong"), ""),
    ],
)
def test_check_of_what_cannot_be_used(
    make: object, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(make)
    assert main(["check", str(make(tmp_path))]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("petajalan: ")
    assert sentence in shown.err
    assert "Traceback" not in shown.err
    assert "kesalahan di dalam program" not in shown.err


def test_check_of_a_text_needs_neither_django_nor_other_readers(wrong: str) -> None:
    words = (
        "import sys; from petajalan.cli import main; code = main(['check', sys.argv[1], '--format', 'json']);"
        "loaded = {'django', 'pdfplumber', 'pdfminer', 'pypdfium2', 'openpyxl', 'docx', 'lxml'} & set(sys.modules);"
        "print(loaded, file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", words, wrong], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "set()\n")


def test_a_reader_that_has_seen_enough_is_no_error(wrong: str) -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", wrong, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait()
    process.stderr.close()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_the_caller_closed(closed: str, wrong: str) -> None:
    words = f'"{COMMAND[0]}" check "{wrong}" --format json {closed}'
    assert subprocess.run(["sh", "-c", words], capture_output=True).returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_no_error_of_the_program(wrong: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, "check", wrong], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("petajalan: Tidak ada ruang lagi untuk menulis (")


@pytest.mark.django_db
def test_a_file_name_that_is_no_text(tmp_path: Path, wrong: str) -> None:
    named = os.fsencode(tmp_path) + b"/peraturan\xff.md"
    Path(os.fsdecode(named)).write_bytes(Path(wrong).read_bytes())
    assert main(["import", os.fsdecode(named), "--agency", "kota-telaga-biru"]) == 0
    assert RoadMap.objects.get().regulation.filename == "peraturan\ufffd.md"


@pytest.mark.django_db
def test_import_of_a_text_without_a_road_map_stores_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shopping = written(tmp_path / "belanja.md", "Beras, gula, dan kopi.")
    assert main(["import", shopping, "--agency", "kota-telaga-biru"]) == 2
    assert capsys.readouterr().err.startswith("petajalan: Tidak ada tabel road map (tujuan, sasaran,")
    assert Agency.objects.count() == 0


@pytest.mark.django_db
def test_import_of_a_period_that_ends_before_it_begins(tmp_path: Path) -> None:
    backwards = written(tmp_path / "terbalik.md", REGULATION.replace("2025-2026", "2026-2025"))
    assert main(["import", backwards, "--agency", "kota-telaga-biru"]) == 0
    stored = RoadMap.objects.get()
    assert (stored.period_start, stored.period_end) == (None, None)


def test_an_error_of_the_program_is_a_sentence_and_a_log(tmp_path: Path, wrong: str) -> None:
    words = (
        "import sys; import petajalan.cli.check as check; check.read_named = None;"
        "from petajalan.cli import main; sys.exit(main(['check', sys.argv[1]]))"
    )
    environment = {**os.environ, "PETAJALAN_DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run([sys.executable, "-c", words, wrong], env=environment, capture_output=True, text=True)
    log = tmp_path / "data" / "petajalan.log"
    assert done.returncode == 2
    assert done.stdout == ""
    assert str(log) in done.stderr
    assert "Traceback" not in done.stderr
    assert "TypeError" in log.read_text()


# ---- import, show ----


@pytest.mark.django_db
def test_import_stores_the_road_map_of_an_unknown_agency(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", wrong, "--agency", "kota-telaga-biru"]) == 0
    agency = Agency.objects.get(slug="kota-telaga-biru")
    assert (agency.name, agency.kind) == ("Kota Telaga Biru", "city")
    assert list(KeyActivity.objects.values_list("name", "total", "rank")) == [
        ("Arsip Digital", 17, 1),
        ("Layanan Satu Pintu", 13, 2),
    ]
    assert set(AuditEntry.objects.values_list("actor_name", flat=True)) == {"system"}
    shown = capsys.readouterr().out
    assert "Instansi Kota Telaga Biru dibuat. Road map Kota Telaga Biru tersimpan (versi 1)." in shown


@pytest.mark.django_db
def test_import_of_the_same_file_again_changes_nothing(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", wrong, "--agency", "kota-telaga-biru"])
    assert main(["import", wrong, "--agency", "kota-telaga-biru"]) == 0
    assert RoadMap.objects.count() == 1
    assert "tidak ada yang berubah" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize(("options", "code"), [(["--dry-run"], 0), (["--strict"], 1), (["--strict", "--dry-run"], 1)])
def test_import_that_stores_nothing(
    options: list[str], code: int, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", wrong, "--agency", "kota-telaga-biru", *options]) == code
    assert capsys.readouterr().out.endswith(f"Rinciannya: petajalan check {wrong}\n")
    assert (Agency.objects.count(), RoadMap.objects.count(), AuditEntry.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_strict_import_of_a_regulation_without_errors(right: str) -> None:
    assert main(["import", right, "--agency", "kota-telaga-biru", "--strict"]) == 0
    assert RoadMap.objects.count() == 1


@pytest.mark.django_db
def test_import_of_what_cannot_be_used_stores_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["import", written(tmp_path / "rusak.docx", "PK\x03\x04terpotong"), "--agency", "kota-telaga-biru"]) == 2
    )
    assert Agency.objects.count() == 0
    assert capsys.readouterr().err.startswith("petajalan: ")


def test_import_of_what_cannot_be_used_is_a_sentence_without_a_traceback(tmp_path: Path) -> None:
    broken = written(tmp_path / "rusak.docx", "PK\x03\x04terpotong")
    done = run("import", broken, "--agency", "kota-telaga-biru", PETAJALAN_DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == 2
    assert "Berkas rusak" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["Kota Telaga", "admin"])
def test_import_for_an_address_that_is_none(slug: str, wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", wrong, "--agency", slug]) == 2
    assert Agency.objects.count() == 0
    assert capsys.readouterr().err.startswith("petajalan: Tidak disimpan: ")


@pytest.mark.django_db
def test_show_as_json_and_as_an_outline(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", wrong, "--agency", "kota-telaga-biru"])
    capsys.readouterr()
    assert main(["show", "road-map", "--agency", "kota-telaga-biru", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == ["interim_results", "goals", "objectives", "key_activities", "themes", "teams"]
    figures = [(row["name"], row["scores"], row["total_printed"], row["total"]) for row in shown["key_activities"]]
    assert figures == [
        ("Arsip Digital", {"mandate": 9, "urgency": 8}, 17, 17),
        ("Layanan Satu Pintu", {"mandate": 7, "urgency": 6}, 31, 13),
    ]
    assert main(["show", "road-map", "--agency", "kota-telaga-biru"]) == 0
    assert "Kegiatan utama (2)\n  - Arsip Digital\n  - Layanan Satu Pintu" in capsys.readouterr().out


@pytest.mark.django_db
def test_deadlines_as_json_and_as_lines(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", wrong, "--agency", "kota-telaga-biru"])
    capsys.readouterr()
    given = ["deadlines", "--agency", "kota-telaga-biru", "--year", "2025"]
    assert main([*given, "--json"]) == 0
    dates = {(one["kind"], one["period"]): one for one in json.loads(capsys.readouterr().out)}
    assert len(dates) == 46
    assert dates["monthly_evaluation", "2025-03"] == {
        "kind": "monthly_evaluation",
        "period": "2025-03",
        "due": "2025-04-08T23:59:59+07:00",
        "closed": "2025-04-30T23:59:59+07:00",
    }
    assert main(given) == 0
    assert "2025-04-08  2025-03  Evaluasi bulanan (ditutup 2025-04-30)\n" in capsys.readouterr().out
    assert AuditEntry.objects.filter(action="calendar_opened", actor_name="system").count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("slug", "year"), [("kota-lain", "2025"), ("kota-telaga-biru", "1900")])
def test_deadlines_of_what_there_is_not(slug: str, year: str, wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", wrong, "--agency", "kota-telaga-biru"])
    capsys.readouterr()
    assert main(["deadlines", "--agency", slug, "--year", year]) == 2
    assert capsys.readouterr().err.startswith("petajalan: ")


@pytest.mark.django_db
def test_check_of_a_stored_road_map(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", wrong, "--agency", "kota-telaga-biru"])
    capsys.readouterr()
    main(["check", wrong, "--format", "json"])
    of_the_file = capsys.readouterr().out
    assert main(["check", "--agency", "kota-telaga-biru", "--format", "json"]) == 1
    assert capsys.readouterr().out == of_the_file


@pytest.mark.django_db
@pytest.mark.parametrize("command", [["show", "road-map"], ["check"]])
def test_an_agency_without_a_road_map(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--agency", "kota-lain"]) == 2
    assert capsys.readouterr().err == (
        "petajalan: Instansi kota-lain belum mempunyai road map. "
        "Simpan dahulu: petajalan import BERKAS --agency kota-lain\n"
    )


# ---- the installation ----


def test_a_command_prepares_an_empty_installation(tmp_path: Path, wrong: str) -> None:
    place = {"PETAJALAN_DATA_DIR": str(tmp_path / "baru" / "data"), "DATABASE_URL": ""}
    stored = run("import", wrong, "--agency", "kota-telaga-biru", **place)
    assert (stored.returncode, stored.stderr) == (0, "")
    shown = run("show", "road-map", "--agency", "kota-telaga-biru", "--json", **place)
    assert [row["rank"] for row in json.loads(shown.stdout)["key_activities"]] == [1, 2]


@pytest.mark.parametrize(
    ("setting", "why"),
    [
        ({"DATABASE_URL": "mysql://localhost/petajalan"}, "DATABASE_URL harus diawali sqlite:/// atau postgresql://"),
        ({"DATABASE_URL": "postgresql://petajalan@127.0.0.1:1/petajalan"}, "Periksa DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:////nonexistent/folder/petajalan.sqlite3"}, "Periksa DATABASE_URL"),
        ({"PETAJALAN_UPLOAD_MAX_MB": "banyak"}, "harus bilangan bulat mulai dari 1, bukan 'banyak'."),
        ({"PETAJALAN_DATA_DIR": "/dev/null/data"}, "folder /dev/null/data tidak dapat dibuat"),
    ],
)
def test_settings_that_cannot_be_used(setting: dict[str, str], why: str, tmp_path: Path) -> None:
    place = {"PETAJALAN_DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    done = run("show", "road-map", "--agency", "kota", **{**place, **setting})
    assert done.returncode == 2
    assert re.match(r"petajalan: (Setelan|Basis data) tidak dapat dipakai: ", done.stderr)
    assert why in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_that_cannot_be_used_in_english(tmp_path: Path) -> None:
    place = {"PETAJALAN_DATA_DIR": str(tmp_path), "DATABASE_URL": "mysql://localhost/x", "LC_ALL": "en_US.UTF-8"}
    assert run("show", "road-map", "--agency", "kota", **place).stderr == (
        "petajalan: The settings cannot be used: "
        "DATABASE_URL must begin with sqlite:/// or postgresql://, not 'mysql'." + "\n"
    )


@pytest.mark.django_db
def test_create_admin_from_a_pipe(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    answers(monkeypatch, "wati@kota.example\nWati Setyowati\nsandi yang panjang sekali\n")
    assert main(["create-admin"]) == 0
    user = User.objects.get(email="wati@kota.example")
    assert user.is_superuser
    assert user.check_password("sandi yang panjang sekali")
    assert list(AuditEntry.objects.values_list("actor_name", "action")) == [("system", "keeper_created")]
    assert "Pengelola Wati Setyowati dibuat." in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["--email", "bukan surel", "--name", "Wati"], "sandi yang panjang sekali\n"),
        (["--email", "wati@kota.example", "--name", "Wati"], "pendek\n"),
        (["--email", "wati@kota.example", "--name", "Wati"], ""),
    ],
)
def test_create_admin_refuses(
    arguments: list[str], typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(monkeypatch, typed)
    assert main(["create-admin", *arguments]) == 2
    assert User.objects.count() == 0
    assert capsys.readouterr().err.startswith("petajalan: ")


def answers(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(text))
