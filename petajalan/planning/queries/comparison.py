"""A file that states a road map, held against the one in the database: every cell that differs.

Rows are paired by what they are called, the same words first and else clearly the closest spelling, so that a row that
moved is no difference and a name with a slip of the pen is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from petajalan.calc.numbers import Reading, State
from petajalan.planning import models
from petajalan.planning.models import RoadMap
from petajalan.planning.models.rows import PlanRow
from petajalan.planning.queries.stated import Stated, is_as_printed, stated_of
from petajalan.regulation import data as stated
from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.recognise.joining import match
from petajalan.regulation.recognise.names import fold, plain
from petajalan.regulation.recognise.structure import body_of

Value = str | Reading | None
READ = ("state", "value", "unit", "level", "label", "low", "high", "exclusive")
DIFFERENT, ONLY_DATABASE, ONLY_FILE = "different", "only_in_database", "only_in_file"


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the way to a cell: the kind of row ("key_activity") and what it is called."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class CellDifference:
    """One cell that differs, or a row that only one of the two has (`field` is then "").

    way    the rows that lead to the cell, the outermost first
    field  "name", "baseline", "target", "score", "total", "source" ...; `of` is its period or factor
    same_value  both say the same and only write it differently ("74,70" and "74,7")
    place  in the file; `None` where the file has no such cell
    row    of the database; `None` where it has none
    """

    kind: str
    way: tuple[Step, ...]
    field: str
    of: str
    database: str | None
    file: str | None
    same_value: bool
    place: Place | None
    row: PlanRow | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left_out` names columns that the file does not print: (kind of row, field, period or factor)."""

    road_map: RoadMap
    differences: tuple[CellDifference, ...]
    left_out: tuple[tuple[str, str, str], ...]
    cells: int  # how many were held against each other


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    name: str
    place: Place
    cells: dict[tuple[str, str], tuple[Value, Place | None]]
    parts: tuple[_Row, ...] = ()


def compare(road_map: RoadMap, read: RegulationData) -> Comparison:
    """Against the print of a version that nobody has edited since, else against what the plan goes by."""
    as_printed = is_as_printed(road_map)
    database = stated_of(road_map, printed=as_printed)
    comparing = _Comparing(database, lenient=not as_printed)
    comparing.groups(_rows_of(database.data), _rows_of(read.road_map))
    texts = {one.position: one for one in _sections(road_map)}
    comparing.texts = texts
    comparing.rows((), _text_rows(texts), _read_texts(read))
    return Comparison(road_map, tuple(comparing.found), tuple(comparing.left_out), comparing.cells)


@dataclass(slots=True)
class _Comparing:
    database: Stated
    lenient: bool  # a column that the file does not have at all is told once, not cell by cell
    found: list[CellDifference] = field(default_factory=list)
    left_out: list[tuple[str, str, str]] = field(default_factory=list)
    cells: int = 0
    texts: dict[int, models.SectionText] = field(default_factory=dict)
    _present: set[tuple[str, str, str]] = field(default_factory=set)

    def groups(self, ours: Sequence[Sequence[_Row]], theirs: Sequence[Sequence[_Row]]) -> None:
        self._present = set(_columns(chain(*theirs)))
        missing = set(_columns(chain(*ours))) - self._present if self.lenient else set()
        for one, other in zip(ours, theirs, strict=True):
            self.rows((), one, other)
        self.left_out = sorted(missing)

    def rows(self, way: tuple[Step, ...], ours: Sequence[_Row], theirs: Sequence[_Row]) -> None:
        pairs = match([one.name for one in ours], [one.name for one in theirs])
        for at, one in enumerate(ours):
            step = (*way, Step(one.kind, one.name))
            if at not in pairs:
                self._add(ONLY_DATABASE, step, row=one)
                continue
            other = theirs[pairs[at]]
            self._cells(step, one, other)
            self.rows(step, one.parts, other.parts)
        for at, other in enumerate(theirs):
            if at not in pairs.values():
                self._add(ONLY_FILE, (*way, Step(other.kind, other.name)), place=other.place)

    def _cells(self, way: tuple[Step, ...], ours: _Row, theirs: _Row) -> None:
        for key in dict.fromkeys((*ours.cells, *theirs.cells)):
            (one, _), (other, place) = ours.cells.get(key, (None, None)), theirs.cells.get(key, (None, None))
            if self.lenient and (ours.kind, *key) not in self._present and ours.kind != "section":
                continue
            self.cells += 1
            if _text(one) != _text(other):
                self._add(
                    DIFFERENT, way, key, one, other, same=_same(one, other), place=place or theirs.place, row=ours
                )

    def _add(
        self,
        kind: str,
        way: tuple[Step, ...],
        key: tuple[str, str] = ("", ""),
        ours: Value = None,
        theirs: Value = None,
        *,
        same: bool = False,
        place: Place | None = None,
        row: _Row | None = None,
    ) -> None:
        of_database = None
        if row is not None:
            of_text = self.texts.get(row.place.row or 0) if row.kind == "section" else None
            of_database = of_text or self.database.row_at(row.place)
        self.found.append(
            CellDifference(kind, way, key[0], key[1], _text(ours), _text(theirs), same, place, of_database)
        )


def _columns(rows: Iterable[_Row]) -> Iterator[tuple[str, str, str]]:
    """The columns in which anything is printed."""
    for row in rows:
        yield from ((row.kind, *key) for key, (value, _place) in row.cells.items() if _text(value))
        yield from _columns(row.parts)


def _text(value: Value) -> str | None:
    if isinstance(value, Reading):
        absent = value.state in (State.NOT_SET, State.NOT_AVAILABLE) and value.printed.strip() in ("", "-", "–")
        return None if absent else fold(value.printed)
    return value or None


def _same(one: Value, other: Value) -> bool:
    """Whether both mean the same: names but for case and signs, figures as they are read."""
    if isinstance(one, Reading) and isinstance(other, Reading):
        return all(getattr(one, name) == getattr(other, name) for name in READ)
    return isinstance(one, str) and isinstance(other, str) and plain(one) == plain(other)


# ---- statements as rows with cells ----


def _rows_of(data: stated.RoadMapData) -> tuple[tuple[_Row, ...], ...]:
    return (
        tuple(_interim(one) for one in data.interim_results),
        tuple(_with_national("goal", one) for one in data.goals),
        tuple(_with_national("objective", one) for one in data.objectives),
        tuple(
            _Row("factor", one.code, one.name.place, {("name", ""): (one.name.text, one.name.place)})
            for one in data.factors
        ),
        tuple(_activity(one) for one in data.key_activities),
        tuple(_theme(one) for one in data.themes),
        tuple(_team(one) for one in data.teams),
    )


def _cells(**printed: stated.Printed | None) -> dict[tuple[str, str], tuple[Value, Place | None]]:
    return {(name, ""): (one.text, one.place) for name, one in printed.items() if one is not None}


def _figures(name: str, figures: dict[str, stated.Figure]) -> dict[tuple[str, str], tuple[Value, Place | None]]:
    return {(name, of): (one.reading, one.place) for of, one in figures.items()}


def _figure(name: str, figure: stated.Figure | None) -> dict[tuple[str, str], tuple[Value, Place | None]]:
    return {} if figure is None else {(name, ""): (figure.reading, figure.place)}


def _interim(one: stated.InterimResult) -> _Row:
    cells = _cells(name=one.name, scale=one.scale, source=one.source)
    cells |= _figures("value", {str(year): figure for year, figure in one.values.items()})
    return _Row("interim_result", one.name.text, one.name.place, cells)


def _with_national(kind: str, one: stated.Goal | stated.Objective) -> _Row:
    named = one.name or one.national_name
    first = one.indicators[0].place if one.indicators else Place()
    return _Row(
        kind,
        named.text if named else "",
        named.place if named else first,
        _cells(name=one.name, national_name=one.national_name),
        _indicators(one.indicators),
    )


def _activity(one: stated.KeyActivity) -> _Row:
    cells = _cells(name=one.name, target_name=one.target_name, objective=one.objective)
    cells |= _figures("score", one.scores) | _figure("total", one.total_printed)
    place = one.rank_place or one.name.place
    if one.rank_printed is not None:
        cells["rank", ""] = (str(one.rank_printed), place)
    if one.mandatory is not None:
        cells["mandatory", ""] = ("Mandatory" if one.mandatory else "Inisiatif", one.name.place)
    return _Row("key_activity", one.name.text, one.name.place, cells, _indicators(one.indicators))


def _theme(one: stated.Theme) -> _Row:
    cells = _cells(name=one.name, objective=one.objective)
    return _Row("theme", one.name.text, one.name.place, cells, _indicators(one.indicators))


def _indicators(found: Sequence[stated.IndicatorRow]) -> tuple[_Row, ...]:
    return tuple(_indicator(one) for one in found)


def _indicator(one: stated.IndicatorRow) -> _Row:
    named = one.name or one.national_indicator
    cells = _cells(
        name=one.name, national_indicator=one.national_indicator, unit=one.unit, source=one.source,
        coordinator=one.coordinator, implementers=one.implementers,
    )  # fmt: skip
    cells |= _figure("baseline", one.baseline) | _figure("national_target", one.national_target)
    cells |= _figures("target", one.targets) | _figures("actual", one.actuals)
    return _Row("indicator_row", named.text if named else "", named.place if named else one.place, cells)


def _team(one: stated.Team) -> _Row:
    members = tuple(
        _Row(
            "member", member.position.text, member.position.place,
            _cells(name=member.position, role=member.role_printed)
            | ({("number", ""): (member.number, member.position.place)} if member.number else {}),
        )
        for member in one.members
    )  # fmt: skip
    return _Row("team", one.name.text, one.name.place, _cells(name=one.name, group=one.group), members)


# ---- the text ----


def _sections(road_map: RoadMap) -> Sequence[models.SectionText]:
    of = {"agency": road_map.agency_id, "road_map": road_map}
    return list(models.SectionText.objects.filter(**of, current=True).order_by("position"))


def _text_rows(texts: dict[int, models.SectionText]) -> tuple[_Row, ...]:
    return tuple(
        _section(one.number, one.title, one.body, Place(table="sectiontext", row=at)) for at, one in texts.items()
    )


def _read_texts(read: RegulationData) -> tuple[_Row, ...]:
    blocks = read.document.blocks
    return tuple(
        _section(one.number, one.title, body_of([blocks[at] for at in one.blocks]), one.place) for one in read.sections
    )


def _section(number: str, title: str, body: str, place: Place) -> _Row:
    """Where it begins says enough: two sections of one title differ in their numbers."""
    cells: dict[tuple[str, str], tuple[Value, Place | None]] = {
        ("title", ""): (title, place), ("body", ""): (body, place),
    }  # fmt: skip
    return _Row("section", f"{number} {title}".strip(), place, cells)
