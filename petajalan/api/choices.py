"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ApiScope(TextChoices):
    """What a token may be used for. What its owner may do is asked beside it, at every request."""

    PLANNING_READ = "planning:read", _("Membaca road map, indikator, dan rencana aksi")
    REPORTING_READ = "reporting:read", _("Membaca kalender, laporan kemajuan, dan pengukuran")
    REPORTING_WRITE = "reporting:write", _("Mengisi dan mengirim laporan, mengisi pengukuran")
    EVALUATION_READ = "evaluation:read", _("Membaca evaluasi, LKE, indeks, dan rekomendasi")
    DOCUMENTS_READ = "documents:read", _("Membaca dan mengunduh dokumen")
