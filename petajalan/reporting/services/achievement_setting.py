"""Setting how the achievements of an agency are put together."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User
from petajalan.calc.totals import ALL
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import AchievementSetting
from petajalan.reporting.rules import may_set_achievement
from petajalan.reporting.services.rollups import refresh_plan


@transaction.atomic
def set_group_cap(*, agency: Agency, cap: Decimal, reason: str, seen: int, by: User, at: datetime) -> bool:
    """The most that one member counts in the mean of a group, in percent. Every year is counted anew; `False` where
    that cap holds already. `seen` is the version that the person saw, 0 where there was none."""
    if not may_set_achievement(by, agency):
        raise PermissionDenied(_("Batas ini diatur oleh administrator."))
    if cap < ALL:
        raise Refused(_("Batas atas tidak boleh di bawah 100: capaian penuh harus dapat dihitung penuh."))
    if not reason.strip():
        raise Refused(_("Tulis alasan perubahannya."))
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    stored = AchievementSetting.objects.filter(agency=agency).first()
    if (stored.version if stored else 0) != seen:
        raise Refused(_("Pengaturan ini baru diubah orang lain. Periksa isinya sekarang, lalu simpan lagi."))
    before = stored.group_cap if stored else ALL
    if before == cap:
        return False
    values = {"group_cap": cap, "reason": reason.strip(), "changed_by": by, "changed_at": at, "version": seen + 1}
    setting, _made = AchievementSetting.objects.update_or_create(agency=agency, defaults=values)
    audit.record(
        agency=agency, by=by, action="group_cap_set", about=setting, at=at, reason=reason.strip(),
        before={"group_cap": before}, after={"group_cap": cap},
    )  # fmt: skip
    refresh_plan(agency=agency)
    return True
