"""Documents that people had made, and those that were frozen: numbered, dated, never changed."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.exports.choices import DocumentState, FormatChoice
from petajalan.exports.models.scope import AgencyOwnedModel


class AboutModel(models.Model):
    """What a document is about.

    kind     code of `documents.kinds`
    about    what was chosen, as `documents.about` writes it: two documents about the same have the same
    subject  the same in words ("Badan Kepegawaian Daerah, 2024")
    unit     whose document it is; null for one of the whole agency
    """

    kind = models.CharField(_("jenis dokumen"), max_length=40)
    about = models.CharField(_("pilihan"), max_length=200)
    subject = models.CharField(_("tentang"), max_length=300)
    year = models.PositiveSmallIntegerField(_("tahun"), null=True)
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("unit"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind}: {self.subject}"


class FrozenDocument(AgencyOwnedModel, AboutModel):
    """What a document said when it was given a number. The database refuses to change it.

    tree      as `documents.as_data` writes it: each format is written from it, also later
    sha256    of its canonical JSON
    replaces  the version before
    """

    key = models.UUIDField(default=uuid4, editable=False)
    version = models.PositiveSmallIntegerField(_("versi"))
    number = models.CharField(_("nomor surat"), max_length=100)
    dated = models.DateField(_("tanggal surat"))
    tree = models.JSONField(_("isi"))
    sha256 = models.CharField(_("sidik isi"), max_length=64)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name=_("menggantikan")
    )
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("dibekukan oleh")
    )
    frozen_at = models.DateTimeField(_("dibekukan pada"))

    class Meta:
        verbose_name = _("dokumen beku")
        verbose_name_plural = _("dokumen beku")
        ordering = ["-frozen_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="frozen_document_key_once"),
            models.UniqueConstraint(fields=["agency", "kind", "about", "version"], name="frozen_document_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, replaces=None) | Q(version__gt=1, replaces__isnull=False),
                name="frozen_document_names_what_it_replaces",
            ),
            models.CheckConstraint(condition=~Q(number=""), name="frozen_document_has_a_number"),
        ]
        indexes = [models.Index(fields=["agency", "-frozen_at"], name="frozen_document_by_day")]


class FrozenFile(AgencyOwnedModel):
    """A frozen document written in one format, once for all. The database refuses to change it."""

    document = models.ForeignKey(FrozenDocument, models.PROTECT, related_name="files", verbose_name=_("dokumen beku"))
    format = models.CharField(_("format"), max_length=5, choices=FormatChoice.choices)
    content = models.BinaryField(_("isi"))
    sha256 = models.CharField(_("sidik berkas"), max_length=64)
    size = models.PositiveIntegerField(_("ukuran"))
    made_at = models.DateTimeField(_("dibuat pada"))

    class Meta:
        verbose_name = _("berkas dokumen beku")
        verbose_name_plural = _("berkas dokumen beku")
        ordering = ["document", "format"]
        constraints = [models.UniqueConstraint(fields=["agency", "document", "format"], name="frozen_file_once")]
        indexes = [models.Index(fields=["agency", "sha256"], name="frozen_file_by_digest")]

    def __str__(self) -> str:
        return f"{self.document} ({self.format})"


class MadeDocument(AgencyOwnedModel, AboutModel):
    """A document that somebody asked for: made in the background, kept until it is taken away.

    frozen    it is another format of this one
    tree      what it says; null until it was collected, and where `frozen` has it
    content   the file; null until it was written, and where a `FrozenFile` has it
    failure   the sentence that says what to do, as it is translated
    state_at  when it last moved: shows that the worker is alive
    """

    key = models.UUIDField(default=uuid4, editable=False)
    format = models.CharField(_("format"), max_length=5, choices=FormatChoice.choices)
    frozen = models.ForeignKey(
        FrozenDocument, models.PROTECT, null=True, related_name="made", verbose_name=_("dokumen beku")
    )
    state = models.CharField(_("keadaan"), max_length=10, choices=DocumentState.choices, default=DocumentState.WAITING)
    state_at = models.DateTimeField(_("berubah pada"))
    progress = models.PositiveSmallIntegerField(_("kemajuan (persen)"), default=0)
    failure = models.TextField(_("sebab gagal"), blank=True)
    tree = models.JSONField(_("isi"), null=True)
    content = models.BinaryField(_("berkas"), null=True)
    size = models.PositiveIntegerField(_("ukuran"), default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("diminta oleh")
    )
    made_at = models.DateTimeField(_("diminta pada"))

    class Meta:
        verbose_name = _("dokumen yang dibuat")
        verbose_name_plural = _("dokumen yang dibuat")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="made_document_key_once"),
            models.CheckConstraint(
                condition=Q(state=DocumentState.FAILED) & ~Q(failure="") | ~Q(state=DocumentState.FAILED),
                name="made_document_failure_has_a_cause",
            ),
        ]
        indexes = [models.Index(fields=["agency", "-made_at"], name="made_document_by_day")]

    @property
    def is_underway(self) -> bool:
        return self.state in {DocumentState.WAITING, DocumentState.MAKING}
