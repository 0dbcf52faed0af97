"""What the data put on the agenda of a forum: open decisions, actions behind, late units, themes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.models import Agency
from petajalan.calc import progress
from petajalan.common.templatetags.petajalan import num
from petajalan.planning.models import RoadMap, Theme
from petajalan.reporting.choices import DecisionState, ItemKind
from petajalan.reporting.models import ForumDecision, ProgressLine, ReviewForum
from petajalan.reporting.queries.punctuality import Cell, Month, punctuality
from petajalan.reporting.words import period_words

SHOWN = 5  # units named in one point; the others are counted


@dataclass(frozen=True, slots=True)
class Proposal:
    """A point that the data ask for. `source` is the same each time for the same thing."""

    source: str
    kind: ItemKind
    title: str
    detail: str = ""
    action: int | None = None
    unit: int | None = None
    theme_key: UUID | None = None
    earlier: int | None = None
    simulated: bool = False


def proposals(forum: ReviewForum, *, at: datetime) -> list[Proposal]:
    """In the order in which they are discussed. As many queries for one action as for sixty."""
    return [*_follow_ups(forum), *_behind(forum), *_late(forum, at), *_themes(forum.agency)]


def open_decisions_before(forum: ReviewForum) -> list[ForumDecision]:
    """What earlier forums decided and nobody has found done."""
    found = ForumDecision.objects.filter(
        agency=forum.agency_id, state__in=[DecisionState.OPEN, DecisionState.REPORTED]
    ).select_related("forum", "owner_unit", "owner_position__unit")
    when = (forum.year, forum.quarter)
    return [one for one in found.order_by("due", "pk") if (one.forum.year, one.forum.quarter) < when]


def _follow_ups(forum: ReviewForum) -> Iterator[Proposal]:
    for one in open_decisions_before(forum):
        told = {
            "owner": one.owner, "due": date_format(one.due, "j F Y"), "state": one.get_state_display(),
            "period": period_words(one.forum.period),
        }  # fmt: skip
        detail = _("%(period)s. Penanggung jawab: %(owner)s, batas waktu %(due)s. %(state)s.") % told
        yield Proposal(f"decision:{one.pk}", ItemKind.FOLLOW_UP, one.text, detail, earlier=one.pk)


def _behind(forum: ReviewForum) -> Iterator[Proposal]:
    """Actions of which a unit reported less than the quarter's target. A report not sent stands under "late"."""
    month = forum.quarter * 3
    lines = ProgressLine.objects.filter(
        agency=forum.agency_id, report__year=forum.year, report__month=month, report__first_submitted_at__isnull=False
    ).select_related("report__unit", "action__plan__coordinator")
    found: dict[int, list[ProgressLine]] = defaultdict(list)
    for line in lines.order_by("action__plan__coordinator__name", "action__position", "report__unit__name"):
        if progress.is_behind(line.realised_output, line.action.targets[forum.quarter - 1], month):
            found[line.action_id].append(line)
    for key, of in found.items():
        action = of[0].action
        sentences = [_behind_sentence(line, forum.quarter) for line in of[:SHOWN]]
        if len(of) > SHOWN:
            more = len(of) - SHOWN
            sentences.append(ngettext("Dan %(count)d unit lain.", "Dan %(count)d unit lain.", more) % {"count": more})
        sentences.append(_("Koordinator: %(unit)s.") % {"unit": action.plan.coordinator})
        yield Proposal(
            f"behind:{key}", ItemKind.BEHIND, action.name, "\n".join(sentences), action=key,
            unit=action.plan.coordinator_id, simulated=any(line.report.simulated for line in of),
        )  # fmt: skip


def _behind_sentence(line: ProgressLine, quarter: int) -> str:
    told = {
        "unit": line.report.unit, "reached": num(line.realised_output),
        "target": num(line.action.targets[quarter - 1]), "of": line.action.output_unit,
        "obstacle": line.obstacle or _("belum ada"), "solution": line.solution or _("belum ada"),
    }  # fmt: skip
    said = _("%(unit)s: %(reached)s dari target %(target)s %(of)s. Sebab: %(obstacle)s. Tindakan: %(solution)s.") % told
    return said.replace("..", ".")


def _late(forum: ReviewForum, at: datetime) -> Iterator[Proposal]:
    """One point for all units that sent a report of the quarter too late, or not at all."""
    months = range(forum.quarter * 3 - 2, forum.quarter * 3 + 1)
    told, simulated = [], False
    for row in punctuality(forum.agency, forum.year, at=at, months=months).rows:
        missing = [one for one in row.months if one.cell in (Cell.MISSING, Cell.EXCEPTION)]
        late = [one for one in row.months if one.cell == Cell.LATE]
        simulated = simulated or any(one.simulated for one in late)
        if missing or late:
            told.append(f"{row.unit}: {_late_words(forum, missing, late)}")
    if told:
        words = ngettext(
            "%(count)d unit belum melapor atau terlambat", "%(count)d unit belum melapor atau terlambat", len(told)
        )
        detail = "\n".join(told)
        yield Proposal("late", ItemKind.LATE, words % {"count": len(told)}, detail, simulated=simulated)


def _late_words(forum: ReviewForum, missing: list[Month], late: list[Month]) -> str:
    told = []
    if missing:
        told.append(_("belum melapor %(months)s") % {"months": _months(forum, missing)})
    if late:
        told.append(_("terlambat melapor %(months)s") % {"months": _months(forum, late)})
    return ", ".join(told)


def _months(forum: ReviewForum, months: list[Month]) -> str:
    return ", ".join(period_words(f"{forum.year}-{one.number:02}") for one in months)


def _themes(agency: Agency) -> Iterator[Proposal]:
    """Those of the plan that people see first."""
    road_map = RoadMap.objects.filter(agency=agency, current=True).first()
    if road_map is None:
        return
    for theme in Theme.objects.filter(agency=agency, road_map=road_map):
        detail = _("Kesenjangan: %(gap)s") % {"gap": theme.gap} if theme.gap else theme.objective or ""
        yield Proposal(f"theme:{theme.key}", ItemKind.THEME, theme.name, detail, theme_key=theme.key)
