"""A theme on its page: figures large, series as a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.planning.display.words import number
from petajalan.planning.models import DataPoint
from petajalan.planning.queries.themes import Series

FIGURE = re.compile(r"^\s*((?:Rp\s?)?[-−]?\d[\d.,]*\s?%?)(?=\s|$|[;:(])")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 480, 150, 8, 8, 26, 24


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that begins with a figure: the figure, and the rest. Without one the figure is empty."""

    figure: str
    rest: str


def told(text: str) -> Told:
    match = FIGURE.match(text)
    return Told(match[1].strip(), text[match.end() :].strip(" ;:")) if match else Told("", text.strip())


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the drawing, in its units; `anchor` keeps the figure beside it inside the drawing."""

    x: str
    y: str
    label_y: str
    point: DataPoint
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A line through the points. `sentence` says in words what it shows."""

    width: int
    height: int
    base: int
    line: str
    dots: tuple[Dot, ...]
    sentence: str


def chart(series: Series) -> Chart | None:
    """`None` for less than two points: a line needs both ends. Points stand at equal distances, in time order."""
    points = series.points
    if len(points) < 2:
        return None
    values = [one.value for one in points]
    low, high = min(values), max(values)
    spread = high - low or Decimal(1)
    step = Decimal(WIDTH - LEFT - RIGHT - 40) / (len(points) - 1)
    room = Decimal(HEIGHT - TOP - BOTTOM)
    dots = []
    for at, point in enumerate(points):
        x = LEFT + 20 + step * at
        y = TOP + room * (high - point.value) / spread if high != low else TOP + room / 2
        anchor = "start" if at == 0 else "end" if at == len(points) - 1 else "middle"
        dots.append(Dot(_unit(x), _unit(y), _unit(y - 9), point, anchor))
    return Chart(
        width=WIDTH, height=HEIGHT, base=HEIGHT - 6, line=" ".join(f"{dot.x},{dot.y}" for dot in dots),
        dots=tuple(dots), sentence=_sentence(series),
    )  # fmt: skip


def _sentence(series: Series) -> str:
    first, last = series.points[0], series.points[-1]
    unit = f" {series.series.unit}" if series.series.unit else ""
    told = {
        "first": number(first.value) + unit, "from": first.period, "last": number(last.value) + unit, "to": last.period
    }  # fmt: skip
    if last.value > first.value:
        return gettext("Naik dari %(first)s (%(from)s) menjadi %(last)s (%(to)s).") % told
    if last.value < first.value:
        return gettext("Turun dari %(first)s (%(from)s) menjadi %(last)s (%(to)s).") % told
    return gettext("Tetap %(last)s dari %(from)s sampai %(to)s.") % told


def _unit(value: Decimal | int) -> str:
    return f"{Decimal(value).quantize(Decimal('0.1'))}"
