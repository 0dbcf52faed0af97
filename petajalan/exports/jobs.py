"""Queued work of this app."""

from __future__ import annotations

from django.utils import timezone

from petajalan.common.jobs import at_worker_start, job
from petajalan.exports.models import MadeDocument


@job
def make_document(document: int) -> None:
    from petajalan.exports.services.making import make

    found = MadeDocument.objects.select_related("agency", "frozen").filter(pk=document).first()
    if found:
        make(document=found, at=timezone.now())


@at_worker_start
def resume() -> None:
    from petajalan.exports.services.making import resume_unfinished

    resume_unfinished(at=timezone.now())
