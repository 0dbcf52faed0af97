"""An index as its page shows it: its class with source, a bar for each element, the steps behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from petajalan.calc.numbers import rounded
from petajalan.calc.satisfaction import ElementMean, Satisfaction
from petajalan.calc.scales import classify
from petajalan.catalogue.display import words as scale_words
from petajalan.common.templatetags.petajalan import num
from petajalan.surveys.queries.results import Outcome

FEW = 3  # the best and the worst elements that a page names


@dataclass(frozen=True, slots=True)
class ElementRow:
    """width  of its bar in percent, as a drawing takes it; "" where nobody answered"""

    code: str
    name: str
    total: int
    count: int
    mean: str
    converted: str
    share: str
    width: str
    colour: str
    grade: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """index  in words, rounded to two places here; "" where there is none"""

    outcome: Outcome
    index: str
    weighted: str
    factor: str
    letter: str
    label: str
    colour: str
    band: str
    source: str
    confidence: str
    unconfirmed: bool
    asked: int
    elements: list[ElementRow]
    best: list[ElementRow]
    worst: list[ElementRow]
    sentence: str

    @property
    def of(self) -> int:
        return len(self.elements)


def result_view(outcome: Outcome) -> ResultView | None:
    """`None` where nobody knows what was asked in that year."""
    result = outcome.result
    if result is None:
        return None
    rows = {one.element.code: _row(one, outcome) for one in result.elements}
    ranked = [rows[one.element.code] for one in result.ranked]
    # No element is among the best and the worst at once.
    most = min(FEW, len(ranked) // 2)
    best, worst = ranked[:most], ranked[::-1][:most]
    grade = outcome.grade
    band = grade.band if grade else None
    return ResultView(
        outcome=outcome,
        index=_two(result.index),
        weighted=_four(result.weighted),
        factor=num(result.questionnaire.factor),
        letter=(band.letter or "") if band else "",
        label=band.label if band else "",
        colour=(band.colour or "mute") if band else "mute",
        band=scale_words.band(band) if band else "",
        source=grade.classification.source if grade else result.questionnaire.source,
        confidence=grade.classification.confidence if grade else result.questionnaire.confidence,
        unconfirmed=bool(grade and scale_words.is_unconfirmed(grade.classification.confidence)),
        asked=result.asked,
        elements=list(rows.values()),
        best=best,
        worst=worst,
        sentence=_sentence(result, best, worst),
    )


def _row(one: ElementMean, outcome: Outcome) -> ElementRow:
    found = (
        classify(outcome.scale, one.converted, outcome.year) if outcome.scale and one.converted is not None else None
    )
    return ElementRow(
        code=one.element.code.upper(),
        name=one.element.name,
        total=one.tally.total,
        count=one.tally.count,
        mean=_two(one.mean),
        converted=_two(one.converted),
        share=_four(one.share),
        width="" if one.converted is None else f"{one.converted:.2f}",
        colour=(found.band.colour or "mute") if found else "mute",
        grade=scale_words.band_name(found.band) if found else "",
    )


def _sentence(result: Satisfaction, best: list[ElementRow], worst: list[ElementRow]) -> str:
    if result.index is None:
        return _("Belum ada jawaban.")
    if not best:
        return _("Indeks %(index)s.") % {"index": _two(result.index)}
    return _("Indeks %(index)s. Tertinggi: %(best)s (%(high)s). Terendah: %(worst)s (%(low)s).") % {
        "index": _two(result.index), "best": best[0].name, "high": best[0].converted, "worst": worst[0].name,
        "low": worst[0].converted,
    }  # fmt: skip


def _two(value: Decimal | None) -> str:
    return "" if value is None else num(rounded(value, 2), 2)


def _four(value: Decimal | None) -> str:
    return "" if value is None else num(rounded(value, 4), 4)
