"""`petajalan index`: a worksheet computed. `petajalan classify`: the class of a value. Both without a database."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from petajalan.calc.index import Grade, Index, Instrument, ItemScore, compute, grade, parts
from petajalan.calc.index.parts import PLACES
from petajalan.calc.numbers import format_value, plain, rounded
from petajalan.calc.scales import Classified, Scale, classify
from petajalan.catalogue.entries import InvalidReferenceData, Refused
from petajalan.catalogue.instruments import instrument_named, instruments, load_instrument
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.scales import written
from petajalan.catalogue.worksheet_values import NUMBER, RefusedValues, read_values
from petajalan.cli import language
from petajalan.cli.failure import Failure
from petajalan.cli.files import content_of
from petajalan.cli.language import gettext as _

REFUSED = 1


def index(given: argparse.Namespace) -> int:
    instrument = _instrument(given.instrument)
    coefficient = _number(given.coefficient)
    if left := [item.code for item in instrument.items() if item.weight is None]:
        raise Failure(
            _(
                "Bobot butir berikut dalam %(code)s belum diketahui: %(items)s. Lengkapi bobotnya dalam salinan berkas "
                "YAML-nya, lalu sebutkan berkas itu pada --instrument."
            )
            % {"code": instrument.code, "items": ", ".join(left)},
            REFUSED,
        )
    try:
        values = read_values(content_of(given.values), instrument)
    except RefusedValues as refused:
        sentence = _("Nilai dalam %(file)s tidak dapat dipakai:") % {"file": given.values}
        raise Failure("\n  ".join((sentence, *map(_words, refused.mistakes))), REFUSED) from refused
    result = compute(instrument, values, coefficient)
    scale = _scale(instrument.scale)
    given_grade = grade(scale, result.index, instrument.last_year, result.items)
    if given.json:
        _print_json(as_data(result, given_grade))
    else:
        _print_text(result, given_grade)
    return 0


def classify_value(given: argparse.Namespace) -> int:
    scale = _scale(given.scale)
    found = classify(scale, _number(given.value) if NUMBER.fullmatch(given.value) else given.value, given.year)
    if found is None:
        raise Failure(
            _("Skala %(scale)s tidak mempunyai predikat untuk %(value)s pada tahun %(year)s.")
            % {"scale": scale.code, "value": given.value, "year": given.year},
            REFUSED,
        )
    if given.json:
        _print_json(_band(found))
    else:
        band = found.band
        name = f"{band.letter} ({band.label})" if band.letter else band.label
        print(f"{name}  {written(band)}  {found.classification.source} [{found.classification.confidence}]")
    return 0


def as_data(result: Index, given_grade: Grade | None) -> dict[str, Any]:
    """The whole result. Totals have four decimals, and the parts of the explanation add up to the index exactly."""
    instrument = result.instrument
    names = {item.code: item.name for item in instrument.items()}
    return {
        "instrument": {
            "code": instrument.code,
            "name": instrument.name,
            "group": instrument.group,
            "year": instrument.last_year,
            "source": instrument.source,
            "confidence": instrument.confidence,
        },
        "items": [_item(one, _component_of(instrument)) for one in result.items],
        "components": [
            {
                "code": one.section.code,
                "name": one.section.name,
                "weight": plain(one.section.weight),
                "weight_in_scope": plain(one.scope),
                "score": _printed(one.score),
            }
            for one in result.sections
        ],
        "coefficient": plain(result.coefficient),
        "general": _printed(result.general),
        "adjusted_general": _printed(result.adjusted),
        "thematic": _printed(result.thematic),
        "index": _printed(result.index),
        "grade": _grade(given_grade),
        "explanation": [
            {"item": part.code or None, "name": names.get(part.code, "coefficient"), "points": plain(part.points)}
            for part in parts(result)
        ],
        "estimate": True,
    }


def _item(one: ItemScore, component: Mapping[str, str]) -> dict[str, Any]:
    item = one.item
    return {
        "code": item.code,
        "name": item.name,
        "component": component[item.code],
        "raw": plain(one.raw),
        "range": {"low": plain(item.low), "high": plain(item.high)},
        "weight": plain(item.weight),
        "score": plain(one.score),
        "state": one.state,
        "multiplier": None if one.factor is None else {"item": item.multiplier, "factor": plain(one.factor)},
        "evaluator": item.evaluator,
        "target_good": plain(item.target_good),
        "source": item.source,
        "confidence": item.confidence,
    }


def _component_of(instrument: Instrument) -> dict[str, str]:
    """Code of the innermost section that holds an item."""
    sections = [section for root in instrument.roots for section in root.sections()]
    return {item.code: section.code for section in sections for item in section.items()}


def _grade(given_grade: Grade | None) -> dict[str, Any] | None:
    if given_grade is None:
        return None
    return {
        **_band(given_grade.classified),
        "letter": given_grade.letter,
        "label": given_grade.label,
        "reason": given_grade.reason or None,
        "items": list(given_grade.items),
    }


def _band(found: Classified) -> dict[str, Any]:
    table, band = found.classification, found.band
    return {
        "band": written(band) if band.low is not None or band.high is not None else band.letter,
        "letter": band.letter,
        "label": band.label,
        "source": table.source,
        "confidence": table.confidence,
    }


def _print_text(result: Index, given_grade: Grade | None) -> None:
    for one in result.items:
        raw = "-" if one.raw is None else format_value(one.raw)
        print(
            f"{one.item.code:14}{raw:>10}  {format_value(one.item.weight):>6}  {format_value(one.score, places=4):>9}  "
            f"{one.item.name}"
        )
    totals = (
        (_("RB General"), result.general),
        (_("koefisien"), result.coefficient),
        (_("RB General setelah penyesuaian"), result.adjusted),
        (_("RB Tematik"), result.thematic),
        (_("Indeks RB (perkiraan)"), result.index),
    )
    for name, points in totals:
        print(f"{name}: {format_value(points, places=PLACES)}")
    if given_grade is not None:
        print(f"{_('Predikat')}: {given_grade.letter} ({given_grade.label})")


def _print_json(shape: object) -> None:
    json.dump(shape, sys.stdout, ensure_ascii=False, indent=1)
    print()


def _printed(points: Decimal | None) -> int | float | None:
    return None if points is None else plain(rounded(points, PLACES))


def _instrument(name: str) -> Instrument:
    """One that comes with the program by its code, or a YAML file of the same form."""
    if re.search(r"\.ya?ml$", name, re.IGNORECASE):
        content_of(name)  # says in a sentence why a file cannot be opened
        try:
            return load_instrument(Path(name))
        except InvalidReferenceData as error:
            raise Failure(_words(error), REFUSED) from error
    found = instrument_named(name)
    if found is None:
        codes = ", ".join(one.code for one in instruments())
        raise Failure(_("Instrumen %(code)s tidak dikenal. Yang ada: %(codes)s.") % {"code": name, "codes": codes})
    return found


def _scale(code: str) -> Scale:
    scales = {one.code: one for one in national_reference().scales}
    if code not in scales:
        raise Failure(
            _("Skala %(code)s tidak dikenal. Yang ada: %(codes)s.") % {"code": code, "codes": ", ".join(sorted(scales))}
        )
    return scales[code]


def _number(text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise Failure(_("“%(text)s” bukan angka. Tulis seperti 62,5.") % {"text": text})
    return Decimal(text.replace(",", "."))


def _words(refused: Refused) -> str:
    return refused.words_en if language.current() == "en" else refused.words_id
