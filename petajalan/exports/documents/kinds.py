"""The kinds of documents there are. A new one is a collector in `collect/` and an entry of `KINDS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from petajalan.accounts.models import Agency, Unit
from petajalan.exports.documents.tree import OfficialDocument


class Format(StrEnum):
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    MARKDOWN = "md"


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


@dataclass(frozen=True, slots=True)
class Kind:
    """
    name        as a person reads it
    permission  asked with the agency before anything is collected
    collect     raises `NothingToWrite`
    """

    code: str
    name: str | Promise
    of: frozenset[Of]
    permission: str
    collect: Callable[[Choice], OfficialDocument]
    formats: tuple[Format, ...] = tuple(Format)


KINDS: dict[str, Kind] = {}
