"""Teams and their members, from a list inside a cell, one row for each member, or one column for each role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from petajalan.regulation.data import Member, Printed, Team, TeamKind
from petajalan.regulation.document import Cell
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.positions import assign, items
from petajalan.regulation.recognise.roles import kind_of, role_of
from petajalan.regulation.recognise.rows import KnownRow, KnownTable
from petajalan.regulation.recognise.team_headings import headings_and_roles, team_and_role


def teams(known: KnownTable, themes: Iterable[str]) -> tuple[Team, ...]:
    """`themes`: names of the themes, which teams may bear."""
    rows = tuple(known.rows())
    of_members = [row for row in rows if row.cell("position")]
    reader = _Reader(known, bool(of_members) and all(row.ordinal() is not None for row in of_members))
    for row in rows:
        reader.read(row)
    names = tuple(themes)
    return tuple(
        Team(
            kind=kind_of(begun.name.text, begun.group.text if begun.group else None, names),
            name=begun.name,
            members=tuple(begun.members),
            number=begun.number,
            group=begun.group,
        )
        for begun in reader.begun
    )


@dataclass(slots=True)
class _Begun:
    name: Printed
    number: Printed | None
    group: Printed | None
    members: list[Member] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    known: KnownTable
    each_numbered: bool  # whether every member has a number of its own
    begun: list[_Begun] = field(default_factory=list)
    group: Printed | None = None
    role: Printed | None = None  # the last one named, which a row without a role continues

    def read(self, row: KnownRow) -> None:
        headings, roles = headings_and_roles(row)
        if headings and self._repeats(headings[-1]):
            headings = []
        number = row.printed("no")
        in_each_row = self.each_numbered and row.ordinal() is not None and bool(row.cell("team") or team_and_role(row))
        if headings:
            self._begin(headings, None if in_each_row or (number and number.text == headings[0].text) else number)
        if not self.begun and (roles or row.cell("position") or self.known.columns("role")):
            self._begin([self._caption(row)], None)
        own = number if row.ordinal() is not None and (in_each_row or not headings) else None
        for member in self._members(row, roles, own):
            self.begun[-1].members.append(member)

    def _repeats(self, heading: Printed) -> bool:
        """Whether the row names again the team that the rows above belong to."""
        return bool(self.begun) and plain(self.begun[-1].name.text) == plain(heading.text)

    def _begin(self, headings: Sequence[Printed], number: Printed | None) -> None:
        """A new team; the first of two headings, or a heading without members before another, is over several teams."""
        name = headings[-1]
        if number is not None or kind_of(name.text, None, ()) is not TeamKind.OTHER:
            self.group = None
        if len(headings) > 1:
            self.group = headings[0]
        elif self.begun and not self.begun[-1].members and number is None:
            empty = self.begun.pop()
            self.group, number = empty.name, empty.number
        self.role = None
        self.begun.append(_Begun(name, number, self.group))

    def _caption(self, row: KnownRow) -> Printed:
        """A table of one team says in its caption which."""
        table = self.known.table
        if table.caption_place is None:
            return Printed(table.name, row.place())
        return Printed(table.caption, table.caption_place.showing(table.caption))

    def _members(self, row: KnownRow, roles: Sequence[Printed], own: Printed | None) -> Iterator[Member]:
        yield from self._by_column(row)
        cell = row.cell("position") or row.cell("person")
        if cell is not None and not self._is_heading(cell):
            yield from self._listed(row, roles, cell, own)
        self.role = roles[-1] if roles else self.role

    def _by_column(self, row: KnownRow) -> Iterator[Member]:
        """From a table with a column for each role: "Tim | Ketua | Anggota"."""
        for words in self.known.columns("role"):
            if cell := row.cell(f"role:{words}"):
                for item in items(cell):
                    yield Member(role_of(words), Printed(item.words, cell.place.showing(item.words)), item.number)

    def _is_heading(self, cell: Cell) -> bool:
        name = self.begun[-1].name.place
        return (name.row, name.column) == (cell.place.row, cell.place.column)

    def _listed(self, row: KnownRow, roles: Sequence[Printed], cell: Cell, own: Printed | None) -> Iterator[Member]:
        """`own`: the number of the row, where each member has one."""
        person = row.printed("person") if row.cell("position") else None
        for role, item in assign(roles or ([self.role] if self.role else []), cell):
            number = item.number or (own.text if own else None)
            position = Printed(item.words, cell.place.showing(item.words))
            yield Member(role_of(role.text) if role else "member", position, number, role, person)
