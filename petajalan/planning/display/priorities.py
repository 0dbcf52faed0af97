"""What a change of the priorities does, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from petajalan.planning.queries.priorities import Priorities, Row

Ranks = Mapping[int, int | None]


@dataclass(frozen=True, slots=True)
class Moved:
    """A row whose rank changed. `steps`: how many places it rose (negative: fell); `None` where it had or has none."""

    steps: int | None
    sentence: str

    @property
    def rose(self) -> bool:
        return self.steps is not None and self.steps > 0


def effect(row: Row) -> str:
    """What the printed total does to the rank: "peringkat 7 menjadi 21"; "" where the totals agree."""
    if not row.differs:
        return ""
    priority = row.priority
    if not row.moves:
        return gettext("peringkat tetap %(rank)s") % {"rank": priority.rank}
    return gettext("peringkat %(before)s menjadi %(after)s") % {
        "before": priority.rank_as_printed,
        "after": priority.rank,
    }


def moved(before: Ranks, after: Priorities) -> dict[int, Moved]:
    """The rows whose rank is another one than before, by the key of their activity."""
    return {
        row.activity.pk: _moved(before.get(row.activity.pk), row.priority.rank)
        for row in after.rows
        if before.get(row.activity.pk) != row.priority.rank
    }


def _moved(before: int | None, after: int | None) -> Moved:
    if before is None:
        return Moved(None, gettext("mendapat peringkat %(after)s") % {"after": after})
    if after is None:
        return Moved(None, gettext("tidak lagi berperingkat"))
    told = {"before": before, "after": after}
    if after < before:
        return Moved(before - after, gettext("naik dari peringkat %(before)s ke %(after)s") % told)
    return Moved(before - after, gettext("turun dari peringkat %(before)s ke %(after)s") % told)


def what_moved(activity: int, before: Ranks, after: Priorities) -> str:
    """One or two sentences on what saving the scores of an activity did to the list."""
    moves = moved(before, after)
    row = next(row for row in after.rows if row.activity.pk == activity)
    own = moves.pop(activity, None)
    name = row.activity.name
    if own:
        text = gettext("%(name)s %(moved)s.") % {"name": name, "moved": own.sentence}
    elif row.priority.rank is None:
        text = gettext("Skor %(name)s tersimpan. Lengkapi skor lainnya supaya mendapat peringkat.") % {"name": name}
    else:
        text = gettext("Skor %(name)s tersimpan; peringkatnya tetap %(rank)s.") % {
            "name": name,
            "rank": row.priority.rank,
        }
    if moves:
        others = ngettext(
            "%(count)d kegiatan lain ikut bergeser.", "%(count)d kegiatan lain ikut bergeser.", len(moves)
        )
        text += " " + others % {"count": len(moves)}
    return text
