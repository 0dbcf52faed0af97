"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EvaluationKind(TextChoices):
    MONTH = "month", _("Evaluasi bulanan")
    QUARTER = "quarter", _("Evaluasi internal triwulanan")
    EX_ANTE = "ex_ante", _("Evaluasi ex-ante")
    YEAR = "year", _("Evaluasi tahunan")


class PointPart(TextChoices):
    """What an evaluation of a year judges: aspects of plans before it, the other three after it."""

    ASPECT = "aspect", _("Aspek rencana")
    TARGET = "target", _("Ketercapaian target")
    EFFECT = "effect", _("Efektivitas rencana aksi")
    MANAGEMENT = "management", _("Kualitas pengelolaan reformasi birokrasi")


class AspectChoice(TextChoices):
    """The codes of `calc.evaluation.Aspect`, in the words of the national evaluation (ex-ante)."""

    RELEVANCE = "relevance", _("Relevansi")
    COMPLETENESS = "completeness", _("Kelengkapan")
    PLAN_QUALITY = "plan_quality", _("Kualitas rencana")
    LINKAGE = "linkage", _("Keterkaitan")
    FEASIBILITY = "feasibility", _("Kelayakan")


class CriterionChoice(TextChoices):
    """The codes of data/management.yaml: by what the quality of reform management is judged."""

    TEAMS = "teams", _("Tim lengkap dan berlaku")
    PLANS = "plans", _("Rencana aksi disetujui")
    REPORTS = "reports", _("Laporan bulanan unit tepat waktu")
    MEASUREMENTS = "measurements", _("Indikator diukur sampai akhir tahun")
    EVALUATIONS = "evaluations", _("Evaluasi bulanan tepat waktu")
    FORUMS = "forums", _("Forum monev triwulanan diadakan")
    DECISIONS = "decisions", _("Keputusan forum diselesaikan")
    FOLLOW_UPS = "follow_ups", _("Tindak lanjut pendampingan dan arahan diselesaikan")


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


class RecommendationSource(TextChoices):
    """What a recommendation comes from."""

    MONTHLY = "monthly", _("Evaluasi bulanan")
    QUARTERLY = "quarterly", _("Evaluasi internal triwulanan")
    YEARLY = "yearly", _("Evaluasi internal tahunan")
    EX_ANTE = "ex_ante", _("Evaluasi ex-ante")
    NATIONAL = "national", _("Evaluasi nasional")
    GUIDANCE = "guidance", _("Pendampingan dan arahan")


class RecommendationState(TextChoices):
    """Stored states. Late is derived from the due day, never stored."""

    OPEN = "open", _("Belum selesai")
    SENT_BACK = "sent_back", _("Dikembalikan")
    REPORTED = "reported", _("Menunggu verifikasi")
    VERIFIED = "verified", _("Selesai, terverifikasi")
    WITHDRAWN = "withdrawn", _("Ditarik")


class WorksheetStatus(TextChoices):
    """Of an evaluation worksheet (LKE). Official is what its national scores say, never a status."""

    DRAFT = "draft", _("Rancangan")
    FINAL = "final", _("Final")


class Party(TextChoices):
    """Who scores an item of the worksheet, in the order in which they do."""

    SELF = "self", _("Penilaian mandiri")
    INTERNAL = "internal", _("Evaluator internal")
    NATIONAL = "national", _("Evaluator nasional")


class ItemState(TextChoices):
    """The codes of `calc.index.State`."""

    ASSESSED = "assessed", _("Dinilai tahun ini")
    CARRIED = "carried", _("Dibawa dari tahun sebelumnya")
    EXCLUDED = "excluded", _("Di luar lokus")


class ObjectionState(TextChoices):
    """Of an objection (sanggah) to an official value. Late is derived from the due day, never stored."""

    DRAFT = "draft", _("Rancangan")
    PROPOSED = "proposed", _("Menunggu persetujuan sekretariat")
    SUBMITTED = "submitted", _("Dikirim, menunggu jawaban")
    ACCEPTED = "accepted", pgettext_lazy("objection", "Diterima")
    REFUSED = "refused", pgettext_lazy("objection", "Ditolak")
