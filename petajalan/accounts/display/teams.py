"""What the list of teams shows."""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.accounts.choices import TeamKind
from petajalan.accounts.queries import TeamRow


@dataclass(frozen=True, slots=True)
class Summary:
    teams: int
    unmatched: int
    vacant: int


def by_kind(rows: list[TeamRow]) -> list[TeamRow]:
    order = list(TeamKind)
    return sorted(rows, key=lambda row: order.index(TeamKind(row.team.kind)))


def summary(rows: list[TeamRow]) -> Summary:
    return Summary(len(rows), sum(row.unmatched for row in rows), sum(row.vacant for row in rows))
