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


class ForumStatus(TextChoices):
    PREPARING = "preparing", _("Disiapkan")
    RUNNING = "running", _("Berlangsung")
    CLOSED = "closed", _("Ditutup")


class ItemKind(TextChoices):
    """What puts a point on the agenda of a forum, in the order in which they are discussed."""

    FOLLOW_UP = "follow_up", _("Keputusan forum sebelumnya")
    BEHIND = "behind", _("Aksi di bawah target")
    LATE = "late", _("Laporan terlambat atau belum ada")
    THEME = "theme", _("Tema")
    OWN = "own", _("Butir tambahan")


class Presence(TextChoices):
    INVITED = "invited", _("Belum dicatat")
    PRESENT = "present", _("Hadir")
    ABSENT = "absent", _("Tidak hadir")
    REPRESENTED = "represented", _("Diwakili")


class DecisionState(TextChoices):
    """Late is derived from the due date, never stored."""

    OPEN = "open", _("Belum selesai")
    REPORTED = "reported", _("Menunggu pemeriksaan")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Tidak dilanjutkan")


class SubjectKind(TextChoices):
    """What an achievement is of."""

    ACTION = "action", _("Aksi")
    INDICATOR = "indicator", _("Indikator")
    ACTIVITY = "activity", _("Kegiatan utama")
    OBJECTIVE = "objective", _("Sasaran strategis")
    THEME = "theme", _("Tema")
    UNIT = "unit", _("Unit")


class CoreValue(TextChoices):
    """The core values of civil servants, in the order of their name: BerAKHLAK."""

    SERVICE = "service", _("Berorientasi Pelayanan")
    ACCOUNTABLE = "accountable", _("Akuntabel")
    COMPETENT = "competent", _("Kompeten")
    HARMONIOUS = "harmonious", _("Harmonis")
    LOYAL = "loyal", _("Loyal")
    ADAPTIVE = "adaptive", _("Adaptif")
    COLLABORATIVE = "collaborative", _("Kolaboratif")
