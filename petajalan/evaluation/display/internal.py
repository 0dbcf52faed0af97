"""An evaluation of a year as its pages and its print show it: by plan before the year, by part after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.calc.evaluation import Conformity, Judgement, conformity
from petajalan.evaluation.choices import AspectChoice, CriterionChoice, EvaluationKind, PointPart
from petajalan.evaluation.display.facts import Facts, facts_of
from petajalan.evaluation.display.impact import ThemeImpact, impact_of
from petajalan.evaluation.models import Evaluation, EvaluationPoint, Waiver
from petajalan.evaluation.queries.points import NOT_FOR_THEM, PointLeave

# What each part calls its two judgements.
WORDS = {
    PointPart.ASPECT: (gettext_lazy("Sesuai"), gettext_lazy("Tidak sesuai")),
    PointPart.TARGET: (gettext_lazy("Tercapai"), gettext_lazy("Tidak tercapai")),
    PointPart.EFFECT: (gettext_lazy("Efektif"), gettext_lazy("Tidak efektif")),
    PointPart.MANAGEMENT: (gettext_lazy("Memadai"), gettext_lazy("Belum memadai")),
}
ROAD_MAP = "road-map"
PARTS = {PointPart.TARGET: "target", PointPart.EFFECT: "rencana", PointPart.MANAGEMENT: "pengelolaan"}


@dataclass(frozen=True, slots=True)
class PointShown:
    """name, under  what it is about, and within which plan, where that is not said above it
    options      code and words of the two judgements
    words        of the one that stands; "" where nobody judged
    proposal     what the data suggest where nobody has judged, in words"""

    point: EvaluationPoint
    name: str
    options: Sequence[tuple[str, str]]
    words: str
    proposal: str
    facts: Facts
    leave: PointLeave = NOT_FOR_THEM

    @property
    def waivers(self) -> list[Waiver]:
        return [one.waiver for one in self.point.waivers.all()]


@dataclass(frozen=True, slots=True)
class Group:
    """Points that are judged on one page."""

    code: str
    name: str
    points: Sequence[PointShown]
    count: Conformity

    @property
    def deviating(self) -> int:
        return self.count.judged - self.count.conforming

    @property
    def percent(self) -> Decimal | None:
        return self.count.percent

    @property
    def warnings(self) -> int:
        return sum(bool(one.facts.warnings) for one in self.points)


@dataclass(frozen=True, slots=True)
class InternalPage:
    """of_aspects  over all plans, of each aspect; none of a year that ended"""

    evaluation: Evaluation
    title: str
    groups: Sequence[Group]
    of_aspects: Sequence[tuple[str, Conformity]]
    late: bool | None = None

    @property
    def points(self) -> list[PointShown]:
        return [one for group in self.groups for one in group.points]

    @property
    def count(self) -> Conformity:
        return _count(one.point for one in self.points)

    @property
    def deviating(self) -> int:
        return self.count.judged - self.count.conforming

    @property
    def waivers(self) -> list[Waiver]:
        return list({one.pk: one for point in self.points for one in point.waivers}.values())

    @property
    def warned(self) -> list[PointShown]:
        return [one for one in self.points if one.facts.warnings]

    @property
    def impact(self) -> list[ThemeImpact]:
        """By theme; none before the year."""
        return impact_of(one.point for one in self.points)

    def group(self, code: str) -> Group | None:
        return next((one for one in self.groups if one.code == code), None)


def title_of_year(kind: str, year: int) -> str:
    if kind == EvaluationKind.EX_ANTE:
        return _("Evaluasi ex-ante %(year)s") % {"year": year}
    return _("Evaluasi tahunan %(year)s") % {"year": year}


def internal_page(
    evaluation: Evaluation, points: Iterable[EvaluationPoint], leaves: dict[int, PointLeave] | None = None,
    *, late: bool | None = None,
) -> InternalPage:  # fmt: skip
    """The points were read with `with_waivers`, in order."""
    shown = [point_shown(one, (leaves or {}).get(one.pk, NOT_FOR_THEM)) for one in points]
    codes = list(dict.fromkeys(group_code(one.point) for one in shown))
    groups = [_group(code, [one for one in shown if group_code(one.point) == code]) for code in codes]
    aspects = [
        (str(label), _count(one.point for one in shown if one.point.code == code))
        for code, label in AspectChoice.choices
        if evaluation.kind == EvaluationKind.EX_ANTE
    ]
    return InternalPage(evaluation, title_of_year(evaluation.kind, evaluation.year), groups, aspects, late)


def group_code(point: EvaluationPoint) -> str:
    if point.part == PointPart.ASPECT:
        return f"rencana-{point.plan_id}" if point.plan_id else ROAD_MAP
    return PARTS[PointPart(point.part)]


def point_shown(point: EvaluationPoint, leave: PointLeave = NOT_FOR_THEM) -> PointShown:
    part = PointPart(point.part)
    options = [(Judgement.CONFORMS.value, str(WORDS[part][0])), (Judgement.DEVIATES.value, str(WORDS[part][1]))]
    facts = facts_of(point)
    words = dict(options)
    proposal = "" if point.judgement or facts.proposal is None else words[_code(facts.proposal)]
    return PointShown(point, _name(point), options, words.get(point.judgement, ""), proposal, facts, leave)


def _name(point: EvaluationPoint) -> str:
    if point.part == PointPart.ASPECT:
        return str(AspectChoice(point.code).label)
    return str(CriterionChoice(point.code).label) if point.part == PointPart.MANAGEMENT else point.name


def _group(code: str, shown: list[PointShown]) -> Group:
    first = shown[0].point
    name = str(PointPart(first.part).label)
    if first.part == PointPart.ASPECT:
        name = first.name if first.plan_id else _("Road map seutuhnya")
    return Group(code, name, shown, _count(one.point for one in shown))


def _count(points: Iterable[EvaluationPoint]) -> Conformity:
    return conformity(Judgement(one.judgement) if one.judgement else None for one in points)


def _code(proposed: bool) -> str:
    return (Judgement.CONFORMS if proposed else Judgement.DEVIATES).value
