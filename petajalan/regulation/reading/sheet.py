"""A workbook that was filled in, opened for its values, and what a cell of it is called.

The library is imported when a file needs it: with what it brings along it takes 12 MB of each worker, and most workers
never open a workbook.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook


def open_values(data: bytes) -> Workbook:
    """What its cells show, read row by row. Check the file before: `check_parts` or `read_document`."""
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)


def cell_name(column: int, row: int) -> str:
    """As Excel calls it: column 1 of row 3 is "B3". Columns count from 0 as in a list, rows from 1."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row}"
