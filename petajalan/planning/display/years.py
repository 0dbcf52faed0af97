"""A year of targets beside the year before, in words of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from petajalan.planning.display.figures import figure
from petajalan.planning.models import AdoptedFigure, Indicator
from petajalan.planning.queries.differences import YearChange

CARRIED, SET, SAME, CHANGED, ADDED, MISSING = "dilanjutkan", "ditetapkan", "sama", "berubah", "baru", "tanpa-target"


@dataclass(frozen=True, slots=True)
class YearLine:
    """`kind` is "same", "changed", "added" or "missing"; `version` that of the target of the year, 0 without one."""

    change: YearChange
    year: str
    before: str
    after: str

    @property
    def indicator(self) -> Indicator:
        return self.change.indicator

    @property
    def target(self) -> AdoptedFigure | None:
        return self.change.after

    @property
    def kind(self) -> str:
        return self.change.kind

    @property
    def is_carried(self) -> bool:
        return self.change.is_carried

    @property
    def version(self) -> int:
        return self.target.version if self.target else 0


@dataclass(frozen=True, slots=True)
class YearTab:
    value: str
    label: str
    count: int


SHOWS: dict[str, Callable[[YearLine], bool]] = {
    "": lambda line: True,
    CARRIED: lambda line: line.is_carried,
    SET: lambda line: line.target is not None and not line.is_carried,
    CHANGED: lambda line: line.kind == "changed",
    SAME: lambda line: line.kind == "same",
    ADDED: lambda line: line.kind == "added",
    MISSING: lambda line: line.kind == "missing",
}


def year_lines(changes: Sequence[YearChange], year: int) -> list[YearLine]:
    return [YearLine(one, str(year), _figure(one.before), _figure(one.after)) for one in changes]


def _figure(target: AdoptedFigure | None) -> str:
    return figure(target.reading if target else None)


def shown(lines: Sequence[YearLine], what: str) -> list[YearLine]:
    """A tab that does not exist shows everything."""
    return [line for line in lines if SHOWS.get(what, SHOWS[""])(line)]


def year_tabs(lines: Sequence[YearLine]) -> list[YearTab]:
    """All of them, then those that would show something."""
    labels = {
        "": gettext("Semua"),
        CARRIED: gettext("Menunggu ditinjau"),
        SET: gettext("Sudah ditetapkan"),
        CHANGED: gettext("Berubah"),
        SAME: gettext("Sama"),
        ADDED: gettext("Baru"),
        MISSING: gettext("Belum ada target"),
    }
    tabs = [YearTab(value, label, len(shown(lines, value))) for value, label in labels.items()]
    return [tab for tab in tabs if tab.count or tab.value in ("", CARRIED)]
