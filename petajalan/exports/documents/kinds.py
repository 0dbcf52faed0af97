"""The kinds of documents there are. A new one is a collector in `collect/` and an entry of `KINDS`; an app above this
one adds its own with `add_kind`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petajalan.exports.documents.choice import PRINTED, Choice, Format, Of
from petajalan.exports.documents.collect import (
    action_plans,
    evaluated_actions,
    evaluated_points,
    forums,
    portal,
    teams,
    worksheets,
)
from petajalan.exports.documents.collect.amendment import amendment
from petajalan.exports.documents.collect.annex import annex
from petajalan.exports.documents.tree import OfficialDocument


@dataclass(frozen=True, slots=True)
class Kind:
    """
    name        as a person reads it
    permission  asked with the agency before anything is collected
    collect     raises `NothingToWrite`
    lead        a sentence on what is in it
    """

    code: str
    name: str | Promise
    of: frozenset[Of]
    permission: str
    collect: Callable[[Choice], OfficialDocument]
    formats: tuple[Format, ...] = PRINTED
    lead: str | Promise = ""


EVALUATIONS = "evaluation.view_evaluations"
REPORTS = "reporting.view_reports"

_LISTED = (
    Kind(
        "annex", _("Lampiran peraturan road map"), frozenset({Of.ROAD_MAP}), "planning.view_regulation", annex,
        lead=_("Bab dan semua tabel road map: yang berlaku dicetak seperti ditetapkan, rancangan dari hitungannya."),
    ),
    Kind(
        "amendment", _("Perubahan road map: semula dan menjadi"), frozenset({Of.ROAD_MAP}),
        "planning.view_regulation", amendment,
        lead=_("Yang berbeda dari versi sebelumnya, dan tabel yang berubah."),
    ),
    Kind(
        "team_decree", _("Keputusan tim reformasi birokrasi"), frozenset(), "accounts.view_units", teams.team_decree,
        lead=_("Tim yang berlaku hari ini, dengan anggota menurut jabatan; masih dapat disunting sebagai Word."),
    ),
    Kind(
        "action_plan", _("Rencana aksi unit"), frozenset({Of.YEAR, Of.UNIT}), "accounts.view_agency",
        action_plans.of_unit,
        lead=_("Aksi satu koordinator: target dan anggaran tiap triwulan, pelaksana, bukti dukung."),
    ),
    Kind(
        "thematic_action_plan", _("Rencana aksi tema"), frozenset({Of.YEAR, Of.THEME}), "accounts.view_agency",
        action_plans.of_theme,
        lead=_("Semua aksi untuk satu tema, dengan permasalahan dan akar masalahnya."),
    ),
    Kind(
        "monthly_evaluation", _("Laporan evaluasi bulanan"), frozenset({Of.YEAR, Of.MONTH}), EVALUATIONS,
        evaluated_actions.of_month,
        lead=_("Penilaian tim evaluasi atas setiap aksi, untuk sekretariat."),
    ),
    Kind(
        "forum_minutes", _("Berita acara forum monev"), frozenset({Of.YEAR, Of.QUARTER}), "reporting.view_forum",
        forums.minutes,
        lead=_("Daftar hadir, catatan setiap butir agenda, dan keputusan."),
    ),
    Kind(
        "ex_ante", _("Laporan evaluasi ex-ante"), frozenset({Of.YEAR}), EVALUATIONS, evaluated_points.before_year,
        lead=_("Kelayakan road map dan rencana aksi sebelum tahunnya berjalan."),
    ),
    Kind(
        "quarterly_evaluation", _("Laporan evaluasi internal triwulanan"), frozenset({Of.YEAR, Of.QUARTER}),
        EVALUATIONS, evaluated_actions.of_quarter,
        lead=_("Pelaksanaan aksi dalam empat dimensi, di samping penilaian mandiri."),
    ),
    Kind(
        "yearly_evaluation", _("Laporan evaluasi internal tahunan"), frozenset({Of.YEAR}), EVALUATIONS,
        evaluated_points.after_year,
        lead=_("Ketercapaian target, efektivitas rencana aksi, dan kualitas pengelolaan."),
    ),
    Kind(
        "worksheet", _("Lembar kerja evaluasi (LKE)"), frozenset({Of.YEAR}), EVALUATIONS, worksheets.worksheet,
        lead=_("Nilai tiga penilai, indeks, predikat, dan sumbangan setiap butir."),
    ),
    Kind(
        "portal_package", _("Paket portal RB nasional"), frozenset({Of.YEAR, Of.QUARTER}), REPORTS, portal.package,
        (Format.ZIP, *PRINTED),
        lead=_("Tabel dalam kolom portal; sebagai ZIP setiap tabel satu berkas Excel."),
    ),
)  # fmt: skip

KINDS: dict[str, Kind] = {one.code: one for one in _LISTED}


def add_kind(kind: Kind) -> None:
    KINDS[kind.code] = kind
