"""What the running text tells of the indicators in the tables: a value, of a year, as a result or as a target.

Only plain statements are taken: the words before an amount name the indicator, a year is told, and nothing says that
the amount is a change, a bound, a range, a month's figure or that of another place. What is doubtful is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from petajalan.regulation.data import RegulationData
from petajalan.regulation.findings.sentences import Amount, Sentence, amounts, sentences, years
from petajalan.regulation.findings.tables.indicators import Indicators, topic
from petajalan.regulation.findings.tables.values import Series
from petajalan.regulation.recognise.names import plain

_CHANGE = r"menurun\w*|turun\w*|penurunan|naik\w*|kenaikan|meningkat\w*|peningkatan|bertambah|berkurang|tumbuh|selisih"
_LEVEL = r"menjadi|hingga|mencapai|sampai|di ?angka|pada angka"
_IS_CHANGE = re.compile(rf"\b(?:{_CHANGE})\b(?!.*\b(?:{_LEVEL})\b)", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:di ?bawah|di ?atas|kurang dari|lebih dari|melebihi|minimal|maksimal|paling \w+|sedikitnya|berkisar|rentang|"
    r"kisaran|antara)\b[^,]{0,30}$",
    re.IGNORECASE,
)
_TARGET = re.compile(r"\b(?:\w*target\w*|proyeksi|diproyeksikan|direncanakan|diharapkan|sasaran)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:nasional|indonesia|provinsi|propinsi|dunia|global|asean|rata-rata|se-\w+|setiap|masing-masing)\b", re.I
)
_OTHER_PLACE = re.compile(r"\b(?i:kota|kabupaten)\s+([A-Z]\w+)")
_MONTH = re.compile(
    r"\b(?:bulan|triwulan|tribulan|semester|januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"nopember|november|desember)\b",
    re.IGNORECASE,
)
_QUALIFIER = re.compile(
    r"\b(?:ekstrem|ekstrim|kedalaman|keparahan|garis|anggaran|cakupan|intervensi|kontribusi|program|proporsi|peringkat)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:sebesar|sebanyak|sekitar|adalah|yaitu|yakni|ialah|nilai|skor|angka|target|menjadi|mencapai|hingga|sampai)\b"
    r"|[:=]",
    re.IGNORECASE,
)
_HANDLING = (
    r"penanganan|pengentasan|penanggulangan|pencegahan|pengendalian|percepatan|intervensi|bantuan|kantong|masalah|"
    r"permasalahan|persoalan|isu|tema|koordinasi|evaluasi|sosialisasi|pelatihan|tim"
)
_COUNTED = re.compile(
    r"\s+(?!(?:dengan|atau|dan|pada|dari|di|tahun|yang|serta|sehingga|sedangkan|meningkat|naik|turun|menurun|menjadi|"
    r"berada|masuk|kategori|predikat|dalam|untuk|poin|hingga|sampai|namun|karena|ke|oleh|menurut|berdasarkan|"
    r"telah|sudah|akan|sesuai|selaras|merupakan|ditetapkan|tercapai|tercatat)\b)[a-z]",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:sekitar|kurang lebih|hampir|mendekati|kisaran)\b", re.IGNORECASE)
_CONNECTIVES = re.compile(
    r"atau|dan|sedangkan|sementara|kemudian|lalu|pada|di|tahun|mencapai|menjadi|sebesar|sekitar|yaitu|yakni|mengalami|"
    r"kenaikan|penurunan|naik|turun|meningkat|menurun|serta|sampai|hingga|itu|dengan|(?:19|20)\d\d"
)
_YEAR_AFTER = re.compile(r"\s*(?:pada|di|untuk|dalam)?\s*(?:akhir\s+)?(?:tahun\s+)?(?P<year>(?:19|20)\d\d)\b", re.I)
_SEVERAL_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?:,|dan|hingga|sampai|-|–)\s*(?:tahun\s+)?(?:19|20)\d\d\b", re.I)
_TO = r"\s*(?:hingga|sampai(?: dengan)?|s\.?d\.?|-|–|±|\+)\s*"
_RANGE_AFTER = re.compile(rf"{_TO}\d", re.IGNORECASE)
_RANGE_BEFORE = re.compile(rf"^{_TO}$", re.IGNORECASE)
_ABROAD = re.compile(r"\bnasional\b|\bglobal\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """key  of the indicator; kind "actual" or "target"; about  whether the text itself says that it is rounded"""

    key: str
    kind: str
    year: int
    amount: Amount
    about: bool
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Subject:
    """An indicator as text may name it: any of its topics, and whether it is a percentage."""

    key: str
    topics: tuple[frozenset[str], ...]
    percent: bool


@dataclass(slots=True)
class _Block:
    """What carries over from one amount of a block to the next."""

    subject: Subject | None = None
    year: int | None = None


def subjects(rows: Iterable[Series], indicators: Indicators) -> tuple[Subject, ...]:
    found: dict[str, Subject] = {}
    for series in rows:
        if series.key not in found:
            known = indicators.known(series.name)
            units = {value.figure.reading.unit for value in series.values}
            percent = "percent" in units or (known is not None and known.unit == "percent")
            topics = {topic(name) for name in indicators.names(series.name)} - {frozenset()}
            found[series.key] = Subject(series.key, tuple(topics), percent)
    return tuple(found.values())


def named_in(text: str, about: Iterable[Subject]) -> list[Subject]:
    """The subjects that a text names anywhere."""
    words = set(plain(text).split())
    return [subject for subject in about if any(words_of <= words for words_of in subject.topics)]


def told(data: RegulationData, about: tuple[Subject, ...]) -> Iterator[Told]:
    """Every plain statement about one of the subjects."""
    abroad = _blocks_abroad(data)
    block, state = -1, _Block()
    for sentence in sentences(data.document):
        if sentence.block != block:
            block, state = sentence.block, _Block()
        if block not in abroad:
            yield from _told_in(sentence, about, state, data.agency_name or "")


def year_within(sentence: Sentence, before: int | None) -> int | None:
    """The last year a sentence names, else the one named before it."""
    named = years(sentence.text)
    return named[-1].year if named else before


def _told_in(sentence: Sentence, about: tuple[Subject, ...], state: _Block, agency: str) -> Iterator[Told]:
    text, start = sentence.text, 0
    for amount in amounts(text):
        phrase, start = text[start : amount.start], amount.end
        subject = _subject(phrase, about, state)
        named = years(phrase)
        after = _YEAR_AFTER.match(text, amount.end)
        if named:
            state.year = named[-1].year
        elif after:
            state.year, start = int(after["year"]), after.end()
        state.subject = subject
        if subject is None or state.year is None or not _is_plain(phrase, text, amount, subject, agency):
            continue
        kind = "target" if _TARGET.search(_clause(text[: amount.start])) else "actual"
        yield Told(subject.key, kind, state.year, amount, bool(_ABOUT.search(phrase[-25:])), sentence)
    state.year = year_within(sentence, state.year)


def _subject(phrase: str, about: tuple[Subject, ...], state: _Block) -> Subject | None:
    """The indicator that a phrase names most closely, or the one before it when the phrase only connects."""
    words = plain(phrase).split()
    if all(_CONNECTIVES.fullmatch(word) for word in words):
        return state.subject
    found = [(len(words_of), subject) for subject in about for words_of in subject.topics if words_of <= set(words)]
    if not found:
        return None
    size, subject = max(found, key=lambda match: match[0])
    named = {
        word for words_of in subject.topics if len(words_of) == size and words_of <= set(words) for word in words_of
    }
    qualifiers = {match.group().casefold() for match in _QUALIFIER.finditer(phrase)}
    handled = any(re.search(rf"\b(?:{_HANDLING}) (?:\w+ )?{word}\b", " ".join(words)) for word in named)
    return subject if qualifiers <= named and not handled else None


def _is_plain(phrase: str, text: str, amount: Amount, subject: Subject, agency: str) -> bool:
    if subject.percent != (amount.unit == "percent") or (not subject.percent and amount.unit not in (None, "poin")):
        return False
    if not subject.percent and (not _SAYS.search(phrase[-60:]) or _COUNTED.match(text, amount.end)):
        return False
    if _RANGE_AFTER.match(text, amount.end) or _RANGE_BEFORE.match(phrase) or _SEVERAL_YEARS.search(phrase):
        return False
    if any(pattern.search(phrase) for pattern in (_IS_CHANGE, _BOUND, _ELSEWHERE, _MONTH)):
        return False
    return all(place in agency for place in _OTHER_PLACE.findall(phrase))


def _clause(text: str) -> str:
    """The words after the last comma or "sedangkan", where the kind of statement is told."""
    return re.split(r",\s|\bsedangkan\b|\bsementara\b|\bnamun\b", text, flags=re.IGNORECASE)[-1]


def _blocks_abroad(data: RegulationData) -> frozenset[int]:
    """Blocks of sections that tell of the nation or the world rather than of the agency."""
    outside = [section.number for section in data.sections if _ABROAD.search(section.title)]
    return frozenset(
        block
        for section in data.sections
        if any(section.number == number or section.number.startswith(f"{number}.") for number in outside)
        for block in section.blocks
    )
