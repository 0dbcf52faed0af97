"""Words of this app that the database keeps and a person reads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentState(TextChoices):
    WAITING = "waiting", _("Menunggu giliran")
    MAKING = "making", _("Sedang dibuat")
    READY = "ready", _("Siap diunduh")
    FAILED = "failed", _("Belum berhasil")


class FormatChoice(TextChoices):
    """The codes of `documents.choice.Format`."""

    DOCX = "docx", _("Word (DOCX)")
    PDF = "pdf", _("PDF")
    XLSX = "xlsx", _("Excel (XLSX)")
    MARKDOWN = "md", _("Teks (Markdown)")
    ZIP = "zip", _("ZIP, setiap tabel satu berkas Excel")
