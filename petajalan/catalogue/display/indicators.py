"""The well-known indicators as their list shows them."""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.calc.scales import Scale
from petajalan.catalogue.frameworks import frameworks
from petajalan.catalogue.national import Framework
from petajalan.regulation.reference import KnownIndicator, Reference


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """`frameworks` are the frames that name the indicator."""

    indicator: KnownIndicator
    own: bool
    scale: Scale | None
    frameworks: tuple[Framework, ...]

    @property
    def name(self) -> str:
        return self.indicator.names[0]

    @property
    def others(self) -> tuple[str, ...]:
        return self.indicator.names[1:]


def lines(national: Reference, merged: Reference) -> list[IndicatorLine]:
    """All indicators that the checks of an agency know, by name."""
    scales = {one.code: one for one in merged.scales}
    known = set(national.indicators)
    found = [
        IndicatorLine(
            indicator=one,
            own=one not in known,
            scale=scales.get(one.scale or ""),
            frameworks=tuple(frame for frame in frameworks() if any(i.known == one.code for i in frame.indicators)),
        )
        for one in merged.indicators
    ]
    return sorted(found, key=lambda line: line.name.casefold())
