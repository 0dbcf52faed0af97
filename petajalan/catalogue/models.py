from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet
from petajalan.calc.index import Instrument
from petajalan.catalogue.choices import EntryKind
from petajalan.catalogue.instruments import instrument
from petajalan.catalogue.own import Own


class OwnEntry(AgencyOwnedModel):
    """Something an agency adds to the national reference data, or puts in the place of a national entry.

    code     with the code of a national entry it takes its place, for this agency
    data     the entry with the keys of the YAML files, checked by their loader; numbers are texts ("73.7")
    version  counts changes, so that nobody overwrites what somebody else has just changed
    """

    kind = models.CharField(_("jenis"), max_length=12, choices=EntryKind)
    code = models.SlugField(_("kode"), max_length=60)
    data = models.JSONField(_("isi"))
    active = models.BooleanField(_("dipakai"), default=True)
    version = models.PositiveIntegerField(_("versi"), default=1)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(_("ditambahkan"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(_("diubah"))

    objects = AgencyOwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("isian katalog")
        verbose_name_plural = _("isian katalog")
        ordering = ["agency", "kind", "code"]
        constraints = [models.UniqueConstraint(fields=["agency", "kind", "code"], name="own_entry_code")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What people call it: its name, or the first of its names."""
        return str(self.data.get("name") or next(iter(self.data.get("names", [])), self.code))

    @property
    def as_own(self) -> Own:
        return Own(self.kind, self.code, self.data)


class AdoptedInstrument(AgencyOwnedModel):
    """An evaluation worksheet (LKE) as this agency uses it: a national one, completed by its administrator.

    code          as that of the national instrument, or of the agency's own next year
    data          the entry with the keys of the YAML files, checked by their loader; numbers are texts ("1.5")
    adopted_from  code of the instrument that it began as
    version       counts changes, so that nobody overwrites what somebody else has just changed
    """

    code = models.SlugField(_("kode"), max_length=60)
    data = models.JSONField(_("isi"))
    first_year = models.PositiveSmallIntegerField(_("tahun pertama"))
    last_year = models.PositiveSmallIntegerField(_("tahun terakhir"))
    adopted_from = models.CharField(_("berasal dari"), max_length=60)
    version = models.PositiveIntegerField(_("versi"), default=1)
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(_("dipakai sejak"))
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(_("diubah"))
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    objects = AgencyOwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrumen evaluasi")
        verbose_name_plural = _("instrumen evaluasi")
        ordering = ["agency", "-last_year", "code"]
        constraints = [models.UniqueConstraint(fields=["agency", "code"], name="adopted_instrument_code")]

    def __str__(self) -> str:
        return str(self.data.get("name", self.code))

    @property
    def instrument(self) -> Instrument:
        return instrument({"code": self.code, **self.data})
