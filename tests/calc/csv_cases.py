"""Reading the case tables: semicolons between columns, Indonesian numbers, an empty cell means unknown."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, str]]:
    """The rows of one table. A line that starts with "#" explains and is skipped."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter=";"))
    assert rows, f"{name} holds no case"
    assert all(None not in row and None not in row.values() for row in rows), f"{name}: a row has too few or many cells"
    return rows


def number(text: str) -> Decimal | None:
    """ "1.234,5" in a case table; written apart from the code under test on purpose."""
    return Decimal(text.replace(".", "").replace(",", ".")) if text else None


def words(text: str) -> str | None:
    return text or None
