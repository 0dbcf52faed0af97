"""What the list of units shows: which rows, in which groups, and the sentence above them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator

from petajalan.accounts.choices import UnitKind
from petajalan.accounts.queries import UnitRow

PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Group:
    words: str
    rows: tuple[UnitRow, ...]
    total: int  # of this kind, on all pages of the list


@dataclass(frozen=True, slots=True)
class UnitList:
    """`counts`: active units by kind, in words; `headless`: active units that nobody heads."""

    groups: tuple[Group, ...]
    page: Page
    found: int
    filtered: bool
    ended: bool
    active: int
    counts: tuple[tuple[str, int], ...]
    headless: int

    @property
    def is_empty(self) -> bool:
        return not self.active and not self.filtered and not self.ended


def unit_list(rows: list[UnitRow], *, cari: str, jenis: str, keadaan: str, number: str | None) -> UnitList:
    active = [row for row in rows if row.active]
    headless = [row for row in active if not row.holders]
    chosen = {"berakhir": [row for row in rows if not row.active], "kosong": headless}.get(keadaan, active)
    found = [row for row in chosen if (not jenis or row.unit.kind == jenis) and (not cari or row.is_called(cari))]
    page = Paginator(found, PER_PAGE).get_page(number)
    return UnitList(
        groups=tuple(
            Group(str(UnitKind(kind).label), tuple(members), sum(row.unit.kind == kind for row in found))
            for kind, members in groupby(page.object_list, key=lambda row: row.unit.kind)
        ),
        page=page,
        found=len(found),
        filtered=bool(cari or jenis or keadaan == "kosong"),
        ended=keadaan == "berakhir",
        active=len(active),
        counts=tuple(
            (str(kind.label), count) for kind in UnitKind if (count := sum(row.unit.kind == kind for row in active))
        ),
        headless=len(headless),
    )
