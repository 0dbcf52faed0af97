"""Documents made in the background: asked for, claimed by a worker, collected, written, asked for again."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from petajalan.accounts.models import Agency, User
from petajalan.common import audit
from petajalan.exports import jobs
from petajalan.exports.choices import DocumentState
from petajalan.exports.documents.about import about_of, choice_of, subject_of
from petajalan.exports.documents.as_data import as_data, from_data
from petajalan.exports.documents.choice import Choice, Format, NothingToWrite
from petajalan.exports.documents.collecting import LANGUAGE, collected, template_for
from petajalan.exports.documents.kinds import KINDS, Kind
from petajalan.exports.documents.tree import OfficialDocument
from petajalan.exports.documents.write import CannotWrite, write
from petajalan.exports.models import FrozenDocument, FrozenFile, MadeDocument
from petajalan.planning.services.refusals import Refused

log = logging.getLogger(__name__)

STALE = timedelta(minutes=2)  # a document that has not moved for this long was left by a worker that is gone
UNEXPECTED = gettext_noop(
    "Pembuatan dokumen ini terhenti karena kesalahan aplikasi. Coba lagi, dan bila tetap gagal beri tahu pengelola "
    "instalasi."
)
GONE = gettext_noop("Jenis dokumen ini tidak ada lagi.")


def request_document(
    *, agency: Agency, kind: Kind, choice: Choice, format: str, key: UUID, by: User, at: datetime
) -> MadeDocument:  # fmt: skip
    """Queue a document. `key` comes with the form: a second click gives the one that is there already."""
    if format not in kind.formats:
        raise Refused(_("Dokumen ini tidak dibuat dalam format itu. Pilih format lain."))
    with translation.override(LANGUAGE):
        subject = subject_of(kind, choice)
    made = MadeDocument(
        agency=agency, key=key, kind=kind.code, about=about_of(kind, choice), subject=subject[:300],
        year=choice.year, unit=choice.unit, format=format, state_at=at, made_by=by, made_at=at,
    )  # fmt: skip
    return _queued(made)


def request_format(*, frozen: FrozenDocument, format: str, key: UUID, by: User, at: datetime) -> MadeDocument:
    """Queue a frozen document in another format."""
    kind = KINDS.get(frozen.kind)
    if kind is None or format not in kind.formats:
        raise Refused(_("Dokumen ini tidak dibuat dalam format itu. Pilih format lain."))
    made = MadeDocument(
        agency=frozen.agency, key=key, frozen=frozen, kind=frozen.kind, about=frozen.about, subject=frozen.subject,
        year=frozen.year, unit=frozen.unit, format=format, state_at=at, made_by=by, made_at=at,
    )  # fmt: skip
    return _queued(made)


def _queued(made: MadeDocument) -> MadeDocument:
    try:
        with transaction.atomic():
            made.save(force_insert=True)
            audit.record(
                agency=made.agency, by=made.made_by, action="document_requested", about=made, at=made.made_at,
                after={"document_kind": made.kind, "document_format": made.format},
            )  # fmt: skip
            jobs.make_document.later(document=made.pk)
    except IntegrityError:
        # The database decides, so that a double click cannot slip between a look and an insert.
        return MadeDocument.objects.get(agency=made.agency, key=made.key)
    made.refresh_from_db(fields=["state", "failure", "progress", "size"])
    return made


def make(*, document: MadeDocument, at: datetime) -> bool:
    """Collect and write it. `False` when another worker has it, or when it no longer waits."""
    left_behind = Q(state=DocumentState.MAKING, state_at__lt=at - STALE)
    claimed = MadeDocument.objects.filter(
        Q(state=DocumentState.WAITING) | left_behind, agency=document.agency_id, pk=document.pk
    ).update(state=DocumentState.MAKING, progress=10, failure="", state_at=at)
    if not claimed:
        return False
    try:
        # Days and hours in it are the agency's, wherever the worker runs.
        with timezone.override(ZoneInfo(document.agency.time_zone)):
            _make(document)
    except (NothingToWrite, CannotWrite) as reason:
        _failed(document, str(reason))
    except Exception:
        log.exception("Making document %s stopped", document.pk)
        _failed(document, UNEXPECTED)
    return True


def _make(document: MadeDocument) -> None:
    frozen = document.frozen
    if frozen is not None:
        tree = from_data(frozen.tree)
        content = _written(document, tree)
        with transaction.atomic():
            # Another request for the same format may have been quicker: what is kept once stays.
            FrozenFile.objects.get_or_create(
                agency=document.agency, document=frozen, format=document.format,
                defaults={
                    "content": content, "sha256": sha256(content).hexdigest(), "size": len(content),
                    "made_at": timezone.now(),
                },
            )  # fmt: skip
            _ready(document, size=len(content))
        return
    kind = KINDS.get(document.kind)
    if kind is None:
        raise NothingToWrite(GONE)
    tree = collected(kind, choice_of(document.agency, document.about))
    content = _written(document, tree)
    _ready(document, tree=as_data(tree), content=content, size=len(content))


def _written(document: MadeDocument, tree: OfficialDocument) -> bytes:
    _moved(document, 50)
    form = Format(document.format)
    template = template_for(document.agency, document.kind) if form is Format.DOCX else None
    return write(tree, form, template)


def _moved(document: MadeDocument, percent: int) -> None:
    MadeDocument.objects.filter(pk=document.pk).update(progress=percent, state_at=timezone.now())


def _ready(document: MadeDocument, **held: object) -> None:
    MadeDocument.objects.filter(pk=document.pk).update(
        state=DocumentState.READY, progress=100, state_at=timezone.now(), **held
    )


def _failed(document: MadeDocument, sentence: str) -> None:
    MadeDocument.objects.filter(pk=document.pk).update(
        state=DocumentState.FAILED, failure=sentence, state_at=timezone.now()
    )


def make_again(*, document: MadeDocument, by: User, at: datetime) -> bool:
    """Queue it once more: one that failed, or that a worker left. `False` while it is underway, or when it is ready."""
    stuck = Q(state__in=[DocumentState.WAITING, DocumentState.MAKING], state_at__lt=at - STALE)
    with transaction.atomic():
        changed = MadeDocument.objects.filter(
            stuck | Q(state=DocumentState.FAILED), agency=document.agency_id, pk=document.pk
        ).update(state=DocumentState.WAITING, progress=0, failure="", state_at=at)
        if changed:
            audit.record(agency=document.agency, by=by, action="document_made_again", about=document, at=at)
            jobs.make_document.later(document=document.pk)
    return bool(changed)


def resume_unfinished(*, at: datetime) -> int:
    """Queue again what an earlier worker left waiting or half made. Gives how many."""
    unfinished = MadeDocument.objects.filter(state__in=[DocumentState.WAITING, DocumentState.MAKING])
    moments = list(unfinished.order_by("pk").values_list("pk", "state_at"))
    for key, moved in moments:
        if moved < at - STALE:
            jobs.make_document.later(document=key)
        else:
            jobs.make_document.after(moved + STALE + timedelta(seconds=1) - at, document=key)
    return len(moments)
