"""What an agency sets about the look of its documents."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from petajalan.exports.models.scope import AgencyOwnedModel
from petajalan.planning.models.rows import EditedModel


class AgencyLetterhead(AgencyOwnedModel, EditedModel):
    """Without a row the letterhead is the name of the agency.

    lines  from the largest body to the unit, one a line
    place  where its letters are signed ("Ditetapkan di ...")
    logo   PNG or JPEG; small enough to stay with the row, so that a backup of the database has it
    """

    lines = models.TextField(_("baris kop"))
    address = models.TextField(_("alamat dan kontak"), blank=True)
    place = models.CharField(_("tempat penandatanganan"), max_length=100, blank=True)
    logo = models.BinaryField(_("lambang"), null=True)
    logo_name = models.CharField(_("berkas lambang"), max_length=200, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diubah oleh")
    )
    changed_at = models.DateTimeField(_("diubah pada"))

    class Meta:
        verbose_name = _("kop surat")
        verbose_name_plural = _("kop surat")
        constraints = [models.UniqueConstraint(fields=["agency"], name="letterhead_once")]

    def __str__(self) -> str:
        return self.lines.split("\n", 1)[0]


class DocumentTemplate(AgencyOwnedModel):
    """A DOCX of the agency that its documents are poured into. `kind` is the code of a kind, "" for all others."""

    kind = models.CharField(_("jenis dokumen"), max_length=40, blank=True)
    filename = models.CharField(_("nama berkas"), max_length=200)
    content = models.BinaryField(_("isi"))
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveIntegerField(_("ukuran"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diunggah oleh")
    )
    uploaded_at = models.DateTimeField(_("diunggah pada"))

    class Meta:
        verbose_name = _("templat dokumen")
        verbose_name_plural = _("templat dokumen")
        constraints = [models.UniqueConstraint(fields=["agency", "kind"], name="document_template_once_a_kind")]

    def __str__(self) -> str:
        return self.filename
