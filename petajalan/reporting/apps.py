from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    name = "petajalan.reporting"
    label = "reporting"
    verbose_name = _("Pelaporan")

    def ready(self) -> None:
        from petajalan.accounts.unit_changes import when_units_change
        from petajalan.common.audit import name_actions, name_fields
        from petajalan.common.navigation import Place, add_place
        from petajalan.planning.plan_changes import when_plan_changes
        from petajalan.planning.year_results import ask_for_results
        from petajalan.reporting.places import culture
        from petajalan.reporting.queries.owed import add_source
        from petajalan.reporting.queries.owed_forums import forums_owed
        from petajalan.reporting.queries.owed_measurements import measurements_owed
        from petajalan.reporting.queries.owed_reports import monthly_owed
        from petajalan.reporting.queries.year_results import year_results
        from petajalan.reporting.services.rollups import refresh_plan

        culture.register()
        when_plan_changes(refresh_plan)
        when_units_change(refresh_plan)
        ask_for_results(year_results)
        add_source(monthly_owed)
        add_source(measurements_owed)
        add_source(forums_owed)
        add_place(
            Place(
                "tasks",
                _("Tugas saya"),
                "tasks",
                icon="list-check",
                order=35,
                rule="reporting.view_reports",
                also=("laporan/",),
                phone={"operator": 12, "unit_head": 12, "coordinator": 12, "evaluator": 11, "secretariat": 12},
                short=_("Tugas"),
                home=_("Laporan bulanan unit Anda, perbaikan, dan tinjauan yang menunggu"),
                home_part="tasks_count",
            )
        )
        add_place(
            Place(
                "measurements",
                _("Pengukuran"),
                "measurements_now",
                icon="graph-up",
                order=36,
                rule="reporting.view_reports",
            )
        )
        add_place(
            Place(
                "achievements",
                _("Capaian"),
                "achievement_now",
                icon="speedometer2",
                order=37,
                rule="reporting.view_reports",
            )
        )
        add_place(
            Place(
                "punctuality",
                _("Ketepatan waktu"),
                "punctuality_now",
                icon="clock-history",
                order=39,
                rule="reporting.view_reports",
            )
        )
        add_place(
            Place(
                "evidence",
                _("Bukti dukung"),
                "evidence_units",
                icon="file-earmark-text",
                order=37,
                rule="reporting.view_reports",
            )
        )
        add_place(
            Place(
                "calendar",
                _("Kalender"),
                "calendar_today",
                icon="calendar3",
                order=40,
                rule="reporting.view_calendar",
            )
        )
        add_place(
            Place(
                "forum",
                _("Forum monev"),
                "forums_today",
                icon="people",
                order=42,
                rule="reporting.view_forum",
            )
        )
        name_actions(
            {
                "forum_prepared": _("Menyiapkan forum monev"),
                "forum_scheduled": _("Mengatur waktu dan tempat forum"),
                "forum_agenda_refreshed": _("Menyusun ulang agenda forum dari data"),
                "forum_item_added": _("Menambah butir agenda"),
                "forum_item_moved": _("Menggeser butir agenda"),
                "forum_item_dropped": _("Mengeluarkan butir agenda"),
                "forum_item_restored": _("Mengembalikan butir agenda"),
                "forum_invited": _("Menambah peserta forum"),
                "forum_opened": _("Memulai forum monev"),
                "forum_attendance_marked": _("Mencatat kehadiran forum"),
                "forum_minutes_written": _("Menulis catatan rapat"),
                "forum_decided": _("Mencatat keputusan forum"),
                "forum_decision_withdrawn": _("Menghapus keputusan dari catatan rapat"),
                "forum_closed": _("Menutup berita acara forum"),
                "forum_decision_reported": _("Melaporkan tindak lanjut keputusan"),
                "forum_decision_checked": _("Memeriksa tindak lanjut keputusan"),
                "calendar_opened": _("Membuka kalender tahun"),
                "group_cap_set": _("Mengubah batas atas anggota kelompok"),
                "deadline_rule_set": _("Mengubah aturan tenggat"),
                "own_day_set": _("Mengubah hari khusus instansi"),
                "work_week_set": _("Mengubah hari kerja seminggu"),
                "exception_granted": _("Memberi pengecualian penutupan"),
                "calendar_feed_renewed": _("Membuat alamat langganan kalender"),
                "exception_revoked": _("Mencabut pengecualian penutupan"),
                "report_started": _("Memulai laporan kemajuan"),
                "line_saved": _("Mengisi baris laporan"),
                "submission_delegated": _("Melimpahkan pengiriman laporan"),
                "report_submitted": _("Mengirim laporan kemajuan"),
                "line_accepted": _("Menerima baris laporan"),
                "line_sent_back": _("Mengembalikan baris laporan"),
                "line_corrected": _("Mengoreksi baris laporan"),
                "report_accepted": _("Menerima laporan kemajuan"),
                "measurement_saved": _("Mengisi pengukuran indikator"),
                "measurement_corrected": _("Mengoreksi pengukuran indikator"),
                "measurements_locked": _("Mengunci pengukuran setahun"),
                "evidence_added": _("Menambah bukti dukung"),
                "evidence_removed": _("Melepas bukti dukung"),
                "evidence_replaced": _("Mengganti versi bukti dukung"),
            }
        )
        name_fields(
            {
                "points": _("jumlah butir agenda"),
                "held_at": _("waktu"),
                "drop_reason": _("alasan dikeluarkan"),
                "minutes": _("catatan rapat"),
                "owner": _("penanggung jawab"),
                "report": _("tindak lanjut"),
                "proof": _("bukti"),
                "reports_locked": _("laporan yang dikunci"),
                "group_cap": _("batas atas anggota kelompok"),
                "due_rule": _("cara menentukan tanggal"),
                "months": _("bulan sesudah periode"),
                "dates": _("tenggat yang bergeser"),
                "day": _("tanggal"),
                "working": _("hari kerja"),
                "saturday": _("Sabtu hari kerja"),
                "period": _("periode"),
                "expires_at": _("berlaku sampai"),
                "lines": _("jumlah baris"),
                "realised_output": _("realisasi output"),
                "budget_absorbed": _("realisasi anggaran"),
                "nil": _("nihil"),
                "numerator": _("pembilang"),
                "denominator": _("penyebut"),
                "measured_level": _("predikat"),
                "released": _("sudah terbit"),
                "document": _("dokumen sumber"),
                "evidence_name": _("bukti dukung"),
                "page": _("halaman"),
                "sha256": _("sidik berkas"),
                "link": _("tautan"),
                "delegated": _("dikirim atas pelimpahan"),
            }
        )
