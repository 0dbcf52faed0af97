"""Duties and documents that are named and never laid down, and sentences that explain a thing by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import Passage, passages, prose
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.reference import Reference

UNDEFINED_DUTY = Code(
    "undefined_duty",
    Severity.WARNING,
    Words(
        "Dokumen yang wajib disusun tidak diatur isi, bentuk, atau batas waktunya.",
        "A document must be drawn up, but its content, form or deadline is laid down nowhere.",
    ),
    Words(
        "Tim menyusun rencana aksi, tetapi road map tidak memuat tabel, format, atau tenggatnya.",
        "The team draws up an action plan, but the road map has no table, form or deadline for it.",
    ),
)
CIRCULAR_STATEMENT = Code(
    "circular_statement",
    Severity.NOTE,
    Words("Kalimat menjelaskan sesuatu dengan hal itu sendiri.", "A sentence explains a thing by the thing itself."),
    Words("“rencana kerja yang ditetapkan pada rencana kerja”.", "“the work plan set in the work plan”."),
)
_VERB = r"(?:menyusun|membuat|menetapkan|melaksanakan|menyiapkan|penyusunan)"
_DOCUMENTS = {
    "rencana aksi": Words("rencana aksi", "the action plan"),
    "rencana kerja": Words("rencana kerja", "the work plan"),
    "rencana tindak lanjut": Words("rencana tindak lanjut", "the follow-up plan"),
    "kertas kerja": Words("kertas kerja", "the working paper"),
}
_DEADLINE = re.compile(
    r"\b(?:paling\s+(?:lambat|lama)|selambat-lambatnya|sebelum\s+tanggal|batas\s+waktu|pada\s+tanggal)\b", re.IGNORECASE
)
_FORM = re.compile(
    r"\b(?:format|formulir|matriks|sebagaimana tercantum|sekurang-kurangnya memuat|paling sedikit memuat)\b", re.I
)
_CIRCULAR = re.compile(
    r"\b(?P<thing>[^\W\d_]+\s+[^\W\d_]+)\s+yang\s+(?:telah\s+)?(?:ditetapkan|disusun|diatur|dimuat|tercantum)\s+"
    r"(?:pada|dalam|di dalam)\s+(?P=thing)\b",
    re.IGNORECASE,
)


def undefined_duty(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for document, name in _DOCUMENTS.items():
        words = r"\s+".join(document.split())
        pattern = re.compile(rf"\b{words}\b", re.IGNORECASE)
        duty = re.compile(rf"^\W*{_VERB}\s+{words}\b", re.IGNORECASE)
        duties = [
            passage for passage in prose(data.document) if passage.kind == BlockKind.ITEM and duty.search(passage.text)
        ]
        if not duties or _is_laid_down(data, pattern):
            continue
        others = [
            passage
            for passage in prose(data.document)
            if passage.index is not None
            and passage.index > (duties[0].index or 0)
            and passage not in duties
            and pattern.search(passage.text)
        ]
        yield UNDEFINED_DUTY.found(
            Words(
                f"{name.id.capitalize()} wajib disusun, tetapi isi, bentuk, dan batas waktunya tidak diatur.",
                f"{name.en.capitalize()} must be drawn up, but its content, form and deadline are not laid down.",
            ),
            Words(
                "Tambahkan tabel atau format, isi minimal, dan tenggat penyusunannya.",
                "Add a table or form, the least it must contain, and the deadline.",
            ),
            [_place(passage, pattern) for passage in (*duties, *others)],
        )


def _place(passage: Passage, pattern: re.Pattern[str]) -> Place:
    found = pattern.search(passage.text)
    return passage.at(found.group()) if found else passage.place


def _is_laid_down(data: RegulationData, pattern: re.Pattern[str]) -> bool:
    """A heading, a caption, a column or a definition speaks of it, or a sentence gives its form or deadline."""
    for passage in passages(data.document):
        if not pattern.search(passage.text):
            continue
        if passage.kind in (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TABLE):
            return True
        if _DEADLINE.search(passage.text) or _FORM.search(passage.text):
            return True
        if re.match(rf"(?:{pattern.pattern})[^.;]*?\badalah\b", passage.text, re.IGNORECASE):
            return True
    return False


def circular_statement(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for passage in prose(data.document):
        for match in _CIRCULAR.finditer(passage.text):
            yield CIRCULAR_STATEMENT.found(
                Words(
                    f"{quoted(match.group())} merujuk pada dirinya sendiri.",
                    f"{quoted(match.group())} refers to itself.",
                ),
                Words("Sebutkan dokumen yang dimaksud.", "Name the document that is meant."),
                [passage.at(match.group())],
            )


RULES = (Rule(undefined_duty, (UNDEFINED_DUTY,)), Rule(circular_statement, (CIRCULAR_STATEMENT,)))
