"""One page of a PDF as words and ruling lines, positions in points from the top left corner as the page is shown.

pypdfium2 gives the characters and paths: it reads a page in about 15 ms where pdfminer, which pdfplumber builds on,
takes 230 ms (64 dense pages: 1.0 s against 14.7 s). What ruled cells are is left to pdfplumber's table code
(`pdf_tables`).
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

THIN = 3.0  # points: a filled box no thicker than this is a drawn line
SHORTEST = 4.0  # points: shorter strokes are part of a letter or an arrow
DEEPEST = 8  # forms within forms
Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True)
class Word:
    """Characters between white space. `spaced` when a space character follows it in the file."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    spaced: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """A ruling line; upright when `x0 == x1`."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def upright(self) -> bool:
        return self.x1 - self.x0 < self.bottom - self.top


@dataclass(slots=True)
class Page:
    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    has_pictures: bool = False


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """The words and ruling lines of a page."""
    opened = document[index]
    try:
        turn = _turn(opened)
        page = Page(index + 1, opened.get_width(), opened.get_height())
        text = opened.get_textpage()
        try:
            page.words = _words(text, turn)
        finally:
            text.close()
        for kind, points in _objects(opened.raw, None, (1, 0, 0, 1, 0, 0), 0):
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                page.has_pictures = True
            else:
                page.edges.extend(_edges([turn(point) for point in points]))
        return page
    finally:
        opened.close()


def _turn(page: Any) -> Any:
    """Maps a point of the file to where the reader sees it."""
    left, bottom, right, top = page.get_mediabox()
    width, height = right - left, top - bottom
    turns = {
        0: lambda p: (p[0] - left, height - (p[1] - bottom)),
        90: lambda p: (p[1] - bottom, p[0] - left),
        180: lambda p: (width - (p[0] - left), p[1] - bottom),
        270: lambda p: (height - (p[1] - bottom), width - (p[0] - left)),
    }
    return turns[page.get_rotation()]


def _words(text: Any, turn: Any) -> list[Word]:
    """Words in the order of the file. A space, a jump or a new line ends one."""
    words: list[Word] = []
    word: Word | None = None
    box = raw.FS_RECTF()
    for index in range(raw.FPDFText_CountChars(text.raw)):
        character = _character(text.raw, index)
        if character.isspace() or not character:
            if word is not None and not raw.FPDFText_IsGenerated(text.raw, index):
                word.spaced = True
            word = None
            continue
        if not raw.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box)):
            continue
        (ax, ay), (bx, by) = turn((box.left, box.bottom)), turn((box.right, box.top))
        x0, x1, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
        if word is not None and _follows(word, x0, top, bottom):
            word.text += character
            word.x1 = max(word.x1, x1)
            word.top, word.bottom = min(word.top, top), max(word.bottom, bottom)
            continue
        word = Word(character, x0, x1, top, bottom)
        words.append(word)
    return words


def _character(text: Any, index: int) -> str:
    """The character as printed; PDFium marks hyphens at line ends by a code of its own."""
    code = raw.FPDFText_GetUnicode(text, index)
    if code in (0x2, 0xAD, 0xFFFE):
        return "-"
    return "" if code == 0 else chr(code)


def _follows(word: Word, x0: float, top: float, bottom: float) -> bool:
    height = max(bottom - top, word.height, 1.0)  # PDFium measures hyphens at line ends by their ink
    return abs((top + bottom) / 2 - word.middle) < 0.5 * height and -0.5 * height < x0 - word.x1 < 0.25 * height


def _objects(page: Any, form: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, list[Point]]]:
    """Kind and corner points of each image and each drawn path, forms unfolded."""
    count = raw.FPDFFormObj_CountObjects(form) if form else raw.FPDFPage_CountObjects(page)
    for index in range(max(count, 0)):
        item = raw.FPDFFormObj_GetObject(form, index) if form else raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            yield kind, []
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _objects(page, item, _times(_matrix(item), matrix), depth + 1)
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            for points in _strokes(item, _times(_matrix(item), matrix)):
                yield kind, points


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return (1, 0, 0, 1, 0, 0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


def _strokes(item: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The straight strokes of a path, and filled boxes thin enough to be lines."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    a, b, c, d, e, f = matrix
    run: list[Point] = []
    runs: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO and run:
            run.append(point)
        else:
            run = [point]
            runs.append(run)
        if raw.FPDFPathSegment_GetClose(segment):
            run.append(run[0])
    for points in runs:
        if len(points) < 2:
            continue
        if stroke.value:
            yield from ([first, second] for first, second in itertools.pairwise(points))
        elif fill.value:
            yield points


def _edges(points: list[Point]) -> Iterator[Edge]:
    """The line that a stroke, or a thin box, draws; nothing for slanted strokes and for areas."""
    if not points:
        return
    x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    if bottom - top <= THIN and x1 - x0 >= SHORTEST:
        middle = (top + bottom) / 2
        yield Edge(x0, middle, x1, middle)
    elif x1 - x0 <= THIN and bottom - top >= SHORTEST:
        middle = (x0 + x1) / 2
        yield Edge(middle, top, middle, bottom)
