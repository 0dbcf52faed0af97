"""What the totals of the priority table leave open: their order when equal, and a total taken for a factor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from petajalan.regulation.data import Factor, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import Sentence, sentences
from petajalan.regulation.findings.tables.factors import short_name
from petajalan.regulation.findings.tables.scoring import Ranked, ranked
from petajalan.regulation.findings.wording import listed, number, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

TIES_WITHOUT_RULE = Code(
    "ties_without_rule",
    Severity.WARNING,
    Words(
        "Beberapa kegiatan berjumlah skor sama dan tidak ada aturan untuk menentukan urutannya.",
        "Several activities have equal totals and no rule says which comes first.",
    ),
    Words(
        "Empat kegiatan berjumlah 24; urutannya di tabel target tidak dijelaskan.",
        "Four activities have a total of 24; their order in the targets table is not explained.",
    ),
)
TOTAL_AS_FACTOR = Code(
    "total_as_factor",
    Severity.WARNING,
    Words(
        "Teks menyebut jumlah skor sebagai salah satu faktor penilaian.",
        "The text lists the total score as one of the scoring factors.",
    ),
    Words(
        "“Empat faktor: mandat, keparahan, waktu, dan total skor”, padahal total adalah hasil tiga faktor pertama.",
        "“Four factors: mandate, severity, time and total score”, though the total results from the first three.",
    ),
)
_EQUAL = re.compile(
    r"\b(?:skor|nilai|total|jumlah|peringkat)(?:nya)? (?:[a-z]+ )?(?:[a-z]+ )?(?:sama|seri|setara)\b", re.IGNORECASE
)
_ORDER = re.compile(r"\b(?:di)?(?:urut\w*|dahulu\w*|utama\w*|tentu\w*|putus\w*)\b|\b(?:urutan|lebih dulu)\b", re.I)
_TOTAL_WORDS = re.compile(r"\bskala prioritas\b(?: \([^()]*\))?|\b(?:total|jumlah) (?:skor|nilai)\b", re.IGNORECASE)


def ties_without_rule(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    groups: dict[tuple[bool, Decimal], list[Ranked]] = {}
    for item in ranked(data):
        if item.priority.total is not None:
            groups.setdefault((item.activity.mandatory is False, -item.priority.total), []).append(item)
    tied = {key: group for key, group in sorted(groups.items()) if len(group) > 1}
    if not tied or any(_orders_ties(sentence.text) for sentence in sentences(data.document)):
        return
    said_id = ", ".join(f"{len(group)} kegiatan berjumlah {number(-total).id}" for (_, total), group in tied.items())
    said_en = ", ".join(f"{len(group)} activities with {number(-total).en}" for (_, total), group in tied.items())
    yield TIES_WITHOUT_RULE.found(
        Words(
            f"Jumlah skor sama tanpa aturan urutan: {said_id}.",
            f"Equal totals without a rule for their order: {said_en}.",
        ),
        Words(
            "Tetapkan aturan bagi jumlah yang sama, misalnya keparahan lebih dahulu, lalu waktu.",
            "Lay down how equal totals are ordered, for example by severity and then by urgency.",
        ),
        [_total_place(item) for group in tied.values() for item in group],
    )


def _orders_ties(text: str) -> bool:
    return _EQUAL.search(text) is not None and _ORDER.search(text) is not None


def _total_place(item: Ranked) -> Place:
    return item.activity.total_printed.place if item.activity.total_printed else item.activity.name.place


def total_as_factor(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    factors = data.road_map.factors
    if not factors:
        return
    for sentence in sentences(data.document):
        total = _TOTAL_WORDS.search(sentence.text)
        if total is None or not _lists_factors(sentence, factors):
            continue
        names = listed(quoted(short_name(factor)) for factor in factors)
        yield TOTAL_AS_FACTOR.found(
            Words(
                f"Teks menyebut “{total.group()}” sebagai faktor, padahal itu hasil dari {len(factors)} faktor: "
                f"{names.id}.",
                f"The text calls “{total.group()}” a factor, but it is the result of {len(factors)} factors: "
                f"{names.en}.",
            ),
            Words(
                f"Sebut {len(factors)} faktor saja dan jelaskan jumlahnya sebagai hasil.",
                f"Name {len(factors)} factors only and explain the total as their result.",
            ),
            [sentence.place],
        )
        return


def _lists_factors(sentence: Sentence, factors: tuple[Factor, ...]) -> bool:
    """Whether the sentence names the factors after the word "faktor"."""
    _, found, after = plain(sentence.text).partition("faktor")
    named = [factor for factor in factors if _first_words(factor) in after]
    return bool(found) and len(named) >= 2


def _first_words(factor: Factor) -> str:
    return plain(short_name(factor)).split(" ")[0]


RULES = (
    Rule(ties_without_rule, (TIES_WITHOUT_RULE,)),
    Rule(total_as_factor, (TOTAL_AS_FACTOR,)),
)
