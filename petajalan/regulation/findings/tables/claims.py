"""Claims of the running text that its own figures contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import Amount, Sentence, amounts, sentences
from petajalan.regulation.findings.tables.indicators import topic
from petajalan.regulation.reference import Reference

CLAIM_CONTRADICTED = Code(
    "claim_contradicted",
    Severity.WARNING,
    Words(
        "Teks menyatakan nilai daerah di bawah atau di atas nilai nasional, tetapi angkanya sendiri sebaliknya.",
        "The text says that the local value is below or above the national one, but its own figures say otherwise.",
    ),
    Words(
        "“Inflasi masih di bawah nasional”, lalu tercatat 3,6% dan nasional 3,5%.",
        "“Inflation is still below the nation's”, then 3.6% is recorded and 3.5% for the nation.",
    ),
)
_CLAIM = re.compile(
    r"\b(?P<below>di ?bawah|lebih rendah dari(?:pada)?|lebih kecil dari(?:pada)?)\s|"
    r"\b(?P<above>di ?atas|lebih tinggi dari(?:pada)?|melampaui)\s",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"^(?P<what>[^\d,.;]{0,40}?)\s*(?:rata-rata |secara |tingkat )?nasional\b", re.IGNORECASE)
_FILLERS = {"masih", "berada", "tetap", "selalu", "sudah", "relatif", "cukup", "jauh", "sedikit"}
_NATIONAL = re.compile(r"\bnasional\s*(?:sebesar|mencapai|adalah|yaitu)?\s*$", re.IGNORECASE)


def claim_contradicted(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for _, group in groupby(sentences(data.document), key=lambda sentence: sentence.block):
        block = list(group)
        for sentence in block:
            claim = _CLAIM.search(sentence.text)
            about = _OBJECT.match(sentence.text[claim.end() :]) if claim else None
            if claim is None or about is None:
                continue
            words = _subject(about["what"]) or _subject(sentence.text[: claim.start()])
            for other in block:
                pair = _pair(other, words)
                if pair and _contradicts(pair, below=claim["below"] is not None):
                    yield _finding(sentence, other, pair, claim.group().strip())
                    break


def _subject(words: str) -> frozenset[str]:
    return frozenset(word for word in topic(words) if not word.isdigit() and word not in _FILLERS)


def _pair(sentence: Sentence, words: frozenset[str]) -> tuple[Amount, Amount] | None:
    """The first amount of a sentence on the subject, and the one it gives for the nation."""
    found: Sequence[Amount] = amounts(sentence.text)
    start = 0
    for amount in found:
        phrase = sentence.text[start : amount.start]
        first = found[0]
        if amount is not first and _NATIONAL.search(phrase) and amount.unit == first.unit:
            named = topic(sentence.text[: first.start])
            return (first, amount) if words & named else None
        start = amount.end
    return None


def _contradicts(pair: tuple[Amount, Amount], *, below: bool) -> bool:
    local, national = pair
    return local.value > national.value if below else local.value < national.value


def _finding(claim: Sentence, figures: Sentence, pair: tuple[Amount, Amount], said: str) -> Finding:
    local, national = (amount.printed for amount in pair)
    places = [claim.place] if claim.place == figures.place else [claim.place, figures.place]
    return CLAIM_CONTRADICTED.found(
        Words(
            f"Teks menyatakan nilainya “{said}” nilai nasional, tetapi menyebut {local} dan nasional {national}.",
            f"The text claims “{said}” the national value, but gives {local} and {national} for the nation.",
        ),
        Words(
            "Perbaiki pernyataannya, atau sebut tahun dan angka yang mendukungnya.",
            "Correct the claim, or give the year and the figures that support it.",
        ),
        places,
    )


RULES = (Rule(claim_contradicted, (CLAIM_CONTRADICTED,)),)
