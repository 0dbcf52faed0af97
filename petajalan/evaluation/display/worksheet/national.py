"""The page of national results: what a workbook would change, and what is printed beside what is computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from petajalan.common.templatetags.petajalan import num
from petajalan.evaluation.choices import Party
from petajalan.evaluation.queries.worksheet.index import Sheet
from petajalan.evaluation.queries.worksheet.printed import Check, What
from petajalan.evaluation.services.worksheet.national import Kind, Plan, PlannedLine

WORDS = {
    Kind.NEW: gettext_lazy("baru"),
    Kind.CHANGED: gettext_lazy("berubah"),
    Kind.CORRECTED: gettext_lazy("koreksi"),
    Kind.SAME: gettext_lazy("sama"),
    Kind.REFUSED: gettext_lazy("ditolak"),
}
MOODS = {Kind.NEW: "info", Kind.CHANGED: "warn", Kind.CORRECTED: "warn", Kind.SAME: "", Kind.REFUSED: "bad"}
ICONS = {
    Kind.NEW: "plus-lg",
    Kind.CHANGED: "pencil",
    Kind.CORRECTED: "pencil",
    Kind.SAME: "check-lg",
    Kind.REFUSED: "exclamation-octagon-fill",
}
NAMES = {
    What.GENERAL: gettext_lazy("RB General"),
    What.THEMATIC: gettext_lazy("RB Tematik"),
    What.INDEX: gettext_lazy("Indeks"),
    What.GRADE: gettext_lazy("Predikat"),
    What.SUM: gettext_lazy("Indeks sebagai jumlah RB General dan RB Tematik yang tercetak"),
    What.REGISTER: gettext_lazy("Indeks pada register indeks luar"),
}
FIGURES = (What.GENERAL, What.THEMATIC, What.INDEX)


@dataclass(frozen=True, slots=True)
class LineShown:
    one: PlannedLine
    mood: str
    icon: str
    words: str

    @property
    def name(self) -> str:
        return self.one.item.name if self.one.item else ""


@dataclass(frozen=True, slots=True)
class CheckShown:
    """`difference` is the other figure less the printed one, where both are numbers that differ."""

    name: str
    printed: str
    other: str
    differs: bool | None
    difference: str
    computed: bool


def lines_shown(plan: Plan) -> list[LineShown]:
    """Those that are refused first, each group in the order of the sheet."""
    found = [*plan.of(Kind.REFUSED), *plan.of(Kind.NEW, Kind.CHANGED, Kind.CORRECTED, Kind.SAME)]
    return [LineShown(one, MOODS[one.kind], ICONS[one.kind], str(WORDS[one.kind])) for one in found]


def counted(plan: Plan) -> str:
    """ "24 baru, 2 berubah, 3 ditolak"."""
    said = [f"{len(plan.of(kind))} {WORDS[kind]}" for kind in Kind if plan.of(kind)]
    return ", ".join(said) or _("tidak ada baris yang terisi")


def kept_words(plan: Plan) -> str:
    """What was kept, and which rows still have to come in."""
    count = len(plan.of(Kind.NEW, Kind.CHANGED, Kind.CORRECTED))
    said = ngettext("%(count)d nilai resmi tersimpan.", "%(count)d nilai resmi tersimpan.", count) % {"count": count}
    refused = [one.line.code for one in plan.of(Kind.REFUSED)]
    if not refused:
        return said
    told = {"count": len(refused), "codes": ", ".join(refused)}
    later = ngettext(
        "%(count)d baris ditolak dan belum masuk: %(codes)s. Perbaiki di berkas Anda, lalu unggah lagi.",
        "%(count)d baris ditolak dan belum masuk: %(codes)s. Perbaiki di berkas Anda, lalu unggah lagi.",
        len(refused),
    )
    return f"{said} {later % told}"


def checks_shown(checks: Sequence[Check]) -> list[CheckShown]:
    return [
        CheckShown(
            name=str(NAMES[one.what]), printed=_figure(one.printed, one.places), other=_figure(one.other, one.places),
            differs=one.differs, difference=_difference(one), computed=one.what in {*FIGURES, What.GRADE},
        )
        for one in checks
    ]  # fmt: skip


def lead(sheet: Sheet) -> str:
    items = [one.code for one in sheet.instrument.items()]
    known = sum(1 for code in items if sheet.score(code, Party.NATIONAL) is not None)
    return _("%(known)d dari %(total)d butir sudah mempunyai nilai resmi.") % {"known": known, "total": len(items)}


def _figure(value: Decimal | str | None, places: int) -> str:
    return value if isinstance(value, str) else num(value, places)


def _difference(one: Check) -> str:
    if not one.differs or not isinstance(one.printed, Decimal) or not isinstance(one.other, Decimal):
        return ""
    return num(one.other - one.printed, one.places)
