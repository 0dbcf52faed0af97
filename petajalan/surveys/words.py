"""Periods, questions and answers as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from petajalan.reporting.words import ROMAN, period_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def survey_period(code: str) -> str:
    """ "Semester I 2025", "Triwulan II 2025", "2025"."""
    year, _dash, part = code.partition("-")
    if part.startswith("S"):
        return _("Semester %(semester)s %(year)s") % {"semester": ROMAN[int(part[1:]) - 1], "year": year}
    return period_words(code)


# Our own wording of what each element asks; the answers stand for 1 to 4.
QUESTIONS: Mapping[str, _StrPromise] = {
    "u1": gettext_lazy("Apakah syarat yang diminta sesuai dengan layanannya?"),
    "u2": gettext_lazy("Mudahkah alur layanan ini diikuti?"),
    "u3": gettext_lazy("Cepatkah layanan ini selesai?"),
    "u4": gettext_lazy("Wajarkah biaya layanan ini?"),
    "u5": gettext_lazy("Apakah hasil layanan sesuai dengan yang dijanjikan?"),
    "u6": gettext_lazy("Mampukah petugas melayani Anda?"),
    "u7": gettext_lazy("Sopan dan ramahkah petugas?"),
    "u8": gettext_lazy("Bagaimana pengaduan dan saran ditangani?"),
    "u9": gettext_lazy("Bagaimana tempat dan peralatan layanannya?"),
}
ANSWERS: Mapping[str, tuple[_StrPromise, _StrPromise, _StrPromise, _StrPromise]] = {
    "u1": (
        pgettext_lazy("u1", "Tidak sesuai"), pgettext_lazy("u1", "Kurang sesuai"), pgettext_lazy("u1", "Sesuai"),
        pgettext_lazy("u1", "Sangat sesuai"),
    ),
    "u2": (
        pgettext_lazy("u2", "Tidak mudah"), pgettext_lazy("u2", "Kurang mudah"), pgettext_lazy("u2", "Mudah"),
        pgettext_lazy("u2", "Sangat mudah"),
    ),
    "u3": (
        pgettext_lazy("u3", "Lambat"), pgettext_lazy("u3", "Kurang cepat"), pgettext_lazy("u3", "Cepat"),
        pgettext_lazy("u3", "Sangat cepat"),
    ),
    "u4": (
        pgettext_lazy("u4", "Tidak wajar"), pgettext_lazy("u4", "Kurang wajar"), pgettext_lazy("u4", "Wajar"),
        pgettext_lazy("u4", "Sangat wajar, atau gratis"),
    ),
    "u5": (
        pgettext_lazy("u5", "Tidak sesuai"), pgettext_lazy("u5", "Kurang sesuai"), pgettext_lazy("u5", "Sesuai"),
        pgettext_lazy("u5", "Sangat sesuai"),
    ),
    "u6": (
        pgettext_lazy("u6", "Tidak mampu"), pgettext_lazy("u6", "Kurang mampu"), pgettext_lazy("u6", "Mampu"),
        pgettext_lazy("u6", "Sangat mampu"),
    ),
    "u7": (
        pgettext_lazy("u7", "Tidak sopan"), pgettext_lazy("u7", "Kurang sopan"), pgettext_lazy("u7", "Sopan"),
        pgettext_lazy("u7", "Sangat sopan"),
    ),
    "u8": (
        pgettext_lazy("u8", "Tidak ditangani"), pgettext_lazy("u8", "Kurang ditangani"),
        pgettext_lazy("u8", "Ditangani"), pgettext_lazy("u8", "Ditangani dengan baik"),
    ),
    "u9": (
        pgettext_lazy("u9", "Buruk"), pgettext_lazy("u9", "Kurang baik"), pgettext_lazy("u9", "Baik"),
        pgettext_lazy("u9", "Sangat baik"),
    ),
}  # fmt: skip
