"""Arithmetic in the running text: a stated rise or fall against the two values it lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import Amount, Sentence, amounts, sentences
from petajalan.regulation.findings.wording import number
from petajalan.regulation.reference import Reference

WRONG_DIFFERENCE = Code(
    "wrong_difference",
    Severity.ERROR,
    Words(
        "Selisih atau persentase perubahan di teks tidak sesuai dengan kedua nilai yang disebut.",
        "A difference or percentage of change in the text does not follow from the two values given.",
    ),
    Words(
        "“Turun 0,5 persen” dari 12.000 jiwa menjadi 11.000 jiwa, padahal 8,33 persen.",
        "“Fell by 0.5 percent” from 12,000 people to 11,000, though that is 8.33 percent.",
    ),
)
PERCENT_FOR_POINTS = Code(
    "percent_for_points",
    Severity.NOTE,
    Words(
        "Selisih dua persentase disebut persen, padahal poin persen.",
        "The difference of two percentages is called percent although it is percentage points.",
    ),
    Words("“Turun 0,60% dari 10,14% menjadi 9,54%”.", "“Fell by 0.60% from 10.14% to 9.54%”."),
)
SLACK = Decimal("0.03")  # of the stated change, where the text says "about"
WHOLE_PERCENT = Decimal("0.5")  # "33 persen" may be 33.4
_FALL = r"menurun\w*|turun\w*|penurunan|berkurang"
_RISE = r"naik|menaik\w*|kenaikan|meningkat\w*|peningkatan|bertambah|tumbuh"
_CHANGE = re.compile(rf"\b(?:(?P<fall>{_FALL})|(?P<rise>{_RISE})|selisih\w*)\b(?P<between>[^.;%]{{0,60}})$", re.I)
_LEVEL = re.compile(r"\b(?:menjadi|hingga|mencapai|sampai|ke|pada angka|di angka|dari)\b|\d", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:sekitar|kurang lebih|hampir|lebih dari)\b", re.IGNORECASE)
_FROM = re.compile(r"\bdari\b", re.IGNORECASE)
_TO = re.compile(r"\b(?:menjadi|hingga|ke|sampai)\b", re.IGNORECASE)
_COMPARED = re.compile(r"\bdibanding\w*", re.IGNORECASE)
_THEN = re.compile(r"^\W*(?:saat itu|ketika itu|waktu itu|pada tahun itu|tahun itu|pada saat itu)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """An amount, the words since the amount before it, and its sentence; `at` counts sentences within the block."""

    amount: Amount
    phrase: str
    sentence: Sentence
    at: int


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change and the two values it should lie between; `way` is 1 for a rise, -1 for a fall, else 0."""

    stated: Said
    before: Said
    after: Said
    way: int

    @property
    def printed(self) -> tuple[str, str, str]:
        return self.stated.amount.printed, self.before.amount.printed, self.after.amount.printed

    @property
    def places(self) -> list[Place]:
        """The sentences, each once."""
        return list(dict.fromkeys(said.sentence.place for said in (self.stated, self.before, self.after)))


def wrong_difference(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for _, group in groupby(sentences(data.document), key=lambda sentence: sentence.block):
        said = list(_said(list(group)))
        for at in range(len(said)):
            change = _change(said, at)
            if change is not None:
                yield from _judged(change)


def _said(block: Sequence[Sentence]) -> Iterator[Said]:
    for at, sentence in enumerate(block):
        start = 0
        for amount in amounts(sentence.text):
            yield Said(amount, sentence.text[start : amount.start], sentence, at)
            start = amount.end


def _change(said: Sequence[Said], at: int) -> Change | None:
    """The change stated at a position, when the text also gives the values before and after it."""
    verb = _CHANGE.search(said[at].phrase)
    if verb is None or _LEVEL.search(verb["between"]):
        return None
    way = -1 if verb["fall"] else 1 if verb["rise"] else 0
    ends = _from_to(said, at) or _compared(said, at)
    return Change(said[at], *ends, way) if ends else None


def _from_to(said: Sequence[Said], at: int) -> tuple[Said, Said] | None:
    """ "turun 0,6 dari 10,1 menjadi 9,5", or the same with the change last."""
    for first in (at + 1, at - 2):
        if first < 0 or first + 1 >= len(said):
            continue
        old, new = said[first], said[first + 1]
        together = old.at == new.at == said[at].at and old.amount.unit == new.amount.unit
        if together and _FROM.search(old.phrase) and _TO.search(new.phrase):
            return old, new
    return None


def _compared(said: Sequence[Said], at: int) -> tuple[Said, Said] | None:
    """ "sebesar 0,93 atau turun 0,22 poin dibanding 2021 yang mencapai 1,15"; the base may open the next sentence."""
    stated = said[at]
    rest = stated.sentence.text[stated.amount.end :]
    if not _COMPARED.search(rest) or at + 1 >= len(said):
        return None
    base = said[at + 1]
    next_one = base.at == stated.at + 1 and _THEN.match(base.sentence.text)
    if not (next_one or (base.at == stated.at and _COMPARED.search(base.phrase))):
        return None
    earlier = [one for one in said[:at] if one.at >= stated.at - 1 and one.amount.unit == base.amount.unit]
    return (base, earlier[-1]) if earlier else None


def _judged(change: Change) -> Iterator[Finding]:
    stated, old, new = change.stated.amount, change.before.amount, change.after.amount
    difference, doubt = new.value - old.value, _half(old) + _half(new)
    if stated.unit == "percent" and old.unit == "percent" and _fits(change, difference, doubt):
        yield _points(change)
        return
    unit = Words("", "")
    if stated.unit == "percent":
        if not old.value:
            return
        share = Decimal(100) / abs(old.value)
        doubt = share * (doubt + abs(difference) * _half(old) / abs(old.value))
        difference, unit = difference * share, Words(" persen", " percent")
    if not _fits(change, difference, doubt):
        yield _wrong(change, difference, unit)


def _fits(change: Change, computed: Decimal, doubt: Decimal) -> bool:
    """Whether the stated change is the computed one, as far as the decimals of the three amounts go, and in its way."""
    stated = change.stated.amount
    slack = SLACK * stated.value if _ABOUT.search(change.stated.phrase[-25:]) else Decimal(0)
    whole = WHOLE_PERCENT if stated.unit == "percent" and stated.value == stated.value.to_integral_value() else 0
    close = abs(stated.value - abs(computed)) <= max(_half(stated), slack, doubt, whole)
    return close and change.way * computed >= 0


def _half(amount: Amount) -> Decimal:
    """Half a unit of the last printed digit: what rounding may hide in "Rp 1,25 triliun". Plain counts are exact."""
    digits = re.search(r"\d[\d.]*(?:,(?P<decimals>\d+))?", amount.printed)
    if digits is None:
        return Decimal(0)
    printed = Decimal(digits.group().replace(".", "").replace(",", "."))
    times = amount.value / printed if printed else Decimal(1)
    if digits["decimals"] is None and times == 1:
        return Decimal(0)
    return Decimal(1).scaleb(-len(digits["decimals"] or "")) / 2 * times


def _wrong(change: Change, computed: Decimal, unit: Words) -> Finding:
    stated, old, new = change.printed
    shown = number(abs(computed), 2)
    way = Words("kenaikan", "a rise of") if computed > 0 else Words("penurunan", "a fall of")
    return WRONG_DIFFERENCE.found(
        Words(
            f"Teks menyebut perubahan {stated}, padahal dari {old} ke {new} adalah {way.id} {shown.id}{unit.id}.",
            f"The text states a change of {stated}, but from {old} to {new} is {way.en} {shown.en}{unit.en}.",
        ),
        Words(
            "Hitung ulang perubahannya, atau sebut besaran lain yang dimaksud (misalnya poin persen).",
            "Compute the change again, or name the other quantity that is meant (such as percentage points).",
        ),
        change.places,
    )


def _points(change: Change) -> Finding:
    stated, old, new = change.printed
    return PERCENT_FOR_POINTS.found(
        Words(
            f"Perubahan {stated} dari {old} ke {new} adalah poin persen, bukan persen.",
            f"The change of {stated} from {old} to {new} is in percentage points, not percent.",
        ),
        Words("Tulis “poin persen”.", "Write “percentage points”."),
        change.places,
    )


RULES = (Rule(wrong_difference, (WRONG_DIFFERENCE, PERCENT_FOR_POINTS)),)
