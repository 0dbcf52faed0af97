"""The cap that an agency set for the members of a group."""

from __future__ import annotations

from decimal import Decimal

from petajalan.accounts.models import Agency
from petajalan.calc.totals import ALL
from petajalan.reporting.models import AchievementSetting


def setting_of(agency: Agency) -> AchievementSetting | None:
    found: AchievementSetting | None = (
        AchievementSetting.objects.filter(agency=agency).select_related("changed_by").first()
    )
    return found


def group_cap_of(agency: Agency) -> Decimal:
    found: Decimal | None = AchievementSetting.objects.filter(agency=agency).values_list("group_cap", flat=True).first()
    return ALL if found is None else found
