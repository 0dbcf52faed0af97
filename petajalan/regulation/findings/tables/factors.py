"""The scoring factors of the priority table, their scales and their scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from petajalan.regulation.data import Factor, RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import sentences
from petajalan.regulation.findings.tables.scoring import Ranked, ranked
from petajalan.regulation.findings.wording import listed, number, quoted, table_named
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
WEIGHTS_NOT_WHOLE = Code(
    "weights_not_whole",
    Severity.ERROR,
    Words(
        "Bobot faktor tidak berjumlah 100%, atau hanya sebagian faktor berbobot.",
        "The weights of the factors do not add up to 100%, or only some factors have one.",
    ),
    Words("Bobot 40%, 30%, dan 20% berjumlah 90%.", "Weights of 40%, 30% and 20% add up to 90%."),
)
FEWEST = 3  # activities before a constant factor is worth saying


_SCALE = re.compile(r"\s*\([^()]*\d[^()]*\)")
_WEIGHT = re.compile(
    r"[\s,;:/–-]*[(\[]?\s*(?:\bbobot\b\s*[:=]?\s*\d+(?:[.,]\d+)?(?:\s*(?:%|persen\b))?|\b\d+(?:[.,]\d+)?\s*%)\s*[)\]]?",
    re.I,
)


def short_name(factor: Factor) -> str:
    """The name of a factor without its scale and its weight."""
    return _WEIGHT.sub("", _SCALE.sub("", factor.name.text)).strip(" :;,–-") or factor.name.text


def constant_factor(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    activities = ranked(data)
    for factor in data.road_map.factors:
        scores = [item.activity.scores.get(factor.code) for item in activities]
        values = {score.reading.value if score else None for score in scores}
        if len(scores) < FEWEST or len(values) != 1 or None in values:
            continue
        name, value = quoted(short_name(factor)), next(score.reading.printed for score in scores if score)
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


def factor_without_scale(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    factors = data.road_map.factors
    bare = [factor for factor in factors if factor.low is None and factor.high is None]
    scaled = [factor for factor in factors if factor not in bare]
    if not bare or not (scaled or not _text_gives_scale(data)):
        return
    names = listed(quoted(short_name(factor)) for factor in bare)
    table = table_named(bare[0].name.place.table)
    others = listed(quoted(_WEIGHT.sub("", factor.name.text)) for factor in scaled)
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
    return any(
        re.search(r"skala\s+(?:penilaian\s+)?\d+\s?(?:-|–|sampai|hingga|s/d)", s.text, re.I)
        for s in sentences(data.document)
    )


def score_outside_scale(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for item in ranked(data):
        for factor in data.road_map.factors:
            score = item.activity.scores.get(factor.code)
            value = score.reading.value if score else None
            if score is None or value is None or factor.low is None or factor.high is None:
                continue
            if factor.low <= value <= factor.high:
                continue
            name, column, printed = quoted(item.activity.name.text), quoted(short_name(factor)), score.reading.printed
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


def weights_not_whole(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    weighted = [factor for factor in data.road_map.factors if factor.weight is not None]
    total = sum((factor.weight for factor in weighted if factor.weight is not None), Decimal(0))
    complete = len(weighted) == len(data.road_map.factors)
    if not weighted or (complete and total == 1):
        return
    shown, table = number(total * 100), table_named(weighted[0].name.place.table)
    missing = listed(quoted(short_name(factor)) for factor in data.road_map.factors if factor not in weighted)
    without = Words("", "") if complete else Words(f"; {missing.id} tidak berbobot", f"; {missing.en} has no weight")
    yield WEIGHTS_NOT_WHOLE.found(
        Words(
            f"Bobot faktor pada {table.id} berjumlah {shown.id}%{without.id}.",
            f"The weights of the factors in {table.en} add up to {shown.en}%{without.en}.",
        ),
        Words("Tetapkan bobot semua faktor sehingga berjumlah 100%.", "Set every weight so that they add up to 100%."),
        [factor.weight_place or factor.name.place for factor in weighted],
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
    Rule(factor_without_scale, (FACTOR_WITHOUT_SCALE,)),
    Rule(score_outside_scale, (SCORE_OUTSIDE_SCALE,)),
    Rule(weights_not_whole, (WEIGHTS_NOT_WHOLE,)),
    Rule(missing_score, (MISSING_SCORE,)),
)
