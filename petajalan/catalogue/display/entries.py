"""An agency's own entries as their list shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petajalan.catalogue.choices import AliasKind, Direction, EntryKind, Measure
from petajalan.catalogue.display import words
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.own import Merged
from petajalan.regulation.reference import Reference

TITLES = {
    EntryKind.SCALE: _("Skala milik instansi"),
    EntryKind.INDICATOR: _("Indikator milik instansi"),
    EntryKind.THEME: _("Tema milik instansi"),
    EntryKind.ALIAS: _("Nama lain dan singkatan"),
}


@dataclass(frozen=True, slots=True)
class EntryLine:
    """`replaces` says that it takes the place of a national entry; `refused` why it is not used after all."""

    entry: OwnEntry
    told: str
    replaces: bool
    refused: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    kind: EntryKind
    lines: tuple[EntryLine, ...]

    @property
    def title(self) -> str:
        return str(TITLES[self.kind])


def groups(entries: Iterable[OwnEntry], merged: Merged, national: Reference) -> list[EntryGroup]:
    """By kind, those in use before the retired ones."""
    refused = {(own.kind, own.code): words.sentence(why) for own, why in merged.refused}
    known = {(EntryKind.SCALE.value, one.code) for one in national.scales}
    known |= {(EntryKind.INDICATOR.value, one.code) for one in national.indicators}
    scales = {one.code: one.name for one in merged.reference.scales}
    found = [
        EntryLine(
            one,
            told(one, scales),
            (one.kind, one.code) in known,
            refused.get((one.kind, one.code), "") if one.active else "",
        )
        for one in sorted(entries, key=lambda one: (not one.active, one.name.casefold()))
    ]
    by_kind = [EntryGroup(kind, tuple(line for line in found if line.entry.kind == kind)) for kind in EntryKind]
    return [group for group in by_kind if group.lines]


def told(entry: OwnEntry, scales: dict[str, str]) -> str:
    """The entry in one line."""
    data = entry.data
    match entry.kind:
        case EntryKind.SCALE:
            return _told_scale(data)
        case EntryKind.INDICATOR:
            parts = [scales.get(data.get("scale", ""), ""), _label(Direction, data), _label(Measure, data)]
            parts.append(
                gettext("juga: %(names)s") % {"names": ", ".join(data["names"][1:])} if data["names"][1:] else ""
            )
        case EntryKind.THEME:
            parts = [gettext("juga: %(names)s") % {"names": ", ".join(data["names"])} if data["names"] else ""]
        case _:
            parts = [str(AliasKind(data["of"]).label), ", ".join(data["names"])]
    return " · ".join(filter(None, parts))


def _label(choices: type[Direction] | type[Measure], data: dict[str, str]) -> str:
    key = data.get("direction" if choices is Direction else "unit", "")
    return str(choices(key).label) if key in choices.values else ""


def _told_scale(data: dict[str, object]) -> str:
    tables = data.get("classifications") or []
    assert isinstance(tables, list)
    counted = ngettext("%(count)d tabel predikat", "%(count)d tabel predikat", len(tables)) % {"count": len(tables)}
    classes = " < ".join(letter or label for letter, label, _range, _colour in tables[-1]["bands"]) if tables else ""
    return " · ".join(
        filter(None, [counted if tables else gettext("tanpa tabel predikat"), classes, str(data["source"])])
    )
