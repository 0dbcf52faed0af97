"""Open data: four tables of what an agency shows, and what their columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import PublicItem
from petajalan.calc.numbers import Reading, rounded
from petajalan.dashboard.queries.public.plan import themes_in
from petajalan.dashboard.queries.public.published import Published
from petajalan.planning.choices import FigureRole
from petajalan.planning.models import Theme
from petajalan.reporting.queries.achievement import shown

Cell = str | int | bool | Decimal | None
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Dataset:
    """One table.

    needs    items that have to be public, beside the open data itself
    columns  name and meaning
    """

    code: str
    title: str | Promise
    needs: frozenset[str]
    columns: tuple[tuple[str, str | Promise], ...]
    rows: Callable[[Published], Iterable[Row]]

    def in_reach(self, found: Published) -> bool:
        return found.road_map is not None and all(found.shown.has(one) for one in (PublicItem.DATA, *self.needs))

    @property
    def names(self) -> list[str]:
        return [name for name, _meaning in self.columns]


def _indicators(found: Published) -> Iterable[Row]:
    for entry in found.entries:
        one = entry.indicator
        base = entry.baseline.reading if entry.baseline.is_known else None
        yield (
            str(one.key), one.name, one.unit, one.definition, one.direction, one.source, "; ".join(entry.coordinators),
            "; ".join(str(owner) for owner in entry.owners), one.baseline_year, *_figure(base),
        )  # fmt: skip


def _targets(found: Published) -> Iterable[Row]:
    for entry in found.entries:
        for (role, period), slot in entry.slots.items():
            if role == FigureRole.TARGET and slot.is_known:
                low, high = (slot.reading.low, slot.reading.high) if slot.reading else (None, None)
                yield (str(entry.indicator.key), entry.indicator.name, period, *_figure(slot.reading), low, high)


def _actuals(found: Published) -> Iterable[Row]:
    for entry in found.entries:
        for one in found.of(entry):
            percent = shown(one.percent, entry.indicator)
            yield (
                str(entry.indicator.key), entry.indicator.name, one.year, one.quarter,
                None if one.value is None else rounded(one.value, 4), one.level,
                None if percent is None else rounded(percent, 2), one.provisional, one.simulated, one.known, one.parts,
            )  # fmt: skip


def _themes(found: Published) -> Iterable[Row]:
    assert found.road_map is not None  # asked before
    under: dict[Theme, list[str]] = {one: [] for one in themes_in(found.road_map)}
    for entry in found.entries:
        for owner in entry.owners:
            if isinstance(owner, Theme):
                under[owner].append(str(entry.indicator.key))
    for theme, keys in under.items():
        yield (str(theme.key), theme.name, theme.objective, theme.existing, theme.wanted, theme.gap, "; ".join(keys))


def _figure(reading: Reading | None) -> tuple[Decimal | None, str]:
    """The number, and the figure as the road map writes it."""
    return (reading.value, reading.printed) if reading else (None, "")


KEY, NAME = ("kunci_indikator", _("kunci indikator, sama di semua berkas")), ("indikator", _("nama indikator"))
DATASETS = (
    Dataset(
        "indikator", _("Indikator dan angka awalnya"), frozenset({PublicItem.INDICATORS}),
        (
            KEY, NAME, ("satuan", _("satuan")), ("definisi", _("definisi operasional")),
            ("arah", _("higher: makin tinggi makin baik; lower: makin rendah makin baik")),
            ("sumber_data", _("sumber data menurut road map")), ("penanggung_jawab", _("unit yang bertanggung jawab")),
            ("bagian_dari", _("tujuan, sasaran, kegiatan, atau tema yang diukurnya")),
            ("tahun_awal", _("tahun angka awal")),
            ("angka_awal", _("angka awal sebagai bilangan, bila berupa bilangan")),
            ("angka_awal_tertulis", _("angka awal seperti tertulis")),
        ),
        _indicators,
    ),
    Dataset(
        "target", _("Target"), frozenset({PublicItem.INDICATORS}),
        (
            KEY, NAME, ("periode", _("tahun, atau triwulan seperti 2024-Q1")),
            ("target", _("target sebagai bilangan, bila berupa bilangan")),
            ("target_tertulis", _("target seperti tertulis")),
            ("batas_bawah", _("batas bawah, bila targetnya rentang")),
            ("batas_atas", _("batas atas, bila targetnya rentang")),
        ),
        _targets,
    ),
    Dataset(
        "realisasi", _("Realisasi tiap triwulan yang sudah ditutup"),
        frozenset({PublicItem.INDICATORS, PublicItem.ACTUALS}),
        (
            KEY, NAME, ("tahun", _("tahun")), ("triwulan", _("triwulan, 1 sampai 4")),
            ("realisasi", _("realisasi sebagai bilangan")), ("predikat", _("predikat atau opini, bila bukan bilangan")),
            ("capaian_persen", _("dibanding target, dalam persen")),
            ("sementara", _("true: perkiraan sendiri, nilai resminya belum terbit")),
            ("simulasi", _("true: angka contoh, bukan angka sebenarnya")),
            ("unit_mengukur", _("unit yang sudah mengukur")), ("unit_seluruhnya", _("unit yang bertanggung jawab")),
        ),
        _actuals,
    ),
    Dataset(
        "tema", _("Tema"), frozenset({PublicItem.THEMES}),
        (
            ("kunci_tema", _("kunci tema")), ("tema", _("nama tema")), ("sasaran", _("sasaran tematik")),
            ("keadaan_sekarang", _("keadaan sekarang")), ("yang_diinginkan", _("keadaan yang diinginkan")),
            ("kesenjangan", _("kesenjangan")),
            ("kunci_indikator", _("kunci indikatornya, dipisah titik koma; kosong bila indikator tidak dibuka")),
        ),
        _themes,
    ),
)  # fmt: skip
