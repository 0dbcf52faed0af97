"""Objections as a list and a page tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.calc.index import Item
from petajalan.calc.numbers import format_value
from petajalan.evaluation.choices import ObjectionState
from petajalan.evaluation.models import Objection

MOODS = {
    ObjectionState.DRAFT: "",
    ObjectionState.PROPOSED: "warn",
    ObjectionState.SUBMITTED: "info",
    ObjectionState.ACCEPTED: "good",
    ObjectionState.REFUSED: "bad",
}
ICONS = {
    ObjectionState.DRAFT: "pencil",
    ObjectionState.PROPOSED: "hourglass-split",
    ObjectionState.SUBMITTED: "send-check",
    ObjectionState.ACCEPTED: "check-circle-fill",
    ObjectionState.REFUSED: "x-lg",
}


@dataclass(frozen=True, slots=True)
class ObjectionShown:
    """`left`: days to its day, less than 0 once that is over; `None` without one, and once it was sent."""

    one: Objection
    item: Item | None
    left: int | None

    @property
    def title(self) -> str:
        return f"{self.one.item} · {self.item.name}" if self.item else self.one.item

    @property
    def official(self) -> str:
        """As it was when the objection was written."""
        return figure_words(self.one.raw, self.one.level) or _("di luar lokus")

    @property
    def claimed(self) -> str:
        return figure_words(self.one.claimed_raw, self.one.claimed_level)

    @property
    def state(self) -> str:
        return str(ObjectionState(self.one.state).label)

    @property
    def mood(self) -> str:
        return MOODS[ObjectionState(self.one.state)]

    @property
    def icon(self) -> str:
        return ICONS[ObjectionState(self.one.state)]

    @property
    def late(self) -> str:
        """ "terlambat 3 hari", "" while it is not."""
        if self.left is None or self.left >= 0:
            return ""
        days = -self.left
        return ngettext("terlambat %(days)d hari", "terlambat %(days)d hari", days) % {"days": days}


def objection_shown(one: Objection, item: Item | None, today: date) -> ObjectionShown:
    return ObjectionShown(one, item, (one.due - today).days if one.due and one.is_unsent else None)


def figure_words(raw: object, level: str) -> str:
    return level or (format_value(raw) if raw is not None else "")  # type: ignore[arg-type]
