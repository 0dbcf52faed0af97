"""The register as a list: lines, groups, filters with their counts, and the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext, ngettext

from petajalan.calc.scales import Scale
from petajalan.planning.display.bullet import Bullet, bullet
from petajalan.planning.display.figures import SlotView, owner_words, slot_view
from petajalan.planning.display.grades import Grade, grade
from petajalan.planning.models import Goal, KeyActivity, Objective, Theme
from petajalan.planning.queries.quarters import quarter_checks
from petajalan.planning.queries.register import Entry, Register

CONFLICT, UNREAD, NO_BASELINE, NO_TARGET, NO_COORDINATOR, NO_DIRECTION, FINDING, QUARTERS = (
    "bertentangan", "belum-terbaca", "tanpa-baseline", "tanpa-target-", "tanpa-koordinator", "tanpa-arah", "temuan",
    "triwulan",
)  # fmt: skip
# Findings of gaps that a row says by itself: "belum ada", "bertentangan". The mark is for what is not seen there.
SAID_BY_THE_ROW = frozenset({"missing_source", "missing_baseline", "gap_year", "indicator_two_values"})


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in the list. `under` is its key activity, or ""; `also` the places that name it beside its group."""

    entry: Entry
    under: str
    also: tuple[str, ...]
    baseline: SlotView
    targets: tuple[SlotView, ...]
    bullet: Bullet | None
    grade: Grade | None
    source: str
    findings: int
    years: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.entry.indicator.name

    @property
    def is_empty(self) -> bool:
        """Nothing is known or printed of it yet, neither a number nor anything else."""
        return not any(slot.is_known or slot.stated for slot in self.entry.slots.values())

    @property
    def conflicts(self) -> int:
        return len(self.entry.conflicts)

    @property
    def unread(self) -> int:
        return len(self.entry.undecided) - len(self.entry.conflicts)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tab:
    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the register to show; "" narrows nothing. `sort` is "" (as in the plan), "nama", "target" or "isian"."""

    show: str = ""
    text: str = ""
    coordinator: str = ""
    source: str = ""
    objective: str = ""
    sort: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.show or self.text or self.coordinator or self.source or self.objective)

    def matches(self, line: Line, *, but_show: bool = False) -> bool:
        wanted = self.text.casefold().split()
        said = " ".join([line.name, line.under, *line.also, *line.entry.coordinators, line.source]).casefold()
        return (
            (but_show or not self.show or shows(self.show, line))
            and all(word in said for word in wanted)
            and (not self.coordinator or self.coordinator in line.entry.coordinators)
            and (not self.source or self.source == line.source)
            and (not self.objective or self.objective == objective_of(line.entry))
        )


def shows(what: str, line: Line) -> bool:
    """Whether a line belongs under a tab. A tab that does not exist shows everything."""
    if what.startswith(NO_TARGET):
        return missing(line.entry.target(what.removeprefix(NO_TARGET)))
    return CHECKS[what](line) if what in CHECKS else True


def missing(slot: object) -> bool:
    """Nothing is known and nothing waits for a decision either."""
    return not slot.is_known and not slot.is_open  # type: ignore[attr-defined]


def has_activity(entry: Entry) -> bool:
    return any(row.key_activity_id for row in entry.rows)


CHECKS: dict[str, Callable[[Line], bool]] = {
    CONFLICT: lambda line: bool(line.conflicts),
    UNREAD: lambda line: bool(line.unread),
    NO_BASELINE: lambda line: missing(line.entry.baseline),
    NO_COORDINATOR: lambda line: not line.entry.coordinators and has_activity(line.entry),
    NO_DIRECTION: lambda line: not line.entry.indicator.direction,
    FINDING: lambda line: bool(line.findings),
    QUARTERS: lambda line: any(one.state == "bad" for one in quarter_checks(line.entry, line.years)),
}


def lines(register: Register, scales: Iterable[Scale], findings: Mapping[str, int] | None = None) -> list[Line]:
    """`findings` are the numbers of live findings by the key of the indicator."""
    by_code = {scale.code: scale for scale in scales}
    return [_line(entry, register.years, by_code, findings or {}) for entry in register.entries]


def _line(entry: Entry, years: tuple[str, ...], scales: Mapping[str, Scale], findings: Mapping[str, int]) -> Line:
    scale = scales.get(entry.indicator.scale_code)
    owners = list(dict.fromkeys(entry.owners))
    under = next((one for one in owners if isinstance(one, KeyActivity)), None)
    also = [one for one in owners[1:] if one != under and owner_words(one) != objective_of(entry)]
    return Line(
        entry=entry,
        under=str(under or ""),
        also=tuple(owner_words(one) for one in also),
        baseline=slot_view(entry, entry.baseline),
        targets=tuple(slot_view(entry, entry.target(year)) for year in years),
        bullet=bullet(entry, years, scale),
        grade=grade(entry, years, scale),
        source=entry.indicator.source,
        years=years,
        findings=findings.get(str(entry.indicator.key), 0),
    )


def objective_of(entry: Entry) -> str:
    """The title of the group that it stands in."""
    for row in entry.rows:
        match row.goal or row.objective or row.key_activity or row.theme:
            case Goal() | Theme() as owner:
                return owner_words(owner)
            case Objective() as owner:
                return owner_words(owner)
            case KeyActivity() as owner:
                if owner.objective is not None:
                    return owner_words(owner.objective)
                if owner.objective_printed:
                    return owner.objective_printed
                return gettext("Kegiatan utama tanpa sasaran")
    return gettext("Belum dikaitkan")


def grouped(listed: Sequence[Line], order: str) -> list[Group]:
    """By goal, objective and theme as the plan has them; one group without a title under another order."""
    if order == "nama":
        return [Group("", sorted(listed, key=lambda line: line.name.casefold()))] if listed else []
    if order == "target":
        return [Group("", sorted(listed, key=_way))] if listed else []
    if order == "isian":
        return [Group("", sorted(listed, key=lambda line: -_gaps(line)))] if listed else []
    groups: dict[str, Group] = {}
    for line in listed:
        title = objective_of(line.entry)
        groups.setdefault(title, Group(title)).lines.append(line)
    return list(groups.values())


def _way(line: Line) -> tuple[bool, Decimal]:
    """How far the last target is from the baseline, the farthest first; unknown ways last."""
    numbers = [view.slot.reading.value for view in line.targets if view.slot.reading and view.slot.reading.value]
    start = line.baseline.slot.reading.value if line.baseline.slot.reading else None
    if not numbers or not start:
        return True, Decimal(0)
    return False, -abs((numbers[-1] - start) / start)


def _gaps(line: Line) -> int:
    return sum(1 for view in (line.baseline, *line.targets) if view.state in ("missing", "open"))


def tabs(listed: Sequence[Line], years: Sequence[str]) -> list[Tab]:
    """All of them first; one that would show nothing is left out, but for the two that everybody asks for."""
    wanted = [
        ("", gettext("Semua")),
        (CONFLICT, gettext("Bertentangan")),
        (UNREAD, gettext("Tidak terbaca")),
        (NO_BASELINE, gettext("Tanpa baseline")),
        *((f"{NO_TARGET}{year}", gettext("Tanpa target %(year)s") % {"year": year}) for year in years),
        (NO_COORDINATOR, gettext("Tanpa koordinator")),
        (NO_DIRECTION, gettext("Tanpa arah")),
        (QUARTERS, gettext("Triwulan tidak cocok")),
        (FINDING, gettext("Dengan temuan")),
    ]
    counted = [Tab(value, label, sum(1 for line in listed if shows(value, line))) for value, label in wanted]
    return [tab for tab in counted if tab.count or tab.value in ("", CONFLICT, NO_BASELINE)]


def choices(listed: Sequence[Line]) -> dict[str, list[str]]:
    """What the filters offer, in order."""
    return {
        "coordinators": sorted({name for line in listed for name in line.entry.coordinators}, key=str.casefold),
        "sources": sorted({line.source for line in listed if line.source}, key=str.casefold),
        "objectives": list(dict.fromkeys(objective_of(line.entry) for line in listed)),
    }


def summary(listed: Sequence[Line], years: Sequence[str]) -> str:
    """ "24 indikator. 3 bertentangan, 4 belum punya baseline, 2 belum punya target 2023." """
    whole = ngettext("%(count)d indikator", "%(count)d indikator", len(listed)) % {"count": len(listed)}
    named = (CONFLICT, NO_BASELINE, *(f"{NO_TARGET}{year}" for year in years))
    counts = {value: sum(1 for line in listed if shows(value, line)) for value in named}
    parts = []
    if count := counts.get(CONFLICT):
        parts.append(ngettext("%(count)d bertentangan", "%(count)d bertentangan", count) % {"count": count})
    if count := counts.get(NO_BASELINE):
        text = ngettext("%(count)d belum punya baseline", "%(count)d belum punya baseline", count)
        parts.append(text % {"count": count})
    for year in years:
        if count := counts.get(f"{NO_TARGET}{year}"):
            text = ngettext("%(count)d belum punya target %(year)s", "%(count)d belum punya target %(year)s", count)
            parts.append(text % {"count": count, "year": year})
    if not parts:
        return gettext("%(whole)s, semuanya punya baseline dan target.") % {"whole": whole} if listed else f"{whole}."
    return f"{whole}. {', '.join(parts)}."
