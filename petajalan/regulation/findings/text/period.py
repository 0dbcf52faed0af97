"""The period of the road map, and those of the plans it stands under, printed in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.numerals import WORDS, value
from petajalan.regulation.findings.text.passages import prose
from petajalan.regulation.findings.text.periods import Mention, Period, agency_pattern, mentions, printed
from petajalan.regulation.reference import Reference

PERIOD_MISMATCH = Code(
    "period_mismatch",
    Severity.ERROR,
    Words(
        "Masa road map di dalam naskah berbeda dengan masa pada judul peraturan.",
        "The period of the road map in the text differs from the one in the title of the regulation.",
    ),
    Words("Judul 2023–2024, judul tabel 2021–2026.", "Title 2023–2024, caption of a table 2021–2026."),
)
PERIOD_BACKWARDS = Code(
    "period_backwards",
    Severity.ERROR,
    Words(
        "Masa road map pada judul peraturan berakhir sebelum dimulai.",
        "The period of the road map in the title of the regulation ends before it begins.",
    ),
    Words("Judulnya “Tahun 2026-2023”.", "It is titled “Tahun 2026-2023”."),
)
PERIOD_LENGTH_MISMATCH = Code(
    "period_length_mismatch",
    Severity.WARNING,
    Words(
        "Lama berlakunya road map menurut definisinya berbeda dengan masa pada judul.",
        "The road map lasts longer or shorter by its definition than by the period in the title.",
    ),
    Words("Didefinisikan lima tahun, judulnya 2023–2024.", "Defined as five years, titled 2023–2024."),
)
PLAN_PERIOD_MISMATCH = Code(
    "plan_period_mismatch",
    Severity.ERROR,
    Words(
        "Satu rencana yang dirujuk disebut dengan dua masa yang bertentangan.",
        "A plan that is referred to is given two contradicting periods.",
    ),
    Words("RPJMD 2021–2026 dan RPJMD 2021–2025.", "RPJMD 2021–2026 and RPJMD 2021–2025."),
)
REPEALED_BUT_AMENDED = Code(
    "repealed_but_amended",
    Severity.WARNING,
    Words(
        "Peraturan lama dicabut, tetapi naskah menyebut dirinya perubahan atas road map lama itu.",
        "The earlier regulation is repealed, but the text calls itself an amendment of that road map.",
    ),
    Words(
        "Pasal penutup mencabut; pendahuluan menulis “perubahan road map”.",
        "The last article repeals; the introduction writes “perubahan road map” (amendment of the road map).",
    ),
)
_LASTING = re.compile(
    rf"\b(?:selama|(?:jangka|kurun|dalam) waktu|untuk)\s+"
    rf"(?:(?P<digits>\d{{1,2}})\s*(?:\((?:{WORDS})\)\s*)?|(?P<words>{WORDS})\s+)tahun\b",
    re.IGNORECASE,
)
_ROAD_MAP = re.compile(r"\b(?:road\s?map|peta\s+jalan)\b", re.IGNORECASE)
_PLANS = {
    "Grand Design Reformasi Birokrasi": r"grand\s+design(?:\s+reformasi\s+birokrasi)?",
    "Road Map Reformasi Birokrasi Nasional": r"(?:road\s?map|peta\s+jalan)\s+reformasi\s+birokrasi(?:\s+nasional)?",
    "RPJMN": r"(?:rpjmn|rencana\s+pembangunan\s+jangka\s+menengah\s+nasional(?:\s*\(rpjmn\))?)",
    "RPJMD": r"(?:rpjmd|rencana\s+pembangunan\s+jangka\s+menengah\s+daerah(?:\s*\(rpjmd\))?)",
    "RPJPD": r"(?:rpjpd|rencana\s+pembangunan\s+jangka\s+panjang\s+daerah(?:\s*\(rpjpd\))?)",
}
_REPEALED = re.compile(r"tentang\s+(?P<title>[^;(]*).*?\bdicabut\b", re.IGNORECASE | re.DOTALL)
_ROAD_MAP_AMENDED = re.compile(
    r"\b(?:perubahan|penyesuaian|penajaman)(?:\s+(?:atas|terhadap))?\s+(?:road\s?map|peta\s+jalan)\b[^.;:]*$",
    re.IGNORECASE,
)
_AMENDING = (
    r"\b(?:perubahan|penyesuaian|penajaman)(?:\s+(?:atas|terhadap))?\s+(?:road\s?map|peta\s+jalan)\b[^.;:]{0,70}?"
)


def period_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    if data.period is None:
        return
    found = list(mentions(data))
    known = {mention.period for mention in found if mention.whose in ("national", "cited")}
    wrong: dict[Period, list[Place]] = defaultdict(list)
    earlier = Counter(mention.period for mention in found if _ROAD_MAP_AMENDED.search(mention.before))
    for identity in data.identities:
        if identity.period is not None and identity.period != data.period:
            wrong[identity.period].append(identity.place)
    for mention in found:
        if mention.period != data.period and (mention.whose == "own" or _is_ours(mention, data.period, known)):
            wrong[mention.period].append(mention.place)
    for period, places in wrong.items():
        if len(places) == earlier[period]:
            continue  # only ever "perubahan Road Map ... 2020-2024": the earlier road map is meant
        yield _wrong_period(data, period, places)


def _is_ours(mention: Mention, own: Period, known: set[Period]) -> bool:
    """A road map that is not said to be anyone's is this one when its years can be nobody else's."""
    first, last = mention.period
    return (
        mention.whose == "bare" and mention.period not in known and (first >= last or first == own[0] or last == own[1])
    )


def _wrong_period(data: RegulationData, period: Period, places: list[Place]) -> Finding:
    own = printed(data.period or period)
    times = Words("di satu tempat", "in one place")
    if len(places) > 1:
        times = Words(f"di {len(places)} tempat", f"in {len(places)} places")
    return PERIOD_MISMATCH.found(
        Words(
            f"Masa road map tertulis {printed(period)} {times.id}, sedangkan judul peraturan menyebut {own}.",
            f"The road map is of {printed(period)} {times.en}, while the title of the regulation says {own}.",
        ),
        Words(
            "Samakan masa road map di seluruh naskah, tabel, dan gambar dengan judul peraturan.",
            "Make the period in text, tables and figures agree with the title of the regulation.",
        ),
        list(dict.fromkeys([*_title_place(data), *places])),
    )


def _title_place(data: RegulationData) -> list[Place]:
    return [identity.place for identity in data.identities if identity.part == "body"][:1]


def period_backwards(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for period in dict.fromkeys(identity.period for identity in data.identities):
        if period is not None and period[0] > period[1]:
            yield PERIOD_BACKWARDS.found(
                Words(
                    f"Masa road map {printed(period)} berakhir sebelum dimulai.",
                    f"The period {printed(period)} of the road map ends before it begins.",
                ),
                Words(
                    "Betulkan kedua tahunnya. Selama terbalik, masa road map dianggap tidak diketahui.",
                    "Correct the two years. While they are reversed the period of the road map counts as unknown.",
                ),
                [identity.place for identity in data.identities if identity.period == period],
            )


def period_length_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    if data.years is None:
        return
    years = data.years[1] - data.years[0] + 1
    defining = {index for article in data.articles for index in article.blocks}
    for passage in prose(data.document):
        match = _LASTING.search(passage.text)
        if passage.index not in defining or not match or not _ROAD_MAP.search(passage.text[: match.start()]):
            continue
        lasting = int(match["digits"]) if match["digits"] else value(match["words"])
        if lasting != years:
            yield PERIOD_LENGTH_MISMATCH.found(
                Words(
                    f"Road map didefinisikan {match.group()}, sedangkan {printed(data.years)} lamanya {years} tahun.",
                    f"The road map is defined as lasting {lasting} years; {printed(data.years)} is {years}.",
                ),
                Words(
                    "Sesuaikan definisi dengan masa yang diatur, atau jelaskan hubungan keduanya.",
                    "Fit the definition to the period that is regulated, or explain how the two relate.",
                ),
                [*_title_place(data), passage.at(match.group())],
            )


def plan_period_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    by_plan: dict[str, list[Mention]] = defaultdict(list)
    agency = agency_pattern(data)
    for mention in mentions(data):
        for plan, pattern in _PLANS.items():
            named = re.search(rf"\b{pattern}(?:\s+{agency})?\s*,?\s*(?:tahun\s*)?$", mention.before, re.IGNORECASE)
            if named and not _is_own(mention, data):
                by_plan[plan].append(replace(mention, words=named.group() + mention.years))
    for plan, found in by_plan.items():
        yield from _contradictions(plan, found)


def _is_own(mention: Mention, data: RegulationData) -> bool:
    """Left to `period_mismatch`."""
    first, last = mention.period
    return mention.whose == "own" or (mention.whose == "bare" and (first >= last or mention.period == data.period))


def _contradictions(plan: str, found: list[Mention]) -> Iterator[Finding]:
    counts = Counter(mention.period for mention in found)
    order = list(counts)  # of two printed equally often, the one printed first is taken to be meant
    for period, count in counts.items():
        rivals = [
            other
            for other in counts
            if (other[0] == period[0]) != (other[1] == period[1])
            and (counts[other], order.index(period)) > (count, order.index(other))
        ]
        if not rivals:
            continue
        usual = max(rivals, key=lambda other: counts[other])
        places = [mention.place for mention in found if mention.period == period]
        proofs = [mention.place for mention in found if mention.period == usual]
        yield PLAN_PERIOD_MISMATCH.found(
            Words(
                f"{plan} tertulis {printed(period)}, di tempat lain {printed(usual)}.",
                f"{plan} is of {printed(period)} here, of {printed(usual)} elsewhere.",
            ),
            Words(
                "Periksa masa rencana itu pada peraturannya dan betulkan yang keliru.",
                "Look up the period of the plan in its own regulation and correct the wrong one.",
            ),
            list(dict.fromkeys([*places, *proofs])),
        )


def repealed_but_amended(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    agency = agency_pattern(data)
    articles = {index for article in data.articles for index in article.blocks}
    repeals = [
        passage.at(match.group())
        for passage in prose(data.document)
        if passage.index in articles and (match := _REPEALED.search(passage.text)) and _ROAD_MAP.search(match["title"])
    ]
    if not repeals:
        return
    amending = re.compile(_AMENDING + rf"\b{agency}\b(?:\s+(?:tahun\s+)?\d{{4}}\s*[-–]\s*\d{{4}})?", re.IGNORECASE)
    places = [
        passage.at(match.group())
        for passage in prose(data.document)
        if passage.index not in articles
        for match in amending.finditer(passage.text)
    ]
    if places:
        yield REPEALED_BUT_AMENDED.found(
            Words(
                "Road map lama dicabut, tetapi naskah menyebut road map ini perubahan atas yang lama.",
                "The earlier road map is repealed, but the text calls this one an amendment of it.",
            ),
            Words(
                "Pilih: cabut dan ganti seluruhnya, atau ubah peraturan lama; lalu sesuaikan kalimatnya.",
                "Choose: repeal and replace, or amend the earlier regulation; then fit the wording to it.",
            ),
            [*repeals, *places],
        )


RULES = (
    Rule(period_mismatch, (PERIOD_MISMATCH,)),
    Rule(period_backwards, (PERIOD_BACKWARDS,)),
    Rule(period_length_mismatch, (PERIOD_LENGTH_MISMATCH,)),
    Rule(plan_period_mismatch, (PLAN_PERIOD_MISMATCH,)),
    Rule(repealed_but_amended, (REPEALED_BUT_AMENDED,)),
)
