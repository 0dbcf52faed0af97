"""Taking over a list of units: all of it, or nothing and a problem for each cell that is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Position, Unit
from petajalan.accounts.names import UnitNames
from petajalan.accounts.services.positions import create_position
from petajalan.accounts.services.units import UnitValues, change_unit, create_unit, values_of_unit
from petajalan.accounts.unit_changes import units_changed
from petajalan.accounts.unit_sheet import CellProblem, UnitLine
from petajalan.common import audit
from petajalan.regulation.recognise.names import plain


class SheetRefused(Exception):
    """Nothing was stored; `problems` say why, cell by cell, in the order of the sheet."""

    def __init__(self, problems: Sequence[CellProblem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


@dataclass(slots=True)
class Imported:
    added: int = 0
    changed: int = 0
    same: int = 0


@transaction.atomic
def import_units(*, agency: Agency, lines: Sequence[UnitLine], by: audit.Actor, at: datetime) -> Imported:
    """Add the units that are new and change those that are there, by their name. Columns left out stay as they are.

    A unit may stand before the one it is part of. Raises `SheetRefused`.
    """
    names = UnitNames(agency)
    known = {unit.key: unit for unit in names.units.values()}
    problems: list[tuple[int, CellProblem]] = []
    counted = Imported()
    failed: set[str] = set()
    called = _called(lines)
    for line in _parents_first(lines, called, problems):
        if called.get(plain(line.parent)) in failed:  # its own row says why
            failed.add(plain(line.name))
            continue
        try:
            _store(agency, line, names, known, counted, by, at)
        except ValidationError as error:
            failed.add(plain(line.name))
            for field, messages in _by_field(error):
                column = {"active_until": "active_from", "is_head": "head"}.get(field, field)
                problems += [(line.number, line.problem(column, _printed(line, column), text)) for text in messages]
    if problems:
        raise SheetRefused([problem for _number, problem in sorted(problems, key=lambda pair: pair[0])])
    if counted.added or counted.changed:
        after = {"added": counted.added, "changed": counted.changed}
        audit.record(agency=agency, by=by, action="units_imported", about=agency, after=after, at=at)
        units_changed(agency=agency)
    return counted


def _called(lines: Sequence[UnitLine]) -> dict[str, str]:
    """For every name, short name and alias of the list the name of its row, as names are compared."""
    names = {plain(name): plain(line.name) for line in lines for name in (line.short_name, *line.aliases) if name}
    return names | {plain(line.name): plain(line.name) for line in lines}


def _parents_first(
    lines: Sequence[UnitLine], called: dict[str, str], problems: list[tuple[int, CellProblem]]
) -> list[UnitLine]:
    """In an order in which each unit follows the one it is part of; the second of two equal names is a problem."""
    by_key: dict[str, UnitLine] = {}
    for line in lines:
        key = plain(line.name)
        if key in by_key:
            said = _("Nama ini sudah ada di baris %(number)d.") % {"number": by_key[key].number}
            problems.append((line.number, line.problem("name", line.name, said)))
        else:
            by_key[key] = line
    ordered: list[UnitLine] = []
    state: dict[str, str] = {}

    def visit(key: str) -> None:
        line = by_key.get(key)
        if line is None or state.get(key) == "done":
            return
        if state.get(key) == "open":
            said = _("Unit ini menjadi bagian dari dirinya sendiri, lewat unit lain.")
            problems.append((line.number, line.problem("parent", line.parent, said)))
            return
        state[key] = "open"
        visit(called.get(plain(line.parent), ""))
        state[key] = "done"
        ordered.append(line)

    for key in by_key:
        visit(key)
    return ordered


def _store(
    agency: Agency,
    line: UnitLine,
    names: UnitNames,
    known: dict[str, Unit],
    counted: Imported,
    by: audit.Actor,
    at: datetime,
) -> None:
    unit = known.get(plain(line.name))
    old = values_of_unit(unit) if unit else None

    def chosen(column: str, given: object, kept: object) -> object:
        return given if old is None or column in line.given else kept

    values = UnitValues(
        kind=line.kind,
        name=line.name,
        short_name=str(chosen("short_name", line.short_name, old and old.short_name)),
        parent=chosen("parent", _parent(line, names), old and old.parent),  # type: ignore[arg-type]
        active_from=chosen("active_from", line.active_from, old and old.active_from),  # type: ignore[arg-type]
        active_until=old.active_until if old else None,
        aliases=chosen("aliases", line.aliases, old and old.aliases),  # type: ignore[arg-type]
    )
    if unit is None:
        known[plain(line.name)] = create_unit(agency=agency, values=values, head=line.head, names=names, by=by, at=at)
        counted.added += 1
        return
    changed = change_unit(unit=unit, values=values, names=names, by=by, at=at)
    if line.head and not Position.objects.filter(unit=unit, is_head=True, ended_on=None).exists():
        create_position(agency=agency, unit=unit, name=line.head, is_head=True, by=by, at=at)
        changed = True
    counted.changed += changed
    counted.same += not changed


def _parent(line: UnitLine, names: UnitNames) -> Unit | None:
    if not line.parent:
        return None
    found = names.owners(line.parent)
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError({"parent": _("Beberapa unit bernama begitu. Tulis nama lengkapnya.")})
    raise ValidationError({"parent": _("Unit ini tidak ada di aplikasi maupun di berkas ini.")})


def _by_field(error: ValidationError) -> list[tuple[str, list[str]]]:
    return list(error.message_dict.items()) if hasattr(error, "error_dict") else [("name", error.messages)]


def _printed(line: UnitLine, column: str) -> str:
    value = getattr(line, column, "")
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")
