from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class UnitKind(TextChoices):
    """Kinds of units. "All units" of an agency are its departments and districts."""

    DEPARTMENT = "department", _("Perangkat daerah")
    DIVISION = "division", pgettext_lazy("unit", "Bagian")
    TECHNICAL = "technical", _("UPTD")
    DISTRICT = "district", _("Kecamatan")
    VILLAGE = "village", _("Kelurahan")


class Acting(TextChoices):
    """How an acting holder holds a position. A definitive one holds it with neither."""

    PLT = "plt", _("Pelaksana Tugas (Plt)")  # the position is vacant
    PLH = "plh", _("Pelaksana Harian (Plh)")  # the definitive holder is away for some days


class TeamKind(TextChoices):
    SECRETARIAT = "secretariat", _("Sekretariat (STU)")
    GENERAL = "general", _("RB General")
    THEMATIC = "thematic", _("RB Tematik")
    EVALUATION = "evaluation", _("Evaluasi")
    OTHER = "other", pgettext_lazy("team", "Lainnya")


class TeamRole(TextChoices):
    """What a member is in a team: the codes that `regulation.data.Member` reads in a decree."""

    PATRON = "patron", _("Pembina")
    STEERING = "steering", _("Pengarah")
    RESPONSIBLE = "responsible", _("Penanggung jawab")
    CHAIR = "chair", _("Ketua")
    VICE_CHAIR = "vice_chair", _("Wakil ketua")
    COORDINATOR = "coordinator", _("Koordinator")
    SECRETARY = "secretary", _("Sekretaris")
    MEMBER = "member", _("Anggota")
    OTHER = "other", pgettext_lazy("team", "Lainnya")


class UnitGroup(TextChoices):
    """Units that a decree names together. A group, like a unit, is represented by the heads."""

    ALL_UNITS = "all_units", _("Seluruh perangkat daerah dan kecamatan")
    DISTRICTS_AND_VILLAGES = "districts_and_villages", _("Seluruh camat dan lurah")


KINDS_OF_GROUP: dict[str, tuple[UnitKind, ...]] = {
    UnitGroup.ALL_UNITS: (UnitKind.DEPARTMENT, UnitKind.DISTRICT),
    UnitGroup.DISTRICTS_AND_VILLAGES: (UnitKind.DISTRICT, UnitKind.VILLAGE),
}

# Roles that an administrator gives to a person. The others follow from positions and teams.
GIVEN_ROLES = (Role.ADMINISTRATOR, Role.SECRETARIAT, Role.EVALUATOR, Role.LEADER, Role.AUDITOR)


class PublicItem(TextChoices):
    """What an agency may show to everybody, one by one. The order is that of the page."""

    ROAD_MAP = "road_map", _("Tujuan dan sasaran")
    INDEX = "index", _("Indeks reformasi birokrasi")
    INDICATORS = "indicators", _("Indikator dan target")
    ACTUALS = "actuals", _("Realisasi indikator")
    THEMES = "themes", _("Tema")
    DOCUMENTS = "documents", pgettext_lazy("beberapa", "Dokumen")
    DATA = "data", _("Data terbuka")
    CONTACT = "contact", _("Kontak")
    SEARCH = "search", _("Mesin pencari")


class Licence(TextChoices):
    """Under which anybody may use the open data."""

    CC_BY = "CC-BY-4.0", "Creative Commons Attribution 4.0 (CC BY 4.0)"
    CC0 = "CC0-1.0", "Creative Commons Zero 1.0 (CC0 1.0)"
    CC_BY_SA = "CC-BY-SA-4.0", "Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0)"
