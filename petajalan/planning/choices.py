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
    """Only a draft is edited. An enacted plan changes by an amendment, which leaves it readable as amended."""

    DRAFT = "draft", _("Rancangan")
    ENACTED = "enacted", _("Ditetapkan")
    AMENDED = "amended", _("Diubah")
    REVOKED = "revoked", _("Dicabut")


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


class IssueLevel(TextChoices):
    """Where a strategic issue arises: in how the bureaucracy works, or in what it should bring about."""

    UPSTREAM = "upstream", _("Hulu")
    DOWNSTREAM = "downstream", _("Hilir")


class IssueScope(TextChoices):
    NATIONAL = "national", _("Nasional")
    LOCAL = "local", _("Daerah")


class Element(TextChoices):
    """The two sides of the national objectives since 2023."""

    HARD = "hard", _("Hard element")
    SOFT = "soft", _("Soft element")


class CauseCategory(TextChoices):
    PROCESS = "process", _("Proses bisnis")
    DATA = "data", _("Data")
    REGULATION = "regulation", _("Regulasi/kebijakan")
    TECHNOLOGY = "technology", _("Teknologi informasi")
    PEOPLE = "people", _("SDM")
    PROGRAMME = "programme", _("Program/kegiatan")


class ProgrammeKind(TextChoices):
    PROGRAMME = "programme", _("Program")
    INNOVATION = "innovation", _("Inovasi")


class ProgrammeStatus(TextChoices):
    PLANNED = "planned", _("Direncanakan")
    RUNNING = "running", _("Berjalan")
    DONE = "done", _("Selesai")
    STOPPED = "stopped", _("Dihentikan")


class ValueKind(TextChoices):
    """What sort of value an indicator has (docs/formulas.md, section 2)."""

    NUMBER = "number", _("Angka")
    PERCENT = "percent", _("Persen")
    LEVEL = "level", _("Tingkat berangka")
    ORDINAL = "ordinal", _("Predikat atau opini")
    RANGE = "range", _("Rentang target")


class Direction(TextChoices):
    HIGHER = "higher", _("Makin tinggi makin baik")
    LOWER = "lower", _("Makin rendah makin baik")
    RANGE = "range", _("Baik di dalam rentang")


class FormulaChoice(TextChoices):
    """The codes of `calc.achievement.Formula`, in words."""

    RATIO = "ratio", _("Realisasi dibagi target")
    REVERSE = "reverse", _("Terbalik: (2 × target − realisasi) dibagi target")
    INVERSE = "inverse", _("Terbalik: target dibagi realisasi")
    RANGE = "range", _("Di dalam rentang")
    RANGE_BOUND = "range_bound", _("Terhadap batas rentang")
    LEVEL = "level", _("Tercapai menurut tingkat")
    PROGRESS = "progress", _("Kemajuan dari baseline")


class TimeRuleChoice(TextChoices):
    """The codes of `calc.rollup.TimeRule`: how months and quarters make a year."""

    LAST = "last", _("Nilai akhir")
    SUM = "sum", _("Jumlah")
    MEAN = "mean", _("Rata-rata")
    MAX = "max", _("Nilai tertinggi")


class UnitRuleChoice(TextChoices):
    """The codes of `calc.rollup.UnitRule`: how units make the agency."""

    OWN = "own", _("Angka koordinator sendiri")
    SUM = "sum", _("Jumlah semua unit")
    SHARE_DONE = "share_done", _("Bagian unit yang selesai")
    MEAN = "mean", _("Rata-rata unit")
    LAST = "last", _("Angka terakhir")


class RequiredPart(TextChoices):
    """The parts that a road map must have at least (`catalogue.Framework.parts`)."""

    ISSUES = "issues", _("Isu strategis dan capaian")
    GOALS = "goals", _("Tujuan dan sasaran")
    ACTIVITIES = "activities", _("Kegiatan utama beserta target tahunan")
    THEMES = "themes", _("Tema beserta target")
    MANAGEMENT = "management", _("Manajemen reformasi birokrasi")


class ActionPlanStatus(TextChoices):
    """An approved plan changes by an amendment, which keeps what was approved readable."""

    DRAFT = "draft", _("Rancangan")
    SUBMITTED = "submitted", _("Diajukan")
    SENT_BACK = "sent_back", _("Dikembalikan")
    APPROVED = "approved", _("Disetujui")


class FigureRule(TextChoices):
    """The codes of `calc.quarters.FigureRule`: what the figure of a quarter counts."""

    PER_QUARTER = "per_quarter", _("Per triwulan")
    TO_DATE = "to_date", _("Sampai dengan (s/d)")
