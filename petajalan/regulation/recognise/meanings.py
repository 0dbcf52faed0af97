"""What the columns of a table mean, from their headers seen together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from petajalan.calc.numbers import State, read_value
from petajalan.regulation.data import TableKind, TableMeaning
from petajalan.regulation.document import Table
from petajalan.regulation.recognise.factors import code_of
from petajalan.regulation.recognise.headers import Header, period_of, read_headers
from petajalan.regulation.recognise.kinds import kind_of, role_header
from petajalan.regulation.recognise.names import plain

Period = tuple[int, int] | None

_MEASURES = {"indicator", "national_indicator", "baseline", "target", "national_target"}
_PLANS = {"baseline", "target", "national_target"}
# the concept that names the rows of a table, by kind
_OWNERS = {
    TableKind.INTERIM_RESULTS: ("name", "indicator"),
    TableKind.GOALS: ("goal",),
    TableKind.OBJECTIVES: ("objective",),
    TableKind.PRIORITIES: ("activity",),
    TableKind.KEY_ACTIVITIES: ("activity",),
    TableKind.THEMES: ("theme",),
}
_MEAN = re.compile(r"(?:(?:nilai|skor) )*(?:rata rata|rerata|mean)(?: (?:skor|nilai|faktor|akhir|total))*(?: \d+)*")
_RESULTS = re.compile(r"\b(hasil antara|capaian|realisasi|hasil)\b")


def meaning_of(table: Table, period: Period = None) -> TableMeaning:
    """`period` is that of the road map: "Tahun ke-2" and "Akhir" are counted from it."""
    headers = _completed(read_headers(table), plain(" ".join((table.caption, *table.headers))))
    kind = kind_of(table.caption, headers)
    if kind is TableKind.UNKNOWN:
        return TableMeaning(table.index, kind, ("",) * len(table.headers))
    year = _year_of_caption(table)
    if kind is TableKind.TEAMS:
        return TableMeaning(table.index, kind, _single(_meanings_in_team(headers)))
    columns = [_meaning(header, kind, period, year) for header in headers]
    if "name" not in columns:
        _name_the_generic_column(columns, headers)
    if kind is TableKind.PRIORITIES:
        _find_factors(table, columns)
    return TableMeaning(table.index, kind, _single(columns))


def _completed(headers: Sequence[Header], words: str) -> tuple[Header, ...]:
    """Headers that are understood only beside the others: a lone year, the second of two indicator columns.

    `words`: of the caption and all headers.
    """
    done: list[Header] = []
    measured = any(header.concept in _MEASURES for header in headers)
    planned = re.search(r"\b(target|proyeksi|rencana)\b", words) or any(header.concept in _PLANS for header in headers)
    only_results = _RESULTS.search(words) is not None and not planned
    for header in headers:
        if header.concept == "period" and header.period:
            before = done[-1].concept if done else ""
            concept = "actual" if before == "actual" or only_results else "target" if measured else ""
            done.append(replace(header, concept=concept, national=bool(done) and done[-1].national and concept != ""))
            continue
        done.append(header)
    return _national_by_neighbour(done)


def _national_by_neighbour(headers: list[Header]) -> tuple[Header, ...]:
    """Of two indicator columns the one beside the national goal or objective is the national one."""
    indicators = [at for at, header in enumerate(headers) if header.concept == "indicator"]
    owners = [at for at, header in enumerate(headers) if header.concept in ("goal", "objective")]
    if len(indicators) == 2 and not any(headers[at].national for at in indicators):
        beside = {at: max((own for own in owners if own < at), default=None) for at in indicators}
        national = [at for at, owner in beside.items() if owner is not None and headers[owner].national]
        if len(national) == 1:
            headers[national[0]] = replace(headers[national[0]], national=True)
    return tuple(headers)


def _meaning(header: Header, kind: TableKind, period: Period, year: int | None) -> str:
    concept = header.concept
    if concept in _OWNERS[kind]:
        return "national_name" if header.national and kind in (TableKind.GOALS, TableKind.OBJECTIVES) else "name"
    if concept in ("indicator", "target") and header.national:
        return f"national_{concept}"
    if kind is TableKind.INTERIM_RESULTS:
        if concept == "actual" and header.period:
            return f"value:{header.period}"
        return "source" if concept == "coordinator" else concept if concept in ("no", "scale", "source", "unit") else ""
    if concept in ("target", "actual"):
        return f"{concept}:{_period(header, period, year)}"
    if concept.startswith("score:"):
        return concept if kind is TableKind.PRIORITIES else ""
    if concept in ("total", "rank", "mandatory") and kind not in (TableKind.PRIORITIES, TableKind.KEY_ACTIVITIES):
        return ""
    if concept in ("name", "activity", "theme", "team", "role", "position", "person", "period", "scale"):
        return ""
    return concept


def _meanings_in_team(headers: Sequence[Header]) -> list[str]:
    """Positions stand under "Jabatan"; without it under "Perangkat Daerah" or "Nama"."""
    concepts = [header.concept for header in headers]
    known = ("no", "role", "position", "person", "team")
    instead = next((concept for concept in ("implementers", "name", "person") if concept in concepts), "")
    if "position" not in concepts:
        concepts = ["position" if concept == instead else concept for concept in concepts]
    concepts = ["person" if concept == "name" else concept for concept in concepts]
    return [
        f"role:{role}" if (role := role_header(header)) else concept if concept in known else ""
        for header, concept in zip(headers, concepts, strict=True)
    ]


def _period(header: Header, period: Period, year: int | None) -> str:
    """The period of a target: its own, with the caption's year for a bare quarter, counted from the road map's."""
    said = header.period or ""
    if said.startswith("year ") and period:
        return str(period[0] + int(said.removeprefix("year ")) - 1)
    if said == "last":
        return str(period[1]) if period else ""
    if said.startswith("year "):
        return ""
    if len(said) == 2:
        only = period[0] if period and period[0] == period[1] else None
        return f"{year or only}-{said}" if year or only else said
    return said or (str(year) if year else "")


def _year_of_caption(table: Table) -> int | None:
    said = period_of(table.caption)
    return int(said[:4]) if said and said[:4].isdigit() else None


def _name_the_generic_column(columns: list[str], headers: Sequence[Header]) -> None:
    """A table known by its caption has its names under a general word ("Uraian")."""
    for at, header in enumerate(headers):
        if header.concept == "name":
            columns[at] = "name"
            return


def _find_factors(table: Table, columns: list[str]) -> None:
    """Columns of numbers in a priority table are factors, whatever another city calls them."""
    formula = next((text for text in table.column_formulas if "=" in text), "")
    summed = {int(number) for number in re.findall(r"\d+", formula.partition("=")[2])}
    for at, column in enumerate(columns):
        if column == "" and _MEAN.fullmatch(plain(table.headers[at].split(" / ")[-1])):
            columns[at] = "mean"
        elif formula and at < len(table.column_formulas) and table.column_formulas[at] == formula and column == "":
            columns[at] = "total"
        elif column == "" and (at + 1 in summed or _holds_scores(table, at)):
            columns[at] = f"score:{code_of(table.headers[at])}"


def _holds_scores(table: Table, column: int) -> bool:
    readings = [read_value(row[column].text) for row in table.rows if row[column].text]
    numbers = [reading.value for reading in readings if reading.state is State.SET and reading.value is not None]
    return len(numbers) >= max(1, len(readings) - 1) and all(0 <= number <= 100 for number in numbers)


def _single(columns: list[str]) -> tuple[str, ...]:
    """Every meaning once: a second column with the same meaning could not be placed."""
    seen: set[str] = set()
    result = []
    for column in columns:
        result.append("" if column in seen else column)
        seen.add(column)
    return tuple(result)
