"""The life of a plan: drafted, enacted, amended, revoked, carried on into another year."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency
from petajalan.calc.numbers import State
from petajalan.common import audit
from petajalan.planning import jobs
from petajalan.planning.choices import FigureRole, RequiredPart, RoadMapStatus
from petajalan.planning.models import AdoptedFigure, Factor, RoadMap, SectionText
from petajalan.planning.plan_changes import plan_changed
from petajalan.planning.queries.completeness import completeness_of
from petajalan.planning.services.checks import check_plan
from petajalan.planning.services.copies import copy_rows
from petajalan.planning.services.figures import columns_of
from petajalan.planning.services.refusals import Incomplete, NotADraft, Refused
from petajalan.planning.services.writing import next_position, open_draft, permitted, reason_given

FIRST_YEAR, LAST_YEAR, LONGEST_PERIOD = 2000, 2100, 10
# The sections that a plan from nothing begins with: number, title, and the required part that it is.
OUTLINE = (
    ("I", "PENDAHULUAN", ""),
    ("II", "ISU STRATEGIS DAN KONDISI REFORMASI BIROKRASI", RequiredPart.ISSUES),
    ("III", "TUJUAN DAN SASARAN REFORMASI BIROKRASI", RequiredPart.GOALS),
    ("IV", "REFORMASI BIROKRASI GENERAL", RequiredPart.ACTIVITIES),
    ("V", "REFORMASI BIROKRASI TEMATIK", RequiredPart.THEMES),
    ("VI", "MANAJEMEN PELAKSANAAN REFORMASI BIROKRASI", RequiredPart.MANAGEMENT),
    ("VII", "PENUTUP", ""),
)
FACTORS = (
    ("mandate", "Mandat RB General Nasional"),
    ("severity", "Tingkat Keparahan"),
    ("urgency", "Waktu (Mendesak)"),
)


@transaction.atomic
def create_road_map(
    *, agency: Agency, title: str, period_start: int, period_end: int, by: audit.Actor, at: datetime
) -> RoadMap:
    """A plan from nothing: the outline of its text, the three usual factors of priority, and no rows yet."""
    permitted(by, "planning.edit_plan", agency)
    if not title.strip():
        raise Refused(_("Isian “%(field)s” masih kosong. Isi dahulu, lalu simpan lagi.") % {"field": _("judul")})
    _period(period_start, period_end)
    versions = RoadMap.objects.filter(agency=agency)
    # A revoked plan makes room for what people work on; one in force stays in front until another one is enacted.
    versions.filter(current=True, status=RoadMapStatus.REVOKED).update(current=False)
    road_map = RoadMap.objects.create(
        agency=agency,
        version=_next_version(agency),
        title=title.strip(),
        period_start=period_start,
        period_end=period_end,
        status=RoadMapStatus.DRAFT,
        current=not versions.filter(current=True).exists(),
        created_at=at,
    )
    rows = {"agency": agency, "road_map": road_map}
    author = None if by == audit.SYSTEM else by
    SectionText.objects.bulk_create(
        SectionText(**rows, position=position, number=number, title=words, part=part, written_by=author, written_at=at)
        for position, (number, words, part) in enumerate(OUTLINE, start=1)
    )
    Factor.objects.bulk_create(
        Factor(**rows, position=position, code=code, name=name, low=1, high=10)
        for position, (code, name) in enumerate(FACTORS, start=1)
    )
    audit.record(
        agency=agency,
        by=by,
        action="road_map_created",
        about=road_map,
        at=at,
        after={"version": road_map.version, "title": road_map.title, "period": f"{period_start}–{period_end}"},
    )
    check_plan(road_map=road_map)
    return road_map


@transaction.atomic
def edit_road_map(
    *, road_map: RoadMap, title: str, period_start: int, period_end: int, by: audit.Actor, at: datetime
) -> RoadMap:
    """Title and period of a draft."""
    open_draft(road_map, by=by, at=at)
    if not title.strip():
        raise Refused(_("Isian “%(field)s” masih kosong. Isi dahulu, lalu simpan lagi.") % {"field": _("judul")})
    _period(period_start, period_end)
    stored = RoadMap.objects.get(pk=road_map.pk)
    wanted = {"title": title.strip(), "period_start": period_start, "period_end": period_end}
    changed = {name: value for name, value in wanted.items() if getattr(stored, name) != value}
    if changed:
        RoadMap.objects.filter(agency=road_map.agency_id, pk=road_map.pk).update(**changed)
        before = {name: getattr(stored, name) for name in changed}
        audit.record(
            agency=road_map.agency, by=by, action="road_map_changed", about=stored, at=at, before=before, after=changed
        )
        for name, value in changed.items():
            setattr(road_map, name, value)
    return road_map


@transaction.atomic
def discard_draft(*, road_map: RoadMap, by: audit.Actor, at: datetime, reason: str) -> None:
    """Throw a draft away with everything in it. The regulation that it was made from stays."""
    open_draft(road_map, by=by, at=at)
    reason = reason_given(reason)
    audit.record(
        agency=road_map.agency,
        by=by,
        action="road_map_discarded",
        about=road_map,
        at=at,
        before={"version": road_map.version, "title": road_map.title},
        reason=reason,
    )
    RoadMap.objects.filter(agency=road_map.agency_id, pk=road_map.pk).delete()


@transaction.atomic
def enact(*, road_map: RoadMap, reference: str, on: date, by: audit.Actor, at: datetime) -> RoadMap:
    """Put a draft into force by a decision. Raises `Incomplete` while a required part is missing.

    The version that it amends stays readable as amended; another one in force is revoked by it.
    """
    permitted(by, "planning.enact_plan", road_map.agency)
    if not reference.strip():
        raise Refused(_("Tuliskan nomor keputusan atau peraturan yang menetapkannya."))
    enacted = {
        "status": RoadMapStatus.ENACTED,
        "decree_reference": reference.strip(),
        "decree_date": on,
        "changed_at": at,
    }
    versions = RoadMap.objects.filter(agency=road_map.agency_id)
    if versions.filter(pk=road_map.pk, status=RoadMapStatus.DRAFT).update(**enacted, edits=F("edits") + 1) != 1:
        raise NotADraft(_("Road map ini sudah ditetapkan. Muat ulang halaman."))
    # Checked after the update took hold of the plan, so that nobody takes a part out in between.
    missing = completeness_of(road_map).missing
    if missing:
        raise Incomplete(
            _("Road map ini belum lengkap, jadi belum dapat ditetapkan. %(missing)s")
            % {"missing": " ".join(str(one) for one in missing)},
            tuple(str(one) for one in missing),
        )
    _succeed(road_map, reference.strip(), by=by, at=at)
    for name, value in enacted.items():
        setattr(road_map, name, value)
    road_map.current, road_map.edits = True, road_map.edits + 1
    audit.record(
        agency=road_map.agency,
        by=by,
        action="road_map_enacted",
        about=road_map,
        at=at,
        before={"status": RoadMapStatus.DRAFT},
        after={
            "status": RoadMapStatus.ENACTED,
            "decree_reference": road_map.decree_reference,
            "decree_date": on,
            "version": road_map.version,
        },
        reason=road_map.reason,
    )
    plan_changed(agency=road_map.agency)
    jobs.check_plan.later(road_map=road_map.pk)
    return road_map


@transaction.atomic
def start_amendment(*, road_map: RoadMap, reason: str, by: audit.Actor, at: datetime) -> RoadMap:
    """A draft that begins as the enacted version is, row by row under the same keys. The enacted one stays in force."""
    permitted(by, "planning.edit_plan", road_map.agency)
    reason = reason_given(reason)
    in_force = RoadMap.objects.filter(agency=road_map.agency_id, pk=road_map.pk, status=RoadMapStatus.ENACTED)
    if in_force.update(changed_at=at) != 1:
        raise Refused(_("Hanya road map yang ditetapkan yang dapat diubah dengan perubahan."))
    source = RoadMap.objects.select_related("agency", "document").get(pk=road_map.pk)
    try:
        with transaction.atomic():
            draft = RoadMap.objects.create(
                agency=source.agency,
                document=source.document,
                based_on=source,
                version=_next_version(source.agency),
                title=source.title,
                period_start=source.period_start,
                period_end=source.period_end,
                status=RoadMapStatus.DRAFT,
                reason=reason,
                created_at=at,
            )
    except IntegrityError as error:
        raise Refused(_("Rancangan perubahan untuk road map ini sudah ada. Lanjutkan rancangan itu.")) from error
    copy_rows(source, draft)
    check_plan(road_map=draft)
    audit.record(
        agency=source.agency,
        by=by,
        action="amendment_started",
        about=draft,
        at=at,
        before={"version": source.version},
        after={"version": draft.version},
        reason=reason,
    )
    return draft


@transaction.atomic
def revoke(*, road_map: RoadMap, reference: str, reason: str, by: audit.Actor, at: datetime) -> RoadMap:
    """End a plan in force by a decision. It stays readable."""
    permitted(by, "planning.enact_plan", road_map.agency)
    reason = reason_given(reason)
    if not reference.strip():
        raise Refused(_("Tuliskan nomor keputusan atau peraturan yang mencabutnya."))
    versions = RoadMap.objects.filter(agency=road_map.agency_id, pk=road_map.pk, status=RoadMapStatus.ENACTED)
    if versions.update(status=RoadMapStatus.REVOKED, reason=reason, changed_at=at) != 1:
        raise Refused(_("Hanya road map yang sedang berlaku yang dapat dicabut."))
    road_map.status, road_map.reason = RoadMapStatus.REVOKED, reason
    audit.record(
        agency=road_map.agency,
        by=by,
        action="road_map_revoked",
        about=road_map,
        at=at,
        before={"status": RoadMapStatus.ENACTED},
        after={"status": RoadMapStatus.REVOKED, "revoked_by": reference.strip()},
        reason=reason,
    )
    plan_changed(agency=road_map.agency)
    return road_map


@transaction.atomic
def open_year(*, road_map: RoadMap, year: int, by: audit.Actor, at: datetime) -> int:
    """Give a year its targets from the year before, where it has none of its own; gives how many.

    Each stays marked as carried over until somebody sets it. A year after the period makes the period longer.
    """
    open_draft(road_map, by=by, at=at)
    _year(year)
    targets = AdoptedFigure.objects.filter(agency=road_map.agency_id, road_map=road_map, role=FigureRole.TARGET)
    has = set(targets.filter(period=str(year)).values_list("indicator", flat=True))
    before = [one for one in targets.filter(period=str(year - 1)) if one.indicator_id not in has]
    before = [one for one in before if one.state not in (State.NOT_SET, State.NOT_AVAILABLE)]
    if not before and not has:
        raise Refused(
            _("Belum ada target %(before)d yang dapat dilanjutkan. Isi target %(before)d lebih dahulu.")
            % {"before": year - 1}
        )
    first = next_position(AdoptedFigure, road_map)
    AdoptedFigure.objects.bulk_create(
        AdoptedFigure(
            agency_id=road_map.agency_id,
            road_map=road_map,
            position=first + offset,
            indicator_id=one.indicator_id,
            role=FigureRole.TARGET,
            period=str(year),
            carried_from=str(year - 1),
            **columns_of(one.reading),
        )
        for offset, one in enumerate(before)
    )
    longer = RoadMap.objects.filter(agency=road_map.agency_id, pk=road_map.pk, period_end__lt=year)
    if longer.update(period_end=year):
        road_map.period_end = year
    audit.record(
        agency=road_map.agency,
        by=by,
        action="year_opened",
        about=road_map,
        at=at,
        after={"year": year, "carried_from": str(year - 1), "targets": len(before)},
    )
    return len(before)


def _succeed(road_map: RoadMap, reference: str, *, by: audit.Actor, at: datetime) -> None:
    """The versions that this one follows: the one it amends, and any other that is in force."""
    versions = RoadMap.objects.filter(agency=road_map.agency_id)
    for old in versions.filter(status=RoadMapStatus.ENACTED).exclude(pk=road_map.pk):
        amended = old.pk == road_map.based_on_id
        status = RoadMapStatus.AMENDED if amended else RoadMapStatus.REVOKED
        why = road_map.reason if amended else _("Diganti oleh %(reference)s.") % {"reference": reference}
        versions.filter(pk=old.pk).update(status=status, changed_at=at, **({} if amended else {"reason": why}))
        audit.record(
            agency=road_map.agency,
            by=by,
            action="road_map_amended" if amended else "road_map_revoked",
            about=old,
            at=at,
            before={"status": RoadMapStatus.ENACTED},
            after={"status": status, "version": road_map.version},
            reason=why,
        )
    versions.filter(current=True).exclude(pk=road_map.pk).update(current=False)
    versions.filter(pk=road_map.pk).update(current=True)


def _next_version(agency: Agency) -> int:
    return (RoadMap.objects.filter(agency=agency).aggregate(last=Max("version"))["last"] or 0) + 1


def _period(start: int, end: int) -> None:
    _year(start)
    _year(end)
    if end < start:
        raise Refused(_("Tahun akhir periode mendahului tahun awalnya. Perbaiki periodenya."))
    if end - start >= LONGEST_PERIOD:
        raise Refused(_("Periode road map paling lama %(years)d tahun.") % {"years": LONGEST_PERIOD})


def _year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(_("Tahun %(year)d tidak dapat dipakai. Tulis tahun seperti 2025.") % {"year": year})
