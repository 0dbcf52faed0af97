"""What an amendment changes, as tables of "semula" and "menjadi"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from petajalan.exports.documents.tree import Align, Cell, Column, Table
from petajalan.planning.models import AdoptedFigure, CorrectedFigure, Indicator, Score
from petajalan.planning.queries.differences import ADDED, CHANGED, REMOVED, Differences, FieldChange, RowChange

NOTHING = "-"
# The tables, with the kinds of rows of each; what is only kept for the work with the plan is not among them.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Naskah", ("SectionText", "StrategicIssue", "Condition")),
    ("Tujuan, sasaran, dan kegiatan utama", ("Goal", "Objective", "PolicyObjective", "KeyActivity", "Implementer")),
    ("Prioritas", ("Factor", "Score", "CorrectedFigure")),
    ("Indikator dan target", ("Indicator", "IndicatorRow", "AdoptedFigure")),
    ("Tema", ("Theme", "Obstacle", "RootCause", "Programme", "RelatedRegulation")),
)
KEPT = tuple(name for _title, names in GROUPS for name in names)
# Of an indicator what a regulation prints; how its achievement is counted is no part of the annex.
PRINTED = frozenset({"name", "unit", "source", "baseline_year", "definition"})
HEAD = ("No", "Uraian", "Semula", "Menjadi")


@dataclass(frozen=True, slots=True)
class Told:
    what: str
    before: str
    after: str


def tables_of(found: Differences) -> Iterator[tuple[str, Table]]:
    """The title of each group that anything changes in, with its table."""
    for title, names in GROUPS:
        told = [one for row in found.rows if type(row.row).__name__ in names for one in _told(row)]
        if told:
            yield title, _table(told)


def indicators_of(found: Differences) -> Table | None:
    """The old indicators beside the new ones: renamed, added, removed, joined into another."""
    told: list[tuple[str, str, str]] = []
    kept = Indicator.objects.filter(agency=found.newer.agency_id, road_map=found.newer)
    joined = {one["key"]: name for name, gone in kept.values_list("name", "joined") for one in gone}
    for row in found.of("Indicator"):
        if row.kind == ADDED:
            told.append((NOTHING, row.row.name, "ditambahkan"))
        elif row.kind == REMOVED:
            into = joined.get(str(row.row.key))
            told.append((row.row.name, into or NOTHING, "disatukan" if into else "dihapus"))
        else:
            told += [(one.before, one.after, "diganti namanya") for one in row.changes if one.field == "name"]
    if not told:
        return None
    rows = tuple(
        (_number(at), Cell(before), Cell(after), Cell(how)) for at, (before, after, how) in enumerate(told, start=1)
    )
    columns = (Column(Decimal("0.6"), Align.CENTER), Column(4), Column(4), Column(2))
    return Table(columns, (_head(("No", "Indikator semula", "Indikator menjadi", "Keterangan")),), rows)


def _told(row: RowChange) -> Iterator[Told]:
    what = f"{row.what[:1].upper()}{row.what[1:]}"
    is_figure = isinstance(row.row, AdoptedFigure | CorrectedFigure | Score)  # told by what it is the figure of
    if row.kind == CHANGED:
        for one in row.changes:
            if isinstance(row.row, Indicator) and one.field not in PRINTED:
                continue
            before, after = _changed_words(one)
            yield Told(row.about if is_figure else f"{what}, {one.label}:\n{row.about}", before, after)
        return
    words = _whole(row)
    yield Told(
        row.about if is_figure else f"{what}:\n{row.about}" if row.about != words else what,
        words if row.kind == REMOVED else NOTHING,
        words if row.kind == ADDED else "dihapus",
    )


def _whole(row: RowChange) -> str:
    return getattr(row.row, "printed", "") or str(row.row)


def _changed_words(change: FieldChange) -> tuple[str, str]:
    """Of a text of several paragraphs only those that change."""
    if "\n" not in change.before + change.after:
        return change.before or NOTHING, change.after or NOTHING
    before, after = (_paragraphs(text) for text in (change.before, change.after))
    gone: list[str] = []
    new: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[i:j]
            new += after[k:m]
    return "\n".join(gone) or NOTHING, "\n".join(new) or NOTHING


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _table(told: Sequence[Told]) -> Table:
    columns = (Column(Decimal("0.6"), Align.CENTER), Column(3), Column(4), Column(4))
    rows = tuple(
        (_number(at), Cell(one.what), Cell(one.before), Cell(one.after)) for at, one in enumerate(told, start=1)
    )
    return Table(columns, (_head(HEAD),), rows)


def _number(at: int) -> Cell:
    return Cell(str(at), align=Align.CENTER)


def _head(words: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(one, align=Align.CENTER, bold=True) for one in words)
