"""Laws and regulations named in the text, with their titles and gazettes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from petajalan.regulation.data import Citation
from petajalan.regulation.document import Block, BlockKind, Document, Place
from petajalan.regulation.recognise.dates import first_date
from petajalan.regulation.recognise.laws import ANY_KIND, kind_of
from petajalan.regulation.recognise.names import fold

_NOT_ISSUER = (
    r"(?!(?:Nomor|No|Nr|Tahun|tentang|perihal|yang|ini|telah|sebagaimana|dimaksud|tersebut|terkait)\b|"
    r"Peraturan|Undang|Keputusan)"
)
_NUMBER = r"\d+[A-Z]?\s+dan\s+\d+(?=\s+tahun)|[A-Z]{0,4}\d*(?:[./-]\w+)*\d+[A-Z]?(?:[./-]\w+)*"
_CITED = re.compile(
    rf"\b(?P<kind>{ANY_KIND})(?P<issuer>(?:\s+{_NOT_ISSUER}[\w/()&-]+){{0,14}}?)"
    rf"\s*(?:\b(?:Nomor|No\b\.?|Nr\b\.?)\s*:?\s*(?P<number>{_NUMBER})|(?P<bare>\d+)(?=\s+tahun\s+\d{{4}}))"
    r"(?:\s+(?:tahun|thn\.?|th\.?)\s+(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s*(?:,?\s*(?:tanggal\s+)?\d{1,2}\s+[A-Za-z]+\s+\d{4})?\s*,?\s*(?:tentang|perihal)\s*:?\s+", re.I)
_DATED = re.compile(r"\s*,?\s*(?:tanggal\s+)?(\d{1,2}\s+[A-Za-z]+\s+\d{4})")
_GAZETTES = re.compile(r"\s*\((?=\s*(?:Tambahan\s+)?(?:Lembaran|Berita)\b)([^)]*)\)", re.IGNORECASE)
_GAZETTE = re.compile(
    r"((?:Tambahan\s+)?(?:Lembaran|Berita)\s+(?:Negara|Daerah))[^,;]*?(?:Tahun\s+(\d{4})\s*,?\s*)?Nomor\s*([\w./-]+)|"
    r"((?:Tambahan\s+)?(?:Lembaran|Berita)\s+(?:Negara|Daerah))[^,;]*?tanggal\s+\d{1,2}\s+\w+\s+(\d{4})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*\((?=\s*(?:Tambahan\s+)?(?:Lembaran|Berita)\b)|;|\.(?=\s|$)|,?\s+sebagaimana\s|,?\s+yang\s+telah\s|"
    r",\s+(?=dicabut|dinyatakan|perlu)",
    re.IGNORECASE,
)
# Words that carry a sentence on after a title; in a list of laws a title goes to the end of its item.
_CARRIES_ON = re.compile(
    r",?\s+(?:yang|diharapkan|dijelaskan|disebutkan|dinyatakan|menyatakan|mengamanatkan|perlu|maka|agar|telah|adalah|"
    r"merupakan|sehingga|sedangkan|bahwa)\s|(?<=\d{4}),\s|"
    rf"\s+(?:dan|serta)\s+(?=(?:{ANY_KIND})\b)|,\s+(?:dan|serta)\s+(?:Pemerintah|Pemda|Kota|Kabupaten|Provinsi)\s"
)
# "... tentang Aparatur Negara menuntut ...": after capitalised words a verb begins the sentence's own words again.
_VERB = re.compile(r"(\b[A-Z]\w*|\b\d{4}|\([A-Z]\w+\)),?\s+me(?!njadi\b)[a-z]{4,}\s")
_CONSIDERING = re.compile(r"Meni\w{1,4}bang\b", re.IGNORECASE)
_BASIS = re.compile(r"(?:Mengingat|Memperhatikan)\b", re.IGNORECASE)
_SETTING = re.compile(r"(?:MEMUTUSKAN|Menetapkan)\b", re.IGNORECASE)
_BASIS_SECTION = re.compile(
    r"\b(?:dasar|landasan)\s+\(?(?:hukum|peraturan|yuridis)\b|^\W*(?:[A-Z\d.]{1,8}[.)]?\s+)?landasan\W*$", re.IGNORECASE
)
_OWN_HEAD = re.compile(r"LAMPIRAN\b|BERITA DAERAH|LEMBARAN DAERAH", re.IGNORECASE)


def citations(document: Document) -> tuple[Citation, ...]:
    """In printed order; those inside the title of another ("Perubahan atas Peraturan ...") follow it."""
    return tuple(_cited(document))


def _cited(document: Document) -> Iterator[Citation]:
    where = "text"
    for block in document.blocks:
        where = _where(block, where)
        if block.kind is BlockKind.TABLE and block.table is not None:
            for cell in document.tables[block.table].cells():
                for found in _in_text(cell.text, "text"):
                    yield found.citation("text", cell.place.showing(found.words))
        elif block.kind is not BlockKind.CATCHWORD and not block.text.isupper() and not _OWN_HEAD.match(block.text):
            for found in _in_text(block.text, where):
                yield found.citation(where, block.place_of(found.words))


def _where(block: Block, before: str) -> str:
    if block.kind is BlockKind.HEADING:
        return "legal_basis_section" if _BASIS_SECTION.search(block.text) else "text"
    if _CONSIDERING.match(block.text):
        return "considering"
    if _BASIS.match(block.text):
        return "legal_basis"
    return "text" if _SETTING.match(block.text) else before


@dataclass(frozen=True, slots=True)
class _Found:
    words: str
    kind: str
    number: str
    year: int | None
    title: str | None
    gazette: tuple[tuple[str, int | None, str], ...]

    def citation(self, where: str, place: Place) -> Citation:
        return Citation(self.kind, self.number, self.year, self.title, self.gazette, where, place)


def _in_text(text: str, where: str) -> Iterator[_Found]:
    end_of_outer = 0
    in_list = where in ("legal_basis", "legal_basis_section")
    for cited in _CITED.finditer(text):
        nested = cited.start() < end_of_outer
        about = _ABOUT.match(text, cited.end())
        end = cited.end()
        title = None
        if about is not None:
            end = _end_of_title(text, about.end(), in_list, nested)
            title = fold(text[about.end() : end]).strip(' ,:“”"') or None
        if not nested:
            end_of_outer = end
        number = cited.group("number") or cited.group("bare")
        yield _Found(
            words=cited.group(0),
            kind=kind_of(cited.group("kind"), cited.group("issuer")),
            number=fold(number),
            year=_year(cited, number, text),
            title=title,
            gazette=() if nested else _gazettes(text, end),
        )


def _year(cited: re.Match[str], number: str, text: str) -> int | None:
    if year := cited.group("year"):
        return int(year)
    if tail := re.search(r"/((?:19|20)\d\d)$", number):
        return int(tail.group(1))
    dated = _DATED.match(text, cited.end())
    day = first_date(dated.group(1)) if dated else None
    return day.year if day else None


def _end_of_title(text: str, start: int, in_list: bool, nested: bool) -> int:
    found = [match.start()] if (match := _ENDS.search(text, start)) else []
    if not in_list and (carried := _CARRIES_ON.search(text, start)):
        found.append(carried.start())
    if not in_list and (verb := _VERB.search(text, start)):
        found.append(verb.end(1))
    # "... tentang Cipta Kerja menjadi Undang-Undang": the outer title goes on after the inner one.
    if nested and (becomes := re.search(r"\s+menjadi\s+Undang", text[start:])):
        found.append(start + becomes.start())
    return min(found, default=len(text))


def _gazettes(text: str, start: int) -> tuple[tuple[str, int | None, str], ...]:
    brackets = _GAZETTES.match(text, start)
    found = []
    for gazette in _GAZETTE.finditer(brackets.group(1)) if brackets else ():
        kind, year, number, dated_kind, dated_year = gazette.groups()
        said = year or dated_year
        found.append((fold(kind or dated_kind).lower(), int(said) if said else None, number or ""))
    return tuple(found)
