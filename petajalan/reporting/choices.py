"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportStatus(TextChoices):
    """Stored states. Late, overdue and locked are derived from dates (`calc.deadlines.Timeliness`), never stored."""

    DRAFT = "draft", _("Rancangan")
    SUBMITTED = "submitted", _("Dikirim")
    SENT_BACK = "sent_back", _("Dikembalikan")
    ACCEPTED = "accepted", _("Diterima")


class LineState(TextChoices):
    OPEN = "open", _("Belum ditinjau")
    ACCEPTED = "accepted", _("Diterima")
    SENT_BACK = "sent_back", _("Perlu diperbaiki")


class DeadlineKind(TextChoices):
    """The codes of `calc.deadlines.RULES`."""

    MONTHLY_PROGRESS = "monthly_progress", _("Laporan kemajuan bulanan unit")
    ACCEPTANCE = "acceptance", _("Penerimaan oleh koordinator")
    MONTHLY_EVALUATION = "monthly_evaluation", _("Evaluasi bulanan")
    QUARTERLY_MEASUREMENT = "quarterly_measurement", _("Pengukuran indikator triwulanan")
    QUARTERLY_FORUM = "quarterly_forum", _("Forum monitoring triwulanan")
    EX_ANTE = "ex_ante", _("Evaluasi ex-ante")
    YEARLY_EVALUATION = "yearly_evaluation", _("Evaluasi tahunan")


class DueRule(TextChoices):
    """The codes of `calc.deadlines.Due`: how a rule finds its day."""

    ON_OR_BEFORE_DAY = "on_or_before_day", _("Pada tanggal itu, atau hari kerja terakhir sebelumnya")
    WORKING_DAY = "working_day", _("Hari kerja ke-")
    LAST_WORKING_DAY = "last_working_day", _("Hari kerja terakhir bulan itu")
