"""How what happens to plans reads in the audit trail."""

from __future__ import annotations

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from petajalan.common import audit
from petajalan.planning import choices

ROMAN = ((1, "I"), (2, "II"), (3, "III"), (4, "IV"))


def name_words() -> None:
    """Called once, when the app is ready."""
    from petajalan.planning import models
    from petajalan.planning.services.writing import noun

    for model in (
        models.Goal,
        models.Objective,
        models.PolicyObjective,
        models.KeyActivity,
        models.Score,
        models.Factor,
        models.Theme,
        models.Obstacle,
        models.RootCause,
        models.Programme,
        models.RelatedRegulation,
        models.DataSeries,
        models.DataPoint,
        models.Indicator,
        models.IndicatorRow,
        models.SectionText,
        models.StrategicIssue,
        models.Condition,
    ):
        what = model._meta.verbose_name
        audit.name_actions(
            {
                f"{noun(model)}_added": format_lazy(_("Menambah {what}"), what=what),
                f"{noun(model)}_changed": format_lazy(_("Mengubah {what}"), what=what),
                f"{noun(model)}_removed": format_lazy(_("Menghapus {what}"), what=what),
            }
        )
    audit.name_actions(
        {
            "road_map_created": _("Membuat rancangan road map"),
            "road_map_drafted": _("Membuat rancangan dari peraturan"),
            "road_map_changed": _("Mengubah judul atau periode road map"),
            "road_map_discarded": _("Membuang rancangan road map"),
            "road_map_enacted": _("Menetapkan road map"),
            "road_map_amended": _("Mengganti road map dengan perubahannya"),
            "road_map_revoked": _("Mencabut road map"),
            "amendment_started": _("Memulai perubahan road map"),
            "year_opened": _("Membuka tahun"),
            "figure_decided": _("Menetapkan angka indikator"),
            "figure_corrected": _("Mengoreksi angka tercetak"),
            "indicators_joined": _("Menyatukan dua indikator"),
            "indicator_row_separated": _("Memisahkan baris menjadi indikator sendiri"),
            "data_points_set": _("Mengisi seri data"),
            "units_matched": _("Mencocokkan unit tercetak"),
            "action_plan_opened": _("Membuka rencana aksi"),
            "action_plan_submitted": _("Mengajukan rencana aksi"),
            "action_plan_sent_back": _("Mengembalikan rencana aksi"),
            "action_plan_approved": _("Menyetujui rencana aksi"),
            "action_plan_amended": _("Memulai perubahan rencana aksi"),
            "action_added": _("Menambah aksi"),
            "action_changed": _("Mengubah aksi"),
            "action_removed": _("Menghapus aksi"),
            "action_withdrawn": _("Menarik aksi"),
            "repair_done": _("Menandai perbaikan selesai"),
            "repair_reopened": _("Membuka perbaikan lagi"),
        }
    )
    audit.name_fields(
        {
            "title": _("judul"),
            "period": _("periode"),
            "period_start": _("awal periode"),
            "period_end": _("akhir periode"),
            "status": _("keadaan"),
            "decree_reference": _("dasar penetapan"),
            "decree_date": _("tanggal penetapan"),
            "revoked_by": _("dicabut dengan"),
            "goal": _("tujuan"),
            "objective": _("sasaran"),
            "policy_objective": _("sasaran kebijakan"),
            "element": _("unsur"),
            "national_code": _("padanan nasional"),
            "mandatory": _("mandatory"),
            "coordinator": _("koordinator"),
            "second_coordinator": _("koordinator kedua"),
            "coordinator_unit": _("unit koordinator"),
            "implementers": _("pelaksana"),
            "all_units": _("dilaksanakan semua unit"),
            "key_activity": _("kegiatan utama"),
            "factor": _("faktor prioritas"),
            "low": _("skor terendah"),
            "high": _("skor tertinggi"),
            "weight": _("bobot"),
            "value": _("nilai"),
            "theme": _("tema"),
            "evidence": _("data dan bukti"),
            "wanted": _("kinerja yang diinginkan"),
            "existing": _("kinerja saat ini"),
            "gap": _("kesenjangan"),
            "category": _("kelompok sebab"),
            "parent": _("sebab dari"),
            "cause": _("akar masalah"),
            "owner": _("penanggung jawab"),
            "series": _("seri data"),
            "proxy": _("memakai data"),
            "as_of": _("per tanggal"),
            "simulated": _("data simulasi"),
            "indicator": _("indikator"),
            "definition": _("definisi operasional"),
            "value_kind": _("jenis nilai"),
            "direction": _("arah"),
            "formula": _("rumus capaian"),
            "time_rule": _("dari triwulan ke tahun"),
            "unit_rule": _("dari unit ke instansi"),
            "cap": _("batas atas capaian"),
            "scale_code": _("skala"),
            "known_code": _("indikator yang dikenal"),
            "unit": _("satuan"),
            "source": _("sumber data"),
            "baseline_year": _("tahun baseline"),
            "figure_role": _("jenis angka"),
            "figure": _("angka"),
            "figures_left": _("angka yang tidak dipakai"),
            "from_print": _("dari peraturan"),
            "carried_from": _("dilanjutkan dari"),
            "year": _("tahun"),
            "targets": _("jumlah target"),
            "number": _("nomor"),
            "part": _("bagian wajib"),
            "level": _("letak"),
            "scope": _("lingkup isu"),
            "text": _("uraian"),
            "body": _("naskah"),
            "wording": _("rumusan ke"),
            "written_by": _("ditulis oleh"),
            "written_at": _("ditulis pada"),
            "code": _("kode"),
            "indicator_key": _("indikator"),
            "output": _("output"),
            "output_indicator": _("indikator output"),
            "output_unit": _("satuan output"),
            "figure_rule": _("angka triwulan"),
            **{f"target_q{number}": format_lazy(_("target TW {quarter}"), quarter=roman) for number, roman in ROMAN},
            **{f"budget_q{number}": format_lazy(_("anggaran TW {quarter}"), quarter=roman) for number, roman in ROMAN},
            "planning_reference": _("acuan RPJMD/RKPD"),
            "sub_activity_code": _("kode sub-kegiatan"),
            "evidence_needed": _("bukti dukung yang diminta"),
            "problem": _("permasalahan"),
            "problem_indicator": _("indikator permasalahan"),
            "root_cause_key": _("akar masalah"),
            "focus_code": _("fokus intervensi"),
            "revision": _("revisi"),
            "repairs": _("perbaikan"),
        }
    )
    for field, words in (
        ("status", choices.RoadMapStatus),
        ("status", choices.ProgrammeStatus),
        ("kind", choices.ProgrammeKind),
        ("element", choices.Element),
        ("category", choices.CauseCategory),
        ("value_kind", choices.ValueKind),
        ("direction", choices.Direction),
        ("formula", choices.FormulaChoice),
        ("time_rule", choices.TimeRuleChoice),
        ("unit_rule", choices.UnitRuleChoice),
        ("figure_role", choices.FigureRole),
        ("level", choices.IssueLevel),
        ("scope", choices.IssueScope),
        ("part", choices.RequiredPart),
        ("figure_rule", choices.FigureRule),
    ):
        audit.name_values(field, words)
