"""What the data say beside a point, in words. It is kept as it was when the figures were taken; see `queries`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from petajalan.calc.evaluation import Movement
from petajalan.calc.numbers import rounded
from petajalan.evaluation.choices import PointPart
from petajalan.evaluation.models import EvaluationPoint
from petajalan.planning.display.action_quality import NAMES
from petajalan.planning.display.words import number

COUNTED = {
    "parts": gettext_lazy("%(count)s dari %(of)s bagian wajib road map lengkap."),
    "acted_on": gettext_lazy("%(count)s dari %(of)s indikator road map mempunyai aksi tahun ini."),
    "led_acted_on": gettext_lazy("%(count)s dari %(of)s indikator yang diampu atau disebut unit ini mempunyai aksi."),
    "in_road_map": gettext_lazy("%(count)s dari %(of)s aksi terkait indikator road map yang berlaku."),
    "planning_reference": gettext_lazy("%(count)s dari %(of)s aksi menyebut acuan RPJMD/RKPD."),
    "budget": gettext_lazy("%(count)s dari %(of)s aksi mempunyai anggaran."),
    "implementers": gettext_lazy("%(count)s dari %(of)s aksi mempunyai pelaksana."),
}
MOVED = {
    Movement.BETTER: gettext_lazy("membaik sejak baseline"),
    Movement.SAME: gettext_lazy("sama dengan baseline"),
    Movement.WORSE: gettext_lazy("memburuk sejak baseline"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """lines      in a sentence each; `more`: a longer list, opened by who wants it
    warnings   what should not be overlooked
    proposal   whether the data suggest that it is met; `None` where they do not say"""

    lines: Sequence[str] = ()
    more: Sequence[str] = ()
    warnings: Sequence[str] = ()
    proposal: bool | None = None
    simulated: bool = False


def facts_of(point: EvaluationPoint) -> Facts:
    basis: Mapping[str, Any] = point.basis
    if not basis:
        return Facts()
    match point.part:
        case PointPart.ASPECT:
            return _of_aspect(basis)
        case PointPart.TARGET:
            return _of_target(basis)
        case PointPart.EFFECT:
            return _of_effect(basis)
    return _of_criterion(basis)


def _of_aspect(basis: Mapping[str, Any]) -> Facts:
    lines = [str(COUNTED[one["code"]]) % one for one in basis.get("facts", ())]
    more = list(basis.get("sentences", ()))
    if "sentences" in basis and not more:
        lines.append(_("Pemeriksaan kelengkapan tidak menemukan kekurangan."))
    if "points" in basis:
        points = basis["points"]
        told = {"points": number(rounded(Decimal(points), 2)) if points is not None else ""}
        lines.append(
            _("Prapenilaian mutu: %(points)s dari 3.") % told
            if points is not None
            else _("Prapenilaian mutu: belum dapat dihitung.")
        )
        more += [
            _("%(name)s: %(count)s dari %(of)s (%(grade)s)") % {**mark, "name": NAMES[mark["code"]]}
            for mark in basis["marks"]
            if mark["grade"]
        ]
    return Facts(lines, more)


def _of_target(basis: Mapping[str, Any]) -> Facts:
    if "target" not in basis:
        return Facts([_("Belum ada capaian yang tersimpan untuk triwulan IV.")])
    told = {name: basis[name] for name in ("target", "actual", "achievement")}
    lines = [_("Target %(target)s · realisasi %(actual)s · capaian %(achievement)s") % told]
    if basis["band"]:
        lines[0] += f" ({basis['band']})"
    if basis["units"]:
        lines.append(_("Koordinator: %(units)s") % {"units": ", ".join(basis["units"])})
    if basis["provisional"]:
        lines.append(_("Angka sementara: indeksnya belum terbit."))
    return Facts(lines, proposal=basis["reached"], simulated=basis["simulated"])


def _of_effect(basis: Mapping[str, Any]) -> Facts:
    told = {name: basis[name] for name in ("done", "known", "of")}
    lines = [_("Output: %(done)s dari %(of)s aksi selesai; %(known)s sudah dapat dinilai.") % told, _budget(basis)]
    more = [_indicator(one) for one in basis["indicators"]]
    unmeasured = basis["unmeasured"]
    warnings = []
    if unmeasured:
        said = ngettext(
            "Semua aksinya selesai, tetapi hasilnya (outcome) tidak diukur: %(names)s.",
            "Semua aksinya selesai, tetapi hasilnya (outcome) tidak diukur pada %(count)d indikator: %(names)s.",
            len(unmeasured),
        )
        warnings = [said % {"count": len(unmeasured), "names": "; ".join(unmeasured)}]
    return Facts(lines, more, warnings, simulated=basis["simulated"])


def _budget(basis: Mapping[str, Any]) -> str:
    budget, absorbed = (None if basis[name] is None else Decimal(basis[name]) for name in ("budget", "absorbed"))
    if budget is None:
        return _("Anggaran: belum ada.")
    told = {"budget": number(budget)}
    if absorbed is None:
        return _("Anggaran Rp %(budget)s; penyerapannya belum dilaporkan.") % told
    told["absorbed"] = number(absorbed)
    if not budget:
        return _("Anggaran Rp %(absorbed)s terserap, tanpa anggaran dalam rencana.") % told
    told["share"] = number(rounded(absorbed / budget * 100, 1))
    return _("Anggaran Rp %(absorbed)s terserap dari Rp %(budget)s (%(share)s%%).") % told


def _indicator(one: Mapping[str, Any]) -> str:
    if not one["measured"]:
        return _("%(name)s: belum diukur tahun ini") % one
    moved = str(MOVED[Movement(one["moved"])]) if one["moved"] else _("arahnya tidak dapat dibandingkan")
    return _("%(name)s: diukur sampai TW %(quarter)s, %(moved)s") % {**one, "moved": moved}


def _of_criterion(basis: Mapping[str, Any]) -> Facts:
    count, of = basis["count"], basis["of"]
    if not of:
        return Facts([_("Belum ada yang dapat dihitung.")])
    share = number(rounded(Decimal(count) * 100 / of, 1))
    told = {"count": count, "of": of, "share": share, "least": number(Decimal(basis["least"]))}
    line = _("%(count)s dari %(of)s (%(share)s%%); dianggap memadai mulai %(least)s%% (%(source)s).")
    return Facts([line % {**told, "source": basis["source"].lower()}], proposal=basis["sufficient"])
