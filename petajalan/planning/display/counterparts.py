"""What a row of the plan may stand beside in the national framework, as a page offers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from petajalan.catalogue.national import Stated
from petajalan.planning.display.likeness import likeness
from petajalan.regulation.recognise.names import plain

LIKELY = 3  # offered as the closest, while their names are alike at all
ALIKE = 0.5
A_FEW = 12  # offered without a search


@dataclass(frozen=True, slots=True)
class Offered:
    """`taken` are the other rows of the plan that stand beside it."""

    national: Stated
    likely: bool
    taken: tuple[str, ...]


def offered(
    name: str, stated: Sequence[Stated], taken: Iterable[tuple[str, str]], text: str = "", current: str = ""
) -> list[Offered]:
    """Those whose names or code have all the words, the current one first, then the closest names; without words a
    few of them. `taken` are codes with names of rows."""
    wanted = plain(text).split()
    found = [one for one in stated if all(word in _said(one) for word in wanted)]
    near = {one.code: max(likeness(name, each) for each in (one.name, *one.names)) for one in found}
    found.sort(key=lambda one: (one.code != current, -near[one.code]))
    found = found if wanted else found[:A_FEW]
    beside = list(taken)
    return [
        Offered(
            one,
            at < LIKELY and near[one.code] >= ALIKE,
            tuple(row for code, row in beside if code == one.code),
        )
        for at, one in enumerate(found)
    ]


def _said(one: Stated) -> str:
    return plain(" ".join([one.name, *one.names, one.code.replace("-", " ")]))
