"""Journeys: a real browser walks through a real `petajalan demo` server with its own database and job worker.

The server is started once for all journeys, so each one leaves the demonstration city as it found it, or works with
names of its own. A page that logs an error or breaks the content security policy fails its journey.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# A busy machine is slow, not wrong.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", metavar="FOLDER", help="only the journeys that take pictures of the manual, into it")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
    if config.getoption("--pictures", default=None):
        items[:] = [item for item in items if "picture" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demonstration server keeps its database."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """Address of the demonstration server, for example "http://127.0.0.1:40123"."""
    demo = "import sys; from petajalan.cli import main; sys.exit(main(['demo']))"
    yield from served(site_folder, "-c", demo)


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server of Kota Melati, which has the cast and no road map."""
    yield from served(tmp_path_factory.mktemp("empty-site"), "-m", "tests.journeys.empty_city")


def served(folder: Path, *python: str) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "server.log").open("w+") as log:
        server = subprocess.Popen(
            [sys.executable, *python],
            cwd=folder,
            env={**environment(folder), "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert server.stdout is not None
        address = f"http://127.0.0.1:{port}"
        if not any(address in line for line in server.stdout):
            server.wait()
            log.seek(0)
            pytest.fail(f"the server did not start:\n{log.read()}")
        urllib.request.urlopen(address, timeout=30).close()
        yield address
        server.terminate()
        server.wait(timeout=60)


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PETAJALAN_DATA_DIR": str(folder),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "petajalan.settings",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    path = os.environ.get("PETAJALAN_BROWSER") or next((path for name in names if (path := shutil.which(name))), None)
    if path is None:
        pytest.fail("Journeys need Chromium: apt-get install chromium, or set PETAJALAN_BROWSER.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Opens a new browser without cookies: `open_page()`, `open_page(PHONE)`, `open_page(address=empty_site)`. The
    demonstration is served only to journeys that ask for no other address."""
    complaints: list[str] = []
    contexts = []

    def note(message: ConsoleMessage) -> None:
        # A refused form or a missing page is an answer that journeys ask for; the browser logs it as an error.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def opened(viewport: dict[str, int] = DESKTOP, locale: str = "id-ID", address: str = "") -> Page:
        site = address or request.getfixturevalue("site")
        context = browser.new_context(base_url=site, viewport=viewport, locale=locale, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A browser window of 1440 by 900."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A browser window of 390 by 844."""
    return open_page(PHONE)


@pytest.fixture
def picture(request: pytest.FixtureRequest) -> Callable[[Page, str], None]:
    """Takes a picture that a page of the manual names, where `--pictures` says into which folder."""
    folder = request.config.getoption("--pictures", default=None)

    def take(page: Page, name: str) -> None:
        if folder:
            page.screenshot(path=Path(folder) / f"{name}.png")

    return take


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe finds on the page once it rests, one line per rule and element; [] when all is well."""

    def found(page: Page) -> list[str]:
        expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
        page.evaluate(AXE.read_text())
        result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        return [f"{rule['id']}: {node['html']}" for rule in result["violations"] for node in rule["nodes"]]

    return found
