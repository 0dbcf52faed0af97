"""Dewi, of another agency, at every address of the city: she is told nothing, not even that there is such a page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import environment
from tests.journeys.people import sign_in


def test_dewi_is_refused_at_every_address_of_the_city(page: Page, site: str, site_folder: Path) -> None:
    asked = [sys.executable, "-m", "tests.journeys.addresses"]
    answer = subprocess.run(asked, cwd=site_folder, env=environment(site_folder), capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    addresses = json.loads(answer.stdout)
    assert len(addresses) > 100

    sign_in(page, "Dewi")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "csrftoken")
    for name, address in addresses.items():
        read = page.request.get(address, max_redirects=0)
        # A page that only takes what is sent says so before it looks at who asks.
        assert (name, read.status) in ((name, 404), (name, 405))
        assert (name, "Pasuruan" in read.text()) == (name, False)
        sent = page.request.post(address, headers={"X-CSRFToken": token, "Referer": site}, max_redirects=0)
        assert (name, sent.status) in ((name, 404), (name, 405))
        assert (name, "Pasuruan" in sent.text()) == (name, False)
        assert (name, read.status, sent.status) != (name, 405, 405)

    page.goto(addresses["plan"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Halaman ini tidak ada")
