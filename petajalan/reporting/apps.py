from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportingConfig(AppConfig):
    name = "petajalan.reporting"
    label = "reporting"
    verbose_name = _("Pelaporan")

    def ready(self) -> None:
        from petajalan.common.audit import name_actions, name_fields
        from petajalan.common.navigation import Place, add_place

        add_place(
            Place(
                "tasks",
                _("Tugas saya"),
                "tasks",
                icon="list-check",
                order=35,
                rule="reporting.view_reports",
                also=("laporan/",),
                phone={"operator": 12, "unit_head": 12, "coordinator": 12},
                short=_("Tugas"),
                home=_("Laporan bulanan unit Anda, perbaikan, dan tinjauan yang menunggu"),
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
                "calendar",
                _("Kalender"),
                "calendar_today",
                icon="calendar3",
                order=40,
                rule="reporting.view_calendar",
            )
        )
        name_actions(
            {
                "calendar_opened": _("Membuka kalender tahun"),
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
            }
        )
        name_fields(
            {
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
                "delegated": _("dikirim atas pelimpahan"),
            }
        )
