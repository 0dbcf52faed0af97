"""Words for the states, reasons, grades and raw values of a worksheet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from petajalan.calc.index import Grade, Index, Item, ItemScore, SectionScore
from petajalan.calc.numbers import format_value
from petajalan.catalogue.display.words import is_unconfirmed, value_range
from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.choices import ItemState, Party
from petajalan.evaluation.models import WorksheetScore

SLUGS = {Party.SELF: "mandiri", Party.INTERNAL: "internal", Party.NATIONAL: "nasional"}
PARTIES = {slug: party for party, slug in SLUGS.items()}
SHORT = {
    Party.SELF: gettext_lazy("Mandiri"),
    Party.INTERNAL: gettext_lazy("Internal"),
    Party.NATIONAL: gettext_lazy("Nasional"),
}
REASONS = {
    "missing": gettext_lazy("belum ada nilai"),
    "no_weight": gettext_lazy("bobotnya belum ada pada instrumen"),
    "no_range": gettext_lazy("rentangnya belum ada pada instrumen"),
    "no_number": gettext_lazy("angka untuk tingkat ini belum ada pada instrumen"),
    "unknown_level": gettext_lazy("tingkatnya tidak ada pada instrumen"),
    "outside": gettext_lazy("nilainya di luar rentang instrumen"),
    "multiplier": gettext_lazy("menunggu skor butir pengalinya"),
}
STEP_KINDS = {
    "band": gettext_lazy("kelas berikutnya"),
    "target": gettext_lazy("target rencana"),
    "target_good": gettext_lazy("target baik"),
    "top": gettext_lazy("nilai tertinggi"),
}
NAMED = 6  # items that a sentence names before it says how many more there are


@dataclass(frozen=True, slots=True)
class GradeShown:
    """A class of the index with why it is that one."""

    letter: str
    label: str
    colour: str
    reason: str
    unconfirmed: bool


def raw_words(row: WorksheetScore | None) -> str:
    """ "3,15", "WTP"; "" for an item out of scope and where nothing was entered."""
    if row is None or row.state == ItemState.EXCLUDED:
        return ""
    return row.level or format_value(row.raw)


def range_words(item: Item) -> str:
    if item.levels:
        return " · ".join(one.code for one in item.levels)
    return value_range(item.low, item.high) or _("belum ada")


def points(value: Decimal | None) -> str:
    return num(value, 2)


def reason_words(one: ItemScore) -> str:
    return str(REASONS.get(one.reason, ""))


def why_unknown(index: Index) -> str:
    """Which items keep the index unknown, each with its reason; "" when it is known."""
    if not index.unknown:
        return "" if index.index is not None else _("Semua butir RB General di luar lokus.")
    found = [index.item(code) for code in index.unknown]
    named = "; ".join(f"{one.item.code} {reason_words(one)}" for one in found[:NAMED])
    rest = len(found) - NAMED
    if rest <= 0:
        return named
    return ngettext("%(named)s; dan %(count)d butir lain", "%(named)s; dan %(count)d butir lain", rest) % {
        "named": named, "count": rest,
    }  # fmt: skip


def so_far(one: SectionScore) -> str:
    """ "19 dari 25 butir bernilai; sementara 45,3 dari bobot 60"."""
    told = {"counted": one.counted, "total": one.total, "known": points(one.known), "weight": num(one.weighed)}
    return _("%(counted)d dari %(total)d butir bernilai; sementara %(known)s dari bobot %(weight)s") % told


def grade_shown(found: Grade | None) -> GradeShown | None:
    if found is None:
        return None
    listed = ", ".join(found.items[:NAMED]) + (", …" if len(found.items) > NAMED else "")
    reason = {
        "below_target": _("A- karena di bawah target baik: %(items)s.") % {"items": listed},
        "unknown_target": _("A atau A-: target baik belum diketahui untuk %(items)s.") % {"items": listed},
        "all_good": _("A karena semua butir mencapai target baiknya."),
    }.get(found.reason, "")
    unconfirmed = is_unconfirmed(found.classified.classification.confidence)
    return GradeShown(found.letter or "", found.label, found.classified.band.colour or "mute", reason, unconfirmed)


def grade_words(found: Grade | None) -> str:
    return f"{found.letter} · {found.label}" if found is not None and found.letter else _("belum ada")
