"""Key activities: the row of the priority table and the row of the targets table that name the same one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from petajalan.calc.numbers import State
from petajalan.calc.priority import Scored, ScoringFactor, prioritise
from petajalan.regulation.data import Factor, Figure, KeyActivity, Printed
from petajalan.regulation.recognise.activities import TargetRow
from petajalan.regulation.recognise.names import CLEAR, CLOSE, plain, similarity
from petajalan.regulation.recognise.priorities import PriorityRow

MOST_COMPARED = 100_000  # pairs of names compared letter by letter; beyond it only equal words are joined


def key_activities(
    factors: Sequence[Factor], priorities: Sequence[PriorityRow], targets: Sequence[TargetRow]
) -> tuple[KeyActivity, ...]:
    """In the order of the priority table, then what only the targets table names."""
    partners = match([row.name.text for row in priorities], [row.name.text for row in targets])
    positions = _positions(targets)
    computed = _computed(factors, priorities)
    joined = []
    for at, row in enumerate(priorities):
        partner = partners.get(at)
        target = None if partner is None else targets[partner]
        position = None if partner is None else positions[partner]
        joined.append(_activity(row, target, *computed[at], position))
    alone = [at for at in range(len(targets)) if at not in partners.values()]
    return (*joined, *(_only_targets(targets[at], positions[at]) for at in alone))


def match(names: Sequence[str], others: Sequence[str]) -> dict[int, int]:
    """Which of `others` is each of `names`: the same words, else clearly the closest spelling. One to one."""
    places: dict[str, list[int]] = {}
    for other, words in enumerate(others):
        places.setdefault(plain(words), []).append(other)
    pairs: dict[int, int] = {}
    for at, name in enumerate(names):
        if same := places.get(plain(name)):
            pairs[at] = same.pop(0)
    rest = [at for at in range(len(names)) if at not in pairs]
    free = sorted(other for left in places.values() for other in left)
    if len(rest) * len(free) <= MOST_COMPARED:
        pairs |= _closest(names, others, rest, free)
    return pairs


def _closest(names: Sequence[str], others: Sequence[str], rest: Sequence[int], free: Sequence[int]) -> dict[int, int]:
    """Pairs that are close, and closer than any other pair that either of the two could make."""
    close = [(similarity(names[at], others[other]), at, other) for at in rest for other in free]
    close = sorted((pair for pair in close if pair[0] >= CLOSE - CLEAR), reverse=True)
    best: dict[tuple[str, int], list[float]] = {}
    for value, at, other in close:
        best.setdefault(("name", at), []).append(value)
        best.setdefault(("other", other), []).append(value)
    return {
        at: other
        for value, at, other in close
        if value >= CLOSE and all(_is_clear(best[side], value) for side in (("name", at), ("other", other)))
    }


def _is_clear(values: Sequence[float], value: float) -> bool:
    return value == values[0] and (len(values) == 1 or value - values[1] >= CLEAR)


def _positions(targets: Sequence[TargetRow]) -> list[int | None]:
    """The printed numbers of the targets table; none of them when they start again in each group."""
    numbers = [_ordinal(row.number) for row in targets]
    known = [number for number in numbers if number is not None]
    return numbers if len(set(known)) == len(known) else [None] * len(targets)


def _ordinal(number: Printed | None) -> int | None:
    text = number.text.strip(" .)") if number else ""
    return int(text) if text.isdecimal() else None


def _computed(factors: Sequence[Factor], rows: Sequence[PriorityRow]) -> list[tuple[Decimal | None, int | None]]:
    """Total and rank of each row."""
    scoring = [
        ScoringFactor(factor.code, factor.low, factor.high, Decimal(1) if factor.weight is None else factor.weight)
        for factor in factors
    ]
    if not scoring:
        return [(None, None)] * len(rows)
    scored = [
        Scored({code: _score(figure) for code, figure in row.scores.items()}, row.standing.mandatory) for row in rows
    ]
    return [(priority.total, priority.rank) for priority in prioritise(scoring, scored)]


def _score(figure: Figure) -> Decimal | None:
    return figure.reading.value if figure.reading.state is State.SET else None


def _activity(
    row: PriorityRow, target: TargetRow | None, total: Decimal | None, rank: int | None, position: int | None
) -> KeyActivity:
    standing = row.standing
    says = target.standing if target is not None and standing.mandatory is None else standing
    printed = _ordinal(row.rank)
    number = target.number if target else None
    return KeyActivity(
        name=row.name,
        target_name=target.name if target else None,
        objective=standing.objective or (target.standing.objective if target else None),
        mandatory=says.mandatory,
        scores=row.scores,
        total_printed=row.total,
        total=total,
        rank_printed=printed if row.rank else position,
        rank=rank,
        indicators=target.indicators if target else (),
        number=row.number,
        target_number=number,
        mandatory_from=says.mandatory_from,
        rank_place=row.rank.place if row.rank else number.place if number and position is not None else None,
        mean_printed=row.mean,
    )


def _only_targets(target: TargetRow, position: int | None) -> KeyActivity:
    return KeyActivity(
        name=target.name,
        target_name=target.name,
        objective=target.standing.objective,
        mandatory=target.standing.mandatory,
        scores={},
        total_printed=None,
        total=None,
        rank_printed=position,
        rank=None,
        indicators=target.indicators,
        target_number=target.number,
        mandatory_from=target.standing.mandatory_from,
        rank_place=target.number.place if target.number and position is not None else None,
    )
