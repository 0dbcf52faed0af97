"""What the answers of a satisfaction survey come to: a mean for each element, and their weighted index.

Source: Permen PANRB 14/2017, the survey of public satisfaction (SKM). The mean of an element is the sum of its answers
over how many answered it; the index is the weighted mean of those means, all weights alike, times 25. What was not
answered is left out and counted, never 0; an element that nobody answered leaves the base, which is then stated
("8 dari 9 unsur": a rule of this application). Sums and counts add up over units of service, so that the index of an
agency is computed over all answers and never averages averages.

Exact fractions until the end: thirds and sevenths that add up to 65 are 65, which is a class of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Element:
    """One of the things that people are asked about. Weights are relative: nine equal ones are a ninth each."""

    code: str
    name: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """What is asked in the years `first_year`..`last_year` (open when `None`), and how answers become an index.

    low, high  the worst and the best answer
    factor     what the weighted mean is multiplied by
    scale      code of the scale that gives the index its class
    """

    first_year: int | None
    last_year: int | None
    elements: tuple[Element, ...]
    low: int
    high: int
    factor: Decimal
    scale: str
    source: str
    confidence: str

    def covers(self, year: int) -> bool:
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one element: their sum, and how many they are."""

    total: int = 0
    count: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.total + other.total, self.count + other.count)

    @property
    def mean(self) -> Decimal | None:
        return _decimal(Fraction(self.total, self.count)) if self.count else None


@dataclass(frozen=True, slots=True)
class ElementMean:
    """An element with its mean on the scale of the answers, and as the index is written (times the factor).

    share  its part of the weights of the elements that somebody answered; `None` where nobody answered it
    """

    element: Element
    tally: Tally
    mean: Decimal | None
    converted: Decimal | None
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """weighted  the weighted mean on the scale of the answers
    index     the same times the factor; both `None` where nobody answered anything
    """

    questionnaire: Questionnaire
    elements: tuple[ElementMean, ...]
    weighted: Decimal | None
    index: Decimal | None

    @property
    def asked(self) -> int:
        """How many elements somebody answered: the base of the index."""
        return sum(one.mean is not None for one in self.elements)

    @property
    def ranked(self) -> tuple[ElementMean, ...]:
        """The known elements, the best first; of equal ones that which is asked first."""
        known = [one for one in self.elements if one.tally.count]
        return tuple(sorted(known, key=lambda one: -Fraction(one.tally.total, one.tally.count)))

    @property
    def stated(self) -> Decimal | None:
        """The index as it is handed on: cut after four places. Cutting keeps its class, whose bounds have two places,
        and what it is rounded to for reading."""
        return None if self.index is None else self.index.quantize(PLACES, ROUND_FLOOR)


def tallied(questionnaire: Questionnaire, responses: Iterable[Mapping[str, int | None]]) -> dict[str, Tally]:
    """The answers added up by element. Raises `ValueError` for one that is not on the scale of the answers."""
    found = {one.code: Tally() for one in questionnaire.elements}
    for response in responses:
        for code in found:
            answer = response.get(code)
            if answer is None:
                continue
            if not questionnaire.low <= answer <= questionnaire.high:
                raise ValueError(f"{code}: {answer} is not an answer from {questionnaire.low} to {questionnaire.high}")
            found[code] += Tally(answer, 1)
    return found


def together(tallies: Iterable[Mapping[str, Tally]]) -> dict[str, Tally]:
    """The answers of several surveys as if they were one."""
    found: dict[str, Tally] = {}
    for one in tallies:
        for code, tally in one.items():
            found[code] = found.get(code, Tally()) + tally
    return found


def satisfaction(questionnaire: Questionnaire, tallies: Mapping[str, Tally]) -> Satisfaction:
    known = {one.code: tally for one in questionnaire.elements if (tally := tallies.get(one.code, Tally())).count}
    base = sum((Fraction(one.weight) for one in questionnaire.elements if one.code in known), Fraction(0))
    factor = Fraction(questionnaire.factor)
    rows, weighted = [], Fraction(0)
    for element in questionnaire.elements:
        tally = known.get(element.code, Tally())
        if not tally.count:
            rows.append(ElementMean(element, tally, None, None, None))
            continue
        mean, share = Fraction(tally.total, tally.count), Fraction(element.weight) / base
        weighted += mean * share
        rows.append(ElementMean(element, tally, _decimal(mean), _decimal(mean * factor), _decimal(share)))
    if not known:
        return Satisfaction(questionnaire, tuple(rows), None, None)
    return Satisfaction(questionnaire, tuple(rows), _decimal(weighted), _decimal(weighted * factor))


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
