"""Themes of thematic reform with their objectives and indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Printed, Theme
from petajalan.regulation.recognise.indicators import indicators
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.recognise.rows import KnownRow, KnownTable

_IN_CAPTION = re.compile(r"\b(?:rb |reformasi birokrasi )?tematik\b(.*)", re.IGNORECASE)


def themes(known: KnownTable) -> Iterator[Theme]:
    named_by = None if known.has("name") else _named_by_caption(known)
    if named_by is not None:
        yield from _theme(known, named_by, tuple(known.rows()))
        return
    for group in known.groups(("name",)):
        name = group.first.printed("name") or (group.headings[-1] if group.headings else None)
        if name is not None:
            yield from _theme(known, name, group.rows)


def _theme(known: KnownTable, name: Printed, rows: tuple[KnownRow, ...]) -> Iterator[Theme]:
    objectives = tuple({plain(cell.text): cell for row in rows if (cell := row.printed("objective"))}.values())
    if rows:
        yield Theme(
            name=name,
            objective=objectives[0] if objectives else None,
            indicators=indicators(known, rows),
            number=rows[0].printed("no"),
            further_objectives=objectives[1:],
        )


def _named_by_caption(known: KnownTable) -> Printed | None:
    """A table for one theme names it in its caption: "Target RB Tematik Pengentasan Kemiskinan"."""
    found = _IN_CAPTION.search(known.table.caption)
    if found is None or known.table.caption_place is None:
        return None
    words = found.group(1).strip(" :-–") or known.table.caption
    return Printed(words, known.table.caption_place.showing(words))
