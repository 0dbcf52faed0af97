"""Reading a data file and refusing what is wrong in it, in a sentence that names the place. Without Django."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml

from petajalan.regulation.recognise.names import plain

DATA = Path(__file__).parent / "data"
CONFIDENCE = frozenset("PSCNDIM")
UNCONFIRMED = frozenset("DIM")  # the text behind the figure has not been seen
T = TypeVar("T")
_ABBREVIATION = re.compile(r"\([A-Z0-9/!-]+\)")


class Refused(ValueError):
    """An entry that cannot be used; says why in both languages."""

    def __init__(self, words_id: str, words_en: str) -> None:
        super().__init__(words_en)
        self.words_id = words_id
        self.words_en = words_en


class InvalidReferenceData(Refused):
    """A data file of the catalogue is damaged; the message says where and why."""

    @classmethod
    def at(cls, place: str, why: Exception) -> InvalidReferenceData:
        """Without a place for what a person sees next to the input itself."""
        lead = f"{place}: " if place else ""
        if isinstance(why, Refused):
            return cls(f"{lead}{why.words_id}", f"{lead}{why.words_en}")
        if isinstance(why, KeyError):
            return cls(f"{lead}{why.args[0]} belum ada", f"{lead}{why.args[0]} is missing")
        return cls(f"{lead}{why}", f"{lead}{why}")


def read(path: Path) -> object:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - both loaders are the safe ones
    except (OSError, yaml.YAMLError) as error:
        raise InvalidReferenceData.at(path.name, error) from error


def read_entries(path: Path) -> list[dict[str, Any]]:
    return entries(path.name, read(path))


def entries(place: str, content: object) -> list[dict[str, Any]]:
    if not isinstance(content, list) or not all(isinstance(entry, dict) and "code" in entry for entry in content):
        raise InvalidReferenceData(
            f"{place}: harus berupa daftar isian yang masing-masing mempunyai code",
            f"{place}: expected a list of entries that each have a code",
        )
    return cast("list[dict[str, Any]]", content)


def built(place: str, entry: dict[str, Any], build: Callable[[dict[str, Any]], T]) -> T:
    """What `build` makes of an entry; a refusal then names the place and the entry."""
    try:
        return build(entry)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise InvalidReferenceData.at(f"{place}, {entry['code']}", error) from error


def only(entry: Mapping[str, object], keys: str) -> None:
    if unknown := ", ".join(sorted(set(entry) - set(keys.split()))):
        raise Refused(f"kunci {unknown} tidak dikenal", f"unknown key {unknown}")


def one_of(value: str, allowed: frozenset[str]) -> str:
    if value not in allowed:
        choices = ", ".join(sorted(allowed))
        raise Refused(f"{value!r} bukan salah satu dari {choices}", f"{value!r} is not one of {choices}")
    return value


def texts(value: object) -> tuple[str, ...]:
    """A list of names, none of them empty."""
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise Refused("nama harus berupa daftar teks", "names must be a list of texts")
    return tuple(value)


def bounds(pair: Iterable[object]) -> tuple[Decimal | None, Decimal | None]:
    low, high = (None if bound is None else Decimal(str(bound)) for bound in pair)
    if low is not None and high is not None and low >= high:
        raise Refused("rentangnya kosong: batas bawah harus lebih kecil daripada batas atas", "the range is empty")
    return low, high


def no_duplicates(place: str, values: Iterable[str]) -> None:
    seen = set()
    for value in values:
        if value in seen:
            raise InvalidReferenceData(f"{place}: {value!r} tertulis dua kali", f"{place}: {value!r} is there twice")
        seen.add(value)


def told_apart(place: str, names: Iterable[tuple[str, str]]) -> None:
    """Names are compared without case, punctuation and bracketed abbreviations; two things may not share one then."""
    owners: dict[str, tuple[str, str]] = {}
    for name, owner in names:
        other = owners.setdefault(comparable(name), (name, owner))
        if other[1] != owner:
            raise InvalidReferenceData(
                f"{place}: {name!r} dari {owner} tidak dapat dibedakan dari {other[0]!r} dari {other[1]}",
                f"{place}: {name!r} of {owner} cannot be told from {other[0]!r} of {other[1]}",
            )


@lru_cache(maxsize=8192)
def comparable(name: str) -> str:
    """A name as names are compared: its words in lower case, without punctuation and abbreviations in brackets."""
    return plain(_ABBREVIATION.sub(" ", name))
