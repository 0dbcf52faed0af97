"""Statements of what the regulation is that differ between its title page, its annex and its gazette line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Identity, RegulationData
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

NUMBER_MISMATCH = Code(
    "number_mismatch",
    Severity.ERROR,
    Words(
        "Nomor peraturan pada lampiran berbeda dengan nomor pada batang tubuhnya.",
        "The annex prints another regulation number than the body.",
    ),
    Words("Batang tubuh: Nomor 7; kepala lampiran: Nomor 17.", "Body: Number 7; head of the annex: Number 17."),
)
YEAR_MISMATCH = Code(
    "year_mismatch",
    Severity.ERROR,
    Words(
        "Tahun peraturan berbeda di dua tempat, atau berbeda dengan tahun penetapannya.",
        "The year of the regulation differs between two places, or from the year in which it was enacted.",
    ),
    Words("Nomor 7 Tahun 2023, ditetapkan 3 Januari 2024.", "Number 7 of 2023, enacted on 3 January 2024."),
)
TITLE_MISMATCH = Code(
    "title_mismatch",
    Severity.ERROR,
    Words(
        "Judul peraturan pada lampiran atau diktum menetapkan berbeda dengan judul halaman pertama.",
        "The title in the annex or in the enacting clause differs from the title on the first page.",
    ),
    Words(
        "Halaman pertama menyebut pemerintah kota, lampiran hanya menyebut kota.",
        "The first page names the city government, the annex the city alone.",
    ),
)
_PARTS = {
    "body": Words("judul", "the title page"),
    "annex": Words("lampiran", "the annex"),
    "gazette": Words("berita daerah", "the gazette line"),
    "article": Words("diktum menetapkan", "the enacting clause"),
}
_PERIOD = re.compile(r"\b(?:tahun\s+)?(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?\b", re.IGNORECASE)
_ADVICE = Words(
    "Tentukan yang benar menurut naskah yang diundangkan dan betulkan yang lain.",
    "Decide which is right according to the promulgated text and correct the other.",
)


def number_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """The gazette line has a number of its own, which need not be the regulation's."""
    body, others = _body(data)
    for other in others:
        if body and other.part != "gazette" and body.number and other.number and body.number != other.number:
            part = _PARTS.get(other.part, Words(other.part, other.part))
            yield NUMBER_MISMATCH.found(
                Words(
                    f"Nomor peraturan tertulis {body.number} pada judul, tetapi {other.number} pada {part.id}.",
                    f"The regulation is number {body.number} on the title page, but {other.number} in {part.en}.",
                ),
                _ADVICE,
                [body.place, other.place],
            )


def year_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    body, others = _body(data)
    if body is None or body.year is None:
        return
    for other in others:
        if other.year is not None and other.year != body.year:
            part = _PARTS.get(other.part, Words(other.part, other.part))
            yield YEAR_MISMATCH.found(
                Words(
                    f"Tahun peraturan tertulis {body.year} pada judul, tetapi {other.year} pada {part.id}.",
                    f"The regulation is of {body.year} on the title page, but of {other.year} in {part.en}.",
                ),
                _ADVICE,
                [body.place, other.place],
            )
    if data.enacted_on is not None and data.enacted_on.year != body.year:
        yield YEAR_MISMATCH.found(
            Words(
                f"Peraturan bertahun {body.year}, tetapi ditetapkan pada tahun {data.enacted_on.year}.",
                f"The regulation is of {body.year}, but it was enacted in {data.enacted_on.year}.",
            ),
            _ADVICE,
            [body.place],
        )


def title_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """Periods are left to `period_mismatch`."""
    body, others = _body(data)
    for other in others:
        if body and body.title and other.title and _title(body.title) != _title(other.title):
            part = _PARTS.get(other.part, Words(other.part, other.part))
            yield TITLE_MISMATCH.found(
                Words(
                    f"Judul pada {part.id} adalah {quoted(other.title)}, pada halaman pertama {quoted(body.title)}.",
                    f"The title in {part.en} is {quoted(other.title)}, on the first page {quoted(body.title)}.",
                ),
                _ADVICE,
                [body.place, other.place],
            )


def _body(data: RegulationData) -> tuple[Identity | None, list[Identity]]:
    body = next((identity for identity in data.identities if identity.part == "body"), None)
    return body, [identity for identity in data.identities if identity is not body]


def _title(title: str) -> str:
    return plain(_PERIOD.sub(" ", title)).removeprefix("tentang ")


RULES = (
    Rule(number_mismatch, (NUMBER_MISMATCH,)),
    Rule(year_mismatch, (YEAR_MISMATCH,)),
    Rule(title_mismatch, (TITLE_MISMATCH,)),
)
