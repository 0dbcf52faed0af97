"""References to parts that are not there: tables, figures, articles, chapters, dictums, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Article, RegulationData
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import Passage, passages, prose
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.reading.patterns import CAPTION, caption_number
from petajalan.regulation.reference import Reference

MISSING_REFERENCE = Code(
    "missing_reference",
    Severity.WARNING,
    Words(
        "Teks merujuk pada tabel, gambar, pasal, ayat, bab, atau diktum yang tidak ada dalam peraturan ini.",
        "The text refers to a table, figure, article, paragraph, chapter or dictum that this regulation lacks.",
    ),
    Words("“lihat Tabel 3.9”, padahal tabel terakhir 3.6.", "“see Table 3.9”, when the last one is 3.6."),
)
ASTERISK_WITHOUT_FOOTNOTE = Code(
    "asterisk_without_footnote",
    Severity.WARNING,
    Words(
        "Tanda bintang pada sebuah nama tidak dijelaskan di mana pun.",
        "An asterisk on a name is explained nowhere.",
    ),
    Words("“Indeks Layanan*” tanpa catatan kaki.", "“Indeks Layanan*” without a footnote."),
)
_NUMBERED = re.compile(
    r"\b(?P<what>tabel|gambar|grafik|diagram|bagan)\s+(?P<number>(?:\d+|(?-i:[IVX]+))(?:\s*[.–-]\s*\d+)+)(?![\w/])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"\bpasal\s+(?P<article>\d+(?:\s?(?-i:[A-Z]))?)\b(?:\s+ayat\s+\((?P<paragraph>\d+[a-z]?)\))?(?:\s+huruf\s+(?P<letter>[a-z])\b)?",
    re.IGNORECASE,
)
_OF_ANOTHER_LAW = re.compile(
    r"^[\s,]*(?:dan\s+pasal\s+\S+\s+)?(?:ayat\s*\(\d+\)\s*)?(?:huruf\s+[a-z]\s*)?(?:undang-undang|uu|peraturan|pp\b|perpres|"
    r"permen\w*|keputusan|perda|per(?:wali|bup|gub)\w*)",
    re.IGNORECASE,
)
_IN_ANNEX_OF_ANOTHER_LAW = re.compile(
    r"\s+(?:(?:dalam|pada)\s+)?(?:lampiran\s+)?(?:peraturan|keputusan)\b(?!\s+(?:\w+\s+){0,2}ini\b)", re.I
)
_DICTUM = re.compile(r"\bdiktum\s+(?P<which>ke\w+|[IVX]+)\b(?!\s+(?:keputusan|instruksi|surat))", re.IGNORECASE)
_DICTUM_HEADING = re.compile(r"^(?:DIKTUM\s+)?KE(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH|DELAPAN)\b\s*:?")
_CHAPTER = re.compile(r"\bBab\s+(?P<number>[IVXLC]+)\b(?!\s*:)", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?P<what>model|bagan|skema|diagram)\b(?P<of>[^.;:]{0,60}?)\s+di\s?atas\b", re.IGNORECASE)
_STARRED = re.compile(r"(?P<name>[^\W\d_][^*\n]*\w\)?)(?P<stars>\*{1,3})(?=[\s,;.)/]|$)")
_FOOTNOTE = re.compile(r"^(?:keterangan\s*:?\s*|catatan\s*:?\s*)?(?P<stars>\*{1,3})\)?\s*[:=]?\s*\w", re.IGNORECASE)
_ADVICE = Words(
    "Betulkan rujukannya, atau tambahkan bagian yang dirujuk.",
    "Correct the reference, or add the part that is referred to.",
)


def missing_reference(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for rule in (_tables_and_figures, _articles, _chapters, _dictums, _models):
        yield from rule(data)


def _missing(words: str, place: Place, severity: Severity | None = None) -> Finding:
    message = Words(
        f"{quoted(words)} merujuk pada bagian yang tidak ada dalam peraturan ini.",
        f"{quoted(words)} refers to a part that this regulation does not have.",
    )
    return MISSING_REFERENCE.found(message, _ADVICE, [place], severity)


def _tables_and_figures(data: RegulationData) -> Iterator[Finding]:
    captions = [
        (found["what"].casefold(), caption_number(found).replace("-", "."))
        for block in data.document.blocks
        if block.kind == BlockKind.CAPTION and (found := CAPTION.match(block.text))
    ]
    kinds = {"tabel", "gambar", *(what for what, _ in captions)}
    for passage in prose(data.document):
        for match in _NUMBERED.finditer(passage.text):
            what = match["what"].casefold()
            number = re.sub(r"\s*[.–-]\s*", ".", match["number"])
            if _IN_ANNEX_OF_ANOTHER_LAW.match(passage.text[match.end() :]):
                continue
            if what in kinds and (what, number) not in captions:
                yield _missing(match.group(), passage.at(match.group()))


def _articles(data: RegulationData) -> Iterator[Finding]:
    """Only the articles speak of articles of this regulation without naming it."""
    articles = {article.number.replace(" ", ""): article for article in data.articles}
    holders = {index: article for article in data.articles for index in article.blocks}
    for passage in prose(data.document):
        if passage.index not in holders:
            continue
        for match in _ARTICLE.finditer(passage.text):
            if _OF_ANOTHER_LAW.match(passage.text[match.end() :]):
                continue
            article = articles.get(match["article"].replace(" ", ""))
            if article is None or not _has(data, article, match["paragraph"], match["letter"]):
                yield _missing(match.group(), passage.at(match.group()))
        own = holders[passage.index]
        for match in re.finditer(r"(?<!\) )\bpada ayat \((\d+)\)", passage.text):
            if not _has(data, own, match.group(1), None):
                yield _missing(match.group(), passage.at(match.group()))


def _has(data: RegulationData, article: Article, paragraph: str | None, letter: str | None) -> bool:
    markers = {data.document.blocks[index].marker.strip("().") for index in article.blocks}
    return all(part is None or part.casefold() in markers for part in (paragraph, letter))


def _chapters(data: RegulationData) -> Iterator[Finding]:
    chapters = {section.number for section in data.sections if section.level == 1}
    if not chapters:
        return
    for passage in prose(data.document):
        for match in _CHAPTER.finditer(passage.text):
            if match["number"].isupper() and match["number"] not in chapters and not _names_chapters(passage):
                yield _missing(match.group(), passage.at(match.group()))


def _names_chapters(passage: Passage) -> bool:
    """ "BAB IV : PENUTUP" in an article lists the chapters; `systematics` compares it with them."""
    return bool(re.match(r"BAB\s+[IVXLC]+\b", passage.text))


def _dictums(data: RegulationData) -> Iterator[Finding]:
    """Only a decision has dictums; a regulation that speaks of its own was copied from one."""
    if any(_DICTUM_HEADING.match(block.text) for block in data.document.blocks):
        return
    for passage in prose(data.document):
        for match in _DICTUM.finditer(passage.text):
            yield _missing(match.group(), passage.at(match.group()))


def _models(data: RegulationData) -> Iterator[Finding]:
    """A model or chart "above" where no caption speaks of one."""
    captions = " ".join(block.text.casefold() for block in data.document.blocks if block.kind == BlockKind.CAPTION)
    for passage in prose(data.document):
        for match in _ABOVE.finditer(passage.text):
            if match["what"].casefold() not in captions:
                yield _missing(match.group(), passage.at(match.group()), Severity.NOTE)


def asterisk_without_footnote(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    # As printed: a star before a footnote may have been taken for a bullet.
    explained = {
        match["stars"] for passage in passages(data.document) if (match := _FOOTNOTE.match(passage.place.printed))
    }
    starred = [
        (passage, match)
        for passage in passages(data.document)
        if "*" in passage.text
        for match in _STARRED.finditer(passage.text)
        if match["stars"] not in explained
    ]
    if not starred:
        return
    names = listed(dict.fromkeys(quoted(match["name"].strip()) for _, match in starred))
    yield ASTERISK_WITHOUT_FOOTNOTE.found(
        Words(
            f"Tanda bintang pada {names.id} tidak dijelaskan.",
            f"The asterisk on {names.en} is not explained.",
        ),
        Words("Tambahkan catatan kaki, atau hapus tandanya.", "Add the footnote, or delete the asterisk."),
        [passage.at(match.group().strip()) for passage, match in starred],
    )


RULES = (Rule(missing_reference, (MISSING_REFERENCE,)), Rule(asterisk_without_footnote, (ASTERISK_WITHOUT_FOOTNOTE,)))
