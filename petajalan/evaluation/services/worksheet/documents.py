"""The document beside a score: kept as evidence of the unit of the person who enters it."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import units_of
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.services.evidence import kept_file, kept_link


def kept_document(
    *, agency: Agency, file: File[bytes] | None, filename: str, link: str, by: User, at: datetime
) -> Evidence | None:
    """A file or a link, `None` where neither was given. A part of the transaction of whoever asks."""
    if file is None and not link.strip():
        return None
    if file is not None and link.strip():
        raise Refused(_("Pilih satu berkas, atau isi satu tautan."))
    units = units_of(by, agency)
    if not units:
        raise Refused(
            _("Berkas disimpan pada unit Anda, dan Anda tidak memegang jabatan di suatu unit. Tulis dokumennya saja.")
        )
    unit = units[0]
    unit.agency = agency
    if file is not None:
        return kept_file(unit=unit, file=file, name=filename, by=by, at=at)
    return kept_link(unit=unit, link=link, by=by, at=at)
