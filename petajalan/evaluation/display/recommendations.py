"""Recommendations in words: where they come from, how old they are, how late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.accounts.models import Agency
from petajalan.calc.ageing import days_late, whole_months
from petajalan.evaluation.choices import RecommendationState
from petajalan.evaluation.display.sheet import Tab, title_of
from petajalan.evaluation.models import Evaluation, Recommendation

USUAL = timedelta(days=30)  # that a unit gets unless somebody says otherwise (house rule)
IN_MONTHS = 60  # days from which on an age is said in months
COLUMNS = (
    RecommendationState.OPEN,
    RecommendationState.SENT_BACK,
    RecommendationState.REPORTED,
    RecommendationState.VERIFIED,
)
CARDS = 20  # in a column of the board; the list has them all


@dataclass(frozen=True, slots=True)
class Shown:
    """late   days past its due day; 0 when it is in time
    age    how long ago it was raised, or how long it took, in words
    earlier  whether it comes from a year before the one that is looked at"""

    one: Recommendation
    source: str
    source_url: str
    late: int
    age: str
    earlier: bool = False

    @property
    def late_words(self) -> str:
        return ngettext("%(count)d hari terlambat", "%(count)d hari terlambat", self.late) % {"count": self.late}


@dataclass(frozen=True, slots=True)
class Column:
    state: str
    label: str
    cards: Sequence[Shown]
    count: int
    late: int  # of all of them, how many somebody still has to do although they were due

    @property
    def more(self) -> int:
        return self.count - len(self.cards)


def shown(one: Recommendation, agency: Agency, *, today: date, year: int | None = None) -> Shown:
    """`year`: the one that is looked at, where one is."""
    zone = ZoneInfo(agency.time_zone)
    raised = one.raised_at.astimezone(zone).date()
    ended = one.checked_at.astimezone(zone).date() if one.checked_at and not one.is_live else None
    withdrawn = one.state == RecommendationState.WITHDRAWN
    return Shown(
        one, source_of(one), source_url(one, agency),
        late=0 if withdrawn else days_late(one.due, one.done_on, today),
        age=age_words(raised, ended or today),
        earlier=year is not None and one.year < year,
    )  # fmt: skip


def board(rows: Iterable[Recommendation], agency: Agency, *, today: date, year: int) -> list[Column]:
    """A column for each state that leads on; what is due first stands first, what was closed last at the top."""
    found: dict[str, list[Shown]] = {state: [] for state in COLUMNS}
    for one in rows:
        found[one.state].append(shown(one, agency, today=today, year=year))
    found[RecommendationState.VERIFIED].sort(key=lambda card: (card.one.checked_at, card.one.pk), reverse=True)
    return [
        Column(
            state.value, str(state.label), found[state][:CARDS], len(found[state]),
            sum(card.late > 0 and card.one.is_to_do for card in found[state]),
        )
        for state in COLUMNS
    ]  # fmt: skip


def age_words(since: date, day: date) -> str:
    """ "12 hari", from two months on "3 bulan"."""
    days = max((day - since).days, 0)
    if days < IN_MONTHS:
        return ngettext("%(count)d hari", "%(count)d hari", days) % {"count": days}
    months = whole_months(since, day)
    return ngettext("%(count)d bulan", "%(count)d bulan", months) % {"count": months}


def source_of(one: Recommendation) -> str:
    """ "Evaluasi bulanan Januari 2025"; the document where there is one."""
    if one.guidance is not None:
        return f"{one.guidance.get_kind_display()}: {one.guidance.subject}"
    evaluation = _evaluation_of(one)
    if evaluation is not None:
        title = title_of(evaluation)
        return _("%(title)s, area perbaikan") % {"title": title} if one.area_id else title
    return f"{one.get_source_kind_display()}: {one.reference}"


def source_url(one: Recommendation, agency: Agency) -> str:
    if one.guidance_id:
        return reverse("guidance", args=(agency.slug, one.guidance_id))
    row = one.row_id or (one.area.row_id if one.area else None)
    return reverse("evaluation_row", args=(agency.slug, row)) if row else ""


def _evaluation_of(one: Recommendation) -> Evaluation | None:
    part = one.row or (one.area and (one.area.row or one.area.point))
    return part.evaluation if part else None


def tabs_of(counted: Mapping[str, int], current: str) -> list[Tab]:
    labels: list[tuple[str, str]] = [
        ("hidup", _("Belum ditutup")),
        ("terlambat", _("Terlambat")),
        *((one.value, str(one.label)) for one in RecommendationState),
        ("semua", _("Semua")),
    ]
    return [Tab(code, label, counted[code], code == current) for code, label in labels]
