"""`petajalan deadlines --json` over the days that are easily got wrong, in each zone of the country."""

from __future__ import annotations

import json

import pytest

from petajalan.accounts.models import Agency
from petajalan.cli import main
from tests.cast import Cast

ZONES = {"Asia/Jakarta": "+07:00", "Asia/Makassar": "+08:00", "Asia/Jayapura": "+09:00"}
# Kind and period with the day it is due and the day it closes.
DAYS = {
    2023: {
        ("monthly_evaluation", "2023-03"): ("2023-04-06", "2023-04-28"),  # Good Friday on the 7th
        ("acceptance", "2023-12"): ("2024-01-03", "2024-01-31"),  # over the end of the year
        ("yearly_evaluation", "2023"): ("2024-03-28", "2024-04-30"),
    },
    2025: {
        ("monthly_progress", "2025-03"): ("2025-03-27", "2025-04-30"),  # joint leave of Nyepi on the 28th
        ("monthly_evaluation", "2025-03"): ("2025-04-08", "2025-04-30"),  # Idulfitri and its joint leave
        ("quarterly_measurement", "2025-Q1"): ("2025-04-10", "2025-04-30"),
        ("monthly_progress", "2025-12"): ("2025-12-31", "2026-01-30"),
    },
}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("year", DAYS)
def test_days_are_right_in_every_zone(cast: Cast, capsys: pytest.CaptureFixture[str], year: int, zone: str) -> None:
    Agency.objects.filter(pk=cast.agency.pk).update(time_zone=zone)
    assert main(["deadlines", "--agency", cast.agency.slug, "--year", str(year), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 12 * 3 + 4 * 2 + 2
    found = {(row["kind"], row["period"]): (row["due"], row["closed"]) for row in rows}
    end = f"T23:59:59{ZONES[zone]}"
    assert {key: found[key] for key in DAYS[year]} == {
        key: (due + end, closed + end) for key, (due, closed) in DAYS[year].items()
    }
