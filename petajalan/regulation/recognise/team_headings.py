"""What a row of a team table names: a team, a group of teams, roles."""

from __future__ import annotations

import re

from petajalan.regulation.data import Printed
from petajalan.regulation.document import Cell
from petajalan.regulation.recognise.names import fold
from petajalan.regulation.recognise.positions import items
from petajalan.regulation.recognise.roles import is_role
from petajalan.regulation.recognise.rows import KnownRow, as_printed

_TEAM = re.compile(r"(tim|kelompok kerja|pokja|sekretariat|unit pengelola)\b", re.IGNORECASE)
_GROUP = re.compile(r"(tim\s+(?:(?:rb|reformasi birokrasi)\s+)?tematik)\s+(?=[^\s(])(.+)", re.IGNORECASE)
_TEAM_AND_ROLE = re.compile(r"([^:]+?)\s*:\s*([^:]+)$")
_ROLE_OF_TEAM = re.compile(r"(\w+(?: \w+)?) ((?:Tim|Pokja|Kelompok Kerja) \S.*)$", re.IGNORECASE)


def headings_and_roles(row: KnownRow) -> tuple[list[Printed], list[Printed]]:
    """What names a team in this row, and the roles it lists."""
    if team := row.printed("team"):
        role = row.printed("role")
        return [team], [role] if role else []
    cell = row.cell("role")
    if cell is None:
        return _lone_heading(row), []
    if named := team_and_role(row):
        team, role = (_part(cell, words) for words in named)
        return [team], [role]
    headings: list[Printed] = []
    roles: list[Printed] = []
    listed = items(cell)
    single = len(listed) == 1 and row.ordinal() is not None and not _TEAM.match(listed[0].words)
    for item in listed:
        printed = _part(cell, item.words)
        (roles if item.number or single or is_role(item.words) else headings).append(printed)
    if len(headings) == 1 and (both := _GROUP.match(headings[0].text)):
        headings = [_part(cell, words) for words in both.groups()]
    if len(headings) > 2:
        words = " ".join(heading.text for heading in headings[1:])
        headings = [headings[0], _part(cell, words)]
    return headings, roles


def team_and_role(row: KnownRow) -> tuple[str, str] | None:
    """Team and role where one cell says both: "Tim Evaluasi: Ketua", "Ketua Tim Evaluasi"."""
    cell = row.cell("role")
    words = fold(cell.text) if cell is not None else ""
    if (first := _TEAM_AND_ROLE.match(words)) and is_role(first.group(2)) and not is_role(first.group(1)):
        return first.group(1), first.group(2)
    if (second := _ROLE_OF_TEAM.match(words)) and is_role(second.group(1)):
        return second.group(2), second.group(1)
    return None


def _lone_heading(row: KnownRow) -> list[Printed]:
    """A row across the table that names the team of the rows below."""
    words = [row.cells[meaning] for meaning in row.filled() if meaning != "no"]
    number = row.cell("no")
    if not words and number is not None and row.ordinal() is None and len(fold(number.text)) > 3:
        return [as_printed(number)]
    if len(words) == 1 and row.ordinal() is None and (words[0].column_span > 1 or _TEAM.match(words[0].text)):
        return [as_printed(words[0])]
    return []


def _part(cell: Cell, words: str) -> Printed:
    return Printed(words, cell.place.showing(words))
