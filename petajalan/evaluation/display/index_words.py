"""Figures of outside indices as people say them."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petajalan.calc.measuring import Doubt
from petajalan.catalogue.display.words import is_unconfirmed
from petajalan.catalogue.outside import Issuer
from petajalan.evaluation.queries.index_values import IndexFigure, Origin
from petajalan.planning.display.words import number, table_name
from petajalan.planning.display.words import place as place_words
from petajalan.reporting.words import ROMAN

DOUBTS = {
    Doubt.NEGATIVE: gettext_lazy("Angkanya di bawah nol."),
    Doubt.OVER_WHOLE: gettext_lazy("Persennya lebih dari 100."),
    Doubt.FAR_FROM_LAST: gettext_lazy("Nilainya jauh dari tahun sebelumnya."),
}


def figure_words(one: IndexFigure, unit: str | None) -> str:
    """ "2,66", "72,97%", "WTP", "70,4 (BB)"."""
    if one.value is None:
        return one.level
    amount = number(one.value) + ("%" if unit == "percent" else "")
    return f"{amount} ({one.level})" if one.level else amount


def origin_words(one: IndexFigure) -> str:
    """ "Tabel 2.1 peraturan", "Register", "Pengukuran TW III"."""
    if one.origin is Origin.REGISTER:
        return _("Register")
    if one.origin is Origin.MEASUREMENT:
        return _("Pengukuran TW %(quarter)s") % {"quarter": ROMAN[(one.quarter or 1) - 1]}
    if one.place is not None and one.place.table:
        return _("%(table)s peraturan") % {"table": table_name(one.place.table)}
    return _("Baseline road map")


def document_words(one: IndexFigure) -> str:
    """Where it is stated: the document of an entry, the place in the print."""
    if one.place is not None:
        return place_words(one.place)
    return one.document or _("diputuskan dalam rencana")


def issuer_words(issuer: Issuer | None) -> str:
    return issuer.name if issuer else _("belum diketahui")


def issuer_unconfirmed(issuer: Issuer | None) -> bool:
    return issuer is not None and is_unconfirmed(issuer.confidence)


def month_words(day: date) -> str:
    """ "Februari 2025"."""
    return date_format(day, "F Y")


def doubt_words(found: tuple[Doubt, ...], other_grade: str) -> list[str]:
    """What in a figure asks for a reason; `other_grade` is the class that the table of the year gives it."""
    said = [str(DOUBTS[one]) for one in found]
    if other_grade:
        said.append(_("Menurut tabel tahun itu, predikatnya %(grade)s.") % {"grade": other_grade})
    return [_("%(doubts)s Bila benar, tulis alasannya di sini.") % {"doubts": " ".join(said)}]
