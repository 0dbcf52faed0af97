"""Sentences at the top of a document about what is not certain in it."""

from __future__ import annotations

from collections.abc import Iterable

SIMULATED = "Data simulasi kota contoh, bukan data resmi."
ESTIMATE = "Perkiraan: bukan hasil resmi kementerian."


def notices(*, simulated: bool = False, draft: str = "", estimate: bool = False) -> tuple[str, ...]:
    """`draft`: why the document may still change; "" when it is final."""
    found = (SIMULATED if simulated else "", f"Rancangan: {draft}" if draft else "", ESTIMATE if estimate else "")
    return tuple(one for one in found if one)


def any_simulated(rows: Iterable[object]) -> bool:
    return any(getattr(row, "simulated", False) for row in rows)
