"""Laws cited in two ways, gazette numbers that cannot be, and two lists of legal bases that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from petajalan.regulation.data import Citation, RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.laws import Amendment, Gazette, amendments, gazettes, law_name, principal
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

CITATION_TWO_WAYS = Code(
    "citation_two_ways",
    Severity.ERROR,
    Words(
        "Satu peraturan disebut dengan judul, lembaran negara, atau perubahan terakhir yang berbeda.",
        "One law is cited with two titles, two gazette numbers or two last amendments.",
    ),
    Words(
        "Undang-undang yang sama, sekali Lembaran Negara Nomor 10, sekali Nomor 110.",
        "The same law, once State Gazette number 10, once number 110.",
    ),
)
GAZETTE_OUT_OF_ORDER = Code(
    "gazette_out_of_order",
    Severity.WARNING,
    Words(
        "Nomor Tambahan Lembaran Negara terus naik dari tahun ke tahun, tetapi yang lebih lama bernomor lebih besar.",
        "The numbers of the supplement to the State Gazette run on from year to year, but an older one is higher here.",
    ),
    Words("Nomor 4800 untuk tahun 1985, 3900 untuk tahun 1999.", "Number 4800 for 1985, 3900 for 1999."),
)
LEGAL_BASIS_DIFFERS = Code(
    "legal_basis_differs",
    Severity.NOTE,
    Words(
        "Dasar hukum pada konsiderans dan dasar hukum pada lampiran memuat peraturan yang berbeda.",
        "The legal basis in the preamble and the one in the annex list different laws.",
    ),
    Words(
        "Lampiran menyebut Perda RPJMD, konsiderans tidak.",
        "The annex names the regulation on the plan, the preamble does not.",
    ),
)
_SIMILAR = 0.75  # titles less alike than this are different titles, not a slip of the pen
_LAW = Words(
    "Cari peraturannya di pangkalan data peraturan resmi dan samakan penyebutannya.",
    "Look the law up in the official database of regulations and cite it alike.",
)
_WITHOUT_NUMBER = re.compile(r"\s*\b(?:nomor|no\.?|nr\.?)\s*\d.*$|\s+\d.*$", re.IGNORECASE)
_SHORT_NAME = 4  # words; a longer name is the full one
Key = tuple[str, str, int | None]


def citation_two_ways(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    by_law: dict[Key, list[Citation]] = defaultdict(list)
    for citation in data.citations:
        by_law[citation.kind, citation.number, citation.year].append(citation)
    for citations in by_law.values():
        yield from _two_titles(citations)
        yield from _many_names(citations)
    told = list(amendments(data))
    yield from _two_gazettes(list(gazettes(data)))
    yield from _two_amendments(told)
    yield from _shared_gazettes(list(gazettes(data)), {amendment.by for amendment in told})


def _two_titles(citations: list[Citation]) -> Iterator[Finding]:
    titled = [citation for citation in citations if citation.title]
    for other in titled[1:]:
        first = titled[0]
        if not _same_title(first.title or "", other.title or ""):
            titles = listed((quoted(first.title or ""), quoted(other.title or "")))
            yield CITATION_TWO_WAYS.found(
                Words(
                    f"{law_name(first)} disebut dengan judul {titles.id}.",
                    f"{law_name(first)} is cited with the titles {titles.en}.",
                ),
                _LAW,
                [first.place, other.place],
            )
            return


def _same_title(one: str, other: str) -> bool:
    """In running text a title is cut short or runs on into the sentence, so only the common length is compared.
    One or two words tell only where the first agrees: they may abbreviate the title."""
    words, rivals = plain(one).split(), plain(other).split()
    length = min(len(words), len(rivals))
    if length < 2 or (length < 3 and words[0] != rivals[0]):
        return True
    return SequenceMatcher(None, words[:length], rivals[:length], autojunk=False).ratio() >= _SIMILAR or (
        SequenceMatcher(None, " ".join(words[:length]), " ".join(rivals[:length]), autojunk=False).ratio() >= _SIMILAR
    )


def _many_names(citations: list[Citation]) -> Iterator[Finding]:
    """A ministerial regulation called by more than one short name beside the full one."""
    names: dict[str, Citation] = {}
    for citation in citations:
        printed = _WITHOUT_NUMBER.sub("", citation.place.printed).strip()
        if len(printed.split()) <= _SHORT_NAME:
            names.setdefault(plain(printed), citation)
    shown = [_WITHOUT_NUMBER.sub("", citation.place.printed).strip() for citation in names.values()]
    if len(names) < 2 or not citations[0].kind.startswith("peraturan menteri"):
        return
    listing = listed(quoted(name) for name in shown)
    yield CITATION_TWO_WAYS.found(
        Words(
            f"{law_name(citations[0])} disingkat dengan {len(names)} cara: {listing.id}.",
            f"{law_name(citations[0])} is abbreviated in {len(names)} ways: {listing.en}.",
        ),
        Words("Pakai satu singkatan resmi.", "Use one official abbreviation."),
        [citation.place for citation in names.values()],
        Severity.NOTE,
    )


def _two_gazettes(found: list[Gazette]) -> Iterator[Finding]:
    """One law whose own gazette statement differs."""
    by_law: dict[tuple[str, str], list[Gazette]] = defaultdict(list)
    for gazette in found:
        by_law[gazette.law, gazette.kind].append(gazette)
    for (law, kind), stated in by_law.items():
        numbers = dict.fromkeys(gazette.number for gazette in stated)
        if len(numbers) > 1:
            names = listed(numbers)
            yield CITATION_TWO_WAYS.found(
                Words(
                    f"{law}: nomor {kind.title()} tertulis {names.id}.",
                    f"{law}: the number of the {kind.title()} is printed as {names.en}.",
                ),
                _LAW,
                [gazette.place for gazette in stated],
            )


def _shared_gazettes(found: list[Gazette], amending: set[str]) -> Iterator[Finding]:
    """Two laws with one gazette number, unless both are said to amend the same law, which is told already."""
    by_gazette: dict[tuple[str, int | None, str], list[Gazette]] = defaultdict(list)
    for gazette in found:
        by_gazette[gazette.kind, gazette.year, gazette.number].append(gazette)
    for (kind, year, number), stated in by_gazette.items():
        laws = list(dict.fromkeys(gazette.law for gazette in stated))
        if len(laws) > 1 and year is not None and not set(laws) <= amending:
            names = listed(laws)
            yield CITATION_TWO_WAYS.found(
                Words(
                    f"{kind.title()} Tahun {year} Nomor {number} disebut untuk {names.id}.",
                    f"{kind.title()} {year} number {number} is given for {names.en}.",
                ),
                _LAW,
                [gazette.place for gazette in stated],
            )


def _two_amendments(found: list[Amendment]) -> Iterator[Finding]:
    by_law: dict[str, list[Amendment]] = defaultdict(list)
    for amendment in found:
        by_law[amendment.law].append(amendment)
    for law, stated in by_law.items():
        last = dict.fromkeys(amendment.by for amendment in stated)
        if len(last) < 2:
            continue
        names = listed(last)
        same = _shared(amendment.gazette for amendment in stated)
        gazette = Words("", "")
        if same:
            gazette = Words(
                f" Keduanya memakai {same}, jadi hanya satu yang benar.",
                f" Both carry {same}, so only one can be right.",
            )
        yield CITATION_TWO_WAYS.found(
            Words(
                f"{law} disebut terakhir diubah dengan {names.id}.{gazette.id}",
                f"{law} is said to be last amended by {names.en}.{gazette.en}",
            ),
            _LAW,
            [amendment.place for amendment in stated],
        )


def _shared(gazettes_printed: Iterable[str | None]) -> str | None:
    printed = set(gazettes_printed)
    return printed.pop() if len(printed) == 1 else None


def gazette_out_of_order(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    supplements = sorted(
        {
            (gazette.year, int(gazette.number), gazette.place)
            for gazette in gazettes(data)
            if gazette.kind == "tambahan lembaran negara" and gazette.year is not None and gazette.number.isdigit()
        },
        key=lambda stated: stated[:2],
    )
    for at, (year, number, place) in enumerate(supplements):
        later = next(((y, n, p) for y, n, p in supplements[at + 1 :] if y > year and n < number), None)
        if later is not None:
            yield GAZETTE_OUT_OF_ORDER.found(
                Words(
                    f"Tambahan Lembaran Negara Nomor {number} disebut untuk tahun {year}, padahal Nomor {later[1]} "
                    f"untuk tahun {later[0]}.",
                    f"Number {number} of the supplement to the State Gazette is given for {year}, but {later[1]} for "
                    f"{later[0]}.",
                ),
                _LAW,
                [place, later[2]],
            )


def legal_basis_differs(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    body, annex = principal(data, "legal_basis"), principal(data, "legal_basis_section")
    if not body or not annex:
        return
    only_body = _missing_from([citation for citation in data.citations if citation.where == annex[0].where], body)
    only_annex = _missing_from([citation for citation in data.citations if citation.where == body[0].where], annex)
    if not only_body and not only_annex:
        return
    parts_id, parts_en = [], []
    for citations, where in (
        (only_body, Words("hanya pada konsiderans", "only in the preamble")),
        (only_annex, Words("hanya pada lampiran", "only in the annex")),
    ):
        if citations:
            names = listed(law_name(citation) for citation in citations)
            parts_id.append(f"{where.id}: {names.id}")
            parts_en.append(f"{where.en}: {names.en}")
    yield LEGAL_BASIS_DIFFERS.found(
        Words(
            f"Dua daftar dasar hukum tidak sama; {'; '.join(parts_id)}.",
            f"The two lists of legal bases differ; {'; '.join(parts_en)}.",
        ),
        Words(
            "Samakan kedua daftar, atau jelaskan mengapa berbeda.",
            "Make both lists alike, or say why they differ.",
        ),
        [citation.place for citation in (*only_body, *only_annex)],
    )


def _missing_from(there: list[Citation], here: list[Citation]) -> list[Citation]:
    """Laws of one list that the other does not name anywhere, each once."""
    known = {(citation.number, citation.year) for citation in there}
    names = " ".join(plain(citation.title or "") for citation in there)
    missing: dict[tuple[str, int | None], Citation] = {}
    for citation in here:
        named = re.search(rf"\bnomor {re.escape(plain(citation.number))} tahun {citation.year}\b", names)
        if (citation.number, citation.year) not in known and not named and citation.year is not None:
            missing.setdefault((citation.number, citation.year), citation)
    return list(missing.values())


RULES = (
    Rule(citation_two_ways, (CITATION_TWO_WAYS,)),
    Rule(gazette_out_of_order, (GAZETTE_OUT_OF_ORDER,)),
    Rule(legal_basis_differs, (LEGAL_BASIS_DIFFERS,)),
)
