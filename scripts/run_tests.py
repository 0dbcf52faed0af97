"""Every test on SQLite and on PostgreSQL, at the same time where there are processors for it, then the journeys through
a real browser, alone.

What is missing is installed when this is Debian and we are root, otherwise named with the command to run; a part that
could not run is a failure, never a silent skip. Arguments go to pytest, for example `-k import`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

import postgres
from debian import install, say

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
OFFICES = ("soffice", "libreoffice")
# What the tests of exports open files with, and where Debian has it.
OFFICE_PARTS = {"libsclo.so": "libreoffice-calc-nogui", "libswlo.so": "libreoffice-writer-nogui"}
Counts = tuple[int, int, int]  # passed, failed, skipped
NO_TESTS = 5  # pytest's code when nothing was collected


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    code: int
    note: str
    counts: Counts = (0, 0, 0)

    def __str__(self) -> str:
        return f"{'passed' if self.code == 0 else 'FAILED'}  {self.name}: {self.note}"


def main(arguments: list[str]) -> int:
    browser = find_browser()  # what has to be installed is asked for before the long wait, not after it
    if browser is None and install(["chromium"], "peramban Chromium", "the Chromium browser"):
        browser = find_browser()
    if packages := missing_office():
        install(packages, "LibreOffice Calc dan Writer", "LibreOffice Calc and Writer")  # its tests fail without it
    with tempfile.TemporaryFile() as log, ThreadPoolExecutor() as beside, postgres.server() as found:
        if (os.cpu_count() or 1) > 1:
            waiting = beside.submit(on_postgres, arguments, found, log)
            parts = [on_sqlite(arguments), waiting.result()]
            log.seek(0)
            print(log.read().decode(errors="replace"), flush=True)
        else:
            parts = [on_sqlite(arguments), on_postgres(arguments, found, None)]
    parts.append(in_browser(arguments, browser))
    print("\nmake test", flush=True)
    for part in parts:
        print(f"  {part}", flush=True)
    passed, failed, skipped = (sum(part.counts[index] for part in parts) for index in range(3))
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return max(part.code for part in parts)


def on_sqlite(arguments: list[str]) -> Part:
    print("== SQLite ==", flush=True)
    code, counts = pytest(arguments, {"TEST_DATABASE_URL": ""}, None, "-m", "not journey")
    return Part("SQLite", code, "in memory", counts)


def on_postgres(arguments: list[str], found: tuple[str, str] | None, log: IO[bytes] | None) -> Part:
    """`log` takes the output of a run beside another one."""
    if found is None:
        say("Tidak ada PostgreSQL 15 atau lebih baru.", "There is no PostgreSQL 15 or newer.")
        return Part("PostgreSQL", 1, "did not run")
    address, description = found
    heading = f"\n== PostgreSQL: {description} ==\n".encode()
    (log or sys.stdout.buffer).write(heading)
    (log or sys.stdout.buffer).flush()
    code, counts = pytest(arguments, {"TEST_DATABASE_URL": address}, log, "-m", "not journey")
    return Part("PostgreSQL", code, description, counts)


def in_browser(arguments: list[str], browser: str | None) -> Part:
    print("\n== journeys in a browser ==", flush=True)
    if browser is None:
        return Part("journeys", 1, "did not run, because there is no Chromium")
    environment = {"TEST_DATABASE_URL": "", "PETAJALAN_BROWSER": browser}
    code, counts = pytest(arguments, environment, None, "-m", "journey")
    return Part("journeys", code, browser, counts)


def find_browser() -> str | None:
    given = os.environ.get("PETAJALAN_BROWSER")
    return given or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def missing_office() -> list[str]:
    """Packages of the parts of LibreOffice that are not there. Elsewhere than on Debian it comes whole."""
    office = next((path for name in OFFICES if (path := shutil.which(name))), None)
    if office is None:
        return list(OFFICE_PARTS.values())
    folder = Path(office).resolve().parent
    debian = folder == Path("/usr/lib/libreoffice/program")
    return [package for part, package in OFFICE_PARTS.items() if debian and not (folder / part).exists()]


def pytest(
    arguments: list[str], environment: dict[str, str], log: IO[bytes] | None, *options: str
) -> tuple[int, Counts]:
    """Its exit code, and how many tests passed, failed and were skipped. Without `log` its output is shown."""
    with tempfile.TemporaryDirectory(prefix="petajalan-report-") as folder:
        report = Path(folder) / "report.xml"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", f"--junit-xml={report}", *options, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT if log else None,
        )
        counts = counted(report) if report.exists() else (0, 0, 0)
    # With `-k` one part may hold none of the chosen tests.
    return (0 if arguments and done.returncode == NO_TESTS else done.returncode), counts


def counted(report: Path) -> Counts:
    suite = ElementTree.parse(report).getroot().find("testsuite")
    assert suite is not None
    tests, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return (tests - failed - skipped, failed, skipped)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
