"""The items that an administrator switches, in words: what everybody would see, and what stays inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import PublicItem
from petajalan.accounts.models import PublicChoice

ABOUT: Mapping[str, str | Promise] = {
    PublicItem.ROAD_MAP: _("Tujuan dan sasaran road map yang sudah ditetapkan, dan peraturannya."),
    PublicItem.INDEX: _("Nilai dari penerbitnya dan dari road map, dengan tanda resmi atau perkiraan."),
    PublicItem.INDICATORS: _("Nama, angka awal, target, sumber data, unit penanggung jawab, dan catatan mutu."),
    PublicItem.ACTUALS: _(
        "Realisasi triwulan yang pengukurannya sudah ditutup, dan cara menghitungnya. Perlu “Indikator dan target”."
    ),
    PublicItem.THEMES: _("Sasaran, data, dan program tiap tema, dengan grafiknya."),
    PublicItem.DOCUMENTS: _(
        "Lampiran peraturan dan perubahannya yang sudah dibekukan di “Dokumen”, dengan nama penanda tangannya."
    ),
    PublicItem.DATA: _("Yang tampil, sebagai berkas CSV dan JSON."),
    PublicItem.CONTACT: _("Kontak kantor yang ditulis di bawah."),
    PublicItem.SEARCH: _("Mesin pencari boleh mencatat halaman publik ini. Selama tidak, halaman meminta dilewati."),
}
NEEDS = {PublicItem.ACTUALS: PublicItem.INDICATORS}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`waits_for` names the item without which this one shows nothing."""

    item: PublicItem
    about: str
    choice: PublicChoice | None
    waits_for: str

    @property
    def is_shown(self) -> bool:
        return self.choice is not None and self.choice.shown


def item_rows(choices: Mapping[str, PublicChoice]) -> list[ItemRow]:
    shown = {item for item, one in choices.items() if one.shown}
    return [
        ItemRow(item, str(ABOUT[item]), choices.get(item), str(needed.label) if needed and needed not in shown else "")
        for item in PublicItem
        for needed in [NEEDS.get(item)]
    ]
