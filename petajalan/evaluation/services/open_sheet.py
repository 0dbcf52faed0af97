"""What every write to an evaluation asks first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.evaluation.choices import EvaluationStatus
from petajalan.evaluation.models import Evaluation
from petajalan.evaluation.queries.dates import dates_of, is_enterable
from petajalan.evaluation.queries.team import unit_keys
from petajalan.planning.services.refusals import Refused


def taken(evaluation: Evaluation) -> Evaluation:
    """The evaluation, held until the end of the transaction: writes to one evaluation come one after another."""
    assert transaction.get_connection().in_atomic_block
    held = Evaluation.objects.select_for_update(of=("self",)).select_related("agency")
    found: Evaluation = held.get(pk=evaluation.pk)
    return found


def writable(evaluation: Evaluation, by: User, at: datetime) -> None:
    if evaluation.status == EvaluationStatus.ACKNOWLEDGED:
        raise Refused(_("Evaluasi ini sudah diterima sekretariat, jadi terkunci."))
    if not evaluation.is_open:
        raise Refused(_("Evaluasi ini sudah dikirim, jadi tidak dapat diubah."))
    if not is_enterable(evaluation, dates_of(evaluation), unit_keys(by, evaluation.agency), at=at):
        raise Refused(_("Periode ini sudah ditutup. Minta pengecualian kepada sekretariat."))
