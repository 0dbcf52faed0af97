"""Figures and codes of the catalogue as a person reads them, in the language of the page."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import get_language, gettext

from petajalan.calc.scales import Band, Scale
from petajalan.catalogue.choices import Confidence
from petajalan.catalogue.entries import UNCONFIRMED, Refused
from petajalan.common.templatetags.petajalan import num


def sentence(refused: Refused) -> str:
    words = refused.words_en if (get_language() or "").startswith("en") else refused.words_id
    return words[:1].upper() + words[1:]


def confidence(mark: str) -> str:
    return str(Confidence(mark).label)


def is_unconfirmed(mark: str) -> bool:
    return mark in UNCONFIRMED


def years(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return gettext("semua tahun")
    if first is None:
        return gettext("sampai %(year)d") % {"year": last}
    if last is None:
        return gettext("sejak %(year)d") % {"year": first}
    return str(first) if first == last else f"{first}–{last}"


def value_range(low: Decimal | None, high: Decimal | None) -> str:
    """ "0–100"; "" when neither bound is known."""
    if low is None and high is None:
        return ""
    if low is None:
        return gettext("paling tinggi %(high)s") % {"high": num(high)}
    if high is None:
        return gettext("mulai %(low)s") % {"low": num(low)}
    return f"{num(low)}–{num(high)}"


def scale_range(scale: Scale) -> str:
    if scale.levels:
        return " · ".join(scale.levels)
    return value_range(scale.low, scale.high) or gettext("tanpa batas")


def band(one: Band) -> str:
    """What values a class holds: "lebih dari 60 sampai 70"."""
    if one.low is None and one.high is None:
        return ""
    if one.high is None:
        text = gettext("%(low)s ke atas") if one.low_inclusive else gettext("lebih dari %(low)s")
        return text % {"low": num(one.low)}
    if one.low is None:
        text = gettext("sampai %(high)s") if one.high_inclusive else gettext("kurang dari %(high)s")
        return text % {"high": num(one.high)}
    if one.low == one.high:
        return gettext("tepat %(low)s") % {"low": num(one.low)}
    match one.low_inclusive, one.high_inclusive:
        case True, True:
            text = gettext("%(low)s sampai %(high)s")
        case True, False:
            text = gettext("%(low)s sampai kurang dari %(high)s")
        case False, True:
            text = gettext("lebih dari %(low)s sampai %(high)s")
        case _:
            text = gettext("lebih dari %(low)s dan kurang dari %(high)s")
    return text % {"low": num(one.low), "high": num(one.high)}


def band_name(one: Band) -> str:
    """ "BB · Sangat Baik", or the name alone where there is no letter."""
    return f"{one.letter} · {one.label}" if one.letter and one.letter != one.label else one.label
