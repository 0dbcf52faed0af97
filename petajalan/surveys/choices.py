"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Channel(TextChoices):
    """How an answer came in."""

    PUBLIC = "public", _("Formulir publik")
    ENTRY = "entry", _("Isian kuesioner kertas")
    IMPORT = "import", _("Berkas impor")


class Sex(TextChoices):
    FEMALE = "female", _("Perempuan")
    MALE = "male", _("Laki-laki")


class AgeBand(TextChoices):
    """Bands are a rule of this application: a year of birth would say too much of a person."""

    UNDER_18 = "under_18", _("Di bawah 18 tahun")
    TO_25 = "18_25", _("18 sampai 25 tahun")
    TO_35 = "26_35", _("26 sampai 35 tahun")
    TO_45 = "36_45", _("36 sampai 45 tahun")
    TO_60 = "46_60", _("46 sampai 60 tahun")
    OVER_60 = "over_60", _("Di atas 60 tahun")


class Education(TextChoices):
    PRIMARY = "primary", _("SD atau sederajat")
    JUNIOR = "junior", _("SMP atau sederajat")
    SENIOR = "senior", _("SMA atau sederajat")
    BACHELOR = "bachelor", _("Diploma atau S1")
    MASTER = "master", _("S2")
    DOCTOR = "doctor", _("S3")


class Occupation(TextChoices):
    CIVIL_SERVANT = "civil_servant", _("ASN")
    ARMY = "army", _("TNI")
    POLICE = "police", _("Polri")
    EMPLOYEE = "employee", _("Pegawai swasta")
    BUSINESS = "business", _("Wirausaha")
    OTHER = "other", pgettext_lazy("occupation", "Lainnya")
