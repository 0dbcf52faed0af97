"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EvaluationKind(TextChoices):
    MONTH = "month", _("Evaluasi bulanan")
    QUARTER = "quarter", _("Evaluasi internal triwulanan")


class EvaluationStatus(TextChoices):
    """Stored states. Late and closed are derived from dates, never stored."""

    DRAFT = "draft", _("Rancangan")
    SUBMITTED = "submitted", _("Dikirim")
    SENT_BACK = "sent_back", _("Dikembalikan")
    ACKNOWLEDGED = "acknowledged", pgettext_lazy("evaluation", "Diterima")


class DimensionChoice(TextChoices):
    """The codes of `calc.evaluation.Dimension`, in the words of the national evaluation."""

    EXECUTION = "execution", _("Ketepatan Pelaksanaan")
    OUTPUT = "output", _("Ketercapaian Output")
    QUALITY = "quality", _("Kualitas Pelaksanaan")
    TIMELINESS = "timeliness", _("Kesesuaian Waktu")


class JudgementChoice(TextChoices):
    """The codes of `calc.evaluation.Judgement`; not judged yet is ""."""

    CONFORMS = "conforms", _("Sesuai")
    DEVIATES = "deviates", _("Tidak sesuai")


class GuidanceKind(TextChoices):
    ASSISTANCE = "assistance", _("Catatan pendampingan")
    DIRECTION = "direction", _("Arahan sekretariat")
