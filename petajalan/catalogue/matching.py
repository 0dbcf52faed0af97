"""Which national activity, goal, objective, theme or indicator a printed name means.

Names are compared as everywhere in `regulation`: by their words, then by the clearly closest spelling. A name that is
as close to a second one is not matched: a wrong counterpart is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from petajalan.catalogue.entries import comparable
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.national import (
    Framework,
    NationalActivity,
    NationalGoal,
    NationalIndicator,
    NationalObjective,
    NationalTheme,
    ScoredItem,
    Stated,
)
from petajalan.regulation.findings.tables.indicators import indicators_of
from petajalan.regulation.recognise.names import CLEAR, CLOSE, plain, similarity
from petajalan.regulation.reference import Aliases, Reference

T = TypeVar("T", bound=Stated)
NONE: Mapping[str, tuple[str, ...]] = {}
_BRACKETS = re.compile(r"\([^()]*\)")
# Words that only say that something is done; what is done stands behind them.
_DOING = frozenset(
    "implementasi optimalisasi pelaksanaan pembangunan penataan penerapan pengelolaan penguatan penyelenggaraan "
    "peningkatan percepatan perbaikan terciptanya terwujudnya meningkatnya".split()
)
_NUMBERED = re.compile(r"(ss|sasaran strategis|sasaran|tema|rb tematik|ku|kegiatan utama)( \d+)? ")


def match_activity(name: str, framework: Framework) -> NationalActivity | None:
    return _closest(name, framework.activities)


def match_objective(name: str, framework: Framework) -> NationalObjective | None:
    return _closest(name, framework.objectives)


def match_goal(name: str, framework: Framework) -> NationalGoal | None:
    return _closest(name, [framework.goal]) if framework.goal else None


def match_theme(
    name: str, framework: Framework, reference: Reference | None = None
) -> NationalTheme | ScoredItem | None:
    """The theme, or the one scored item of it, that a name means; a theme scored as a whole is its only item's theme.

    The aliases of themes in the reference count as names too ("P3DN").
    """
    aliases = [one for one in (reference or national_reference()).aliases if one.kind == "theme"]
    items = [item for theme in framework.themes if len(theme.items) > 1 for item in theme.items]
    themes: list[NationalTheme | ScoredItem] = [*framework.themes, *items]
    return _closest(name, themes, {one.code: _known_as(one, aliases) for one in themes})


def match_indicator(name: str, framework: Framework, reference: Reference | None = None) -> NationalIndicator | None:
    """By the name in the framework, else as the well-known indicator that the name means."""
    exact = _same(_forms(name), framework.indicators, NONE)
    if exact is not None:
        return exact
    known = indicators_of(reference or national_reference()).known(name)
    found = [one for one in framework.indicators if known is not None and one.known == known.code]
    return found[0] if len(found) == 1 else None


def _known_as(theme: NationalTheme | ScoredItem, aliases: Iterable[Aliases]) -> tuple[str, ...]:
    """The other names of a theme: of its only item, and of every register that has one of its names."""
    own = [theme.name, *theme.names]
    if isinstance(theme, NationalTheme) and len(theme.items) == 1:
        own.append(theme.items[0].name)
    wanted = {comparable(name) for name in own}
    registers = [(one.full, *one.short) for one in aliases]
    return (*own, *(name for names in registers if wanted & {comparable(one) for one in names} for name in names))


def _closest(name: str, stated: Sequence[T], also: Mapping[str, tuple[str, ...]] = NONE) -> T | None:
    """The entry of the same name, else the one whose spelling is clearly the closest."""
    forms = _forms(name)
    exact = _same(forms, stated, also)
    if exact is not None or not forms:
        return exact
    ranked = sorted(((_nearness(forms, _names(one, also)), -at) for at, one in enumerate(stated)), reverse=True)
    if not ranked or ranked[0][0] < CLOSE:
        return None
    clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= CLEAR
    return stated[-ranked[0][1]] if clear else None


def _same(forms: Sequence[str], stated: Sequence[T], also: Mapping[str, tuple[str, ...]]) -> T | None:
    """The only entry that has one of the forms among its names; the fuller forms of a name are tried first."""
    for form in forms:
        found = [one for one in stated if form in _names(one, also)]
        if len(found) == 1:
            return found[0]
    return None


def _names(one: Stated, also: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(form for name in (one.name, *one.names, *also.get(one.code, ())) for form in _forms(name))
    )


def _nearness(forms: Iterable[str], names: Iterable[str]) -> float:
    candidates = tuple(names)
    return max((similarity(form, name) for form in forms for name in candidates), default=0.0)


@lru_cache(maxsize=2048)
def _forms(name: str) -> tuple[str, ...]:
    """The words of a name: all of them, without brackets, and without numbering and words that only say "doing"."""
    whole = (plain(name), comparable(name), plain(_BRACKETS.sub(" ", name)))
    short = (_without_lead(form) for form in whole)
    return tuple(dict.fromkeys(form for form in (*whole, *short) if form))


def _without_lead(form: str) -> str:
    form = _NUMBERED.sub("", form, count=1) if _NUMBERED.match(form) else form
    words = form.split()
    while len(words) > 1 and words[0] in _DOING:
        words = words[1:]
    return " ".join(words)
