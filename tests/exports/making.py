"""Documents of Kota Melati that somebody had made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from petajalan.accounts.models import User
from petajalan.exports.documents.choice import Choice
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.models import FrozenDocument, MadeDocument
from petajalan.exports.services.freezing import freeze_document
from petajalan.exports.services.making import make, request_document
from petajalan.planning.models import ActionPlan
from tests.cast import Cast
from tests.reporting.reports import YEAR

AT = datetime(YEAR, 5, 2, 3, 0, tzinfo=UTC)
DAY = date(YEAR, 5, 2)


def plan_of(cast: Cast) -> Choice:
    """The action plan of Bagian Organisasi."""
    plan = ActionPlan.objects.filter(agency=cast.agency, year=YEAR).select_related("coordinator").first()
    assert plan is not None
    plan.coordinator.agency = cast.agency
    return Choice(cast.agency, year=YEAR, unit=plan.coordinator)


def asked(
    by: User, choice: Choice, kind: str = "action_plan", format: str = "md", key: UUID | None = None
) -> MadeDocument:
    return request_document(
        agency=choice.agency, kind=KINDS[kind], choice=choice, format=format, key=key or uuid4(), by=by, at=AT
    )


def made(by: User, choice: Choice, kind: str = "action_plan", format: str = "md") -> MadeDocument:
    document = asked(by, choice, kind, format)
    make(document=document, at=AT)
    return again(document)


def again(document: MadeDocument) -> MadeDocument:
    return MadeDocument.objects.select_related("agency", "frozen").get(pk=document.pk)


def frozen(document: MadeDocument, by: User, number: str = "000.8/1/2025") -> FrozenDocument:
    """With its file."""
    found = freeze_document(document=document, number=number, dated=DAY, by=by, at=AT)
    for one in MadeDocument.objects.select_related("agency", "frozen").filter(frozen=found):
        make(document=one, at=AT)
    return FrozenDocument.objects.select_related("agency", "replaces").get(pk=found.pk)


def some_documents(cast: Cast) -> None:
    """One that was made, and one that was frozen: for the test of every page."""
    frozen(made(cast.wati, plan_of(cast)), cast.wati)
    made(cast.wati, plan_of(cast))  # freezing turns the one that was made into the frozen one
