"""The trend of an outside index as a drawing: a panel for each scheme, so that no line crosses a change of schemes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from petajalan.calc.scales import Band, Scale, classification_in, comparable, rank_of
from petajalan.evaluation.display.index_words import figure_words
from petajalan.evaluation.queries.index_register import IndexEntry
from petajalan.evaluation.queries.index_values import IndexFigure

WIDTH, HEIGHT, TOP, BOTTOM, SIDE, GAP = 480, 210, 28, 26, 6, 26
LETTER = 7.2  # width that one sign of a class name takes
HALF_VALUE = 26  # width of half a figure over its point
SMALL_WIDTH, SMALL_HEIGHT, SMALL_EDGE = 96, 30, 5
LEAST_BAND = 11.0  # height that the name of a class needs


@dataclass(frozen=True, slots=True)
class Dot:
    x: str
    y: str
    label_y: str
    text: str
    year: int
    open: bool  # not official


@dataclass(frozen=True, slots=True)
class BandStrip:
    """The part of a class that the panel shows; its name stands inside of the panel where that is short enough."""

    y: str
    height: str
    colour: str
    text: str
    text_y: str
    inside: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One scheme: `line` through what its issuer states, `dashed` on to what is not official."""

    x: str
    end: str
    width: str
    line: str
    dashed: str
    dots: tuple[Dot, ...]
    strips: tuple[BandStrip, ...]


@dataclass(frozen=True, slots=True)
class Break:
    x: str
    year: int


@dataclass(frozen=True, slots=True)
class IndexChart:
    """`sentence` says in words what the drawing shows."""

    width: int
    height: int
    base: int
    floor: int
    panels: tuple[Panel, ...]
    breaks: tuple[Break, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Sparkline:
    width: int
    height: int
    lines: tuple[str, ...]
    dots: tuple[tuple[str, str], ...]
    sentence: str


def index_chart(entry: IndexEntry) -> IndexChart | None:
    """`None` for less than two years, or where a year has no place on the scale: a line needs both ends."""
    groups = schemes(entry)
    if sum(map(len, groups)) < 2:
        return None
    count = sum(map(len, groups))
    named = SIDE + LETTER * max(
        (len(_class_name(one)) for one in _bands(entry.scale, groups[-1][-1][0].year)), default=0
    )
    room = (WIDTH - SIDE - named - GAP * (len(groups) - 1)) / count
    panels, breaks, at = [], [], float(SIDE)
    for number, group in enumerate(groups):
        if number:
            breaks.append(Break(_text(at - GAP / 2), group[0][0].year))
        width = room * len(group)
        panels.append(_panel(entry.scale, group, at, width))
        at += width + GAP
    return IndexChart(WIDTH, HEIGHT, HEIGHT - 6, HEIGHT - BOTTOM, tuple(panels), tuple(breaks), sentence(entry, groups))


def sparkline(entry: IndexEntry) -> Sparkline | None:
    groups = schemes(entry)
    count = sum(map(len, groups))
    if count < 2:
        return None
    step = (SMALL_WIDTH - 2 * SMALL_EDGE) / (count - 1)
    lines, dots, at = [], [], 0
    for group in groups:
        low, high = _range(entry.scale, group)
        points = []
        for _one, value in group:
            x, y = SMALL_EDGE + at * step, _y(value, low, high, SMALL_EDGE, SMALL_HEIGHT - SMALL_EDGE)
            points.append((_text(x), _text(y)))
            at += 1
        lines.append(" ".join(f"{x},{y}" for x, y in points))
        dots += points if len(points) == 1 else points[-1:]
    return Sparkline(SMALL_WIDTH, SMALL_HEIGHT, tuple(lines), tuple(dots), sentence(entry, groups))


Placed = tuple[IndexFigure, Decimal]  # a figure, and its height: the number, or the rank of the level


def schemes(entry: IndexEntry) -> list[list[Placed]]:
    """One figure for each year, cut where the scheme changes."""
    groups: list[list[Placed]] = []
    for one in entry.years:
        value = _height(entry.scale, one)
        if value is None:
            continue
        if groups and entry.comparable(groups[-1][-1][0], one):
            groups[-1].append((one, value))
        else:
            groups.append([(one, value)])
    return groups


def sentence(entry: IndexEntry, groups: list[list[Placed]]) -> str:
    """ "Dari 1,83 (2021) ke 2,66 (2022). Skema berganti pada 2023: tidak dibandingkan." """
    said = []
    for number, group in enumerate(groups):
        if number:
            said.append(break_words(entry, groups[number - 1][-1][0], group[0][0]))
        first, last = group[0][0], group[-1][0]
        told = {"first": figure_words(first, entry.unit), "from": first.year}
        told |= {"last": figure_words(last, entry.unit), "to": last.year}
        one, several = (
            gettext("%(first)s pada %(from)d."),
            gettext("Dari %(first)s pada %(from)d ke %(last)s pada %(to)d."),
        )
        said.append((one if len(group) == 1 else several) % told)
    return " ".join(said)


def break_words(entry: IndexEntry, before: IndexFigure, after: IndexFigure) -> str:
    """Why the line breaks between two figures."""
    if comparable(entry.scale, before.year, after.year):
        words = gettext("Angka %(before)d dan %(after)d tidak pada skala yang sama; tidak dibandingkan.")
    else:
        words = gettext("Skema berganti antara %(before)d dan %(after)d; tidak dibandingkan.")
    return words % {"before": before.year, "after": after.year}


def _height(scale: Scale | None, one: IndexFigure) -> Decimal | None:
    if one.value is not None and not (scale and scale.levels):
        return one.value
    rank = rank_of(scale, one.figure, one.year) if scale else None
    return None if rank is None else Decimal(rank)


def _panel(scale: Scale | None, group: Sequence[Placed], at: float, width: float) -> Panel:
    low, high = _range(scale, group)
    step = width / len(group)
    points = [
        (at + step * (place + 0.5), _y(value, low, high, TOP, HEIGHT - BOTTOM), one)
        for place, (one, value) in enumerate(group)
    ]
    issued = [point for point in points if not _is_open(point[2])]
    later = points[len(issued) - 1 if issued else 0 :] if _open_at_the_end(points) else []
    line = issued if later else points
    return Panel(
        x=_text(at), end=_text(at + width), width=_text(width),
        line=" ".join(f"{_text(x)},{_text(y)}" for x, y, _one in line),
        dashed=" ".join(f"{_text(x)},{_text(y)}" for x, y, _one in later),
        dots=tuple(
            Dot(_text(x), _text(y), _text(y - 10), figure_words(one, None), one.year, _is_open(one))
            for x, y, one in points
        ),
        strips=_strips(scale, group[-1][0].year, low, high, step / 2 - HALF_VALUE),
    )  # fmt: skip


def _is_open(one: IndexFigure) -> bool:
    return one.provisional


def _open_at_the_end(points: Sequence[tuple[float, float, IndexFigure]]) -> bool:
    """Whether all that is not official stands behind all that is."""
    states = [_is_open(one) for _x, _y_, one in points]
    return any(states) and states == sorted(states)


def _strips(scale: Scale | None, year: int, low: Decimal, high: Decimal, room: float) -> tuple[BandStrip, ...]:
    found = []
    for band in _bands(scale, year):
        start, end = max(band.low or low, low), min(high if band.high is None else band.high, high)
        if end <= start:
            continue
        top, bottom = (_y(edge, low, high, TOP, HEIGHT - BOTTOM) for edge in (end, start))
        name = _class_name(band) if bottom - top >= LEAST_BAND else ""
        found.append(
            BandStrip(
                _text(top),
                _text(bottom - top),
                band.colour or "mute",
                name,
                _text((top + bottom) / 2 + 4),
                LETTER * len(name) < room,
            )
        )
    return tuple(found)


def _bands(scale: Scale | None, year: int) -> tuple[Band, ...]:
    """The classes of a year that have a place on the drawing; levels without numbers have none."""
    table = classification_in(scale, year) if scale else None
    return () if table is None or scale is None or scale.levels else table.bands


def _class_name(band: Band) -> str:
    return band.letter or band.label


def _range(scale: Scale | None, group: Sequence[Placed]) -> tuple[Decimal, Decimal]:
    """What the panel shows: the figures with room around them, never beyond the scale."""
    values = [value for _one, value in group]
    low, high = min(values), max(values)
    if scale is not None and scale.levels:
        return Decimal(0), Decimal(len(scale.levels) + 1)
    span = scale.high - scale.low if scale and scale.high is not None and scale.low is not None else abs(high)
    room = max((high - low) / 2, span / 12, Decimal("0.001"))
    return low - room, high + room


def _y(value: Decimal, low: Decimal, high: Decimal, top: int, bottom: int) -> float:
    return bottom - float((value - low) / (high - low)) * (bottom - top)


def _text(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")
