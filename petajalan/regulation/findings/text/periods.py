"""Every period ("2021-2026") the document prints, and whose period it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.text.passages import Passage, passages

Period = tuple[int, int]
_YEARS = re.compile(r"(?<![\d.,/])(?P<first>(?:19|20)\d\d)\s*[-–—]\s*(?P<last>(?:19|20)\d\d)(?![\d/])")
_ROAD_MAP = r"(?:road\s?map|peta\s+jalan)"
_PLAN = rf"(?:{_ROAD_MAP}|reformasi\s+birokrasi|\brb\b|tujuan|sasaran)"
_BARE_ROAD_MAP = re.compile(rf"{_ROAD_MAP}(?:\s+(?:reformasi|birokrasi|rb|penajaman|tahun))*\s*$", re.IGNORECASE)
_TITLE_OF_LAW = re.compile(r"\b(?:nomor|no\.?)\s*\S+(?:\s+tahun\s+\d{4})?\s+tentang\b[^;]*$", re.IGNORECASE)
_NATIONAL = re.compile(r"\bnasional\b[^.;:]{0,60}$", re.IGNORECASE)
# Periods of results, of other plans and of teams are no period of the road map.
_OTHER = re.compile(
    r"\b(?:cap[ai]+n|nilai|hasil|tren\w*|tra?nd|laporan|realisasi|perkembangan|indeks|pengukuran|evaluasi|renstra|rpjm\w?|"
    r"rpjp\w?|rencana\s+(?:strategis|pembangunan|kerja)|grand\s+design|tim)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """`whose`: "own" (the road map of this agency), "national", "cited" (in the title of another law), "bare" (a road
    map that is not said to be anyone's) or "other"."""

    period: Period
    years: str  # as printed
    words: str  # the name of the plan with the years, where it is plain
    whose: str
    before: str  # the sentence up to the years
    passage: Passage

    @property
    def place(self) -> Place:
        return self.passage.at(self.words)


def mentions(data: RegulationData) -> Iterator[Mention]:
    agency = agency_pattern(data)
    for passage in passages(data.document):
        for match in _YEARS.finditer(passage.text):
            yield _mention(passage, match, agency)


def agency_pattern(data: RegulationData) -> str:
    """The agency's name as a pattern; one that matches nothing when it is not known."""
    if not data.agency_name:
        return r"(?!)"
    return r"(?:pemerintah\s+)?" + r"\s+".join(re.escape(word) for word in data.agency_name.split())


def _mention(passage: Passage, match: re.Match[str], agency: str) -> Mention:
    text = passage.text
    start = max((text.rfind(mark, 0, match.start()) for mark in (". ", "; ")), default=-1) + 1
    before, after = text[start : match.start()], text[match.end() :]
    ours = _last(_ROAD_MAP, before, agency) or _last(_PLAN, before, agency)
    follows = re.match(rf"\s*,?\s*{agency}\b", after, re.IGNORECASE)
    bare = _BARE_ROAD_MAP.search(before)
    years = words = match.group()
    if _TITLE_OF_LAW.search(before):
        whose = "cited"
    elif (
        ours and not _OTHER.search(ours.group()) and not _OTHER.search(before[max(0, ours.start() - 40) : ours.start()])
    ):
        whose, words = "own", ours.group() + years
    elif _NATIONAL.search(before) or re.match(r"\s*nasional\b", after, re.IGNORECASE):
        whose = "national"
    elif bare and follows:
        whose, words = "own", bare.group() + years + follows.group()
    elif bare:
        whose, words = "bare", bare.group() + years
    else:
        whose = "other"
    return Mention((int(match["first"]), int(match["last"])), years, words.strip(), whose, before, passage)


def _last(plan: str, before: str, agency: str) -> re.Match[str] | None:
    """The plan nearest to the years that is said to be the agency's, with all words up to the years."""
    pattern = re.compile(rf"{plan}[^.;:]{{0,80}}?\b{agency}\s*,?\s*(?:tahun\s*)?$", re.IGNORECASE)
    starts = [match.start() for match in re.finditer(plan, before, re.IGNORECASE)]
    return next((found for start in reversed(starts) if (found := pattern.match(before, start))), None)


def printed(period: Period) -> str:
    return f"{period[0]}–{period[1]}"
