"""The factors of the priority table, their scales, and what is left open when totals are equal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from petajalan.regulation.data import Factor, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import Sentence, sentences
from petajalan.regulation.findings.tables.scoring import Ranked, ranked
from petajalan.regulation.findings.wording import listed, number, quoted, table_named
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

CONSTANT_FACTOR = Code(
    "constant_factor",
    Severity.NOTE,
    Words(
        "Satu faktor memberi skor yang sama kepada semua kegiatan sehingga tidak memengaruhi urutan.",
        "A factor gives every activity the same score, so it decides nothing.",
    ),
    Words("Faktor Mandat bernilai 10 pada semua kegiatan.", "The mandate factor is 10 for every activity."),
)
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
FACTOR_WITHOUT_SCALE = Code(
    "factor_without_scale",
    Severity.NOTE,
    Words(
        "Kolom suatu faktor tidak menyebut skala, sedangkan faktor lain menyebutnya.",
        "The column of a factor prints no scale while other factors print one.",
    ),
    Words("“Keparahan (1-10)” tetapi hanya “Waktu”.", "“Severity (1-10)” but only “Time”."),
)
SCORE_OUTSIDE_SCALE = Code(
    "score_outside_scale",
    Severity.ERROR,
    Words("Skor berada di luar skala faktornya.", "A score lies outside the scale of its factor."),
    Words("Skor 12 pada faktor berskala 1–10.", "A score of 12 for a factor with a scale of 1–10."),
)
MISSING_SCORE = Code(
    "missing_score",
    Severity.WARNING,
    Words(
        "Skor suatu faktor kosong atau tidak terbaca sehingga jumlahnya tidak dapat dihitung.",
        "A factor score is empty or unreadable, so the total cannot be computed.",
    ),
    Words("Kolom Waktu berisi “-” pada satu kegiatan.", "The time column holds “-” for one activity."),
)
FEWEST = 3  # activities before a constant factor is worth saying

_TIE_RULE = re.compile(
    r"\b(?:skor|nilai|total|jumlah|peringkat)(?:nya)? (?:yang )?(?:sama|seri|setara)\b|\bseri\b", re.IGNORECASE
)
_TOTAL_WORDS = re.compile(r"\bskala prioritas\b(?: \([^()]*\))?|\b(?:total|jumlah) (?:skor|nilai)\b", re.IGNORECASE)


def constant_factor(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    activities = ranked(data)
    for factor in data.road_map.factors:
        scores = [item.activity.scores.get(factor.code) for item in activities]
        values = {score.reading.value if score else None for score in scores}
        if len(scores) < FEWEST or len(values) != 1 or None in values:
            continue
        name, value = quoted(_short(factor)), next(score.reading.printed for score in scores if score)
        yield CONSTANT_FACTOR.found(
            Words(
                f"Faktor {name} bernilai {value} pada semua {len(scores)} kegiatan, jadi tidak membedakan prioritas.",
                f"The factor {name} is {value} for all {len(scores)} activities, so it does not tell them apart.",
            ),
            Words(
                "Beri skor yang membedakan, atau keluarkan faktor ini dari perhitungan.",
                "Give scores that differ, or leave the factor out of the computation.",
            ),
            [factor.name.place],
        )


def ties_without_rule(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    groups: dict[tuple[bool, Decimal], list[Ranked]] = {}
    for item in ranked(data):
        if item.priority.total is not None:
            groups.setdefault((item.activity.mandatory is False, -item.priority.total), []).append(item)
    tied = {key: group for key, group in sorted(groups.items()) if len(group) > 1}
    if not tied or any(_TIE_RULE.search(sentence.text) for sentence in sentences(data.document)):
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
        names = listed(quoted(_short(factor)) for factor in factors)
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
    return plain(_short(factor)).split(" ")[0]


def _short(factor: Factor) -> str:
    return re.sub(r"\s*\([^()]*\d[^()]*\)", "", factor.name.text).strip()


def factor_without_scale(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    factors = data.road_map.factors
    bare = [factor for factor in factors if factor.low is None and factor.high is None]
    scaled = [factor for factor in factors if factor not in bare]
    if not bare or not (scaled or not _text_gives_scale(data)):
        return
    names = listed(quoted(_short(factor)) for factor in bare)
    table = table_named(bare[0].name.place.table)
    others = listed(quoted(factor.name.text) for factor in scaled)
    while_id = f", sedangkan {others.id} menyebutnya" if scaled else ""
    while_en = f", while {others.en} print one" if scaled else ""
    yield FACTOR_WITHOUT_SCALE.found(
        Words(
            f"{table.id} tidak menyebut skala faktor {names.id}{while_id}.",
            f"{table.en} prints no scale for the factor {names.en}{while_en}.",
        ),
        Words(
            "Tulis skala setiap faktor pada kepala kolomnya.",
            "Print the scale of every factor in the head of its column.",
        ),
        [factor.name.place for factor in bare],
    )


def _text_gives_scale(data: RegulationData) -> bool:
    return any(re.search(r"\bskala\s+\d+\s?(?:-|–|sampai)", s.text, re.I) for s in sentences(data.document))


def score_outside_scale(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for item in ranked(data):
        for factor in data.road_map.factors:
            score = item.activity.scores.get(factor.code)
            value = score.reading.value if score else None
            if score is None or value is None or factor.low is None or factor.high is None:
                continue
            if factor.low <= value <= factor.high:
                continue
            name, column, printed = quoted(item.activity.name.text), quoted(_short(factor)), score.reading.printed
            scale = f"{number(factor.low).id}–{number(factor.high).id}"
            yield SCORE_OUTSIDE_SCALE.found(
                Words(
                    f"Skor {column} bagi {name} tercetak {printed}, di luar skala {scale}.",
                    f"The score of {name} for {column} is printed as {printed}, outside the scale {scale}.",
                ),
                Words(
                    "Perbaiki skor, lalu hitung ulang jumlah dan urutannya.",
                    "Correct the score, then compute the total and the order again.",
                ),
                [score.place],
            )


def missing_score(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    places: list[Place] = []
    names: list[str] = []
    for item in ranked(data):
        absent = [f for f in data.road_map.factors if f.code in item.activity.scores and _value(item, f) is None]
        if absent:
            names.append(quoted(item.activity.name.text))
            places += [item.activity.scores[factor.code].place for factor in absent]
    if not places:
        return
    said = listed(dict.fromkeys(names))
    yield MISSING_SCORE.found(
        Words(
            f"Skor tidak lengkap sehingga jumlahnya tidak dapat dihitung: {said.id}.",
            f"Scores are missing, so the total cannot be computed: {said.en}.",
        ),
        Words("Isi semua skor faktor.", "Fill in every factor score."),
        places,
    )


def _value(item: Ranked, factor: Factor) -> object:
    return item.activity.scores[factor.code].reading.value


RULES = (
    Rule(constant_factor, (CONSTANT_FACTOR,)),
    Rule(ties_without_rule, (TIES_WITHOUT_RULE,)),
    Rule(total_as_factor, (TOTAL_AS_FACTOR,)),
    Rule(factor_without_scale, (FACTOR_WITHOUT_SCALE,)),
    Rule(score_outside_scale, (SCORE_OUTSIDE_SCALE,)),
    Rule(missing_score, (MISSING_SCORE,)),
)
