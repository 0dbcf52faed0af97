"""Duties and documents that are named and never laid down, and sentences that explain a thing by itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import BlockKind, Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import Passage, passages, prose
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.recognise.names import plain
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
_ADVICE = Words(
    "Tambahkan tabel atau format, isi minimal, dan tenggat penyusunannya.",
    "Add a table or form, the least it must contain, and the deadline.",
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
_NAMED = (
    r"(?P<name>(?:rencana|pedoman|petunjuk|panduan|standar|prosedur|kertas|matriks|peta|profil|strategi|program\s+kerja|"
    r"kerangka|kode\s+etik)(?:\s+(?!(?:pada|di|untuk|dalam|dengan|setiap|tiap|bagi|oleh|paling|yang|dan|atau|serta|"
    r"sebagai|sebagaimana|terhadap|kepada|tahun|sesuai|selambat-lambatnya|masing-masing|berdasarkan|atas|guna|agar|ini|"
    r"tersebut|dari|secara|melalui)\b)[^\W\d_][\w/-]*){1,6})"
)
_DRAW_UP = r"(?:menyusun|membuat|menyiapkan)"
_LISTED_DUTY = re.compile(rf"^\W*(?:wajib\s+)?(?:{_DRAW_UP}|penyusunan)\s+{_NAMED}", re.IGNORECASE)
_OBLIGED = re.compile(rf"\b(?:wajib|harus|berkewajiban)\s+(?:\w+\s+){{0,1}}?{_DRAW_UP}\s+{_NAMED}", re.IGNORECASE)
_LISTS_DUTIES = re.compile(r"\b(?:tugas\w*|bertugas|kewajiban|wajib|fungsi\w*)\b[^.;]*:$", re.IGNORECASE)
# Planning documents that other laws lay down, and duties that say which rule lays the document down.
_ELSEWHERE = re.compile(
    r"\b(?:rencana\s+(?:pembangunan|strategis|kerja|aksi|tindak\s+lanjut|anggaran|umum|tata\s+ruang|induk|kebutuhan)|"
    r"kertas\s+kerja|standar\s+(?:operasional|pelayanan)|peta\s+jalan|program\s+kerja)\b|"
    r"\b(?:sesuai|berdasarkan|mengacu|berpedoman|menurut|sebagaimana)\b|\bperaturan perundang",
    re.IGNORECASE,
)
_CONTENT = r"\s+(?:\w+\s+){0,3}?(?:memuat|berisi|meliputi|mencakup|terdiri|ditetapkan\s+(?:dengan|paling))\b"
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
            _ADVICE,
            [_place(passage, pattern) for passage in (*duties, *others)],
        )


def undefined_named_duty(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """A document of a name of its own: whoever must draw it up has to learn somewhere what it holds."""
    named: dict[str, list[tuple[Passage, str]]] = defaultdict(list)
    for passage in _duties(data):
        for duty in (_OBLIGED, _LISTED_DUTY):
            match = duty.search(passage.text)
            if match and not _ELSEWHERE.search(passage.text, match.start("name")):
                named[plain(match["name"])].append((passage, match["name"]))
                break
    for duties in named.values():
        name = duties[0][1]
        if _is_named_elsewhere(data, name, [passage for passage, _ in duties]):
            continue
        shown = quoted(name)
        yield UNDEFINED_DUTY.found(
            Words(
                f"{shown} wajib disusun, tetapi isi, bentuk, dan batas waktunya tidak diatur.",
                f"{shown} must be drawn up, but its content, form and deadline are not laid down.",
            ),
            _ADVICE,
            [passage.at(words) for passage, words in duties],
        )


def _duties(data: RegulationData) -> Iterator[Passage]:
    """Sentences that oblige, and the items of a list of duties."""
    listed = False
    for passage in passages(data.document):
        if passage.kind == BlockKind.ITEM:
            if listed or _OBLIGED.search(passage.text):
                yield passage
            listed = listed or bool(_LISTS_DUTIES.search(passage.text))
            continue
        listed = passage.kind == BlockKind.PARAGRAPH and bool(_LISTS_DUTIES.search(passage.text))
        if passage.kind == BlockKind.PARAGRAPH and _OBLIGED.search(passage.text):
            yield passage


def _is_named_elsewhere(data: RegulationData, name: str, duties: list[Passage]) -> bool:
    """Whether any other part lays it down: a heading, table or definition, or words on its content, form or deadline.

    Headings and captions may shorten the name to its first two words.
    """
    words = [re.escape(word) for word in name.split()]
    whole, short = r"\s+".join(words), r"\s+".join(words[:2])
    in_full, shortened = re.compile(rf"\b{whole}\b", re.IGNORECASE), re.compile(rf"\b{short}\b", re.IGNORECASE)
    content = re.compile(rf"\b{short}\b{_CONTENT}", re.IGNORECASE)
    for passage in passages(data.document):
        if passage.kind in (BlockKind.HEADING, BlockKind.CAPTION) and shortened.search(passage.text):
            return True
        if shortened.search(passage.text) and (
            _DEADLINE.search(passage.text) or _FORM.search(passage.text) or content.search(passage.text)
        ):
            return True
        if passage not in duties and passage.kind in (BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.ITEM):
            if passage.kind == BlockKind.TABLE and in_full.search(passage.text):
                return True
            if re.match(rf"\W*(?:{short})[^.;]*?\b(?:adalah|merupakan)\b", passage.text, re.IGNORECASE):
                return True
    return False


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


RULES = (
    Rule(undefined_duty, (UNDEFINED_DUTY,)),
    Rule(undefined_named_duty, (UNDEFINED_DUTY,)),
    Rule(circular_statement, (CIRCULAR_STATEMENT,)),
)
