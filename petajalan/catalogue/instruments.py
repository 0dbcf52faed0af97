"""Evaluation worksheets as dated data, one file a year and group of agencies (data/instruments/*.yaml). Without Django.

An agency adopts one by keeping its entry as its own and completing it; both pass the same checks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from petajalan.calc.index import Instrument, Item, Level, Section, uneven
from petajalan.catalogue.entries import (
    CONFIDENCE,
    DATA,
    InvalidReferenceData,
    Refused,
    bounds,
    no_duplicates,
    one_of,
    only,
    read,
)
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.national import GROUP_OF_KIND, Group

GROUP_NAMES = {Group.CENTRAL: "kl", Group.PROVINCE: "provinsi", Group.LOCAL: "kabkota"}
GROUPS = frozenset(("kl", "provinsi", "kabkota", "semua"))
FOLDER = DATA / "instruments"
FIRST_YEAR, LAST_YEAR = 1990, 2100
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,29}")


@dataclass(frozen=True, slots=True)
class _Origin:
    """Source and confidence, which a part takes over from the section above it where it names none."""

    source: str
    confidence: str

    def of(self, entry: Mapping[str, Any]) -> _Origin:
        return _Origin(entry.get("source", self.source), one_of(entry.get("confidence", self.confidence), CONFIDENCE))


@cache
def instruments() -> tuple[Instrument, ...]:
    """The instruments that come with the program, the newest first."""
    return load_instruments(FOLDER)


def fits(one: Instrument, kind: str) -> bool:
    """Whether an instrument is for agencies of this kind ("city", "ministry")."""
    return one.group in {GROUP_NAMES[GROUP_OF_KIND[kind]], "semua"}


def instrument_named(code: str) -> Instrument | None:
    return next((one for one in instruments() if one.code == code), None)


def load_instruments(folder: Path) -> tuple[Instrument, ...]:
    """Raises `InvalidReferenceData`."""
    found = [load_instrument(path) for path in sorted(folder.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda one: (-one.last_year, one.group)))


def load_instrument(path: Path) -> Instrument:
    """Raises `InvalidReferenceData`."""
    return checked(read(path), path.name)


def parse_instrument(text: str) -> dict[str, Any]:
    """The entry in a YAML text that somebody hands in. Raises `InvalidReferenceData`.

    References inside the text are refused: a few lines of them can stand for any amount of data.
    """
    try:
        referring = any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader))
        content = None if referring else yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InvalidReferenceData("bukan YAML yang dapat dibaca", "this is no YAML that can be read") from error
    if referring:
        raise InvalidReferenceData("rujukan (*) tidak diterima", "references (*) are not taken")
    checked(content)
    return _mapping(content, "")


def checked(content: object, place: str = "") -> Instrument:
    """An instrument whose scale and indicators are known, too. Raises `InvalidReferenceData`, which names `place`."""
    entry = _mapping(content, place)
    try:
        found = instrument(entry)
        _known(found)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise InvalidReferenceData.at(f"{place}, {entry['code']}" if place else "", error) from error
    except (AttributeError, RecursionError) as error:  # lists where entries belong, or sections without end
        raise _no_instrument(place) from error
    return found


def _known(found: Instrument) -> None:
    reference = national_reference()
    known = {one.code for one in reference.indicators}
    if all(one.code != found.scale for one in reference.scales):
        raise Refused(f"skala {found.scale!r} tidak dikenal", f"scale {found.scale!r} is not known")
    for item in found.items():
        if item.indicator is not None and item.indicator not in known:
            raise Refused(
                f"{item.code}: indikator {item.indicator!r} tidak dikenal",
                f"{item.code}: indicator {item.indicator!r} is not known",
            )


def _mapping(content: object, place: str) -> dict[str, Any]:
    if not isinstance(content, dict) or not isinstance(content.get("code"), str):
        raise _no_instrument(place)
    return content


def _no_instrument(place: str) -> InvalidReferenceData:
    lead = f"{place}: " if place else ""
    return InvalidReferenceData(f"{lead}isinya bukan instrumen", f"{lead}this is not an instrument")


def as_yaml(one: Instrument) -> str:
    """The text of a file that gives this instrument again."""
    return yaml.safe_dump({"code": one.code, **entry(one)}, allow_unicode=True, sort_keys=False, width=120)


def instrument(entry: Mapping[str, Any]) -> Instrument:
    """An instrument from its entry. Raises `Refused`, `KeyError`, `TypeError` or `InvalidOperation`."""
    only(entry, "code name group years scale general thematic source confidence note")
    first_year, last_year = (int(year) for year in entry["years"])
    if not FIRST_YEAR <= first_year <= last_year <= LAST_YEAR:
        raise Refused(
            f"tahun harus dari {FIRST_YEAR} sampai {LAST_YEAR}, yang pertama lebih dahulu",
            f"the years must lie between {FIRST_YEAR} and {LAST_YEAR}, the first one first",
        )
    origin = _Origin(entry["source"], one_of(entry["confidence"], CONFIDENCE))
    thematic = entry.get("thematic")
    found = Instrument(
        code=entry["code"],
        name=_words(entry, "name"),
        group=one_of(entry["group"], GROUPS),
        first_year=first_year,
        last_year=last_year,
        scale=entry["scale"],
        general=_section(entry["general"], origin),
        thematic=None if thematic is None else _section(thematic, origin),
        source=origin.source,
        confidence=origin.confidence,
        note=entry.get("note", ""),
    )
    _sound(found)
    return found


def _section(entry: Mapping[str, Any], above: _Origin) -> Section:
    only(entry, "code name weight parts source confidence")
    origin = above.of(entry)
    parts = tuple(_section(part, origin) if "parts" in part else _item(part, origin) for part in entry["parts"])
    if not parts:
        raise Refused(f"{entry['code']}: belum ada butirnya", f"{entry['code']}: there are no items")
    return Section(_code(entry), _words(entry, "name"), _weight(entry), parts, origin.source, origin.confidence)


def _item(entry: Mapping[str, Any], above: _Origin) -> Item:
    only(entry, "code name weight range evaluator target_good multiplier levels indicator note source confidence")
    origin = above.of(entry)
    low, high = bounds(entry.get("range", (None, None)))
    if any(bound is not None and not bound.is_finite() for bound in (low, high)):
        raise Refused(f"{entry['code']}: rentangnya bukan angka", f"{entry['code']}: the range is no number")
    if high is not None and high <= 0:
        raise Refused(
            f"{entry['code']}: nilai tertinggi harus lebih besar daripada 0",
            f"{entry['code']}: the highest value must be above 0",
        )
    item = Item(
        code=_code(entry),
        name=_words(entry, "name"),
        weight=_weight(entry),
        low=low,
        high=high,
        evaluator=_words(entry, "evaluator"),
        source=origin.source,
        confidence=origin.confidence,
        target_good=_number(entry.get("target_good")),
        multiplier=entry.get("multiplier"),
        levels=tuple(Level(code, _number(value)) for code, value in entry.get("levels", ())),
        indicator=entry.get("indicator"),
        note=entry.get("note", ""),
    )
    for what, value in (("target baik", item.target_good), *((one.code, one.value) for one in item.levels)):
        if value is not None and not item.holds(value):
            raise Refused(
                f"{item.code}: {what} {value} di luar rentangnya", f"{item.code}: {what} {value} is out of its range"
            )
    return item


def _words(entry: Mapping[str, Any], key: str) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip():
        raise Refused(f"{key} harus berupa teks", f"{key} must be a text")
    return value


def _code(entry: Mapping[str, Any]) -> str:
    code = entry["code"]
    if not isinstance(code, str) or not CODE.fullmatch(code):
        raise Refused(
            f"kode {code!r} hanya boleh berisi huruf, angka, titik, dan tanda hubung",
            f"the code {code!r} may hold letters, digits, points and hyphens only",
        )
    return code


def _weight(entry: Mapping[str, Any]) -> Decimal | None:
    weight = _number(entry.get("weight"))
    if weight is not None and weight < 0:
        raise Refused(f"{entry['code']}: bobot kurang dari 0", f"{entry['code']}: the weight is below 0")
    return weight


def _number(value: object) -> Decimal | None:
    number = None if value is None or value == "" else Decimal(str(value))
    if number is not None and not number.is_finite():
        raise Refused(f"{value!r} bukan angka", f"{value!r} is not a number")
    return number


def _sound(found: Instrument) -> None:
    """Codes are told apart, multipliers exist, and weights sum exactly."""
    codes = [
        *(section.code for root in found.roots for section in root.sections()),
        *(item.code for item in found.items()),
    ]
    no_duplicates(found.code, codes)
    items = {item.code for item in found.items()}
    for item in found.items():
        if item.multiplier is not None and (item.multiplier not in items or item.multiplier == item.code):
            raise Refused(
                f"{item.code}: pengali {item.multiplier!r} bukan butir lain dari instrumen ini",
                f"{item.code}: the multiplier {item.multiplier!r} is not another item of this instrument",
            )
    for one in uneven(found):
        name, weight = one.section.name, one.section.weight
        raise Refused(
            f"bobot isi {name} berjumlah {one.total}, seharusnya {weight}".replace(".", ","),
            f"the weights inside {name} sum to {one.total}, not to {weight}",
        )


def entry(one: Instrument) -> dict[str, Any]:
    """The entry that makes this instrument, without its code; numbers are texts ("1.5")."""
    origin = _Origin(one.source, one.confidence)
    return {
        "name": one.name,
        "group": one.group,
        "years": [one.first_year, one.last_year],
        "scale": one.scale,
        "source": one.source,
        "confidence": one.confidence,
        **({"note": one.note} if one.note else {}),
        "general": _section_entry(one.general, origin),
        **({"thematic": _section_entry(one.thematic, origin)} if one.thematic is not None else {}),
    }


def _section_entry(section: Section, above: _Origin) -> dict[str, Any]:
    own = _Origin(section.source, section.confidence)
    return {
        "code": section.code,
        "name": section.name,
        "weight": _text(section.weight),
        **_where_other(own, above),
        "parts": [
            _section_entry(part, own) if isinstance(part, Section) else _item_entry(part, own) for part in section.parts
        ],
    }


def _item_entry(item: Item, above: _Origin) -> dict[str, Any]:
    optional = {
        "target_good": _text(item.target_good),
        "multiplier": item.multiplier,
        "levels": [[level.code, _text(level.value)] for level in item.levels],
        "indicator": item.indicator,
        "note": item.note,
    }
    return {
        "code": item.code,
        "name": item.name,
        "weight": _text(item.weight),
        "range": [_text(item.low), _text(item.high)],
        "evaluator": item.evaluator,
        **{key: value for key, value in optional.items() if value},
        **_where_other(_Origin(item.source, item.confidence), above),
    }


def _where_other(own: _Origin, above: _Origin) -> dict[str, str]:
    return {
        **({"source": own.source} if own.source != above.source else {}),
        **({"confidence": own.confidence} if own.confidence != above.confidence else {}),
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
