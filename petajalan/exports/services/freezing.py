"""Giving a document its number: from then on it says what it says."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import User
from petajalan.common import audit
from petajalan.exports import jobs
from petajalan.exports.choices import DocumentState
from petajalan.exports.documents.as_data import as_data, digest_of, from_data
from petajalan.exports.documents.collecting import as_letter
from petajalan.exports.models import FrozenDocument, MadeDocument
from petajalan.exports.queries.letterhead import own_letterhead
from petajalan.exports.rules import may_freeze
from petajalan.planning.services.refusals import Refused


def freeze_document(*, document: MadeDocument, number: str, dated: date, by: User, at: datetime) -> FrozenDocument:
    """Freeze what was read in the file that was made, with the number and date of the letter. It is the next version
    of its kind about the same, and replaces the one before. The file is written again, for it now has its number."""
    if not may_freeze(by, document):
        raise Refused(_("Dokumen ini dibekukan oleh sekretariat, administrator, tim evaluasi, atau kepala unitnya."))
    if document.state != DocumentState.READY or document.tree is None or document.frozen_id is not None:
        raise Refused(_("Hanya dokumen yang sudah siap dan belum dibekukan yang dapat diberi nomor."))
    number = number.strip()
    if not number:
        raise Refused(_("Tulis nomor suratnya lebih dahulu."))
    own = own_letterhead(document.agency)
    tree = as_data(as_letter(from_data(document.tree), number, dated, own.place if own else ""))
    try:
        with transaction.atomic():
            return _freeze(document, tree, number, dated, by, at)
    except IntegrityError:
        told = _("Dokumen yang sama baru saja dibekukan orang lain. Muat ulang halaman Dokumen, lalu periksa versinya.")
        raise Refused(told) from None


def _freeze(
    document: MadeDocument, tree: dict[str, object], number: str, dated: date, by: User, at: datetime
) -> FrozenDocument:
    same = FrozenDocument.objects.filter(agency=document.agency_id, kind=document.kind, about=document.about)
    last: FrozenDocument | None = same.order_by("-version").first()
    frozen: FrozenDocument = FrozenDocument.objects.create(
        agency=document.agency, kind=document.kind, about=document.about, subject=document.subject,
        year=document.year, unit=document.unit, version=last.version + 1 if last else 1, number=number, dated=dated,
        tree=tree, sha256=digest_of(tree), replaces=last, frozen_by=by, frozen_at=at,
    )  # fmt: skip
    # The draft becomes the first file of the frozen one, with its number. A second click finds no draft any more.
    drafts = MadeDocument.objects.filter(pk=document.pk, state=DocumentState.READY, frozen=None)
    if (
        drafts.update(
            frozen=frozen, tree=None, content=None, size=0, state=DocumentState.WAITING, progress=0, state_at=at
        )
        != 1
    ):
        raise Refused(_("Dokumen ini baru saja dibekukan. Muat ulang halaman Dokumen."))
    audit.record(
        agency=document.agency, by=by, action="document_frozen", about=frozen, at=at,
        before={"document_number": last.number} if last else {},
        after={
            "document_kind": frozen.kind, "document_number": number, "document_date": dated,
            "document_version": frozen.version, "document_digest": frozen.sha256,
        },
    )  # fmt: skip
    jobs.make_document.later(document=document.pk)
    return frozen
