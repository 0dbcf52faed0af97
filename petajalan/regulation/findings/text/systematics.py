"""The chapters an article promises, and the parts every road map must have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData, Section
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.register import Register
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

SYSTEMATICS_MISMATCH = Code(
    "systematics_mismatch",
    Severity.ERROR,
    Words(
        "Bab dalam lampiran tidak sama dengan sistematika yang ditetapkan dalam pasal.",
        "The chapters of the annex are not those that an article lays down.",
    ),
    Words(
        "Pasal menyebut Bab IV Pelaksanaan, lampiran berjudul Pengelolaan.",
        "The article says Chapter IV Pelaksanaan, the annex prints Pengelolaan.",
    ),
)
PART_MISSING = Code(
    "part_missing",
    Severity.WARNING,
    Words(
        "Bagian yang wajib ada dalam road map pemerintah daerah tidak ditemukan.",
        "A part that the road map of a regional government must have was not found.",
    ),
    Words("Tidak ada tema RB Tematik.", "There are no themes."),
)
_CHAPTER = re.compile(
    r"^BAB\s+(?P<number>[IVXLC]+)\s*[:.–-]?\s*(?P<title>.*?)[;.,]?(?:\s+dan)?$", re.IGNORECASE | re.DOTALL
)
_NATIONAL = re.compile(r"\bnasional\b", re.IGNORECASE)
_ISSUES = re.compile(r"\b(?:isu|permasalahan)\b", re.IGNORECASE)
_MANAGEMENT = re.compile(
    r"\b(?:manajemen|pengelolaan|pelaksanaan|tata kelola|pengorganisasian|kelembagaan|monitoring|pemantauan|"
    r"pelaporan)\b",
    re.IGNORECASE,
)


def systematics_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    promised = dict(_promised(data))
    chapters = {section.number: section for section in _annex(data) if section.level == 1 and section.number}
    if len(promised) < 2 or not chapters:
        return
    terms = Register(reference, "term")
    for number, (title, place) in promised.items():
        chapter = chapters.get(number)
        if chapter is None:
            yield _differs(
                Words(
                    f"Bab {number} {quoted(title)} tidak ada dalam lampiran.",
                    f"Chapter {number} {quoted(title)} is not in the annex.",
                ),
                [place],
            )
        elif plain(title) != plain(chapter.title):
            same = _spelled_out(title, terms) == _spelled_out(chapter.title, terms)
            yield _differs(
                Words(
                    f"Bab {number} berjudul {quoted(title)} dalam pasal dan {quoted(chapter.title)} dalam lampiran.",
                    f"Chapter {number} is {quoted(title)} in the article and {quoted(chapter.title)} in the annex.",
                ),
                [place, chapter.place],
                Severity.NOTE if same else None,
            )
    for number, chapter in chapters.items():
        if number not in promised:
            yield _differs(
                Words(
                    f"Bab {number} {quoted(chapter.title)} tidak disebut dalam sistematika.",
                    f"Chapter {number} {quoted(chapter.title)} is not among those laid down.",
                ),
                [chapter.place],
            )


def _annex(data: RegulationData) -> list[Section]:
    """The sections after the last article: the articles of a body may stand in chapters of their own."""
    headings = {
        block.place: index for index, block in enumerate(data.document.blocks) if block.kind == BlockKind.HEADING
    }
    last = max((headings.get(article.place, -1) for article in data.articles), default=-1)
    return [section for section in data.sections if headings.get(section.place, last + 1) > last]


def _promised(data: RegulationData) -> Iterator[tuple[str, tuple[str, Place]]]:
    for article in data.articles:
        for index in article.blocks:
            block = data.document.blocks[index]
            match = _CHAPTER.match(block.text)
            if match and match["title"]:
                yield match["number"].upper(), (match["title"].strip(), block.place)


def _spelled_out(title: str, terms: Register) -> str:
    """The title with known abbreviations in full: "RB" is "Reformasi Birokrasi"."""
    words = [known.entry.full if (known := terms.find(word)) and known.exact else word for word in title.split()]
    return plain(" ".join(words))


def _differs(message: Words, places: list[Place], severity: Severity | None = None) -> Finding:
    advice = Words(
        "Samakan sistematika dalam pasal dengan judul bab dalam lampiran.",
        "Make the chapters in the article and in the annex agree.",
    )
    return SYSTEMATICS_MISMATCH.found(message, advice, places, severity)


def part_missing(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """The five parts that the ministry's circular letter B/98/RB.00/2023 asks of a regional road map: own issues and
    results, goals and objectives, key activities with yearly targets, themes with targets, management."""
    sections = [section for section in _annex(data) if section.title]
    if len([section for section in sections if section.level == 1]) < 2:
        return  # an extract or a workbook is not judged for completeness
    road_map = data.road_map
    chapters = [section for section in sections if section.level == 1]
    issues = [section for section in sections if _ISSUES.search(section.title)]
    if not issues:
        yield _part(Words("isu strategis", "the strategic issues"), chapters[:1])
    elif all(_is_national(section, sections) for section in issues):
        yield _part(
            Words(
                "isu strategis instansi sendiri (yang ada hanya isu nasional)",
                "the agency's own strategic issues (there are only national ones)",
            ),
            [issues[0]],
            Severity.NOTE,
        )
    if not road_map.objectives and not road_map.goals:
        yield _part(Words("tujuan dan sasaran strategis", "goals and strategic objectives"), chapters[:1])
    if not road_map.key_activities:
        yield _part(
            Words("kegiatan utama RB General dengan target tahunan", "key activities with yearly targets"), chapters[:1]
        )
    if not road_map.themes:
        yield _part(Words("tema RB Tematik dengan targetnya", "themes with their targets"), chapters[:1])
    if not any(_MANAGEMENT.search(section.title) for section in sections):
        yield _part(Words("manajemen pelaksanaan reformasi birokrasi", "the management of the reform"), chapters[:1])


def _is_national(section: Section, sections: list[Section]) -> bool:
    """A subsection speaks of what its section speaks of."""
    parents = [other for other in sections if section.number.startswith(f"{other.number}.")]
    return any(_NATIONAL.search(part.title) for part in (section, *parents))


def _part(what: Words, sections: list[Section], severity: Severity | None = None) -> Finding:
    return PART_MISSING.found(
        Words(f"Tidak ditemukan {what.id}.", f"Not found: {what.en}."),
        Words(
            "Tambahkan bagian itu; road map pemerintah daerah wajib memuatnya.",
            "Add this part; the road map of a regional government must have it.",
        ),
        [section.place for section in sections],
        severity,
    )


RULES = (Rule(systematics_mismatch, (SYSTEMATICS_MISMATCH,)), Rule(part_missing, (PART_MISSING,)))
