"""Words of this app that the database keeps or a form offers, and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EntryKind(TextChoices):
    """What an agency may add to the national reference data."""

    SCALE = "scale", _("Skala")
    INDICATOR = "indicator", _("Indikator")
    THEME = "theme", _("Tema")
    ALIAS = "alias", _("Nama lain")


class AliasKind(TextChoices):
    """Of what a name is another name."""

    UNIT = "unit", _("Unit")
    THEME = "theme", _("Tema")
    TERM = "term", _("Istilah")


class Confidence(TextChoices):
    """How sure a figure of the catalogue is (docs/formulas.md)."""

    TEXT_READ = "P", _("naskah aturan dibaca")
    DIGEST = "S", _("dari ringkasan aturan")
    APPLICATION = "C", _("dari kode aplikasi pemerintah")
    NEWS = "N", _("dari laman resmi atau berita")
    DATA_POINTS = "D", _("cocok dengan beberapa titik data")
    INFERRED = "I", _("kesimpulan")
    MEMORY = "M", _("dari ingatan")


class Direction(TextChoices):
    HIGHER = "higher", _("makin tinggi makin baik")
    LOWER = "lower", _("makin rendah makin baik")
    RANGE = "range", _("baik di dalam rentang")


class Measure(TextChoices):
    """In what an indicator is measured."""

    PERCENT = "percent", _("persen")
    INDEX = "index", _("indeks")
    SCORE = "score", pgettext_lazy("satuan", "nilai")
    LEVEL = "level", pgettext_lazy("satuan", "tingkat")
    RUPIAH = "rupiah", _("rupiah")
    PEOPLE = "people", pgettext_lazy("satuan", "orang")


class Colour(TextChoices):
    """How a class is coloured; its words always stand beside the colour."""

    BAD = "bad", _("Kurang (merah)")
    WARN = "warn", _("Sedang (kuning)")
    GOOD = "good", _("Baik (hijau)")
    MUTE = "mute", _("Netral (abu-abu)")


class Belongs(TextChoices):
    """To which of two classes the bound between them belongs."""

    ABOVE = "above", _("kelas atas: 60 termasuk 60–70")
    BELOW = "below", _("kelas bawah: 60 termasuk 50–60")
