"""From what a person typed to the columns of a measurement: by the kind of value that the register says."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from petajalan.calc.numbers import Reading, State
from petajalan.calc.scales import Scale, classification_in, rank_of
from petajalan.planning.agreement import ABSENT
from petajalan.planning.choices import ValueKind
from petajalan.planning.models import Indicator
from petajalan.planning.services.figures import refused_words
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Measurement
from petajalan.reporting.queries.measured import Measured
from petajalan.reporting.services.amounts import check_fits
from petajalan.reporting.values import FigureValues

LEVEL_LENGTH = 60


def figure_columns(values: FigureValues, indicator: Indicator, seen: Measured) -> dict[str, object]:
    """The columns of `MeasuredFigure`. Raises `Refused` for what the indicator cannot have."""
    columns: dict[str, object] = {
        "value": None, "numerator": None, "denominator": None, "level": "",
        "released": values.released, "source": values.source.strip(),
    }  # fmt: skip
    reading = values.figure
    typed = reading is not None and reading.state not in ABSENT
    if values.numerator is not None or values.denominator is not None:
        if typed:
            raise Refused(_("Isi persennya, atau pembilang dan penyebutnya; jangan keduanya."))
        columns |= _share(values, indicator)
        known = True
    else:
        known = typed
        if reading is not None and typed:
            columns |= _single(reading, indicator, seen)
    for name in ("value", "numerator", "denominator"):
        amount = columns[name]
        if isinstance(amount, Decimal):
            check_fits(amount, Measurement._meta.get_field(name))
    return columns | {"provisional": known and not values.released}


def _share(values: FigureValues, indicator: Indicator) -> dict[str, object]:
    if indicator.value_kind not in ("", ValueKind.PERCENT):
        raise Refused(_("Indikator ini bukan persen. Isi angkanya saja."))
    if values.numerator is None or values.denominator is None:
        raise Refused(_("Isi pembilang dan penyebut, keduanya."))
    if values.denominator == 0:
        raise Refused(_("Penyebut nol tidak menghasilkan persen. Periksa jumlah yang dihitung."))
    if values.numerator < 0 or values.denominator < 0:
        raise Refused(_("Pembilang dan penyebut tidak dapat kurang dari nol."))
    return {"numerator": values.numerator, "denominator": values.denominator}


def _single(reading: Reading, indicator: Indicator, seen: Measured) -> dict[str, object]:
    if reading.state is State.REFUSED:
        raise Refused(refused_words(reading))
    level = reading.level or ""
    odd = reading.low is not None or reading.high is not None or reading.state is not State.SET
    if odd or len(level) > LEVEL_LENGTH:
        raise Refused(_("Realisasi adalah satu angka atau predikat, misalnya 2,66 atau BB."))
    if indicator.value_kind == ValueKind.ORDINAL:
        return _grade(reading, level, seen)
    if indicator.value_kind and reading.value is None:
        raise Refused(_("“%(text)s” bukan angka. Tulis satu angka, misalnya 2,66.") % {"text": reading.printed})
    percents = seen.target is not None and seen.target.unit == "percent"
    if reading.unit == "percent" and indicator.value_kind in (ValueKind.NUMBER, ValueKind.LEVEL) and not percents:
        raise Refused(_("Indikator ini bukan persen. Tulis angkanya tanpa tanda %."))
    return {"value": reading.value, "level": level}


def _grade(reading: Reading, level: str, seen: Measured) -> dict[str, object]:
    """A grade of the scale, or a number that the scale gives a grade."""
    scale = seen.scale
    if scale is None:
        return {"value": reading.value, "level": level}
    rank = rank_of(scale, level or reading.value or "", seen.year)
    if rank is None:
        told = {"text": reading.printed, "scale": scale.name, "levels": ", ".join(_levels(scale, seen.year))}
        raise Refused(_("“%(text)s” tidak ada pada skala %(scale)s. Pilih salah satu: %(levels)s.") % told)
    return {"value": reading.value, "level": level}


def _levels(scale: Scale, year: int) -> list[str]:
    table = classification_in(scale, year)
    return [band.letter or band.label for band in table.bands] if table else list(scale.levels)
