"""The pre-score of an action plan in words: what is missing to reach A."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from petajalan.calc.numbers import format_value
from petajalan.calc.plan_quality import Mark, PlanQuality
from petajalan.planning.display.figures import figure
from petajalan.planning.queries.action_quality import AimedAt, Judged

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
    """`details` name the rows that keep the mark from A, and those that nobody can judge yet."""

    name: str
    grade: str
    words: str
    details: tuple[str, ...] = ()


def score_words(quality: PlanQuality) -> str:
    if quality.points is not None:
        return _("Prapenilaian mutu: %(points)s dari 3.") % {"points": format_value(quality.points, places=2)}
    if not all(mark.total for mark in quality.marks):
        return _("Prapenilaian mutu: belum dapat dihitung.")
    told = {"least": format_value(quality.least, places=2), "most": format_value(quality.most, places=2)}
    return _("Prapenilaian mutu: antara %(least)s dan %(most)s dari 3; sebagian belum dapat dinilai.") % told


def mark_lines(judged: Judged, year: int) -> list[MarkLine]:
    said = tuple(_aim_words(one, year) for one in judged.aims if one.logical is not True)
    return [
        MarkLine(str(NAMES[mark.code]), mark.grade, _words(mark), said if mark.code == "targets" else ())
        for mark in judged.quality.marks
    ]


def _aim_words(aim: AimedAt, year: int) -> str:
    """What is wrong with one target, or what is missing to judge it."""
    told = {"name": aim.name, "year": year, "target": figure(aim.target) if aim.target else "", "before": year - 1}
    if aim.target is None:
        return _("%(name)s: belum ada target %(year)d.") % told
    told["last"] = format_value(aim.last) if isinstance(aim.last, Decimal) else aim.last or ""
    told["national"] = figure(aim.national) if aim.national else ""
    if aim.against_last is False and aim.baseline_year:
        told["before"] = aim.baseline_year
        return _("%(name)s: target %(target)s lebih buruk daripada baseline %(before)d, %(last)s.") % told
    if aim.against_last is False:
        return _("%(name)s: target %(target)s lebih buruk daripada realisasi %(before)d, %(last)s.") % told
    if aim.against_national is False:
        return _("%(name)s: target %(target)s belum mencapai target nasional, %(national)s.") % told
    if aim.last is None:
        return _("%(name)s: belum dapat dinilai; realisasi %(before)d dan baseline-nya belum diketahui.") % told
    words = _("%(name)s: belum dapat dinilai; %(target)s dan %(last)s tidak dapat dibandingkan. Periksa arahnya.")
    return words % told


def _words(mark: Mark) -> str:
    if not mark.total:
        return _("Belum ada yang dapat dinilai.")
    if not mark.missing and not mark.unknown:
        return _("Lengkap.")
    unknown = ngettext("%(count)d belum dapat dinilai.", "%(count)d belum dapat dinilai.", mark.unknown)
    known = [_lacking(mark)] if mark.missing else []
    return " ".join([*known, *([unknown % {"count": mark.unknown}] if mark.unknown else [])])


def _lacking(mark: Mark) -> str:
    told = {"count": mark.missing}
    match mark.code:
        case "activities":
            said = ngettext(
                "%(count)d indikator belum punya aksi.", "%(count)d indikator belum punya aksi.", mark.missing
            )
        case "targets":
            said = ngettext(
                "%(count)d indikator belum punya target tahun ini yang logis.",
                "%(count)d indikator belum punya target tahun ini yang logis.",
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
