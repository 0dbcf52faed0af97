"""Documents as their pages show them, as far as a person may know of them."""

from __future__ import annotations

from dataclasses import dataclass

import rules
from django.db.models import Count, Q, QuerySet

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of, units_of
from petajalan.exports.choices import DocumentState
from petajalan.exports.documents.kinds import KINDS, Kind
from petajalan.exports.models import FrozenDocument, FrozenFile, MadeDocument

# Who looks after the whole agency reads documents of every unit.
WHOLE = frozenset({Role.LEADER, Role.SECRETARIAT, Role.ADMINISTRATOR, Role.EVALUATOR, Role.AUDITOR})
HEAVY = ("tree", "content", "frozen__tree")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is limited to. `tab`: "" for all, "siap", "proses", "gagal" or "beku"."""

    tab: str = ""
    kind: str = ""
    year: int | None = None


TABS = {
    "siap": Q(state=DocumentState.READY),
    "proses": Q(state__in=[DocumentState.WAITING, DocumentState.MAKING]),
    "gagal": Q(state=DocumentState.FAILED),
    "beku": Q(frozen__isnull=False),
}


def sees_whole(user: User, agency: Agency) -> bool:
    return bool(user.is_superuser or roles_of(user, agency) & WHOLE)


def kinds_for(user: User, agency: Agency) -> list[Kind]:
    """Kinds that the person may have made, in the order of `KINDS`."""
    allowed: dict[str, bool] = {}
    for kind in KINDS.values():
        if kind.permission not in allowed:
            allowed[kind.permission] = bool(rules.has_perm(kind.permission, user, agency))
    return [kind for kind in KINDS.values() if allowed[kind.permission]]


def made_for(user: User, agency: Agency) -> QuerySet[MadeDocument]:
    found: QuerySet[MadeDocument] = MadeDocument.objects.visible_to(user).filter(_known(user, agency), agency=agency)
    return found.defer(*HEAVY).select_related("made_by", "frozen")


def frozen_for(user: User, agency: Agency) -> QuerySet[FrozenDocument]:
    found: QuerySet[FrozenDocument] = FrozenDocument.objects.visible_to(user)
    return found.filter(_known(user, agency), agency=agency).select_related(
        "frozen_by", "unit", "replaces", "replaced_by"
    )


def _known(user: User, agency: Agency) -> Q:
    """Of the kinds they may read; those of one unit only if they look after the whole agency, or belong to the unit."""
    known = Q(kind__in=[kind.code for kind in kinds_for(user, agency)])
    if not sees_whole(user, agency):
        known &= Q(unit=None) | Q(unit__in=[unit.pk for unit in units_of(user, agency)])
    return known


def chosen(rows: QuerySet[MadeDocument], wanted: Wanted) -> QuerySet[MadeDocument]:
    return _limited(rows, wanted).filter(TABS.get(wanted.tab, Q()))


def _limited(rows: QuerySet[MadeDocument], wanted: Wanted) -> QuerySet[MadeDocument]:
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    return rows.filter(year=wanted.year) if wanted.year else rows


def counts(rows: QuerySet[MadeDocument], wanted: Wanted) -> dict[str, int]:
    """How many each tab has, under the other filters. One query."""
    of = {"alle": Count("pk"), **{code: Count("pk", filter=limit) for code, limit in TABS.items()}}
    found: dict[str, int] = _limited(rows, wanted).order_by().aggregate(**of)
    return {"": found.pop("alle"), **found}


def years_in(rows: QuerySet[MadeDocument]) -> list[int]:
    found = rows.order_by("-year").filter(year__isnull=False).values_list("year", flat=True).distinct()
    return [year for year in found if year is not None]


def file_of(made: MadeDocument) -> bytes | None:
    """The bytes of a document that is ready. A query of its own: lists do without."""
    if made.frozen_id is None:
        return _bytes(MadeDocument.objects.filter(pk=made.pk).values_list("content", flat=True).first())
    kept = FrozenFile.objects.filter(agency=made.agency_id, document=made.frozen_id, format=made.format)
    return _bytes(kept.values_list("content", flat=True).first())


def _bytes(held: bytes | memoryview | None) -> bytes | None:
    return None if held is None else bytes(held)


def frozen_with(user: User, agency: Agency, digest: str) -> list[FrozenFile]:
    """Files of frozen documents that are, byte for byte, the one with this digest."""
    found = FrozenFile.objects.filter(agency=agency, sha256=digest, document__in=frozen_for(user, agency))
    return list(found.defer("content", "document__tree").select_related("document__replaced_by").order_by("pk"))
