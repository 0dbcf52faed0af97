from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgencyKind(TextChoices):
    MINISTRY = "ministry", _("Kementerian")
    AGENCY = "agency", _("Lembaga")
    PROVINCE = "province", _("Provinsi")
    REGENCY = "regency", _("Kabupaten")
    CITY = "city", _("Kota")


class TimeZone(TextChoices):
    """The three legal times of Indonesia."""

    WESTERN = "Asia/Jakarta", _("WIB (Waktu Indonesia Barat)")
    CENTRAL = "Asia/Makassar", _("WITA (Waktu Indonesia Tengah)")
    EASTERN = "Asia/Jayapura", _("WIT (Waktu Indonesia Timur)")


class Language(TextChoices):
    INDONESIAN = "id", "Bahasa Indonesia"
    ENGLISH = "en", "English"


class Role(TextChoices):
    """What a person is in an agency. docs/architecture.md says what each may do."""

    OPERATOR = "operator", _("Operator")
    UNIT_HEAD = "unit_head", _("Kepala unit")
    COORDINATOR = "coordinator", _("Koordinator")
    EVALUATOR = "evaluator", _("Tim evaluasi")
    SECRETARIAT = "secretariat", _("Sekretariat")
    ADMINISTRATOR = "administrator", _("Administrator")
    LEADER = "leader", _("Pimpinan")
    AUDITOR = "auditor", _("Auditor")
    PARENT_AGENCY = "parent_agency", _("Instansi pembina")
