"""A server of a city that has people and no road map yet: `python -m tests.journeys.empty_city`."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

from petajalan.cli import main
from petajalan.cli.database import open_database

CITY = {"name": "Kota Melati", "kind": "city", "slug": "kota-melati"}


def prepare() -> None:
    os.environ["PETAJALAN_DEMO"] = "1"
    open_database()
    from petajalan.accounts.demo import demo_password
    from petajalan.accounts.services import create_agency, create_demo_people
    from petajalan.common.audit import SYSTEM

    now = datetime.now(UTC)
    agency = create_agency(**CITY, demonstration=True, by=SYSTEM, at=now)
    create_demo_people(agency=agency, password=demo_password(), by=SYSTEM, at=now)


if __name__ == "__main__":
    prepare()
    sys.exit(main(["serve"]))
