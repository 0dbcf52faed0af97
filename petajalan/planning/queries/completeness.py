"""Whether a plan has the five parts that every road map must have, and what is still open in it, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Value
from django.utils.translation import gettext as _

from petajalan.accounts.models import Team
from petajalan.planning.choices import FigureRole, RequiredPart
from petajalan.planning.models import (
    Condition,
    Goal,
    IndicatorRow,
    InterimResult,
    KeyActivity,
    Objective,
    PrintedTeam,
    RoadMap,
    SectionText,
    StrategicIssue,
    Theme,
)
from petajalan.planning.queries.composed import AGENCY, ROAD_MAP, Composed, composed
from petajalan.planning.queries.quarters import quarter_checks
from petajalan.planning.queries.register import Entry, Register, Slot, register_of

A_FEW = 3  # names in a sentence before the rest is counted


@dataclass(frozen=True, slots=True)
class Part:
    """A required part. `missing` are sentences that keep the plan from being enacted; none: the part is there."""

    code: RequiredPart
    title: str
    missing: tuple[str, ...]

    @property
    def is_there(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Gap:
    """Something open that does not keep the plan from being enacted.

    code  "baseline", "target", "quarters", "coordinator", "direction", "formula", "unit", "unreadable": what a list may
          be narrowed to; `period` is the year of a missing target
    """

    code: str
    count: int
    sentence: str
    period: str = ""


@dataclass(frozen=True)
class Completeness:
    """`conflicts` are indicators with statements that contradict each other, each in a sentence."""

    parts: tuple[Part, ...]
    conflicts: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Everything that has to be done before the plan can be enacted."""
        return tuple(sentence for part in self.parts for sentence in part.missing) + self.conflicts

    @property
    def is_complete(self) -> bool:
        return not self.missing


def completeness_of(road_map: RoadMap, register: Register | None = None) -> Completeness:
    """Two queries beside those of the register; `register` saves those when a page has read it anyway."""
    register = register or register_of(road_map)
    facts = _facts(road_map)
    rows = _rows(road_map)
    return Completeness(
        parts=(
            Part(RequiredPart.ISSUES, str(RequiredPart.ISSUES.label), tuple(_issues(facts))),
            Part(RequiredPart.GOALS, str(RequiredPart.GOALS.label), tuple(_goals(rows))),
            Part(RequiredPart.ACTIVITIES, str(RequiredPart.ACTIVITIES.label), tuple(_activities(rows, register))),
            Part(RequiredPart.THEMES, str(RequiredPart.THEMES.label), tuple(_themes(rows, register))),
            Part(RequiredPart.MANAGEMENT, str(RequiredPart.MANAGEMENT.label), tuple(_management(facts))),
        ),
        conflicts=tuple(_conflicts(register)),
        gaps=gaps_of(register),
    )


FACTS = ("issues", "issues_text", "conditions", "results", "printed_teams", "teams", "management_text")


def _facts(road_map: RoadMap) -> dict[str, bool]:
    """What is there at all, in one query."""
    (found,) = _asked().rows(road_map)
    return dict(zip(FACTS, map(bool, found), strict=True))


@lru_cache
def _asked() -> Composed:
    of: dict[str, Any] = {"agency": AGENCY, "road_map": ROAD_MAP}
    written = SectionText.objects.filter(**of, current=True).exclude(body="")
    asked = {
        "issues": StrategicIssue.objects.filter(**of),
        "issues_text": written.filter(part=RequiredPart.ISSUES),
        "conditions": Condition.objects.filter(**of),
        "results": InterimResult.objects.filter(**of),
        "printed_teams": PrintedTeam.objects.filter(**of),
        "teams": Team.objects.filter(agency=AGENCY),
        "management_text": written.filter(part=RequiredPart.MANAGEMENT),
    }
    annotated = {f"has_{name}": Exists(asked[name]) for name in FACTS}
    return composed(RoadMap.objects.filter(pk=ROAD_MAP).annotate(**annotated).values_list(*annotated))


@dataclass(frozen=True, slots=True)
class Row:
    """A goal, an objective, a key activity or a theme. `measured`: a row of a table names an indicator of it."""

    kind: str
    pk: int
    name: str
    measured: bool


_MODELS: dict[str, type[Goal] | type[Objective] | type[KeyActivity] | type[Theme]] = {
    "goal": Goal,
    "objective": Objective,
    "key_activity": KeyActivity,
    "theme": Theme,
}


def _rows(road_map: RoadMap) -> dict[str, list[Row]]:
    """The named rows of each kind in their order, in one query."""
    found: dict[str, list[Row]] = {kind: [] for kind in _MODELS}
    for _position, kind, pk, name, measured in sorted(_named_rows().rows(road_map)):
        found[kind].append(Row(kind, pk, name or "", bool(measured)))
    return found


@lru_cache
def _named_rows() -> Composed:
    parts = [
        model.objects.filter(agency=AGENCY, road_map=ROAD_MAP, name__isnull=False)
        .order_by()
        .annotate(
            kind=Value(kind, output_field=CharField()),
            measured=Exists(IndicatorRow.objects.filter(**{kind: OuterRef("pk")})),
        )
        .values_list("position", "kind", "pk", "name", "measured")
        for kind, model in _MODELS.items()
    ]
    return composed(parts[0].union(*parts[1:], all=True))


def gaps_of(register: Register) -> tuple[Gap, ...]:
    """What is open in the register, the gravest first. No query of its own."""
    entries = register.entries
    found = [
        _gap(
            "baseline",
            [one for one in entries if _is_missing(one.baseline)],
            _("%(count)d indikator belum punya baseline."),
        )
    ]
    for year in register.years:
        without = [one for one in entries if _is_missing(one.target(year))]
        found.append(_gap("target", without, _("%(count)d indikator belum punya target %(year)s."), period=year))
    unled = [one for one in entries if any(row.key_activity_id for row in one.rows) and not one.coordinators]
    undirected = [one for one in entries if not one.indicator.direction]
    unformulated = [one for one in entries if not one.indicator.formula]
    unreadable = [one for one in entries if len(one.undecided) > len(one.conflicts)]
    off = [one for one in entries if any(each.state == "bad" for each in quarter_checks(one, register.years))]
    found += [
        _gap("quarters", off, _("%(count)d indikator punya target triwulan yang tidak sampai ke target tahunnya.")),
        _gap("unreadable", unreadable, _("%(count)d indikator punya angka tercetak yang tidak dapat dipastikan.")),
        _gap("coordinator", unled, _("%(count)d indikator kegiatan utama belum punya koordinator.")),
        _gap("direction", undirected, _("%(count)d indikator belum ditentukan arahnya.")),
        _gap("formula", unformulated, _("%(count)d indikator belum punya rumus capaian.")),
    ]
    return tuple(gap for gap in found if gap.count)


def _is_missing(slot: Slot) -> bool:
    """Nothing is stated; what the print states in two ways is not missing but contested."""
    return not slot.is_known and not slot.is_open


def _gap(code: str, entries: list[Entry], sentence: str, period: str = "") -> Gap:
    return Gap(code, len(entries), sentence % {"count": len(entries), "year": period}, period)


def _issues(facts: dict[str, bool]) -> list[str]:
    missing = []
    if not facts["issues"] and not facts["issues_text"]:
        missing.append(_("Isu strategis belum ada: tambahkan isu hulu dan hilir."))
    if not facts["conditions"] and not facts["results"]:
        missing.append(_("Capaian atau kondisi awal belum ada: tambahkan kondisi saat ini."))
    return missing


def _goals(rows: dict[str, list[Row]]) -> list[str]:
    missing = []
    if not rows["goal"]:
        missing.append(_("Tujuan belum ada: tambahkan sedikitnya satu tujuan."))
    elif not any(one.measured for one in rows["goal"]):
        missing.append(_("Tujuan belum punya indikator: tambahkan indikator pada tujuan."))
    if not rows["objective"]:
        missing.append(_("Sasaran strategis belum ada: tambahkan sedikitnya satu sasaran."))
    elif without := [one.name for one in rows["objective"] if not one.measured]:
        missing.append(_("Sasaran ini belum punya indikator: %(names)s.") % {"names": named(without)})
    return missing


def _activities(rows: dict[str, list[Row]], register: Register) -> list[str]:
    activities = rows["key_activity"]
    if not activities:
        return [_("Kegiatan utama belum ada: tambahkan kegiatan utama beserta indikator dan targetnya.")]
    measured = {row.key_activity_id for one in register.entries for row in one.rows}
    aimed = {row.key_activity_id for one in register.entries if _has_target(one) for row in one.rows}
    without = [one.name for one in activities if one.pk not in measured]
    untargeted = [one.name for one in activities if one.pk in measured and one.pk not in aimed]
    missing = []
    if without:
        missing.append(_("Kegiatan utama ini belum punya indikator: %(names)s.") % {"names": named(without)})
    if untargeted:
        missing.append(_("Kegiatan utama ini belum punya target: %(names)s.") % {"names": named(untargeted)})
    return missing


def _themes(rows: dict[str, list[Row]], register: Register) -> list[str]:
    themes = rows["theme"]
    if not themes:
        return [_("Tema belum ada: tambahkan tema RB tematik beserta indikator dan targetnya.")]
    aimed = {row.theme_id for one in register.entries if _has_target(one) for row in one.rows}
    without = [one.name for one in themes if one.pk not in aimed]
    return [_("Tema ini belum punya indikator bertarget: %(names)s.") % {"names": named(without)}] if without else []


def _management(facts: dict[str, bool]) -> list[str]:
    if facts["printed_teams"] or facts["management_text"] or facts["teams"]:
        return []
    return [_("Manajemen reformasi birokrasi belum ada: tulis naskah bagian itu atau bentuk timnya.")]


def _has_target(entry: Entry) -> bool:
    return any(slot.is_known or slot.stated for (role, _period), slot in entry.slots.items() if role == "target")


def _conflicts(register: Register) -> list[str]:
    found = []
    for entry in register.entries:
        for slot in entry.conflicts:
            said = dict.fromkeys(one.printed for one in slot.stated)
            told = {
                "name": entry.indicator.name,
                "what": what_of(slot.role, slot.period),
                "said": _(" atau ").join(said),
            }
            found.append(_("%(what)s “%(name)s” tercetak %(said)s: putuskan salah satu.") % told)
    return found


def what_of(role: str, period: str) -> str:
    """ "Target 2024", "Baseline"."""
    label = str(FigureRole(role).label)
    return f"{label} {period}" if period else label


def named(names: list[str]) -> str:
    """The first few names, and how many more."""
    shown = ", ".join(f"“{name}”" for name in names[:A_FEW])
    rest = len(names) - A_FEW
    return shown if rest <= 0 else _("%(names)s, dan %(rest)d lainnya") % {"names": shown, "rest": rest}
