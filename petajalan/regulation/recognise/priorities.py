"""The priority table: key activities and their scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petajalan.regulation.data import Factor, Figure, Printed
from petajalan.regulation.recognise.factors import factors, is_weights
from petajalan.regulation.recognise.mandatory import marks_mandatory, says_mandatory
from petajalan.regulation.recognise.rows import Group, KnownRow, KnownTable


@dataclass(frozen=True, slots=True)
class Standing:
    """What a table says of a key activity beside its figures: objective and mandatory, with the words that say so."""

    objective: Printed | None
    mandatory: bool | None
    mandatory_from: Printed | None


@dataclass(frozen=True, slots=True)
class PriorityRow:
    name: Printed
    number: Printed | None
    standing: Standing
    scores: dict[str, Figure]
    total: Figure | None
    rank: Printed | None
    mean: Figure | None = None


def all_factors(tables: Iterable[KnownTable]) -> tuple[Factor, ...]:
    """Each factor once; a table that continues another repeats them."""
    found: dict[str, Factor] = {}
    for known in tables:
        for factor in factors(known):
            found.setdefault(factor.code, factor)
    return tuple(found.values())


def priority_rows(known: KnownTable, announced: Printed | None) -> Iterator[PriorityRow]:
    """`announced`: the words before the table that say whether its activities are mandatory."""
    codes = tuple(known.columns("score"))
    for group in known.groups(("name",)):
        for row in group.rows:
            name = row.printed("name")
            if name is None or is_weights(row):
                continue
            read = {code: row.figure(f"score:{code}") for code in codes}
            yield PriorityRow(
                name=name,
                number=row.printed("no"),
                standing=standing(known, group, row, announced),
                scores={code: figure for code, figure in read.items() if figure is not None},
                total=row.figure("total"),
                rank=row.printed("rank"),
                mean=row.figure("mean"),
            )


def standing(known: KnownTable, group: Group, row: KnownRow, announced: Printed | None) -> Standing:
    """From the row's own cells, else the headings above it, else the words before the table."""
    objectives = [heading for heading in group.headings if says_mandatory(heading.text) is None]
    objective = row.printed("objective") or (objectives[-1] if objectives else None)
    cell = row.printed("mandatory")
    if cell is not None:
        return Standing(objective, marks_mandatory(known.header("mandatory"), cell.text), cell)
    for words in (*reversed(group.headings), announced):
        said = None if words is None else says_mandatory(words.text)
        if said is not None:
            return Standing(objective, said, words)
    return Standing(objective, None, None)
