"""Loading what surveys of public satisfaction ask, by year (data/satisfaction.yaml). Without Django."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from petajalan.calc.satisfaction import Element, Questionnaire
from petajalan.catalogue.entries import CONFIDENCE, DATA, Refused, built, no_duplicates, one_of, only, read_entries
from petajalan.catalogue.load import national_reference

FILE = "satisfaction.yaml"


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    """The questionnaires that come with the program, in the order of their years, read once."""
    return load_questionnaires()


def questionnaire_for(year: int) -> Questionnaire | None:
    """What is asked in a year; `None` where it is not known."""
    return next((one for one in questionnaires() if one.covers(year)), None)


def load_questionnaires(folder: Path = DATA) -> tuple[Questionnaire, ...]:
    """Raises `InvalidReferenceData`."""
    found = tuple(built(FILE, entry, questionnaire) for entry in read_entries(folder / FILE))
    for before, after in pairwise(found):
        if before.last_year is None or after.first_year is None or before.last_year >= after.first_year:
            raise Refused(f"{FILE}: tahun dua daftar bertumpang tindih", f"{FILE}: the years of two lists overlap")
    return found


def questionnaire(entry: dict[str, Any]) -> Questionnaire:
    """Raises `Refused`, `KeyError`, `TypeError` or `InvalidOperation`."""
    only(entry, "code years source confidence answers factor scale elements")
    elements = tuple(Element(code, name, Decimal(str(weight))) for code, name, weight in entry["elements"])
    no_duplicates(FILE, (one.code for one in elements))
    if not elements or any(one.weight <= 0 for one in elements):
        raise Refused("setiap unsur memerlukan bobot di atas nol", "every element needs a weight above zero")
    first_year, last_year = entry["years"]
    low, high = entry["answers"]
    return Questionnaire(
        first_year=first_year,
        last_year=last_year,
        elements=elements,
        low=low,
        high=high,
        factor=Decimal(str(entry["factor"])),
        scale=one_of(entry["scale"], frozenset(one.code for one in national_reference().scales)),
        source=entry["source"],
        confidence=one_of(entry["confidence"], CONFIDENCE),
    )
