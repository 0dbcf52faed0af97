"""A file of answers, read into values with mistakes by cell: CSV or XLSX, one line a questionnaire. Nothing is stored.

The template that is downloaded holds the same columns (`exports.surveys`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from petajalan.planning.action_sheet import CellProblem
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading import read_document
from petajalan.regulation.reading.sheet import cell_name, open_values
from petajalan.regulation.recognise.names import plain
from petajalan.surveys.choices import AgeBand, Education, Occupation, Sex
from petajalan.surveys.models import ELEMENTS
from petajalan.surveys.values import ResponseValues

MOST_ROWS = 5000
LARGEST = 5 * 1024 * 1024  # bytes
LONGEST = 200  # characters of a text
DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
CHOICES: dict[str, type[TextChoices]] = {
    "sex": Sex, "age_band": AgeBand, "education": Education, "occupation": Occupation,
}  # fmt: skip
COLUMNS = {
    "number": gettext_lazy("Nomor kuesioner"),
    "day": gettext_lazy("Tanggal"),
    **{code: code.upper() for code in ELEMENTS},
    "sex": gettext_lazy("Jenis kelamin"),
    "age_band": gettext_lazy("Usia"),
    "education": gettext_lazy("Pendidikan"),
    "occupation": gettext_lazy("Pekerjaan"),
    "service": gettext_lazy("Layanan yang dipakai"),
}
UNANSWERED = frozenset({"", "-", "–", "0"})
_ELEMENT = re.compile(r"(u[1-9])\b.*")


@dataclass(frozen=True, slots=True)
class SheetResponse:
    """`number` is that of the questionnaire, "" where the file gives none; `line` that of the file."""

    line: int
    number: str
    values: ResponseValues


@dataclass(frozen=True, slots=True)
class ResponsesRead:
    digest: str
    rows: list[SheetResponse]
    problems: list[CellProblem]


def read_responses(data: bytes, filename: str, *, first: date, last: date) -> ResponsesRead:
    """Days lie in `first`..`last`. Raises `UnusableFile` for a file that cannot be read at all."""
    lines = _of_workbook(data, filename) if filename.lower().endswith(".xlsx") else _of_text(data)
    read = ResponsesRead(sha256(data).hexdigest(), [], [])
    filled = [(number, row) for number, row in enumerate(lines, start=1) if any(cell.strip() for cell in row)]
    if not filled:
        read.problems.append(_problem(0, 1, "", _("Berkas ini kosong. Isi mulai baris kedua berkas contoh.")))
        return read
    columns = _columns(filled[0][1], filled[0][0], read)
    if len(filled) - 1 > MOST_ROWS:
        said = _("Paling banyak %(most)d kuesioner dalam satu berkas.") % {"most": MOST_ROWS}
        read.problems.append(_problem(0, filled[MOST_ROWS + 1][0], "", said))
    if read.problems:
        return read
    seen: dict[str, int] = {}
    for number, row in filled[1 : MOST_ROWS + 1]:
        cells = {code: row[at].strip() if at < len(row) else "" for code, at in columns.items()}
        mistakes = [_problem(columns[code], number, cells[code], said) for code, said in _mistakes(cells, first, last)]
        paper = cells.get("number", "")[:40]
        if paper and paper in seen:
            said = _("Nomor ini juga ada di baris %(line)d. Satu nomor untuk satu kuesioner.") % {"line": seen[paper]}
            mistakes.append(_problem(columns["number"], number, paper, said))
        seen.setdefault(paper, number)
        read.problems.extend(mistakes)
        if not mistakes:
            read.rows.append(SheetResponse(number, paper, _values(cells)))
    if not read.rows and not read.problems:
        read.problems.append(_problem(0, 2, "", _("Belum ada kuesioner. Isi mulai baris kedua.")))
    return read


def _of_text(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
        first = text.split("\n", 1)[0]
        mark = "\t" if "\t" in first else ";" if ";" in first else ","
        return list(csv.reader(io.StringIO(text), delimiter=mark))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnusableFile(
            "not_text",
            "Berkas ini bukan CSV berkode UTF-8. Simpan ulang dari Excel sebagai “CSV UTF-8”, atau unggah XLSX.",
            "This file is no CSV in UTF-8. Save it from Excel as “CSV UTF-8”, or upload XLSX.",
        ) from error


def _of_workbook(data: bytes, filename: str) -> list[list[str]]:
    """The first sheet as text. `read_document` has refused files that are damaged, locked or far too large."""
    read_document(data, filename)
    book = open_values(data)
    rows = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=len(COLUMNS) + 5, values_only=True)
    return [[_shown(cell) for cell in row] for row in rows]


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell).removesuffix(".0").removeprefix("'")


def _columns(headings: Sequence[str], line: int, read: ResponsesRead) -> dict[str, int]:
    known = _headings()
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        text = plain(heading)
        element = _ELEMENT.fullmatch(text)
        code = element[1] if element else known.get(text)
        if code and code not in found:
            found[code] = at
        elif text:
            told = {"name": heading.strip()[:60]}
            said = _("Kolom “%(name)s” tidak dikenal atau berulang. Pakai judul kolom dari berkas contoh.") % told
            read.problems.append(_problem(at, line, heading, said))
    if not any(code in found for code in ELEMENTS):
        read.problems.append(_problem(0, line, "", _("Tidak ada kolom U1 sampai U9. Pakai berkas contoh.")))
    return found


def _headings() -> Mapping[str, str]:
    """Headings in both languages of the application."""
    known: dict[str, str] = {}
    for language in ("id", "en"):
        with override(language):
            known |= {plain(str(words)): code for code, words in COLUMNS.items()}
    return known


def _mistakes(cells: Mapping[str, str], first: date, last: date) -> Iterator[tuple[str, str]]:
    for code in ELEMENTS:
        if cells.get(code, "") not in UNANSWERED | {"1", "2", "3", "4"}:
            yield code, _("Tulis 1, 2, 3, atau 4; kosongkan bila tidak dijawab.")
    answered = [code for code in ELEMENTS if cells.get(code, "") not in UNANSWERED]
    if not answered:
        yield next(code for code in ELEMENTS if code in cells), _("Baris ini tidak berisi jawaban. Isi, atau hapus.")
    if cells.get("day"):
        day = _day(cells["day"])
        if day is None:
            yield "day", _("Tulis tanggal seperti 2025-06-30 atau 30/06/2025.")
        elif not first <= day <= last:
            yield "day", _("Tanggal ini di luar periode survei, atau belum tiba.")
    for code, choices in CHOICES.items():
        if cells.get(code) and _choice(choices, cells[code]) is None:
            known = ", ".join(str(label) for label in choices.labels)
            yield code, _("Pilih salah satu: %(known)s; atau kosongkan.") % {"known": known}
    if len(cells.get("service", "")) > LONGEST:
        yield "service", _("Teks ini terlalu panjang: paling banyak %(most)d huruf.") % {"most": LONGEST}


def _values(cells: Mapping[str, str]) -> ResponseValues:
    answers = {code: None if cells.get(code, "") in UNANSWERED else int(cells[code]) for code in ELEMENTS}
    about = {code: _choice(choices, cells.get(code, "")) or "" for code, choices in CHOICES.items()}
    day = _day(cells["day"]) if cells.get("day") else None
    return ResponseValues(answers=answers, day=day, service=cells.get("service", ""), **about)


def _choice(choices: type[TextChoices], text: str) -> str | None:
    """By its word in either language, or by its code."""
    wanted = plain(text)
    for language in ("id", "en"):
        with override(language):
            for value, label in choices.choices:
                if wanted in {plain(str(label)), plain(value)}:
                    return str(value)
    return None


def _day(text: str) -> date | None:
    for form in DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None


def _problem(at: int, line: int, printed: str, sentence: str) -> CellProblem:
    return CellProblem("", cell_name(at, line), printed[:80], sentence)
