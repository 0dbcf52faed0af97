"""The way of an indicator as a drawing: targets as a broken line, what was reached as a whole one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.calc.numbers import Reading, State
from petajalan.dashboard.display.public.indicators import actual_text, slot_text
from petajalan.dashboard.queries.public.actuals import Actual
from petajalan.planning.queries.register import Entry
from petajalan.reporting.words import period_words

WIDTH, HEIGHT, SIDE, TOP, BOTTOM = 560, 220, 46, 34, 34
Point = tuple[Decimal, Decimal]  # when, how much


@dataclass(frozen=True, slots=True)
class Mark:
    x: str
    y: str
    label_y: str
    text: str


@dataclass(frozen=True, slots=True)
class Year:
    x: str
    text: str


@dataclass(frozen=True, slots=True)
class WayChart:
    """`sentence` says in words what it shows."""

    width: int
    height: int
    base: int
    floor: int
    target_line: str
    actual_line: str
    start: Mark | None
    targets: tuple[Mark, ...]
    dots: tuple[Mark, ...]
    years: tuple[Year, ...]
    sentence: str


def way_chart(entry: Entry, years: Sequence[str], actuals: Sequence[Actual]) -> WayChart | None:
    """`None` for words and levels, or for less than two figures: a line needs both ends."""
    first, base_year = _number(entry.baseline.reading), entry.indicator.baseline_year
    start = (_end(base_year), first) if first is not None and base_year else None
    goals = [(_end(int(year)), value) for year in years if (value := _number(entry.target(year).reading)) is not None]
    reached = [(one.year + Decimal(one.quarter) / 4, one.value) for one in actuals if one.value is not None]
    every = [*([start] if start else []), *goals, *reached]
    if len(every) < 2 or len({when for when, _value in every}) < 2:
        return None
    place = _placing(every)
    texts = {(_end(int(year)), value): slot_text(entry.target(year)) for year in years
             if (value := _number(entry.target(year).reading)) is not None}  # fmt: skip
    last = actuals[-1] if actuals else None
    over = bool(reached and goals and reached[-1][1] > min(goals, key=lambda one: abs(one[0] - reached[-1][0]))[1])
    lead = [start] if start else []
    labels = [_mark(place, one, texts[one], below=over) for one in goals]
    dots = [_mark(place, one, "", below=not over) for one in reached]
    if last is not None and dots and last.value is not None:
        dots[-1] = _mark(place, reached[-1], actual_text(last, entry), below=bool(goals) and not over)
    return WayChart(
        width=WIDTH, height=HEIGHT, base=HEIGHT - 10, floor=HEIGHT - BOTTOM,
        target_line=_line(place, [*lead, *goals]) if goals else "", actual_line=_line(place, [*lead, *reached]),
        start=_mark(place, start, slot_text(entry.baseline), below=False) if start else None,
        targets=tuple(labels), dots=tuple(dots),
        years=tuple(Year(place((when, every[0][1]))[0], str(int(when) - 1)) for when in sorted(
            {one[0] for one in (*lead, *goals)} or {_end(int(one[0])) for one in reached}
        )),
        sentence=way_words(entry, years, last),
    )  # fmt: skip


def way_words(entry: Entry, years: Sequence[str], last: Actual | None) -> str:
    """ "Dari 2,66 pada 2022 menuju 2,95 pada 2024. Pada triwulan III 2024 mencapai 2,79." """
    goal = next((year for year in reversed(years) if entry.target(year).is_known), None)
    told = {
        "baseline": slot_text(entry.baseline), "from": entry.indicator.baseline_year or "",
        "target": slot_text(entry.target(goal)) if goal else "", "to": goal or "",
    }  # fmt: skip
    said = []
    if told["baseline"] and told["from"] and goal:
        said.append(gettext("Dari %(baseline)s pada %(from)s menuju %(target)s pada %(to)s.") % told)
    elif goal:
        said.append(gettext("Menuju %(target)s pada %(to)s.") % told)
    elif told["baseline"]:
        said.append(gettext("Berawal dari %(baseline)s.") % told)
    if last is not None:
        now = {"period": period_words(last.period), "actual": actual_text(last, entry)}
        said.append(gettext("Pada %(period)s mencapai %(actual)s.") % now)
    else:
        said.append(gettext("Realisasinya belum ada."))
    return " ".join(said)


def _end(year: int) -> Decimal:
    return Decimal(year + 1)


def _number(read: Reading | None) -> Decimal | None:
    return read.value if read is not None and read.state is State.SET else None


class _Placing:
    def __init__(self, points: Sequence[Point]) -> None:
        self.first, self.last = min(one[0] for one in points), max(one[0] for one in points)
        low, high = min(one[1] for one in points), max(one[1] for one in points)
        room = (high - low) / 8 or abs(high) / 10 or Decimal(1)
        self.low, self.high = low - room, high + room

    def __call__(self, point: Point) -> tuple[str, str]:
        x = SIDE + (WIDTH - 2 * SIDE) * (point[0] - self.first) / (self.last - self.first)
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (point[1] - self.low) / (self.high - self.low)
        return _text(x), _text(y)


_placing = _Placing


def _line(place: _Placing, points: Sequence[Point]) -> str:
    return " ".join(",".join(place(one)) for one in points) if len(points) > 1 else ""


def _mark(place: _Placing, point: Point, text: str, *, below: bool) -> Mark:
    x, y = place(point)
    return Mark(x, y, _text(Decimal(y) + (22 if below else -12)), text)


def _text(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1'))}"
