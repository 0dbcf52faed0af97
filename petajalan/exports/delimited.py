"""Rows as text with a mark between the cells, for spreadsheets and scripts."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from petajalan.exports.xlsx import neutral


def delimited(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark at its start, so that spreadsheets read it as such; ";" because Indonesian numbers use ","."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
