"""What the owner of a recommendation says about it: how far it is, what shows it, and that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.evaluation.choices import RecommendationState
from petajalan.evaluation.models import FollowUp, FollowUpEvidence, Recommendation
from petajalan.evaluation.services.recommendations.held import change, held
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.duties import is_of
from petajalan.reporting.models import Evidence
from petajalan.reporting.queries.reports import today_of
from petajalan.reporting.services.evidence import kept_file, kept_link
from petajalan.reporting.services.write_keys import first_time


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows it, any of them: a file with its name, a link, or a piece the unit has already; `page` is for all."""

    file: File[bytes] | None = None
    name: str = ""
    link: str = ""
    known: Evidence | None = None
    page: str = ""


@transaction.atomic
def report_progress(
    *, recommendation: Recommendation, text: str, percent: int | None = None, done: bool = False,
    shown: Shown = Shown(), version: int, by: User, at: datetime, key: UUID | None = None,
) -> FollowUp | None:  # fmt: skip
    """By anybody of the unit that owes it. `done` hands it to the evaluation team. `None` when the same form arrived
    before."""
    recommendation = held(recommendation)
    agency, owner = recommendation.agency, recommendation.owner
    if not is_of(by, owner):
        raise PermissionDenied(_("Tindak lanjut dilaporkan oleh orang dari unit penanggung jawabnya."))
    if not first_time(about=recommendation, key=key, what="report_progress", by=by, at=at):
        return None
    if not recommendation.is_to_do:
        raise Refused(_closed(recommendation))
    if not text.strip():
        raise Refused(_("Isi apa yang sudah dikerjakan."))
    if percent is not None and not 0 <= percent <= 100:
        raise Refused(_("Isi kemajuan dengan angka 0 sampai 100."))
    state = RecommendationState.REPORTED if done else recommendation.state
    change(recommendation, version, state=state, done_on=today_of(agency, at) if done else None)
    made: FollowUp = FollowUp.objects.create(
        agency=agency, recommendation=recommendation, text=text.strip(), percent=100 if done else percent, done=done,
        written_by=by, written_at=at,
    )  # fmt: skip
    pieces = _pieces(recommendation, shown, by, at)
    page = " ".join(shown.page.split())[:100]
    FollowUpEvidence.objects.bulk_create(
        FollowUpEvidence(agency=agency, follow_up=made, evidence=piece, page=page) for piece in pieces
    )
    audit.record(
        agency=agency, by=by, action="recommendation_done" if done else "recommendation_followed",
        about=recommendation, at=at, before={"recommendation_state": recommendation.state},
        after={
            "recommendation_state": state, "outcome": made.text, "work_percent": made.percent,
            "evidence_name": [piece.name for piece in pieces],
        },
    )  # fmt: skip
    return made


def _pieces(recommendation: Recommendation, shown: Shown, by: User, at: datetime) -> list[Evidence]:
    owner, found = recommendation.owner, []
    if shown.file is not None:
        found.append(kept_file(unit=owner, file=shown.file, name=shown.name, by=by, at=at))
    if shown.link.strip():
        found.append(kept_link(unit=owner, link=shown.link, by=by, at=at))
    if shown.known is not None:
        if shown.known.unit_id != owner.pk:
            raise Refused(_("Pilih bukti dukung milik unit ini sendiri."))
        found.append(shown.known)
    return list({one.pk: one for one in found}.values())


def _closed(recommendation: Recommendation) -> str:
    if recommendation.state == RecommendationState.REPORTED:
        return _("Rekomendasi ini sudah dilaporkan selesai dan menunggu verifikasi.")
    if recommendation.state == RecommendationState.WITHDRAWN:
        return _("Rekomendasi ini sudah ditarik, jadi tidak perlu ditindaklanjuti lagi.")
    return _("Rekomendasi ini sudah selesai dan terverifikasi.")
