"""Worksheets as pages show them: how far each is known, its parts in lines, and what changed in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petajalan.calc.index import Instrument, Item, Section
from petajalan.catalogue.display.words import value_range
from petajalan.catalogue.instrument_changes import Change
from petajalan.catalogue.models import AdoptedInstrument
from petajalan.common.templatetags.petajalan import num


@dataclass(frozen=True, slots=True)
class Known:
    """Counts over the items: with a weight, with a range, with `target_baik`, in all; levels without a number."""

    weights: int
    ranges: int
    targets: int
    total: int
    levels: int

    @property
    def whole(self) -> bool:
        """Whether an index can be computed from it."""
        return self.weights == self.ranges == self.total

    @property
    def told(self) -> str:
        missing = []
        if self.weights < self.total:
            missing.append(_("bobot %(count)d butir") % {"count": self.total - self.weights})
        if self.ranges < self.total:
            missing.append(_("rentang %(count)d butir") % {"count": self.total - self.ranges})
        if self.targets < self.total:
            missing.append(_("target baik %(count)d butir") % {"count": self.total - self.targets})
        if self.levels:
            missing.append(_("angka %(count)d predikat") % {"count": self.levels})
        return _("belum ada: %(what)s") % {"what": ", ".join(missing)} if missing else _("semua terisi")


def known(one: Instrument) -> Known:
    items = list(one.items())
    return Known(
        weights=sum(item.weight is not None for item in items),
        ranges=sum(item.high is not None for item in items),
        targets=sum(item.target_good is not None for item in items),
        total=len(items),
        levels=sum(level.value is None for item in items for level in item.levels),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """An instrument in the list; `adopted` where the agency uses it."""

    instrument: Instrument
    known: Known
    adopted: AdoptedInstrument | None = None


@dataclass(frozen=True, slots=True)
class Line:
    part: Section | Item
    depth: int
    is_section: bool
    weight: str
    range: str
    target: str
    levels: str


def lines(one: Instrument) -> list[Line]:
    return [line for root in one.roots for line in _lines(root, 0)]


def _lines(part: Section | Item, depth: int) -> Iterator[Line]:
    weight = "" if part.weight is None else num(part.weight)
    if isinstance(part, Section):
        yield Line(part, depth, True, weight, "", "", "")
        for inside in part.parts:
            yield from _lines(inside, depth + 1)
        return
    levels = " · ".join(f"{one.code} {'?' if one.value is None else num(one.value)}" for one in part.levels)
    target = "" if part.target_good is None else num(part.target_good)
    yield Line(part, depth, False, weight, value_range(part.low, part.high), target, levels)


@dataclass(frozen=True, slots=True)
class Told:
    code: str
    name: str
    field: str
    before: str
    after: str


def told(found: Iterable[Change]) -> list[Told]:
    """Changes in words; a part that is new or gone says so."""
    fields = {
        "name": _("nama"), "weight": _("bobot"), "range": _("rentang"), "evaluator": _("pemberi nilai"),
        "target_good": _("target baik"), "multiplier": _("pengali"), "levels": _("angka predikat"),
        "indicator": _("indikator"), "source": _("sumber"), "note": _("catatan"),
    }  # fmt: skip
    lines = []
    for one in found:
        before = _("tidak ada") if one.before is None else _shown(one.field, one.before)
        after = _("dihapus") if one.after is None else _shown(one.field, one.after)
        field = _("butir") if one.before is None or one.after is None else fields[one.field]
        lines.append(Told(one.code, one.name, field, before, after))
    return lines


def _shown(field: str, text: str) -> str:
    if not text:
        return _("belum ada")
    return _localised(text) if field in {"weight", "target_good", "range", "levels"} else text


def _localised(text: str) -> str:
    """ "1.5" as the language of the page writes it; the text holds decimal points only."""
    return text if (get_language() or "").startswith("en") else text.replace(".", ",")
