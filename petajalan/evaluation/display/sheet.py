"""One evaluation as its page and its print show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petajalan.calc.evaluation import Conformity, Dimension, Judgement
from petajalan.evaluation.choices import DimensionChoice, JudgementChoice
from petajalan.evaluation.models import Evaluation, ImprovementArea, Waiver
from petajalan.evaluation.queries.dates import Dates
from petajalan.evaluation.queries.months import MonthRow
from petajalan.evaluation.queries.sheet import RowSeen, Sheet, missing_units
from petajalan.reporting.words import period_words

SECRETARIAT = "sekretariat"  # the filter of rows that nobody of the evaluation team may judge


@dataclass(frozen=True, slots=True)
class Cell:
    """One dimension of one row. `proposal` is what the data suggest where nobody has judged, in words.

    own_view, higher  what the coordinator says of itself, in words, and whether that is higher than what stands
    """

    code: str
    label: str
    value: str
    words: str
    proposal: str
    months: str
    own_view: str = ""
    higher: bool = False


@dataclass(frozen=True, slots=True)
class RowShown:
    seen: RowSeen
    cells: Sequence[Cell]

    @property
    def late(self) -> int:
        return sum(line.punctual is False for line in self.seen.lines)

    @property
    def area(self) -> ImprovementArea | None:
        return getattr(self.seen.row, "area", None)

    @property
    def more(self) -> bool:
        """Whether more stands behind the row than the lines of units: most rows of a month have no more to say."""
        seen, row = self.seen, self.seen.row
        return bool(seen.months or seen.own_view or row.left_out or row.waiver_id or row.action.withdrawn)


@dataclass(frozen=True, slots=True)
class DimensionShown:
    """`own_view`: the same of what coordinators say of themselves; null of a month."""

    label: str
    of: Conformity
    own_view: Conformity | None = None

    @property
    def percent(self) -> Decimal | None:
        return self.of.percent


@dataclass(frozen=True, slots=True)
class Tab:
    """count  `None` where counting would ask too much before somebody chooses the tab"""

    code: str
    label: str
    count: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Tabs:
    tabs: Sequence[Tab]
    rows: Sequence[RowShown]


@dataclass(frozen=True, slots=True)
class Page:
    """judged   actions judged in all four dimensions
    missing  of a month: units whose report is not there or not accepted; of a quarter: months that were not sent
    higher   actions whose coordinator judged itself higher than the evaluation team does
    late     whether it was first sent after it was due; `None` while that is not known"""

    evaluation: Evaluation
    title: str
    dimensions: Sequence[DimensionShown]
    judged: int
    deviating: int
    total: int
    missing: Sequence[dict[str, str]]
    waivers: Sequence[Waiver]
    late: bool | None
    rows: Sequence[RowShown]
    higher: int = 0

    def named(self, *states: str) -> list[str]:
        return [one["name"] for one in self.missing if one["state"] in states]

    @property
    def absent(self) -> list[str]:
        """Names of units that sent nothing."""
        return self.named("missing")

    @property
    def unaccepted(self) -> list[str]:
        """Names of units whose report nobody has accepted yet, or that are mending it."""
        return self.named("waiting", "sent_back")

    @property
    def months_not_sent(self) -> list[str]:
        return self.named("month")


def shown_of(sheet: Sheet, dates: Dates, *, at: datetime) -> Page:
    evaluation, conformity = sheet.evaluation, sheet.conformity
    missing: Sequence[dict[str, str]] = evaluation.missing
    if evaluation.is_open and evaluation.is_month:
        missing = missing_units(sheet.rows)
    return Page(
        evaluation=evaluation,
        title=title_of(evaluation),
        dimensions=[
            DimensionShown(str(label), conformity[code], None if evaluation.is_month else sheet.own_conformity[code])
            for code, label in DimensionChoice.choices
        ],
        judged=sum(row.judged for row in sheet.rows),
        deviating=sum(row.deviates for row in sheet.rows),
        total=len(sheet.rows),
        missing=missing,
        waivers=sheet.waivers,
        late=late(evaluation, dates, at),
        rows=[shown(row) for row in sheet.rows],
        higher=sum(bool(row.higher) for row in sheet.rows),
    )


def late(evaluation: Evaluation, dates: Dates, at: datetime) -> bool | None:
    if dates.due is None:
        return None
    if evaluation.first_submitted_at is not None:
        return evaluation.first_submitted_at > dates.due
    return True if at > dates.due else None


def title_of(evaluation: Evaluation) -> str:
    words = period_words(evaluation.period)
    if evaluation.is_month:
        return _("Evaluasi bulanan %(period)s") % {"period": words}
    return _("Evaluasi internal %(period)s") % {"period": words}


def shown(row: RowSeen) -> RowShown:
    proposals = {Dimension.OUTPUT: row.proposals.output, Dimension.TIMELINESS: row.proposals.timeliness}
    language, higher = get_language(), row.higher
    return RowShown(
        row,
        [
            _cell(
                one, row.values[one.value], proposals.get(one) or "", of_months(row.months, one) if row.months else "",
                row.own_view[one.value] if row.own_view else "", one in higher, language,
            )
            for one in Dimension
        ],
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _cell(
    dimension: Dimension, value: str, proposal: str, months: str, own_view: str, higher: bool, _language: str | None
) -> Cell:
    """Most cells of a sheet are alike."""
    return Cell(
        dimension.value, str(DimensionChoice(dimension.value).label), value, in_words(value),
        "" if value else in_words(proposal), months, in_words(own_view), higher,
    )  # fmt: skip


def in_words(code: str | Judgement) -> str:
    """ "Sesuai", "Tidak sesuai"; "" where nothing was judged."""
    return str(JudgementChoice(str(code)).label) if code else ""


def of_months(months: Sequence[MonthRow], dimension: Dimension) -> str:
    """ "Januari: sesuai; Februari: belum dinilai"."""
    parts = []
    for one in months:
        name = period_words(f"2000-{one.month:02}").rsplit(" ", 1)[0]
        judged = in_words(getattr(one.row, dimension.value)).lower() or _("belum dinilai")
        parts.append(f"{name}: {judged}")
    return "; ".join(parts)


def tabs_of(
    sheet: Sheet, chosen: str, *, writes: bool, stands_in: bool = False, left: frozenset[int] | None = None
) -> Tabs:
    """The rows that the chosen filter leaves, and how many each filter would. `left`: actions that nobody of the
    evaluation team may judge, where a member of the secretariat asked for them."""
    groups: list[tuple[str, str, list[RowSeen]]] = [
        ("", _("Semua"), list(sheet.rows)),
        ("belum", _("Belum dinilai"), [row for row in sheet.rows if not row.judged]),
        ("tidak", _("Tidak sesuai"), [row for row in sheet.rows if row.deviates]),
    ]
    if writes:
        groups.append(("bukan", _("Bukan untuk Anda"), [row for row in sheet.rows if not row.leave.may]))
    if stands_in:
        groups.append(
            (SECRETARIAT, _("Untuk sekretariat"), [row for row in sheet.rows if row.row.action_id in (left or ())])
        )
    codes = {code for code, _label, _rows in groups}
    current = chosen if chosen in codes else ""
    rows = next(rows for code, _label, rows in groups if code == current)
    tabs = [
        Tab(code, label, None if code == SECRETARIAT and left is None else len(of), code == current)
        for code, label, of in groups
    ]
    return Tabs(tabs, [shown(row) for row in rows])
