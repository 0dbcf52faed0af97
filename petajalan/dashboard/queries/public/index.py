"""The reform index as everybody may read it: what its issuer or the enacted road map states, never a measurement."""

from __future__ import annotations

from dataclasses import replace

from petajalan.accounts.models import Agency
from petajalan.evaluation.queries.index_register import IndexEntry, index_register
from petajalan.evaluation.queries.index_values import IndexFigure, Origin
from petajalan.evaluation.queries.worksheet.official import INDEX


def public_index(agency: Agency, *, year: int, enacted: bool) -> IndexEntry | None:
    """`None` while nothing is stated. `enacted`: whether the print that it may quote is in force. Six queries."""
    entry = index_register(agency, year=year, code=INDEX).entry(INDEX)
    if entry is None:
        return None
    figures = tuple(one for one in entry.figures if _is_public(one, enacted))
    return replace(entry, figures=figures) if figures else None


def _is_public(one: IndexFigure, enacted: bool) -> bool:
    return one.origin is Origin.REGISTER or (one.origin is Origin.REGULATION and enacted)
