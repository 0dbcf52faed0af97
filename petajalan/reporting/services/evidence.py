"""What proves a line of a report, a measurement or an activity: added, taken away, replaced by a newer version."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit, User
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.duties import is_of
from petajalan.reporting.models import CultureActivity, Evidence, EvidenceUse, Measurement, ProgressLine, ProgressReport
from petajalan.reporting.queries.evidence import Proved, kind_of_proved, may_add, may_remove, unit_of
from petajalan.reporting.services.evidence_files import digest_of, keep, kind_of, shown_name
from petajalan.reporting.services.write_keys import first_time

PAGE = 100  # characters


@transaction.atomic
def add_file(
    *, to: Proved, file: File[bytes], name: str, page: str = "", by: User, at: datetime, key: UUID | None = None
) -> EvidenceUse:
    """Attach a file. The same file of a unit is one piece of evidence, however often it is uploaded."""
    to, unit = _may_add(to, by, at)
    fresh = first_time(about=to, key=key, what=f"evidence {kind_of_proved(to)}", by=by, at=at)
    return _used(to, kept_file(unit=unit, file=file, name=name, by=by, at=at), page, by, at, fresh)


@transaction.atomic
def add_link(
    *, to: Proved, link: str, name: str = "", page: str = "", by: User, at: datetime, key: UUID | None = None
) -> EvidenceUse:
    to, unit = _may_add(to, by, at)
    fresh = first_time(about=to, key=key, what=f"evidence {kind_of_proved(to)}", by=by, at=at)
    return _used(to, kept_link(unit=unit, link=link, name=name, by=by, at=at), page, by, at, fresh)


@transaction.atomic
def use_again(
    *, to: Proved, evidence: Evidence, page: str = "", by: User, at: datetime, key: UUID | None = None
) -> EvidenceUse:
    """One piece may prove several things, on purpose: of the same unit only."""
    to, unit = _may_add(to, by, at)
    fresh = first_time(about=to, key=key, what=f"evidence {kind_of_proved(to)}", by=by, at=at)
    if evidence.unit_id != unit.pk or evidence.agency_id != unit.agency_id:
        raise Refused(_("Pilih bukti dukung milik unit ini sendiri."))
    if Evidence.objects.filter(agency=unit.agency_id, replaces=evidence).exists():
        raise Refused(_("Bukti ini sudah diganti versi baru. Pilih versi barunya."))
    return _used(to, evidence, page, by, at, fresh)


@transaction.atomic
def remove_use(*, use: EvidenceUse, by: User, at: datetime) -> None:
    """The file itself stays: it may prove other things, and what was sent once remains to be found."""
    to: Proved | None = use.line or use.measurement or use.activity
    assert to is not None  # the database holds it to one of them
    to = _held(to)
    if not is_of(by, unit_of(to)):
        raise PermissionDenied(_("Bukti dukung diatur oleh orang dari unit itu sendiri."))
    if not may_remove(by, to, at=at):
        raise Refused(_("Bukti dukung hanya dapat dilepas selama isiannya masih dapat diubah."))
    count, _kinds = EvidenceUse.objects.filter(pk=use.pk).delete()
    if count:
        audit.record(
            agency=use.agency, by=by, action="evidence_removed", about=to, at=at,
            before={"evidence_name": use.evidence.name, "page": use.page},
        )  # fmt: skip


@transaction.atomic
def replace_evidence(
    *, evidence: Evidence, file: File[bytes] | None = None, name: str = "", link: str = "", by: User, at: datetime
) -> Evidence:
    """A newer version. What is still being written goes by it; what was sent keeps the one that was sent."""
    unit = evidence.unit
    if not is_of(by, unit):
        raise PermissionDenied(_("Bukti dukung diatur oleh orang dari unit itu sendiri."))
    if (file is None) == (not link.strip()):
        raise Refused(_("Pilih satu berkas, atau isi satu tautan."))
    new = Evidence(agency=evidence.agency, unit=unit, replaces=evidence, added_by=by, added_at=at)
    if file is not None:
        _describe(new, file, name)
        if new.sha256 == evidence.sha256:
            raise Refused(_("Isi berkas ini sama dengan versi yang ada."))
        keep(new, file)
    else:
        new.link = _link(link)
        new.name = _link_name(name, new.link)
        if new.link == evidence.link:
            raise Refused(_("Tautan ini sama dengan versi yang ada."))
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(_("Bukti ini baru saja diganti orang lain. Muat ulang halaman.")) from error
    uses = evidence.uses.select_related(
        "line__report__unit__agency", "line__action", "measurement__coordinator__agency", "activity__unit__agency"
    )
    moved = [use.pk for use in uses if may_remove(by, use.line or use.measurement or use.activity, at=at)]
    EvidenceUse.objects.filter(pk__in=moved).update(evidence=new)
    audit.record(
        agency=evidence.agency, by=by, action="evidence_replaced", about=new, at=at,
        before={"evidence_name": evidence.name, "sha256": evidence.sha256},
        after={"evidence_name": new.name, "sha256": new.sha256},
    )  # fmt: skip
    return new


def _may_add(to: Proved, by: User, at: datetime) -> tuple[Proved, Unit]:
    """What is proved, held until the end of the transaction: it is not sent or locked meanwhile."""
    to = _held(to)
    unit = unit_of(to)
    if not is_of(by, unit):
        raise PermissionDenied(_("Bukti dukung diatur oleh orang dari unit itu sendiri."))
    if not may_add(by, to, at=at):
        raise Refused(_("Isian ini sudah dikirim atau ditutup, jadi bukti dukungnya tidak dapat ditambah."))
    return to, unit


def _held(to: Proved) -> Proved:
    if isinstance(to, Measurement):
        rows = Measurement.objects.select_for_update(of=("self",)).select_related("coordinator__agency", "agency")
        row: Measurement = rows.get(pk=to.pk)
        return row
    if isinstance(to, CultureActivity):
        held = CultureActivity.objects.select_for_update(of=("self",)).select_related("unit__agency", "agency")
        activity: CultureActivity = held.get(pk=to.pk)
        return activity
    ProgressReport.objects.select_for_update().get(pk=to.report_id)
    lines = ProgressLine.objects.select_related("report__unit__agency", "report__agency", "action", "agency")
    line: ProgressLine = lines.get(pk=to.pk)
    return line


def kept_file(*, unit: Unit, file: File[bytes], name: str, by: User, at: datetime) -> Evidence:
    """The piece of evidence that a file of this unit is: a new one, or the one it was before. Whoever shows what it
    proves has asked the permission; a part of their transaction."""
    new = Evidence(agency=unit.agency, unit=unit, added_by=by, added_at=at)
    _describe(new, file, name)
    known = Evidence.objects.filter(agency=unit.agency_id, unit=unit, sha256=new.sha256)
    found: Evidence | None = known.order_by("-pk").first()
    if found is not None:
        return found
    keep(new, file)
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:  # the same file came twice at the same moment
        return known.earliest("pk")
    return new


def kept_link(*, unit: Unit, link: str, name: str = "", by: User, at: datetime) -> Evidence:
    """As `kept_file`, of a link."""
    link = _link(link)
    known: Evidence | None = Evidence.objects.filter(
        agency=unit.agency_id, unit=unit, link=link, replaced_by=None
    ).first()
    return known or Evidence.objects.create(
        agency=unit.agency, unit=unit, name=_link_name(name, link), link=link, added_by=by, added_at=at
    )


def _describe(evidence: Evidence, file: File[bytes], name: str) -> None:
    evidence.sha256, evidence.size = digest_of(file)
    evidence.kind = kind_of(file)
    evidence.name = shown_name(name, evidence.kind)


def _used(to: Proved, evidence: Evidence, page: str, by: User, at: datetime, fresh: bool) -> EvidenceUse:
    page = " ".join(page.split())[:PAGE]
    of = {"agency": to.agency, "evidence": evidence, kind_of_proved(to): to}
    use, made = EvidenceUse.objects.get_or_create(**of, defaults={"page": page})
    if not made and fresh and use.page != page:
        EvidenceUse.objects.filter(pk=use.pk).update(page=page)
        use.page = page
    elif not made:
        return use
    audit.record(
        agency=to.agency, by=by, action="evidence_added", about=to, at=at,
        after={"evidence_name": evidence.name, "page": page, "sha256": evidence.sha256, "link": evidence.link},
    )  # fmt: skip
    return use


def _link(text: str) -> str:
    text = text.strip()
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError as error:
        raise Refused(_("Tulis tautan lengkap yang diawali https:// atau http://.")) from error
    if len(text) > 1000:
        raise Refused(_("Tautan ini terlalu panjang."))
    return text


def _link_name(name: str, link: str) -> str:
    named = " ".join(name.split())
    if named:
        return named[:255]
    parts = urlsplit(link)
    return f"{parts.hostname}{parts.path}".rstrip("/")[:255]
