"""Who may do what: the one table behind the tests of permissions and docs/panduan/hak-akses.md.

A new rule needs a row here. `pages` are the names of the addresses that ask for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from petajalan.accounts.choices import Role

MEMBERS = frozenset(Role) - {Role.PARENT_AGENCY}
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
SECRETARIAT = frozenset({Role.SECRETARIAT})
EVALUATORS = frozenset({Role.EVALUATOR})
JUDGES = frozenset({Role.EVALUATOR, Role.SECRETARIAT})
WRITERS_OF_ACTIONS = frozenset({Role.OPERATOR, Role.UNIT_HEAD, Role.ADMINISTRATOR})
FREEZERS = frozenset({Role.SECRETARIAT, Role.ADMINISTRATOR, Role.EVALUATOR, Role.UNIT_HEAD})
ADMINISTRATOR_AND_AUDITOR = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
ADMINISTRATOR_AND_EVALUATORS = frozenset({Role.ADMINISTRATOR, Role.EVALUATOR})
ADMINISTRATOR_AND_SECRETARIAT = frozenset({Role.ADMINISTRATOR, Role.SECRETARIAT})


@dataclass(frozen=True, slots=True)
class Action:
    """An action, the roles that may do it in their own agency, and the addresses that ask for it.

    The keeper of the installation may do everything everywhere; people of another agency nothing.
    """

    rule: str
    words: str
    roles: frozenset[Role]
    pages: tuple[str, ...] = ()


ACTIONS = (
    Action("accounts.view_agency", "Membuka instansi", MEMBERS),
    Action(
        "accounts.view_units",
        "Membaca unit, jabatan, dan tim",
        MEMBERS,
        ("unit_list", "unit", "position", "team_list", "team"),
    ),
    Action(
        "accounts.manage_units",
        "Mengatur unit, jabatan, pemegang jabatan, dan tim",
        ADMINISTRATOR,
        (
            *("unit_add", "unit_edit", "unit_retire", "unit_import", "unit_workbook", "unit_template"),
            *("position_add", "leadership_add", "position_edit", "position_end", "position_hand_over"),
            *("holding_edit", "holding_end", "team_add", "team_edit", "member_add", "member_edit", "member_remove"),
        ),
    ),
    Action(
        "accounts.view_people",
        "Membaca daftar orang, peran, dan undangannya",
        ADMINISTRATOR_AND_AUDITOR,
        ("person_list", "person", "invitation_list"),
    ),
    Action(
        "accounts.manage_people",
        "Mengundang orang, memberi peran, menonaktifkan akun",
        ADMINISTRATOR,
        ("invite", "invitation_resend", "invitation_withdraw", "person_activity", "role_add", "role_end"),
    ),
    Action(
        "catalogue.view_catalogue",
        "Membaca katalog",
        MEMBERS,
        (
            "catalogue",
            "catalogue_scale",
            "catalogue_indicators",
            "catalogue_framework_today",
            "catalogue_framework",
            "catalogue_entries",
            "catalogue_instruments",
            "catalogue_instrument",
            "catalogue_instrument_national",
            "instrument_yaml",
            "instrument_national_yaml",
        ),
    ),
    Action(
        "catalogue.change_catalogue",
        "Menambah, mengubah, menghentikan isian katalog milik instansi; memakai dan melengkapi lembar kerja evaluasi",
        ADMINISTRATOR,
        (
            "catalogue_add",
            "catalogue_entry",
            "catalogue_retire",
            "catalogue_restore",
            "catalogue_instrument_adopt",
            "catalogue_instrument_change",
            "catalogue_instrument_upload",
            "catalogue_instrument_next_year",
            "catalogue_instrument_remove",
        ),
    ),
    Action(
        "accounts.publish",
        "Mengatur apa yang tampil di halaman publik",
        ADMINISTRATOR,
        ("public_setting", "public_setting_preview", "public_setting_switch", "public_setting_text"),
    ),
    Action("accounts.view_trail", "Membaca jejak", ADMINISTRATOR_AND_AUDITOR, ("trail",)),
    Action("planning.view_regulation", "Membaca peraturan, temuan, dan rencana", MEMBERS),
    Action("planning.upload_regulation", "Mengunggah peraturan", ADMINISTRATOR_AND_SECRETARIAT),
    Action("planning.edit_plan", "Menyusun dan mengubah rancangan road map", ADMINISTRATOR_AND_SECRETARIAT),
    Action("planning.enact_plan", "Menetapkan, mengubah, dan mencabut road map", SECRETARIAT),
    Action("planning.write_actions", "Menyusun dan mengajukan rencana aksi unitnya", WRITERS_OF_ACTIONS),
    Action("planning.decide_actions", "Mengembalikan dan menyetujui rencana aksi", SECRETARIAT),
    Action(
        "reporting.view_calendar",
        "Membaca kalender dan tenggat",
        MEMBERS,
        ("calendar_today", "calendar", "reminders", "calendar_feed_renew"),
    ),
    Action(
        "reporting.manage_calendar",
        "Membuka kalender dan menggeser tenggat",
        ADMINISTRATOR,
        ("calendar_open", "calendar_rule", "calendar_days"),
    ),
    Action(
        "reporting.set_achievement",
        "Mengatur batas atas capaian anggota dalam rata-rata kelompok",
        ADMINISTRATOR,
        ("achievement_setting_change",),
    ),
    Action(
        "reporting.view_reports",
        "Membaca laporan kemajuan unit, pengukuran, capaian, ketepatan waktu, dan kegiatan budaya",
        MEMBERS,
        (
            *("tasks", "report", "measurements", "achievement_now", "achievement", "achievement_of"),
            *("punctuality_now", "punctuality", "quarter_workbook", "thematic_portal_now", "thematic_portal"),
            "achievement_setting",
            *("culture_now", "culture", "culture_activity", "culture_workbook", "evidence_activity"),
        ),
    ),
    Action(
        "reporting.write_culture",
        "Merencanakan kegiatan budaya unitnya dan menyatakannya terlaksana (administrator: semua unit)",
        WRITERS_OF_ACTIONS,
        ("culture_add", "culture_change", "culture_hold", "culture_reopen", "culture_remove"),
    ),
    Action(
        "surveys.view_surveys",
        "Membaca survei kepuasan dan indeksnya (pengukurannya hanya oleh unit koordinator indikatornya)",
        MEMBERS,
        ("surveys", "survey", "survey_period", "survey_measure", "survey_workbook"),
    ),
    Action(
        "surveys.write_surveys",
        "Membuat, mengisi, mengimpor, dan menutup survei kepuasan unitnya (administrator: semua unit)",
        WRITERS_OF_ACTIONS,
        (
            *("survey_add", "survey_change", "survey_close", "survey_reopen", "survey_remove", "survey_template"),
            *("survey_entry", "survey_entry_save", "survey_entry_remove", "survey_upload"),
        ),
    ),
    Action(
        "reporting.view_forum",
        "Membaca forum monev dan berita acaranya",
        MEMBERS,
        ("forums_today", "forums", "forum", "forum_minutes"),
    ),
    Action(
        "reporting.prepare_forum",
        "Menyiapkan forum monev dan mencatat rapatnya",
        ADMINISTRATOR_AND_SECRETARIAT,
        ("forum_prepare", "forum_schedule"),
    ),
    Action("reporting.close_forum", "Menutup berita acara forum dan memeriksa tindak lanjutnya", SECRETARIAT),
    Action(
        "reporting.grant_exception",
        "Memberi dan mencabut pengecualian penutupan",
        SECRETARIAT,
        ("exception_grant", "exception_revoke"),
    ),
    Action(
        "evaluation.view_evaluations",
        "Membaca evaluasi, pendampingan, arahan, dan rekomendasi",
        MEMBERS,
        (
            *("evaluations_today", "evaluations", "evaluation", "evaluation_print", "evaluation_row"),
            *("guidance_list", "guidance", "waivers", "self_assessments", "self_assessment"),
            *("ex_ante", "ex_ante_group", "ex_ante_print", "evaluation_point"),
            *("yearly_evaluation", "yearly_evaluation_group", "yearly_evaluation_print"),
            *("outside_indices", "outside_index", "outside_indices_workbook"),
            *("recommendations", "recommendation_list", "recommendation_print", "recommendation"),
            "recommendation_workbook",
            *("worksheet_today", "worksheet", "worksheet_item", "worksheet_item_known"),
            *("worksheet_simulation", "scenario_compare", "worksheet_workbook"),
        ),
    ),
    Action(
        "evaluation.write_evaluation",
        "Memulai dan mengirim evaluasi",
        EVALUATORS,
        (
            *("evaluation_start", "evaluation_take_in", "evaluation_submit", "evaluation_refresh", "evaluation_texts"),
            *("ex_ante_start", "yearly_evaluation_start"),
        ),
    ),
    Action(
        "evaluation.judge",
        "Menilai aksi (sekretariat hanya bila seluruh tim evaluasi tidak independen)",
        JUDGES,
        (
            *("evaluation_judge", "evaluation_area", "evaluation_area_remove"),
            *("evaluation_point_judge", "evaluation_point_area", "evaluation_point_area_remove"),
        ),
    ),
    Action(
        "evaluation.acknowledge",
        "Menerima dan mengembalikan evaluasi",
        SECRETARIAT,
        ("evaluation_acknowledge", "evaluation_send_back"),
    ),
    Action(
        "evaluation.sign_waiver",
        "Memberi pengecualian independensi (hanya ketua STU yang menandatangani)",
        SECRETARIAT,
        ("waiver_sign", "waiver_revoke"),
    ),
    Action("evaluation.raise_recommendation", "Membuat rekomendasi dari evaluasi", EVALUATORS),
    Action(
        "evaluation.raise_national",
        "Mencatat rekomendasi evaluasi nasional",
        frozenset({Role.EVALUATOR, Role.ADMINISTRATOR}),
        ("recommendation_write",),
    ),
    Action(
        "evaluation.verify_recommendation",
        "Memverifikasi, mengembalikan, dan menarik rekomendasi (tidak pernah milik unit sendiri)",
        JUDGES,
        ("recommendation_verify", "recommendation_send_back", "recommendation_withdraw"),
    ),
    Action("evaluation.move_due", "Memindahkan tenggat rekomendasi", SECRETARIAT, ("recommendation_move",)),
    Action(
        "evaluation.enter_index",
        "Mencatat, mengoreksi, dan menarik nilai indeks luar, mengatur penerbit dan perkiraan terbitnya",
        ADMINISTRATOR_AND_EVALUATORS,
        ("outside_index_add", "outside_index_value", "outside_index_release", "outside_index_withdraw"),
    ),
    Action("evaluation.write_assistance", "Menulis catatan pendampingan", EVALUATORS),
    Action("evaluation.give_direction", "Menulis arahan sekretariat", SECRETARIAT),
    Action(
        "evaluation.keep_worksheet",
        "Memulai dan memfinalkan lembar kerja evaluasi",
        ADMINISTRATOR_AND_SECRETARIAT,
        ("worksheet_start", "worksheet_finalise"),
    ),
    Action(
        "evaluation.score_self",
        "Mengisi penilaian mandiri (unit hanya untuk butir yang indikatornya dipimpinnya)",
        WRITERS_OF_ACTIONS,
        ("worksheet_known",),
    ),
    Action(
        "evaluation.score_national",
        "Mencatat nilai dan koefisien evaluator nasional",
        ADMINISTRATOR_AND_EVALUATORS,
        ("worksheet_coefficient", "national_template"),
    ),
    Action(
        "evaluation.write_objection",
        "Menulis sanggahan atas nilai resmi dan mencatat jawabannya",
        ADMINISTRATOR_AND_EVALUATORS,
        ("objection_write",),
    ),
    Action(
        "evaluation.send_objection",
        "Menyetujui dan mengirim sanggahan, atau mengembalikannya",
        SECRETARIAT,
    ),
    Action(
        "evaluation.save_scenario",
        "Menyimpan skenario simulasi",
        MEMBERS,
        ("scenario_save", "scenario_change", "scenario_remove"),
    ),
    Action(
        "exports.make_document",
        "Membuat, membaca, dan memeriksa dokumen (anggota unit hanya dokumen unitnya dan dokumen seluruh instansi)",
        MEMBERS,
        ("documents", "document_make", "document_check"),
    ),
    Action(
        "exports.set_letterhead",
        "Mengatur kop surat dan templat dokumen",
        ADMINISTRATOR,
        (
            *("letterhead", "letterhead_change", "letterhead_logo", "letterhead_sample"),
            *("template_starter", "template_upload"),
        ),
    ),
    Action(
        "exports.freeze_document",
        "Membekukan dokumen dengan nomor surat (tim evaluasi: laporan evaluasi; kepala unit: dokumen unitnya)",
        FREEZERS,
        ("document_freeze",),
    ),
    Action(
        "api.use_api",
        "Membuat dan mencabut token API miliknya",
        MEMBERS,
        ("api_tokens", "api_token_make", "api_token_revoke"),
    ),
    Action("api.manage_tokens", "Melihat dan mencabut token API semua orang di instansi", ADMINISTRATOR),
)
