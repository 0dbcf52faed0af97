"""The pre-score of an action plan in words: what is missing to reach A."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from petajalan.calc.numbers import format_value
from petajalan.calc.plan_quality import Mark, PlanQuality

NAMES = {
    "activities": gettext_lazy("Penetapan kegiatan utama"),
    "targets": gettext_lazy("Penetapan target"),
    "statement": gettext_lazy("Keabsahan"),
    "logic": gettext_lazy("Kelogisan"),
    "indicators": gettext_lazy("Indikator output"),
    "output_targets": gettext_lazy("Ketepatan target output"),
    "budget": gettext_lazy("Anggaran"),
}


@dataclass(frozen=True, slots=True)
class MarkLine:
    name: str
    grade: str
    words: str


def score_words(quality: PlanQuality) -> str:
    if quality.points is None:
        return _("Prapenilaian mutu: belum dapat dihitung.")
    return _("Prapenilaian mutu: %(points)s dari 3.") % {"points": format_value(quality.points, places=2)}


def mark_lines(quality: PlanQuality) -> list[MarkLine]:
    return [MarkLine(str(NAMES[mark.code]), mark.grade, _words(mark)) for mark in quality.marks]


def _words(mark: Mark) -> str:
    if not mark.total:
        return _("Belum ada yang dapat dinilai.")
    if not mark.missing:
        return _("Lengkap.")
    told = {"count": mark.missing}
    match mark.code:
        case "activities":
            said = ngettext(
                "%(count)d indikator belum punya aksi.", "%(count)d indikator belum punya aksi.", mark.missing
            )
        case "targets":
            said = ngettext(
                "%(count)d indikator belum punya target tahun ini.",
                "%(count)d indikator belum punya target tahun ini.",
                mark.missing,
            )
        case "statement":
            said = _("Rencana belum disetujui sekretariat.")
        case "logic":
            said = ngettext(
                "%(count)d aksi belum menyebut output atau pelaksananya.",
                "%(count)d aksi belum menyebut output atau pelaksananya.",
                mark.missing,
            )
        case "indicators":
            said = ngettext(
                "%(count)d aksi belum punya indikator output dan satuannya.",
                "%(count)d aksi belum punya indikator output dan satuannya.",
                mark.missing,
            )
        case "output_targets":
            said = ngettext(
                "%(count)d aksi belum punya target triwulan yang masuk akal.",
                "%(count)d aksi belum punya target triwulan yang masuk akal.",
                mark.missing,
            )
        case _:
            said = ngettext("%(count)d aksi belum beranggaran.", "%(count)d aksi belum beranggaran.", mark.missing)
    return said % told
