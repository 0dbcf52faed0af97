"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RegulationStatus(TextChoices):
    """How far the reading of an uploaded file has come."""

    WAITING = "waiting", _("Menunggu dibaca")
    READING = "reading", _("Sedang dibaca")
    READ = "read", _("Sudah dibaca")
    FAILED = "failed", _("Tidak dapat dibaca")


class RoadMapStatus(TextChoices):
    """A road map is a draft until the document behind it says when it was enacted."""

    DRAFT = "draft", _("Rancangan")
    ENACTED = "enacted", _("Ditetapkan")


class FigureRole(TextChoices):
    """What a printed figure states about the row that owns it."""

    VALUE = "value", _("Nilai")  # of an interim result, by year
    BASELINE = "baseline", _("Baseline")
    TARGET = "target", _("Target")  # by period: "2024", "2024-Q1"
    ACTUAL = "actual", _("Realisasi")  # of a year before the baseline, by period
    NATIONAL_TARGET = "national_target", _("Target nasional")
    SCORE = "score", _("Skor")  # of a key activity, by factor code
    TOTAL = "total", _("Total skor")  # of a key activity, as printed


class ReadingState(TextChoices):
    """The states of `calc.numbers.State`, in words."""

    SET = "set", _("Terbaca")
    TEXT = "text", _("Pernyataan tanpa angka")
    NOT_SET = "not_set", _("Belum ada")
    NOT_AVAILABLE = "not_available", _("Tidak tersedia")
    REFUSED = "refused", _("Tidak dapat dipastikan")


class TeamKind(TextChoices):
    SECRETARIAT = "secretariat", _("Kesekretariatan (STU)")
    GENERAL = "general", _("RB General")
    THEMATIC = "thematic", _("RB Tematik")
    EVALUATION = "evaluation", _("Evaluasi")
    OTHER = "other", _("Lainnya")
