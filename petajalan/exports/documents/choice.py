"""What a document is asked about, and in which format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, Unit

T = TypeVar("T")


class Format(StrEnum):
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    MARKDOWN = "md"
    ZIP = "zip"  # every table a workbook of its own, beside the document


PRINTED = (Format.DOCX, Format.PDF, Format.XLSX, Format.MARKDOWN)


class Of(StrEnum):
    """What has to be chosen for a kind, beside the agency."""

    YEAR = "year"
    MONTH = "month"
    QUARTER = "quarter"
    UNIT = "unit"
    THEME = "theme"
    ROAD_MAP = "road_map"


class NothingToWrite(Exception):
    """What was chosen does not exist or is empty. The message is a whole sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a document is asked about; a kind reads only what it names in `of`.

    unit      the unit itself; theme the code of a theme
    road_map  number of the road map in the database; `None` is the one in force (or the newest draft)
    """

    agency: Agency
    year: int | None = None
    month: int | None = None
    quarter: int | None = None
    unit: Unit | None = None
    theme: str = ""
    road_map: int | None = None

    @property
    def in_year(self) -> int:
        return _chosen(self.year, _("Pilih tahunnya lebih dahulu."))

    @property
    def in_month(self) -> int:
        return _chosen(self.month, _("Pilih bulannya lebih dahulu."))

    @property
    def in_quarter(self) -> int:
        return _chosen(self.quarter, _("Pilih triwulannya lebih dahulu."))

    @property
    def of_unit(self) -> Unit:
        return _chosen(self.unit, _("Pilih unitnya lebih dahulu."))


def _chosen(value: T | None, sentence: str) -> T:
    if value is None:
        raise NothingToWrite(sentence)
    return value
