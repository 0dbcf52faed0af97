"""The register of outside indices of an agency: which there are, who issues them, and when the next value is due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from petajalan.accounts.models import Agency
from petajalan.calc.scales import Scale, comparable
from petajalan.catalogue.national import GROUP_OF_KIND
from petajalan.catalogue.outside import Issuer, OutsideIndex, outside_indices
from petajalan.evaluation.models import IndexRelease
from petajalan.evaluation.models.index_value import last_day
from petajalan.evaluation.queries.index_values import IndexFigure, IndexValues, Origin, index_values


@dataclass(frozen=True)
class IndexEntry:
    """One outside index with all that is known of it.

    issuer   as the agency says it, else the national data; `None` while nobody is known
    own      who issues it is said by the agency alone
    figures  by year, the weightiest of a year first
    release  what the agency says of it, if anything
    """

    code: str
    name: str
    scale: Scale | None
    unit: str | None
    direction: str | None
    issuer: Issuer | None
    own: bool
    figures: tuple[IndexFigure, ...]
    release: IndexRelease | None
    national: OutsideIndex | None

    @property
    def issued(self) -> tuple[IndexFigure, ...]:
        """One for each year that its issuer or the regulation states, the weightiest."""
        return _first_of_years(one for one in self.figures if one.origin is not Origin.MEASUREMENT)

    @property
    def years(self) -> tuple[IndexFigure, ...]:
        """One for each year, also of years that only a coordinator measured."""
        return _first_of_years(self.figures)

    @property
    def latest(self) -> IndexFigure | None:
        return self.issued[-1] if self.issued else None

    @property
    def estimate(self) -> IndexFigure | None:
        """What a coordinator measured in a later year than the latest value."""
        last = self.years[-1] if self.years else None
        return last if last is not None and last.origin is Origin.MEASUREMENT else None

    @property
    def differs(self) -> bool:
        """Whether the regulation and the register say different things of one year."""
        return any(self.contested(one.year) for one in self.issued)

    def contested(self, year: int) -> bool:
        said = [one for one in self.figures if one.year == year and one.origin is not Origin.MEASUREMENT]
        return any(said[0].differs_from(other) for other in said[1:])

    def comparable(self, before: IndexFigure, after: IndexFigure) -> bool:
        """Whether the two stand on one scheme, so that a line may join them and a difference means something."""
        on_one = before.off_scale(self.scale) == after.off_scale(self.scale)
        return on_one and comparable(self.scale, before.year, after.year)

    def awaited(self, today: date) -> int | None:
        """The measurement year whose official value is the next to come, `None` while it has not begun."""
        final = [one.year for one in self.issued if not one.provisional]
        year = final[-1] + 1 if final else today.year - 1
        return year if year <= today.year else None

    def expected(self, year: int) -> date | None:
        """The last day of the month in which the value of a year is expected; `None` while nobody has said it."""
        said = self.release.expected(year) if self.release is not None else None
        if said is not None or self.national is None or self.national.expected is None:
            return said
        return last_day(year + self.national.expected.years_later, self.national.expected.month)


@dataclass(frozen=True)
class IndexRegister:
    """`entries` in the order of the national file, then those that the agency added."""

    values: IndexValues
    entries: tuple[IndexEntry, ...]

    def entry(self, code: str) -> IndexEntry | None:
        return next((one for one in self.entries if one.code == code), None)

    @property
    def addable(self) -> list[tuple[str, str]]:
        """Code and name of the indicators of the catalogue that are no outside index here yet, by name."""
        listed = {one.code for one in self.entries}
        found = [(code, known.names[0]) for code, known in self.values.known.items() if code not in listed]
        return sorted(found, key=lambda one: one[1].casefold())


def index_register(agency: Agency, *, year: int, code: str = "") -> IndexRegister:
    """All outside indices that are evaluated for such an agency, or of which it has a value; or one. `year` is the
    present one: issuers are those of it. One query beside those of `index_values`."""
    values = index_values(agency, code=code)
    releases = {one.code: one for one in IndexRelease.objects.filter(agency=agency)}
    group = GROUP_OF_KIND.get(agency.kind)
    national = {one.code: one for one in outside_indices()}
    entered = {key for key, figures in values.figures.items() if any(one.row for one in figures)}
    codes = [
        *(
            key
            for key, one in national.items()
            if key in entered or group is None or one.applies_to(group) is not False
        ),
        *(key for key, one in releases.items() if key not in national and one.issuer),
        *sorted(key for key in entered if key not in national and not (key in releases and releases[key].issuer)),
    ]
    shown = (key for key in codes if key in values.known and code in ("", key))
    return IndexRegister(
        values, tuple(_entry(values, key, national.get(key), releases.get(key), year) for key in shown)
    )


def _entry(
    values: IndexValues, code: str, national: OutsideIndex | None, release: IndexRelease | None, year: int
) -> IndexEntry:
    known = values.known[code]
    said = Issuer(release.issuer, "", "P") if release is not None and release.issuer else None
    return IndexEntry(
        code=code, name=known.names[0], scale=values.scale(code), unit=known.unit, direction=known.direction,
        issuer=said or (national.issuer_in(year) if national else None), own=said is not None,
        figures=values.of(code), release=release, national=national,
    )  # fmt: skip


def _first_of_years(figures: Iterable[IndexFigure]) -> tuple[IndexFigure, ...]:
    found: dict[int, IndexFigure] = {}
    for one in figures:
        found.setdefault(one.year, one)
    return tuple(found.values())
