"""What is red in a quarter, and why: the obstacles and solutions that units wrote in accepted reports."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F

from petajalan.reporting.choices import DecisionState, LineState, SubjectKind
from petajalan.reporting.models import ForumDecision, ProgressLine
from petajalan.reporting.queries.achievement import Achieved, Quarter

REPORT = ("report__year", "report__month", "report__unit__name", "report__unit__short_name")
BAD = "bad"  # the colour of the classes "rendah" and "sangat rendah"


@dataclass(frozen=True, slots=True)
class Cause:
    """What units gave as the cause, and what they do about it; several often say the same. `lines` are theirs."""

    obstacle: str
    solution: str
    lines: tuple[ProgressLine, ...]


@dataclass(frozen=True, slots=True)
class Red:
    """One indicator or action whose class is low.

    causes     from accepted lines of the action, or of the actions of the indicator; those of most units first
    decisions  what a forum decided about one of these actions and nobody has found done
    """

    one: Achieved
    causes: tuple[Cause, ...]
    decisions: tuple[ForumDecision, ...]


def reds(quarter: Quarter) -> list[Red]:
    """Indicators first, the lowest first; then actions whose indicator is not red itself. Two queries."""
    indicators = _low(quarter, SubjectKind.INDICATOR)
    actions = _low(quarter, SubjectKind.ACTION)
    below = {one.subject.key: quarter.below(SubjectKind.ACTION, _key(one)) for one in indicators}
    covered = {one.subject.key for listed in below.values() for one in listed}
    others = [one for one in actions if one.subject.key not in covered]
    asked = {one.subject.action.pk for of in (*below.values(), others) for one in of if one.subject.action}
    lines, decisions = _lines(quarter, asked), _decisions(quarter, asked)

    def red(one: Achieved, of: list[Achieved]) -> Red:
        keys = [action.subject.action.pk for action in of if action.subject.action]
        return Red(
            one,
            _causes([line for key in keys for line in lines[key]]),
            tuple(made for key in keys for made in decisions[key]),
        )

    return [*(red(one, below[one.subject.key]) for one in indicators), *(red(one, [one]) for one in others)]


def _low(quarter: Quarter, kind: SubjectKind) -> list[Achieved]:
    found = [one for one in quarter.kind(kind) if one.band and one.band.colour == BAD and one.row.percent is not None]
    return sorted(found, key=lambda one: one.row.percent or 0)


def _causes(lines: list[ProgressLine]) -> tuple[Cause, ...]:
    found: dict[tuple[str, str], list[ProgressLine]] = defaultdict(list)
    for line in lines:
        found[line.obstacle, line.solution].append(line)
    causes = [Cause(obstacle, solution, tuple(of)) for (obstacle, solution), of in found.items()]
    return tuple(sorted(causes, key=lambda one: -len(one.lines)))


def _key(one: Achieved) -> tuple[str, str]:
    return (one.subject.kind, one.subject.key)


def _lines(quarter: Quarter, actions: set[int]) -> dict[int, list[ProgressLine]]:
    """The newest line of each unit with an obstacle."""
    first = quarter.quarter * 3 - 2
    rows = (
        ProgressLine.objects.filter(
            agency=quarter.agency, action__in=actions, state=LineState.ACCEPTED, report__year=quarter.year,
            report__month__range=(first, first + 2),
        )
        .exclude(obstacle="")
        .select_related("report__unit")
        .only("action", "obstacle", "solution", *REPORT)
        .order_by("-report__month", "report__unit__name")
    )  # fmt: skip
    found: dict[int, list[ProgressLine]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for line in rows:
        if (line.action_id, line.report.unit_id) not in seen:
            seen.add((line.action_id, line.report.unit_id))
            found[line.action_id].append(line)
    return found


def _decisions(quarter: Quarter, actions: set[int]) -> dict[int, list[ForumDecision]]:
    rows = ForumDecision.objects.filter(
        agency=quarter.agency, item__action__in=actions, state__in=[DecisionState.OPEN, DecisionState.REPORTED]
    ).select_related("forum", "owner_unit", "owner_position__unit")
    found: dict[int, list[ForumDecision]] = defaultdict(list)
    for row in rows.annotate(action=F("item__action")).order_by("due", "pk"):
        found[row.action].append(row)
    return found
