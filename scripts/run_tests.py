"""Every test twice: on SQLite with the journeys through a real browser, then on PostgreSQL without them.

What is missing is installed when this is Debian and we are root, otherwise named with the command to run; a half that
could not run is a failure, never a silent skip. Arguments go to pytest, for example `-k import`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import postgres
from debian import install, say

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
Counts = tuple[int, int, int]  # passed, failed, skipped
NO_TESTS = 5  # pytest's code when nothing was collected


@dataclass(frozen=True, slots=True)
class Half:
    name: str
    code: int
    note: str
    counts: Counts = (0, 0, 0)

    def __str__(self) -> str:
        return f"{'passed' if self.code == 0 else 'FAILED'}  {self.name}: {self.note}"


def main(arguments: list[str]) -> int:
    halves = [on_sqlite(arguments), on_postgres(arguments)]
    print("\nmake test", flush=True)
    for half in halves:
        print(f"  {half}", flush=True)
    passed, failed, skipped = (sum(half.counts[index] for half in halves) for index in range(3))
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    return max(half.code for half in halves)


def on_sqlite(arguments: list[str]) -> Half:
    print("== SQLite, with the journeys in a browser ==", flush=True)
    browser = find_browser()
    if browser is None and install(["chromium"], "peramban Chromium", "the Chromium browser"):
        browser = find_browser()
    if browser is None:
        code, counts = pytest(arguments, {"TEST_DATABASE_URL": ""}, "-m", "not journey")
        return Half("SQLite", code or 1, "the journeys did not run, because there is no Chromium", counts)
    code, counts = pytest(arguments, {"TEST_DATABASE_URL": "", "PETAJALAN_BROWSER": browser})
    return Half("SQLite", code, f"with the journeys in {browser}", counts)


def on_postgres(arguments: list[str]) -> Half:
    print("\n== PostgreSQL ==", flush=True)
    with postgres.server() as found:
        if found is None:
            say("Tidak ada PostgreSQL 15 atau lebih baru.", "There is no PostgreSQL 15 or newer.")
            return Half("PostgreSQL", 1, "did not run")
        address, description = found
        print(f"PostgreSQL: {description}", flush=True)
        code, counts = pytest(arguments, {"TEST_DATABASE_URL": address}, "-m", "not journey")
        return Half("PostgreSQL", code, description, counts)


def find_browser() -> str | None:
    given = os.environ.get("PETAJALAN_BROWSER")
    return given or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def pytest(arguments: list[str], environment: dict[str, str], *options: str) -> tuple[int, Counts]:
    """Its exit code, and how many tests passed, failed and were skipped."""
    with tempfile.TemporaryDirectory(prefix="petajalan-report-") as folder:
        report = Path(folder) / "report.xml"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", f"--junit-xml={report}", *options, *arguments],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
        )
        counts = counted(report) if report.exists() else (0, 0, 0)
    # With `-k` one half may hold none of the chosen tests.
    return (0 if arguments and done.returncode == NO_TESTS else done.returncode), counts


def counted(report: Path) -> Counts:
    suite = ElementTree.parse(report).getroot().find("testsuite")
    assert suite is not None
    tests, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return (tests - failed - skipped, failed, skipped)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
