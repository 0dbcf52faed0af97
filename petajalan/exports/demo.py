"""Documents of the demonstration year: two that were signed and frozen, and one to look at."""

from __future__ import annotations

from datetime import date, datetime, time
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.utils import timezone

from petajalan.accounts.models import Agency, User
from petajalan.common.models import AuditEntry
from petajalan.exports.documents.choice import Choice, Format
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.models import MadeDocument
from petajalan.exports.services.freezing import freeze_document
from petajalan.exports.services.making import make, request_document
from petajalan.planning.demo.actions import YEAR
from petajalan.planning.models import ActionPlan
from petajalan.reporting.demo import SIMULATED, secretary_of

# Kind, month, quarter, day and number of the letter.
FROZEN = (
    ("monthly_evaluation", 2, None, date(YEAR, 3, 7), f"000.8.3/017/{YEAR}"),
    ("forum_minutes", None, 1, date(YEAR, 4, 19), f"000.8.3/031/{YEAR}"),
)


def simulate_documents(*, slug: str) -> bool:
    """`False` when there are some, or the year was not simulated, or nobody of the secretariat is there."""
    agency = Agency.objects.get(slug=slug)
    secretary = secretary_of(agency)
    if (
        secretary is None
        or not AuditEntry.objects.filter(agency=agency, action=SIMULATED).exists()
        or MadeDocument.objects.filter(agency=agency).exists()
    ):
        return False
    with timezone.override(ZoneInfo(agency.time_zone)):
        for kind, month, quarter, day, number in FROZEN:
            at = _at(agency, day)
            choice = Choice(agency, year=YEAR, month=month, quarter=quarter)
            draft = _made(kind, choice, Format.DOCX, secretary, at)
            frozen = freeze_document(document=draft, number=number, dated=day, by=secretary, at=at)
            for one in MadeDocument.objects.select_related("agency", "frozen").filter(agency=agency, frozen=frozen):
                make(document=one, at=at)
        plan = ActionPlan.objects.filter(agency=agency, year=YEAR).select_related("coordinator").first()
        if plan is not None:
            choice = Choice(agency, year=YEAR, unit=plan.coordinator)
            _made("action_plan", choice, Format.XLSX, secretary, _at(agency, date(YEAR, 4, 22)))
    return True


def _made(kind: str, choice: Choice, format: Format, by: User, at: datetime) -> MadeDocument:
    """At once: whoever looks at the demonstration finds it ready."""
    asked = request_document(
        agency=choice.agency, kind=KINDS[kind], choice=choice, format=format, key=uuid4(), by=by, at=at
    )
    make(document=asked, at=at)
    found: MadeDocument = MadeDocument.objects.select_related("agency", "frozen").get(pk=asked.pk)
    return found


def _at(agency: Agency, day: date) -> datetime:
    return datetime.combine(day, time(10), ZoneInfo(agency.time_zone))
