"""What an agency shows to everybody, without an account."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import Licence, PublicItem
from petajalan.accounts.models.scope import AgencyOwnedModel, AgencyOwnedQuerySet


class PublicChoice(AgencyOwnedModel):
    """Whether one item is public. Without a row it is not; one that was switched off keeps who did that and when."""

    item = models.CharField(_("butir publik"), max_length=20, choices=PublicItem.choices)
    shown = models.BooleanField(_("tampil untuk umum"))
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diubah oleh")
    )
    changed_at = models.DateTimeField(_("diubah pada"))

    objects = AgencyOwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("pilihan halaman publik")
        verbose_name_plural = _("pilihan halaman publik")
        constraints = [models.UniqueConstraint(fields=["agency", "item"], name="public_choice_once")]

    def __str__(self) -> str:
        return str(self.get_item_display())


class PublicText(AgencyOwnedModel):
    """What the public page says in the words of the agency: whom the road map is for, where to ask, which licence.

    version  counts its changes: an edit names the version it saw, and a stale one is refused
    """

    for_whom = models.TextField(_("untuk siapa"), blank=True)
    office = models.CharField(_("bagian yang dapat ditanya"), max_length=200, blank=True)
    address = models.TextField(_("alamat kantor"), blank=True)
    email = models.EmailField(_("alamat surel kantor"), blank=True)
    phone = models.CharField(_("nomor telepon kantor"), max_length=50, blank=True)
    website = models.URLField(_("situs web"), blank=True)
    licence = models.CharField(_("lisensi data"), max_length=20, choices=Licence.choices, default=Licence.CC_BY)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diubah oleh")
    )
    changed_at = models.DateTimeField(_("diubah pada"))
    version = models.PositiveIntegerField(_("versi baris"), default=1, editable=False)

    objects = AgencyOwnedQuerySet.as_manager()

    class Meta:
        verbose_name = _("kata-kata halaman publik")
        verbose_name_plural = _("kata-kata halaman publik")
        constraints = [models.UniqueConstraint(fields=["agency"], name="public_text_once")]

    def __str__(self) -> str:
        return self.office or self.for_whom[:50]
