"""A city whose day moves: one database, served on one day after another at the same address."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.installation import ROOT, Installation

REGULATION = ROOT / "tests" / "planning" / "kota-melati.md"
SLUG = "kota-melati"
FOUND = """
from datetime import UTC, datetime
from petajalan.accounts.demo import demo_password
from petajalan.accounts.services import create_agency, create_demo_people
from petajalan.cli.database import open_database
from petajalan.common.audit import SYSTEM
open_database()
at = datetime(2023, 12, 1, tzinfo=UTC)
agency = create_agency(name="Kota Melati", kind="city", slug="kota-melati", demonstration=True, by=SYSTEM, at=at)
create_demo_people(agency=agency, password=demo_password(), by=SYSTEM, at=at)
"""


@dataclass(frozen=True, slots=True)
class City:
    """Kota Melati with the cast and its road map 2023-2024, enacted."""

    installation: Installation
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def on(self, day: str) -> Iterator[None]:
        """Serve it as on that day ("2024-01-31"); stopped at the end."""
        environment = {
            **self.installation.environment,
            "PETAJALAN_DEMO": "1",
            "PETAJALAN_TODAY": day,
            "PORT": str(self.port),
        }
        with (self.installation.folder / "server.log").open("a") as log:
            server = subprocess.Popen(
                [sys.executable, "-c", "import sys; from petajalan.cli import main; sys.exit(main(['serve']))"],
                env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip
            try:
                self._await(server)
                yield
            finally:
                server.terminate()
                server.wait(timeout=60)

    def _await(self, server: subprocess.Popen[bytes]) -> None:
        for _attempt in range(240):
            assert server.poll() is None, (self.installation.folder / "server.log").read_text()[-4000:]
            try:
                urllib.request.urlopen(self.address, timeout=5).close()
            except OSError:  # not there yet, or slow to answer
                time.sleep(0.25)
            else:
                return
        raise AssertionError("the server did not answer within a minute")


def found(folder: Path, *, regulation: str = "", program: str = "") -> City:
    """Make the city in an empty folder. `regulation`: the text of another one; `program`: what else is made of it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    installation = Installation(folder, "")
    installation.python(FOUND).communicate()
    path = REGULATION
    if regulation:
        path = folder / REGULATION.name
        path.write_text(regulation, encoding="utf-8")
    answer = installation.run("import", path, "--agency", SLUG)
    assert answer.returncode == 0, answer.stderr
    if program:
        made = installation.python(program)
        made.communicate()
        assert made.returncode == 0
    return City(installation, port)
