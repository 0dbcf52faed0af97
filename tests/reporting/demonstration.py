"""The demonstration city with open calendars, before its year is written."""

from __future__ import annotations

from datetime import UTC, datetime

from petajalan.accounts.models import Agency
from petajalan.planning.demo import CITY, create_demonstration
from petajalan.reporting.demo import open_demonstration_years

AT = datetime(2025, 1, 6, 3, 0, tzinfo=UTC)


def city() -> Agency:
    create_demonstration(at=AT)
    open_demonstration_years(slug=CITY["slug"], at=AT)
    return Agency.objects.get(slug=CITY["slug"])
