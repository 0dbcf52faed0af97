"""A city larger than the demonstration, for `bench.py`: 27 indicators, 10 months and 40 units, a figure for each."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency, Unit

INDICATORS, MONTHS, UNITS = 27, 10, 40
YEAR = 2024
BATCH = 500


def grow(agency: Agency) -> int:
    """One more action for each indicator, that all units carry out and report month by month; gives how many lines.

    The demonstration has the units, the indicators and nearly all of the reports; what it reported already stays.
    """
    from django.db import transaction

    from petajalan.planning.models import Action, ActionImplementer, ActionPlan, Indicator
    from petajalan.reporting.models import ProgressLine, ProgressReport
    from petajalan.reporting.services.rollups import refresh_year

    keys = list(
        Indicator.objects.filter(agency=agency, road_map__current=True).order_by("pk").values_list("key", flat=True)
    )[:INDICATORS]
    plan = ActionPlan.objects.filter(agency=agency, year=YEAR, status="approved").order_by("pk")[0]
    units, at = units_of(agency), datetime.now(UTC)
    reports = ProgressReport.objects.filter(agency=agency, year=YEAR, month__lte=MONTHS, unit__in=units)
    there = set(reports.values_list("unit", "month"))
    with transaction.atomic():
        ProgressReport.objects.bulk_create(
            ProgressReport(
                agency=agency, unit=unit, year=YEAR, month=month, status="accepted", simulated=True,
                first_submitted_at=at, submitted_at=at, accepted_at=at,
            )
            for unit in units
            for month in range(1, MONTHS + 1)
            if (unit.pk, month) not in there
        )  # fmt: skip
        actions = Action.objects.bulk_create(
            Action(
                agency=agency, plan=plan, position=1000 + number, indicator_key=key, name=f"Aksi percobaan {number}",
                output="Laporan", output_indicator="Jumlah laporan", output_unit="laporan", unit_rule="sum",
                simulated=True, **{f"target_q{quarter}": Decimal(UNITS) for quarter in range(1, 5)},
                **{f"budget_q{quarter}": Decimal(1_000_000) for quarter in range(1, 5)},
            )
            for number, key in enumerate(keys, start=1)
        )  # fmt: skip
        ActionImplementer.objects.bulk_create(
            [ActionImplementer(agency=agency, action=one, unit=unit) for one in actions for unit in units],
            batch_size=BATCH,
        )
        lines = ProgressLine.objects.bulk_create(
            [
                ProgressLine(
                    agency=agency, report=report, action=one, realised_output=Decimal(1),
                    budget_absorbed=Decimal(20_000), narrative="Percobaan", state="accepted",
                )
                for report in reports
                for one in actions
            ],
            batch_size=BATCH,
        )  # fmt: skip
        refresh_year(agency=agency, year=YEAR)
    enough = len(actions) == INDICATORS and len(lines) == INDICATORS * MONTHS * UNITS
    if not enough:
        raise SystemExit(f"Only {len(actions)} indicators and {len(lines)} figures could be made.")
    return len(lines)


def units_of(agency: Agency) -> list[Unit]:
    from petajalan.accounts.models import Unit

    return list(Unit.objects.filter(agency=agency).order_by("pk")[:UNITS])


def addresses(slug: str) -> dict[str, str]:
    """The pages of the large city that are measured, by their names."""
    return {
        "large: framework": f"/{slug}/rencana/peta-logika/",
        "large: register": f"/{slug}/rencana/indikator/",
        "large: home": f"/{slug}/",
        "large: achievement": f"/{slug}/capaian/{YEAR}/3/",
        "large: quarterly workbook": f"/{slug}/capaian/{YEAR}/3/laporan.xlsx",
    }
