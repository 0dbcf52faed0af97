"""Goals, objectives and themes with the indicators under them, and the sentence that sums the page up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from petajalan.dashboard.display.public.indicators import Line, unknown_count
from petajalan.dashboard.queries.public.plan import Aim
from petajalan.dashboard.queries.public.published import Published
from petajalan.planning.models import Goal, Objective, Theme


@dataclass(frozen=True, slots=True)
class Part:
    """A goal, an objective or a theme; `owner` is `None` for objectives that serve every goal."""

    owner: Goal | Objective | Theme | None
    lines: tuple[Line, ...]
    below: tuple[Part, ...] = ()


def aims_in(aims: Sequence[Aim], lines: Sequence[Line]) -> list[Part]:
    return [
        Part(
            aim.goal,
            _under(lines, aim.goal) if aim.goal else (),
            tuple(Part(one, _under(lines, one)) for one in aim.objectives),
        )
        for aim in aims
    ]


def theme_cards(themes: Sequence[Theme], lines: Sequence[Line]) -> list[Part]:
    return [Part(one, _under(lines, one)) for one in themes]


def lead(found: Published, aims: Sequence[Aim], themes: Sequence[Theme], lines: Sequence[Line]) -> str:
    """What the page comes to, in words and figures."""
    if found.road_map is None:
        return gettext("Road map belum ditetapkan. Begitu ditetapkan, isinya tampil di sini.")
    parts = []
    goals = sum(1 for one in aims if one.goal)
    objectives = sum(len(one.objectives) for one in aims)
    if goals:
        parts.append(ngettext("%(count)d tujuan", "%(count)d tujuan", goals) % {"count": goals})
    if objectives:
        parts.append(ngettext("%(count)d sasaran", "%(count)d sasaran", objectives) % {"count": objectives})
    if lines:
        parts.append(ngettext("%(count)d indikator", "%(count)d indikator", len(lines)) % {"count": len(lines)})
    if themes:
        parts.append(ngettext("%(count)d tema", "%(count)d tema", len(themes)) % {"count": len(themes)})
    said = gettext("Isinya %(parts)s.") % {"parts": ", ".join(parts)} if parts else ""
    if found.actuals:
        told = {"known": len(lines) - unknown_count(lines), "all": len(lines)}
        said += " " + gettext("%(known)d dari %(all)d indikator sudah punya angka terbaru.") % told
    return said.strip()


def _under(lines: Sequence[Line], owner: Goal | Objective | Theme) -> tuple[Line, ...]:
    return tuple(one for one in lines if owner in one.entry.owners)
