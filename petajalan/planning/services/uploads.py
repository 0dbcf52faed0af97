"""A regulation uploaded in the browser: kept, queued, read by the worker, and adopted when somebody says so."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from petajalan.accounts.models import Agency, User
from petajalan.common import audit
from petajalan.planning import jobs
from petajalan.planning.choices import RegulationStatus
from petajalan.planning.models import Regulation
from petajalan.planning.queries.national import reference_of
from petajalan.planning.readings import Progress, read_file
from petajalan.planning.services.files import clean_filename, fingerprint, keep_file
from petajalan.planning.services.readings import store_failure, store_reading
from petajalan.regulation.document import UnusableFile

log = logging.getLogger(__name__)

# A reading that has not moved for this long was left by a worker that is gone.
STALE = timedelta(minutes=2)

UNEXPECTED = UnusableFile(
    "unexpected",
    "Pembacaan berkas ini terhenti karena kesalahan aplikasi; berkasnya tersimpan. Coba baca lagi, dan bila tetap "
    "gagal beri tahu pengelola instalasi.",
    "Reading this file stopped because of an error in the application; the file is kept. Try again, and tell the "
    "keeper of the installation if it keeps failing.",
)


def upload_regulation(*, agency: Agency, content: bytes, filename: str, by: User, at: datetime) -> Regulation:
    """Keep the file and queue its reading. The same content again gives the regulation that is there already."""
    regulation = Regulation(
        agency=agency,
        filename=clean_filename(filename),
        sha256=fingerprint(content),
        size=len(content),
        uploaded_by=by,
        uploaded_at=at,
        status_at=at,
    )
    try:
        with transaction.atomic():
            keep_file(regulation, content)
            regulation.save(force_insert=True)
            audit.record(
                agency=agency,
                by=by,
                action="regulation_uploaded",
                about=regulation,
                at=at,
                after={"filename": regulation.filename, "size": regulation.size},
            )
            jobs.read_regulation.later(regulation=regulation.pk)
    except IntegrityError:
        # The database decides, so that a double click cannot slip between a look and an insert.
        return Regulation.objects.get(agency=agency, sha256=regulation.sha256)
    return regulation


def read_uploaded(*, regulation: Regulation, at: datetime) -> bool:
    """Read the kept file. `False` when another worker has it, or when it no longer waits to be read."""
    left_behind = Q(status=RegulationStatus.READING, status_at__lt=at - STALE)
    claimed = Regulation.objects.filter(
        Q(status=RegulationStatus.WAITING) | left_behind, agency=regulation.agency_id, pk=regulation.pk
    ).update(status=RegulationStatus.READING, progress=0, status_at=at)
    if not claimed:
        return False
    try:
        with regulation.file.open("rb") as file:
            reference = reference_of(regulation.agency)
            read = read_file(file.read(), regulation.filename, _reporter(regulation), reference=reference)
        with transaction.atomic():
            store_reading(regulation=regulation, read=read, at=timezone.now())
    except UnusableFile as failure:
        store_failure(regulation=regulation, failure=failure, at=timezone.now())
    except Exception:
        log.exception("Reading regulation %s stopped", regulation.pk)
        store_failure(regulation=regulation, failure=UNEXPECTED, at=timezone.now())
    return True


def read_again(*, regulation: Regulation, by: User, at: datetime) -> bool:
    """Queue another reading: of a failed or stuck one, or with newer rules. `False` while one is underway."""
    stuck = Q(status__in=[RegulationStatus.WAITING, RegulationStatus.READING], status_at__lt=at - STALE)
    done = Q(status__in=[RegulationStatus.FAILED, RegulationStatus.READ])
    with transaction.atomic():
        changed = Regulation.objects.filter(stuck | done, agency=regulation.agency_id, pk=regulation.pk).update(
            status=RegulationStatus.WAITING, progress=0, status_at=at
        )
        if changed:
            audit.record(agency=regulation.agency, by=by, action="regulation_read_again", about=regulation, at=at)
            jobs.read_regulation.later(regulation=regulation.pk)
    return bool(changed)


def resume_unfinished(*, at: datetime) -> int:
    """Queue again what an earlier worker left waiting or half read. Gives how many.

    What moved a moment ago may still be in the hands of another worker: its turn comes once it counts as left behind.
    """
    unfinished = Regulation.objects.filter(status__in=[RegulationStatus.WAITING, RegulationStatus.READING])
    moments = list(unfinished.order_by("pk").values_list("pk", "status_at"))
    for key, moved in moments:
        if moved < at - STALE:
            jobs.read_regulation.later(regulation=key)
        else:
            jobs.read_regulation.after(moved + STALE + timedelta(seconds=1) - at, regulation=key)
    return len(moments)


def _reporter(regulation: Regulation) -> Progress:
    """Writes the progress into the row, at most once per five percent; it also shows that the worker is alive."""
    last = 0

    def report(percent: int) -> None:
        nonlocal last
        if percent >= last + 5:
            last = percent
            Regulation.objects.filter(pk=regulation.pk).update(progress=min(percent, 99), status_at=timezone.now())

    return report
