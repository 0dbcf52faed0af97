"""Outside indices: well-known indicators whose value an institution outside of the agency issues. Without Django.

Who issues one is said by the national framework of the year (its evaluator); `outside_indices.yaml` says which
indicators these are, the issuers that no framework names, and the month of release where a source states one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from petajalan.catalogue.entries import (
    CONFIDENCE,
    DATA,
    UNCONFIRMED,
    InvalidReferenceData,
    Refused,
    built,
    no_duplicates,
    one_of,
    only,
    read_entries,
)
from petajalan.catalogue.frameworks import frameworks
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.national import Group

FILE = "outside_indices.yaml"


@dataclass(frozen=True, slots=True)
class Issuer:
    name: str
    source: str
    confidence: str

    @property
    def unconfirmed(self) -> bool:
        return self.confidence in UNCONFIRMED


@dataclass(frozen=True, slots=True)
class Expected:
    """When the value of a measurement year is released: month 1 to 12, so many years after that year."""

    month: int
    years_later: int
    source: str
    confidence: str


@dataclass(frozen=True, slots=True)
class OutsideIndex:
    """`issuer` is set where no framework names one; `expected` where a source states the month."""

    code: str
    issuer: Issuer | None
    expected: Expected | None

    def issuer_in(self, year: int) -> Issuer | None:
        """Who issues the value of a year: as the latest framework up to that year that evaluates it says, else the
        earliest one. `None` when nobody is known."""
        if self.issuer is not None:
            return self.issuer
        found = [
            (framework.first_year, Issuer(one.evaluator, one.source, one.confidence))
            for framework in frameworks()
            for one in framework.indicators
            if one.known == self.code and one.evaluator
        ]
        before = [issuer for first, issuer in found if first <= year]
        return before[-1] if before else found[0][1] if found else None

    def applies_to(self, group: Group) -> bool | None:
        """Whether the latest framework that names it evaluates it for the group; `None` when that is not known."""
        said = [
            one.applies_to(group)
            for framework in frameworks()
            for one in framework.indicators
            if one.known == self.code
        ]
        return said[-1] if said else None


@cache
def outside_indices() -> tuple[OutsideIndex, ...]:
    """Those that come with the program, in the order of the file."""
    return load_outside_indices(DATA / FILE, {one.code for one in national_reference().indicators})


def load_outside_indices(path: Path, known: Iterable[str]) -> tuple[OutsideIndex, ...]:
    """`known` are the codes of the well-known indicators. Raises `InvalidReferenceData`."""
    codes = frozenset(known)
    found = tuple(built(path.name, entry, _index) for entry in read_entries(path))
    no_duplicates(path.name, (one.code for one in found))
    for one in found:
        if one.code not in codes:
            raise InvalidReferenceData(
                f"{path.name}: indikator {one.code!r} tidak dikenal", f"{path.name}: unknown indicator {one.code!r}"
            )
    return found


def _index(entry: dict[str, Any]) -> OutsideIndex:
    only(entry, "code issuer source confidence expected")
    issuer = None
    if "issuer" in entry:
        issuer = Issuer(entry["issuer"], entry["source"], one_of(entry["confidence"], CONFIDENCE))
    return OutsideIndex(entry["code"], issuer, _expected(entry["expected"]) if "expected" in entry else None)


def _expected(entry: dict[str, Any]) -> Expected:
    only(entry, "month years_later source confidence")
    month, later = entry["month"], entry["years_later"]
    if month not in range(1, 13) or later not in (0, 1):
        raise Refused("bulan terbit 1 sampai 12, years_later 0 atau 1", "month is 1 to 12, years_later 0 or 1")
    return Expected(month, later, entry["source"], one_of(entry["confidence"], CONFIDENCE))
