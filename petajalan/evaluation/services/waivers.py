"""Waivers of independence: signed by the chair of the secretariat (STU), revoked by a member of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, Unit, User
from petajalan.accounts.roles import roles_of
from petajalan.common import audit
from petajalan.evaluation.independence import SignerBar, bars_of_signer
from petajalan.evaluation.models import Waiver
from petajalan.evaluation.queries.items import items_of
from petajalan.evaluation.queries.team import seat_of_chair, unit_keys
from petajalan.planning.models import Action
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.queries.reports import today_of


@transaction.atomic
def sign_waivers(
    *, agency: Agency, actions: Sequence[Action], unit: Unit, reason: str, by: User, at: datetime
) -> list[Waiver]:
    """People of `unit` may evaluate the actions from now on. One reason for all of them; all or none."""
    permit(by, "evaluation.sign_waiver", agency)
    if not reason.strip():
        raise Refused(_("Isi alasan pengecualian."))
    if not actions:
        raise Refused(_("Pilih sekurang-kurangnya satu aksi."))
    seat = seat_of_chair(by, agency, today_of(agency, at))
    items = items_of(agency, actions, date(actions[0].plan.year, 1, 1))
    for action in actions:
        item = items.items[action.pk]
        if unit.pk not in item.coordinators | item.named:
            raise Refused(_("%(unit)s independen terhadap “%(name)s”, jadi tidak perlu pengecualian.") % {
                "unit": unit, "name": action.name})  # fmt: skip
        evaluates = Role.EVALUATOR in roles_of(by, agency)
        bars = bars_of_signer(unit_keys(by, agency), item, unit.pk, chairs=seat is not None, evaluates=evaluates)
        if bars:
            raise Refused(_why(bars[0]) % {"name": action.name})
    made = []
    for action in actions:
        try:
            with transaction.atomic():
                waiver = Waiver.objects.create(
                    agency=agency, action=action, unit=unit, reason=reason.strip(), signed_by=by,
                    signed_as=seat.title if seat else "", signed_at=at,
                )  # fmt: skip
        except IntegrityError as error:
            raise Refused(_("“%(name)s” sudah mempunyai pengecualian untuk %(unit)s.") % {
                "name": action.name, "unit": unit}) from error  # fmt: skip
        audit.record(
            agency=agency, by=by, action="waiver_signed", about=waiver, at=at, reason=reason.strip(),
            after={"unit": str(unit), "name": action.name},
        )  # fmt: skip
        made.append(waiver)
    return made


@transaction.atomic
def revoke_waiver(*, waiver: Waiver, reason: str, by: User, at: datetime) -> None:
    """What was judged under it stays, and goes on naming it."""
    permit(by, "evaluation.sign_waiver", waiver.agency)
    if not reason.strip():
        raise Refused(_("Isi alasan pencabutan."))
    if Waiver.objects.filter(pk=waiver.pk, revoked_at=None).update(revoked_at=at) != 1:
        raise Refused(_("Pengecualian ini sudah dicabut."))
    audit.record(agency=waiver.agency, by=by, action="waiver_revoked", about=waiver, at=at, reason=reason.strip())


def _why(bar: SignerBar) -> str:
    return {
        SignerBar.NOT_CHAIR: _("Pengecualian ditandatangani ketua sekretariat (STU), bukan anggota lain."),
        SignerBar.EVALUATES: _("Penilai tidak menandatangani pengecualian untuk dirinya sendiri."),
        SignerBar.COORDINATES: _("Unit Anda mengoordinasikan “%(name)s”, jadi Anda tidak menandatanganinya."),
    }[bar]
