"""The regulation as data: what its text and tables mean, each piece with the place it was printed at.

`recognise.recognise(document)` builds this from a `Document`; findings, import and pages read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from petajalan.calc.numbers import Reading
from petajalan.regulation.document import Document, Notice, Place


@dataclass(frozen=True, slots=True)
class Printed:
    """Words as printed (white space folded), and where."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure, read, and where it stands."""

    reading: Reading
    place: Place


# ---- the regulation itself ----


@dataclass(frozen=True, slots=True)
class Identity:
    """One printed statement of what this regulation is: its title page, its annex head, the gazette line.

    part  "body", "annex", "gazette" (Berita Daerah), "article" (the clause after MENETAPKAN)
    """

    part: str
    number: str | None
    year: int | None
    title: str | None
    period: tuple[int, int] | None
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A law or regulation named in the text.

    kind   normalised kind ("undang-undang", "peraturan pemerintah", "peraturan menteri panrb", "peraturan daerah"...)
    title  the words after "tentang", or `None`
    gazette  (kind, year, number) of each "Lembaran Negara ..." / "Berita Negara ..." statement
    where  "considering" (Menimbang), "legal_basis" (Mengingat), "legal_basis_section" (a "Dasar Hukum" section), "text"
    """

    kind: str
    number: str
    year: int | None
    title: str | None
    gazette: tuple[tuple[str, int | None, str], ...]
    where: str
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    number: str  # "III", "3.1", "2.1.1"
    title: str
    place: Place
    level: int  # 1 chapter, 2 section, 3 subsection
    blocks: tuple[int, ...]  # indexes into Document.blocks of its own text, its subsections' text not included


@dataclass(frozen=True, slots=True)
class Article:
    number: str
    place: Place
    blocks: tuple[int, ...]


# ---- the road map ----


class TableKind(StrEnum):
    INTERIM_RESULTS = "interim_results"
    GOALS = "goals"
    OBJECTIVES = "objectives"
    PRIORITIES = "priorities"
    KEY_ACTIVITIES = "key_activities"
    THEMES = "themes"
    TEAMS = "teams"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TableMeaning:
    """What a table is, and what each of its columns means ("no", "name", "indicator", "baseline", "target:2023",
    "target:2023-Q1", "coordinator", "score:mandate", "total", "mean", ...); "" for one that could not be placed."""

    table: int  # index into Document.tables
    kind: TableKind
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InterimResult:
    name: Printed
    scale: Printed | None
    values: dict[int, Figure]  # by year
    source: Printed | None
    number: Printed | None = None  # of the row, as printed


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator as one row of one table states it. Empty cells of a row under a merged one are filled from above
    for owner and name only where the print shows the merge; figures are never filled."""

    name: Printed | None  # None: a national row without a local counterpart
    place: Place  # of the row
    table: int  # index into Document.tables
    national_indicator: Printed | None = None
    unit: Printed | None = None
    baseline: Figure | None = None
    baseline_year: int | None = None
    # by period: "2024", "2024-Q1", "2024-S1"; "Q1" when no year is printed for the quarter, "" when there is no period
    targets: dict[str, Figure] = field(default_factory=dict)
    actuals: dict[str, Figure] = field(default_factory=dict)  # results of earlier years beside the baseline, by period
    national_target: Figure | None = None
    source: Printed | None = None
    coordinator: Printed | None = None
    implementers: Printed | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    name: Printed | None
    national_name: Printed | None
    indicators: tuple[IndicatorRow, ...]
    number: Printed | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    name: Printed | None
    national_name: Printed | None
    indicators: tuple[IndicatorRow, ...]
    number: Printed | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """A scoring factor of the priority table: code ("mandate", "severity", "urgency", or a slug of its own header),
    printed name, scale as far as printed, weight as far as printed."""

    code: str
    name: Printed
    low: Decimal | None
    high: Decimal | None
    weight: Decimal | None  # "Bobot 30%" is 0.3, a plain "Bobot 2" is 2
    weight_place: Place | None = None  # where a row of weights prints it; `None` when the header does, or nothing


@dataclass(frozen=True, slots=True)
class KeyActivity:
    """A key activity, the row of the priority table and the row of the targets table joined by name.

    name           as the priority table prints it, or the targets table when it is only there
    target_name    as the targets table prints it, or `None`
    objective      the group heading above it in the priority table (or the targets table), or `None`
    mandatory      `True` / `False` where the text or table says so, else `None`
    scores         by factor code
    total_printed  the printed total; `total` is computed by `calc.priority`, `None` while a score is unknown
    rank_printed   the printed position: a "Peringkat" column when there is one, else the number in the targets table
                   (`None` where those numbers start again in each group); `rank` is computed
    number, target_number  the printed number of its row in the priority table and in the targets table
    mandatory_from the words that say whether it is mandatory
    mean_printed   the printed mean of the scores, where a column says that it is one ("Rata-rata Skor")
    """

    name: Printed
    target_name: Printed | None
    objective: Printed | None
    mandatory: bool | None
    scores: dict[str, Figure]
    total_printed: Figure | None
    total: Decimal | None
    rank_printed: int | None
    rank: int | None
    indicators: tuple[IndicatorRow, ...]
    number: Printed | None = None
    target_number: Printed | None = None
    mandatory_from: Printed | None = None
    rank_place: Place | None = None
    mean_printed: Figure | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    name: Printed
    objective: Printed | None
    indicators: tuple[IndicatorRow, ...]
    number: Printed | None = None
    further_objectives: tuple[Printed, ...] = ()  # when more than one is printed for the theme


class TeamKind(StrEnum):
    SECRETARIAT = "secretariat"
    GENERAL = "general"
    THEMATIC = "thematic"
    EVALUATION = "evaluation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Member:
    role: str  # "chair", "member", "secretary", ... a slug of another printed word
    position: Printed
    number: str | None  # the printed number in the list ("3."), None when there is none
    role_printed: Printed | None = None
    person: Printed | None = None


@dataclass(frozen=True, slots=True)
class Team:
    kind: TeamKind
    name: Printed
    members: tuple[Member, ...]
    number: Printed | None = None
    group: Printed | None = None  # the heading over several teams ("TIM RB TEMATIK")


@dataclass(frozen=True, slots=True)
class RoadMapData:
    interim_results: tuple[InterimResult, ...] = ()
    goals: tuple[Goal, ...] = ()
    objectives: tuple[Objective, ...] = ()
    factors: tuple[Factor, ...] = ()
    key_activities: tuple[KeyActivity, ...] = ()
    themes: tuple[Theme, ...] = ()
    teams: tuple[Team, ...] = ()
    unplaced: tuple[Printed, ...] = ()  # cells of these tables that none of the fields above holds

    @property
    def is_empty(self) -> bool:
        """Whether none of the tables of a road map was found."""
        parts = (self.interim_results, self.goals, self.objectives, self.key_activities, self.themes, self.teams)
        return not any(parts)

    def indicators(self) -> Iterator[IndicatorRow]:
        for group in (self.goals, self.objectives, self.key_activities, self.themes):
            for item in group:
                yield from item.indicators


@dataclass(frozen=True, slots=True)
class RegulationData:
    """A regulation whose parts have been given their meaning."""

    document: Document
    agency_kind: str | None  # "city", "regency", "province", "ministry", "agency"
    agency_name: str | None  # "Kota Pasuruan"
    number: str | None
    year: int | None
    title: str | None
    period: tuple[int, int] | None
    enacted_on: date | None
    identities: tuple[Identity, ...]
    citations: tuple[Citation, ...]
    articles: tuple[Article, ...]
    sections: tuple[Section, ...]  # chapters and sections in printed order
    meanings: tuple[TableMeaning, ...]  # one per table
    road_map: RoadMapData
    notices: tuple[Notice, ...] = ()  # what could not be placed (those of the reading are in `document.notices`)

    @property
    def years(self) -> tuple[int, int] | None:
        """The printed period, `None` as well where it ends before it begins."""
        return self.period if self.period and self.period[0] <= self.period[1] else None
