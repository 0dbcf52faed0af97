"""What the year came to for each theme: its indicators against their target and their baseline, as the points of the
evaluation of a year have them. What nobody measured stays unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from petajalan.calc.evaluation import Movement
from petajalan.evaluation.choices import PointPart
from petajalan.evaluation.display.facts import MOVED
from petajalan.evaluation.models import EvaluationPoint


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One indicator of a theme. `reached`: its target; `None` while that is not known."""

    point: EvaluationPoint
    baseline: str
    target: str
    actual: str
    achievement: str
    reached: bool | None
    words: str
    provisional: bool
    simulated: bool

    @property
    def figures(self) -> tuple[str, str, str, str]:
        return self.baseline, self.target, self.actual, self.achievement


@dataclass(frozen=True, slots=True)
class ThemeImpact:
    name: str
    rows: Sequence[ImpactRow]
    words: str


def impact_of(points: Iterable[EvaluationPoint]) -> list[ThemeImpact]:
    """In the order of the plan. An indicator of two themes stands under both."""
    found: dict[str, list[ImpactRow]] = defaultdict(list)
    moved: dict[str, list[str]] = defaultdict(list)
    for point in points:
        if point.part != PointPart.TARGET:
            continue
        for theme in point.basis.get("themes", ()):
            found[theme].append(_row(point, point.basis))
            moved[theme].append(point.basis["moved"])
    return [ThemeImpact(name, rows, _told(rows, moved[name])) for name, rows in found.items()]


def _row(point: EvaluationPoint, basis: Mapping[str, Any]) -> ImpactRow:
    known = "target" in basis
    return ImpactRow(
        point, _baseline(basis), basis["target"] if known else "",
        basis["actual"] if basis["measured"] else "", basis["achievement"] if basis.get("known") else "",
        basis["reached"], _row_words(basis), bool(basis.get("provisional")), bool(basis.get("simulated")),
    )  # fmt: skip


def _baseline(basis: Mapping[str, Any]) -> str:
    year = basis["baseline_year"]
    return f"{basis['baseline']} ({year})" if basis["baseline"] and year else basis["baseline"]


def _row_words(basis: Mapping[str, Any]) -> str:
    """What was found, in a sentence."""
    if not basis["measured"]:
        return _("Belum diukur, jadi dampaknya belum diketahui.")
    went = str(MOVED[Movement(basis["moved"])]) if basis["moved"] else _("arahnya tidak dapat dibandingkan")
    target = {True: _("target tercapai"), False: _("target belum tercapai"), None: _("target belum dapat dinilai")}
    said = f"{target[basis['reached']]}, {went}."
    return said[0].upper() + said[1:]


def _told(rows: Sequence[ImpactRow], moved: Sequence[str]) -> str:
    reached = sum(one.reached is True for one in rows)
    told = {
        "reached": reached, "count": len(rows), "missed": sum(one.reached is False for one in rows),
        "unknown": sum(one.reached is None for one in rows), "better": moved.count(Movement.BETTER),
        "worse": moved.count(Movement.WORSE),
    }  # fmt: skip
    words = ngettext(
        "%(reached)d dari %(count)d indikator mencapai target, %(missed)d belum, %(unknown)d belum diketahui; "
        "%(better)d membaik dan %(worse)d memburuk sejak baseline.",
        "%(reached)d dari %(count)d indikator mencapai target, %(missed)d belum, %(unknown)d belum diketahui; "
        "%(better)d membaik dan %(worse)d memburuk sejak baseline.",
        len(rows),
    )
    return words % told
