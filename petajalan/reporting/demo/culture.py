"""A few activities for the core values in the demonstration city. All of it is made up."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import transaction

from petajalan.accounts.models import Agency, Unit
from petajalan.common import audit
from petajalan.common.audit import SYSTEM
from petajalan.planning.demo.actions import YEAR
from petajalan.reporting.choices import CoreValue
from petajalan.reporting.models import CultureActivity

# Unit, day, activity, value, how many took part; planned where nobody counted and the day is not over.
ACTIVITIES = (
    ("BKD", (YEAR, 2, 19), "Pencanangan budaya kerja BerAKHLAK", CoreValue.LOYAL, 310),
    ("Diskominfo", (YEAR, 4, 22), "Kelas berbagi: layanan digital yang mudah", CoreValue.COMPETENT, 38),
    ("DPMPTSP", (YEAR, 6, 12), "Simulasi layanan ramah di loket", CoreValue.SERVICE, 27),
    ("Diskominfo", (YEAR, 9, 17), "Kerja bakti lintas bidang", CoreValue.COLLABORATIVE, 54),
    ("Inspektorat", (YEAR, 12, 9), "Peringatan hari antikorupsi", CoreValue.ACCOUNTABLE, 96),
    ("Diskominfo", (YEAR + 1, 1, 3), "Apel awal tahun dan janji layanan", CoreValue.SERVICE, None),
    ("Diskominfo", (YEAR + 1, 2, 20), "Lokakarya cara kerja baru", CoreValue.ADAPTIVE, None),
    ("BKD", (YEAR + 1, 3, 14), "Forum agen perubahan", CoreValue.HARMONIOUS, None),
)


@transaction.atomic
def simulate_culture(*, slug: str, at: datetime) -> bool:
    """`False` when the city has activities, or lacks one of the units."""
    agency = Agency.objects.get(slug=slug)
    units = {unit.called: unit for unit in Unit.objects.filter(agency=agency)}
    if CultureActivity.objects.filter(agency=agency).exists() or any(unit not in units for unit, *_rest in ACTIVITIES):
        return False
    zone = ZoneInfo(agency.time_zone)
    for unit, day, title, value, people in ACTIVITIES:
        on = date(*day)
        CultureActivity.objects.create(
            agency=agency, unit=units[unit], day=on, title=title, core_value=value, participants=people,
            held_at=datetime.combine(on, time(15), zone) if people is not None else None, simulated=True,
        )  # fmt: skip
    audit.record(
        agency=agency, by=SYSTEM, action="culture_planned", about=agency, at=at,
        after={"rows": len(ACTIVITIES), "simulated": True},
    )  # fmt: skip
    return True
