"""The form in which an administrator completes and corrects a worksheet: every part on one page, saved together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from petajalan.calc.index import Instrument, Item, Level, Section
from petajalan.catalogue.choices import Confidence
from petajalan.catalogue.instruments import entry

NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?")
MOST_BYTES = 300_000  # of a YAML file; the largest of ours has 10,000


class OriginForm(forms.Form):
    """From what the changed parts come; they carry it as their source."""

    source = forms.CharField(
        label=_("Sumber perubahan ini"),
        max_length=200,
        help_text=_("Misalnya KepmenPANRB 182/2024, Lampiran II. Menjadi sumber setiap butir yang Anda ubah."),
        error_messages={"required": _("Tulis dari mana angka baru ini, misalnya nomor petunjuk teknisnya.")},
    )
    confidence = forms.ChoiceField(label=_("Keyakinan"), choices=Confidence)


class InstrumentFileForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas YAML"),
        help_text=_("Bentuknya sama dengan berkas yang diunduh dari halaman ini."),
        error_messages={
            "required": _("Pilih berkasnya lebih dahulu."),
            "empty": _("Berkas ini kosong. Pilih berkas lain."),
        },
    )

    def clean_file(self) -> str:
        given = self.cleaned_data["file"]
        if given.size > MOST_BYTES:
            raise forms.ValidationError(gettext("Berkas ini terlalu besar untuk sebuah instrumen."))
        try:
            return str(given.read().decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise forms.ValidationError(
                gettext("Berkas ini bukan teks UTF-8. Simpan ulang sebagai teks UTF-8.")
            ) from error


class YearForm(forms.Form):
    year = forms.IntegerField(
        label=_("Tahun"),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Tulis tahunnya, misalnya 2025."),
            "invalid": _("Tulis tahunnya, misalnya 2025."),
        },
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """One input: `value` as typed or kept, `error` a sentence or ""."""

    name: str
    label: str
    value: str
    error: str = ""
    number: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A part with its inputs; `choices` are the items that may multiply this one."""

    part: Section | Item
    depth: int
    cells: tuple[Cell, ...]
    is_section: bool


class InstrumentForm:
    """What was sent over what is kept. A number that cannot be read stays as typed, with a sentence beside it."""

    def __init__(self, base: Instrument, sent: Mapping[str, str] | None = None) -> None:
        self.base, self.sent = base, sent
        self.origin = OriginForm(sent, initial={"confidence": Confidence.TEXT_READ})
        self.errors: dict[str, str] = {}
        self.refused = ""
        self.codes = [item.code for item in base.items()]
        self.changed = self._changed() if sent is not None else base

    def is_valid(self) -> bool:
        return self.origin.is_valid() and not self.errors

    def data_of(self) -> dict[str, Any]:
        """The entry with the changes, to be checked by the service; only after `is_valid`."""
        source, confidence = self.origin.cleaned_data["source"], self.origin.cleaned_data["confidence"]

        def marked(old: Section | Item, new: Section | Item) -> Section | Item:
            own = replace(new, source=old.source, confidence=old.confidence)
            if isinstance(own, Section) and isinstance(old, Section):
                inside = tuple(marked(*pair) for pair in zip(old.parts, own.parts, strict=True))
                if own.weight == old.weight:
                    return replace(own, parts=inside)
                return replace(own, parts=inside, source=source, confidence=confidence)
            return own if own == old else replace(own, source=source, confidence=confidence)

        general = marked(self.base.general, self.changed.general)
        thematic = None
        if self.base.thematic is not None and self.changed.thematic is not None:
            thematic = marked(self.base.thematic, self.changed.thematic)
        assert isinstance(general, Section)
        assert thematic is None or isinstance(thematic, Section)
        return entry(replace(self.base, general=general, thematic=thematic))

    def rows(self) -> Iterator[Row]:
        for root in self.base.roots:
            yield from self._rows(root, 0)

    def _rows(self, part: Section | Item, depth: int) -> Iterator[Row]:
        yield Row(part, depth, tuple(self._cells(part)), isinstance(part, Section))
        if isinstance(part, Section):
            for inside in part.parts:
                yield from self._rows(inside, depth + 1)

    def _cells(self, part: Section | Item) -> Iterator[Cell]:
        yield self._cell(f"weight:{part.code}", gettext("Bobot"), part.weight)
        if isinstance(part, Item):
            yield self._cell(f"low:{part.code}", gettext("Terendah"), part.low)
            yield self._cell(f"high:{part.code}", gettext("Tertinggi"), part.high)
            yield self._cell(f"good:{part.code}", gettext("Target baik"), part.target_good)
            yield self._cell(f"multiplier:{part.code}", gettext("Pengali"), part.multiplier or "", number=False)
            yield self._cell(f"evaluator:{part.code}", gettext("Pemberi nilai"), part.evaluator, number=False)
            for level in part.levels:
                yield self._cell(f"level:{part.code}:{level.code}", level.code, level.value)

    def _cell(self, name: str, label: str, kept: Decimal | str | None, *, number: bool = True) -> Cell:
        value = "" if kept is None else _as_typed(kept) if isinstance(kept, Decimal) else kept
        if self.sent is not None:
            value = self.sent.get(name, value)
        return Cell(name, label, value, self.errors.get(name, ""), number)

    # ---- what was sent ----

    def _changed(self) -> Instrument:
        general = self._section(self.base.general)
        thematic = None if self.base.thematic is None else self._section(self.base.thematic)
        return replace(self.base, general=general, thematic=thematic)

    def _section(self, section: Section) -> Section:
        parts = tuple(self._section(one) if isinstance(one, Section) else self._item(one) for one in section.parts)
        return replace(section, weight=self._number(f"weight:{section.code}", section.weight), parts=parts)

    def _item(self, item: Item) -> Item:
        code = item.code
        multiplier = self._text(f"multiplier:{code}", item.multiplier or "")
        if multiplier and (multiplier not in self.codes or multiplier == code):
            self.errors[f"multiplier:{code}"] = gettext("Tulis kode butir lain dari instrumen ini, atau kosongkan.")
            multiplier = ""
        return replace(
            item,
            weight=self._number(f"weight:{code}", item.weight),
            low=self._number(f"low:{code}", item.low),
            high=self._number(f"high:{code}", item.high),
            target_good=self._number(f"good:{code}", item.target_good),
            multiplier=multiplier or None,
            evaluator=self._text(f"evaluator:{code}", item.evaluator) or item.evaluator,
            levels=tuple(Level(one.code, self._number(f"level:{code}:{one.code}", one.value)) for one in item.levels),
        )

    def _text(self, name: str, kept: str) -> str:
        assert self.sent is not None
        return " ".join(self.sent.get(name, kept).split())[:100]

    def _number(self, name: str, kept: Decimal | None) -> Decimal | None:
        """What was not sent stays; an empty input means that it is not known."""
        assert self.sent is not None
        if name not in self.sent:
            return kept
        typed = self.sent[name].strip()
        if not typed:
            return None
        if not NUMBER.fullmatch(typed):
            self.errors[name] = gettext("Tulis angka seperti 1,5, tanpa pemisah ribuan.")
            return kept
        return Decimal(typed.replace(",", "."))


def _as_typed(number: Decimal) -> str:
    """Without a mark for thousands, as it is read back."""
    text = f"{number:f}"
    return text if (get_language() or "").startswith("en") else text.replace(".", ",")
