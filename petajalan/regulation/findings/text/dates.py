"""Facts that the document tells of a time after its own enactment, and times it calls coming that have come."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.sentences import split
from petajalan.regulation.findings.text.passages import Passage, prose
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.reference import Reference

LATER_THAN_ENACTMENT = Code(
    "later_than_enactment",
    Severity.ERROR,
    Words(
        "Naskah menceritakan sesuatu sebagai sudah terjadi padahal waktunya sesudah tanggal penetapan.",
        "Something is told as having happened, at a time after the regulation was enacted.",
    ),
    Words(
        "Ditetapkan 3 Mei 2023; “realisasi sampai akhir Juni 2023 sebesar 40%”.",
        "Enacted on 3 May 2023; “results to the end of June 2023”.",
    ),
)
PAST_AS_FUTURE = Code(
    "past_as_future",
    Severity.NOTE,
    Words(
        "Tahun yang sudah berjalan saat peraturan ditetapkan disebut sebagai tahun yang akan datang.",
        "A year that had already begun when the regulation was enacted is spoken of as yet to come.",
    ),
    Words("Ditetapkan Juli 2023; “menyongsong tahun 2023”.", "Enacted in July 2023; “welcoming the year 2023”."),
)
_MONTHS = {
    **{
        "januari": 1,
        "februari": 2,
        "pebruari": 2,
        "maret": 3,
        "april": 4,
        "mei": 5,
        "juni": 6,
        "juli": 7,
        "agustus": 8,
    },
    **{"september": 9, "oktober": 10, "november": 11, "nopember": 11, "desember": 12},
}
_DATE = re.compile(
    rf"(?:(?P<end>akhir)\s+(?:bulan\s+)?|(?P<day>\d{{1,2}})\s+)?(?:bulan\s+)?\b(?P<month>{'|'.join(_MONTHS)})\s+(?:tahun\s+)?"
    r"(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:\b(?P<end>hingga|sampai(?:\s+dengan)?|s\.?\s?d\.?|akhir)\s+)?\b(?P<part>triwulan|tribulan|semester)\s+"
    r"(?P<nth>IV|III|II|I|[1-4])\s+(?:tahun\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NTH = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = re.compile(r"\b(?:tahun|th\.?)\s+(?P<year>(?:19|20)\d\d)\b(?!\s*[-–—]\s*\d)", re.IGNORECASE)
_LAW = re.compile(
    r"\b(?:Nomor|No\.?)\s*(?P<number>[^\s,;()]+)\s+Tahun\s+(?P<year>(?:19|20)\d\d)\b(?!\s*[-–—]\s*\d)", re.IGNORECASE
)
_HAPPENED = re.compile(
    r"\b(?:capaian|realisasi|terealisasi|tercatat|mencapai|telah|sudah|sebesar|sebanyak|menerima|tercapai)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:tercatat|terealisasi|realisasi\w*|telah (?:mencapai|dilaksanakan|tercapai)|capaian\w*|"
    r"(?:menurut|berdasarkan) (?:catatan|data|hasil|laporan))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"(?<!\bdari )\b(?:akan|rencana\w*|direncanakan|target\w*|menargetkan|ditargetkan|proyeksi\w*|diproyeksikan|"
    r"diperkirakan|diharapkan|harapan\w*|dapat|paling lambat|selambat-lambatnya|mulai berlaku|hendak|prakiraan)\b",
    re.IGNORECASE,
)
_SIGNING = re.compile(r"\b(?:ditetapkan|diundangkan)\s+(?:di|pada)\b|^pada tanggal\b", re.IGNORECASE)
_COMING = re.compile(
    r"\b(?:menuju|menyongsong|menghadapi|memasuki|menjelang)\s+tahun\s+(?:anggaran\s+)?(?P<year>(?:19|20)\d\d)\b", re.I
)
_NEAR = 60  # how far from a date, in characters, the words that say whether it is a fact may stand


def later_than_enactment(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    enacted = data.enacted_on
    if enacted is None:
        return
    for passage in prose(data.document):
        if _SIGNING.search(passage.text):
            continue
        for sentence in split(passage.text):
            yield from _told_later(passage, sentence, enacted)
        for match in _LAW.finditer(passage.text):
            if int(match["year"]) > enacted.year:
                yield _later(passage.at(match.group()), match.group(), enacted)


def _told_later(passage: Passage, sentence: str, enacted: date) -> Iterator[Finding]:
    for match in _DATE.finditer(sentence):
        told = _earliest(match)
        if told is not None and told > enacted and _is_fact(sentence, match):
            yield _later(passage.at(match.group()), match.group(), enacted)
    for match in _PART.finditer(sentence):
        if _told_of_part(match) > enacted and _is_fact(sentence, match):
            yield _later(passage.at(match.group()), match.group(), enacted)
    for match in _YEAR.finditer(_PART.sub(lambda part: " " * len(part.group()), sentence)):
        if int(match["year"]) > enacted.year and _TOLD.search(sentence) and not _TO_COME.search(sentence):
            yield _later(passage.at(match.group()), match.group(), enacted)


def _earliest(match: re.Match[str]) -> date | None:
    """The first day that can be meant: what is told of a month may be told on its first day."""
    year, month = int(match["year"]), _MONTHS[match["month"].casefold()]
    last = calendar.monthrange(year, month)[1]
    day = last if match["end"] else int(match["day"] or 1)
    return date(year, month, day) if 1 <= day <= last else None


def _told_of_part(match: re.Match[str]) -> date:
    """The first day that can be meant: the last of the quarter or half-year for what is told "to" it."""
    nth, year = match["nth"].casefold(), int(match["year"])
    months = 6 if match["part"].casefold() == "semester" else 3
    last = min((_NTH.get(nth) or int(nth)) * months, 12)
    if match["end"]:
        return date(year, last, calendar.monthrange(year, last)[1])
    return date(year, last - months + 1, 1)


def _is_fact(sentence: str, match: re.Match[str]) -> bool:
    """Words nearby in the same clause tell a result, and none tells a plan."""
    before = sentence[max(0, match.start() - _NEAR) : match.start()]
    after = sentence[match.end() : match.end() + _NEAR]
    if re.fullmatch(r"\s*(?:pada|di|dalam)?\s*", before, re.IGNORECASE):
        after = after.lstrip(", ")  # a sentence that opens with the time
    after = re.split(r"[,;]\s|\sdan\s", after)[0]
    if _TO_COME.search(before) or _TO_COME.search(after):
        return False
    return bool(_HAPPENED.search(f"{before} {after}") or re.search(r"\btanggal\s*$", before, re.IGNORECASE))


def _later(place: Place, words: str, enacted: date) -> Finding:
    day = _named(enacted)
    return LATER_THAN_ENACTMENT.found(
        Words(
            f"{quoted(words)} diceritakan sebagai sudah terjadi, padahal peraturan ditetapkan {day.id}.",
            f"{quoted(words)} is told as past, but the regulation was enacted on {day.en}.",
        ),
        Words(
            "Ganti dengan data terakhir sebelum penetapan, atau nyatakan sebagai rencana.",
            "Use the last figures known at enactment, or state it as a plan.",
        ),
        [place],
    )


def _named(day: date) -> Words:
    month = next(name for name, number in _MONTHS.items() if number == day.month).capitalize()
    return Words(f"{day.day} {month} {day.year}", f"{day.day} {calendar.month_name[day.month]} {day.year}")


def past_as_future(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    enacted = data.enacted_on
    if enacted is None:
        return
    for passage in prose(data.document):
        for match in _COMING.finditer(passage.text):
            if int(match["year"]) < enacted.year or (int(match["year"]) == enacted.year and enacted.month > 1):
                yield PAST_AS_FUTURE.found(
                    Words(
                        f"{quoted(match.group())} menyebut tahun {match['year']} belum tiba, padahal peraturan "
                        f"ditetapkan pada tahun {enacted.year}.",
                        f"{quoted(match.group())} speaks of {match['year']} as yet to come, though the regulation was "
                        f"enacted in {enacted.year}.",
                    ),
                    Words("Perbarui kalimatnya.", "Bring the sentence up to date."),
                    [passage.at(match.group())],
                )


RULES = (Rule(later_than_enactment, (LATER_THAN_ENACTMENT,)), Rule(past_as_future, (PAST_AS_FUTURE,)))
