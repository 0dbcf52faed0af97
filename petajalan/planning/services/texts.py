"""The text of a plan: sections in their wordings, strategic issues, the condition it starts from."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.common import audit
from petajalan.planning.choices import RequiredPart
from petajalan.planning.models import Condition, RoadMap, SectionText, StrategicIssue
from petajalan.planning.services.refusals import Clash, Conflict, Refused
from petajalan.planning.services.writing import add, change, open_draft, remove


class IssueValues(TypedDict, total=False):
    title: str
    text: str
    level: str  # "upstream", "downstream"
    scope: str  # "national", "local"


class ConditionValues(TypedDict, total=False):
    title: str
    text: str


@transaction.atomic
def add_section(
    *, road_map: RoadMap, title: str, by: audit.Actor, at: datetime, number: str = "", body: str = "", level: int = 1,
    part: str = "",
) -> SectionText:  # fmt: skip
    """A new section at the end. `part` is the code of the required part that it is (`choices.RequiredPart`), or ""."""
    open_draft(road_map, by=by, at=at)
    if part and part not in RequiredPart.values:
        raise Refused(_("Bagian wajib itu tidak dikenal. Muat ulang halaman."))
    return add(
        SectionText, road_map=road_map, by=by, at=at,
        number=number, title=title, body=body, level=level, part=part,
        written_by=None if by == audit.SYSTEM else by, written_at=at,
    )  # fmt: skip


@transaction.atomic
def write_section(
    *, section: SectionText, seen: int, title: str, body: str, by: audit.Actor, at: datetime, reason: str = ""
) -> SectionText:
    """A new wording of a section; the one before stays readable. `seen` is the wording that the person saw."""
    road_map = section.road_map
    open_draft(road_map, by=by, at=at)
    title, body = title.strip(), body.strip()
    if not title:
        raise Refused(_("Isian “%(field)s” masih kosong. Isi dahulu, lalu simpan lagi.") % {"field": _("judul")})
    wordings = SectionText.objects.filter(agency=section.agency_id, road_map=road_map, key=section.key)
    latest = wordings.select_related("written_by").get(current=True)
    if (latest.title, latest.body) == (title, body):
        return latest
    if latest.wording != seen:
        raise _rewritten(latest, body)
    if wordings.filter(current=True, wording=seen).update(current=False) != 1:
        raise _rewritten(wordings.select_related("written_by").get(current=True), body)
    written = SectionText.objects.create(
        agency_id=latest.agency_id,
        road_map=road_map,
        key=latest.key,
        position=latest.position,
        number=latest.number,
        title=title,
        level=latest.level,
        part=latest.part,
        body=body,
        wording=seen + 1,
        written_by=None if by == audit.SYSTEM else by,
        written_at=at,
    )
    audit.record(
        agency=road_map.agency,
        by=by,
        action="section_text_changed",
        about=written,
        at=at,
        before={"wording": seen, "title": latest.title},
        after={"wording": seen + 1, "title": title},
        reason=reason,
    )
    return written


@transaction.atomic
def remove_section(*, section: SectionText, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Take a section out, with all its wordings."""
    open_draft(section.road_map, by=by, at=at)
    wordings = SectionText.objects.filter(agency=section.agency_id, road_map=section.road_map_id, key=section.key)
    latest = wordings.select_related("written_by").filter(current=True).first()
    if latest is None:
        raise Refused(_("Baris ini sudah dihapus orang lain. Muat ulang halaman."))
    if latest.wording != seen:
        raise _rewritten(latest, "")
    remove(latest, seen=None, by=by, at=at, reason=reason)
    wordings.delete()


@transaction.atomic
def add_issue(
    *, road_map: RoadMap, title: str, level: str, scope: str, by: audit.Actor, at: datetime, text: str = "",
    reason: str = "",
) -> StrategicIssue:  # fmt: skip
    open_draft(road_map, by=by, at=at)
    return add(
        StrategicIssue, road_map=road_map, by=by, at=at, reason=reason,
        title=title, level=level, scope=scope, text=text,
    )  # fmt: skip


@transaction.atomic
def edit_issue(
    *, issue: StrategicIssue, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[IssueValues]
) -> StrategicIssue:
    open_draft(issue.road_map, by=by, at=at)
    change(issue, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return issue


@transaction.atomic
def remove_issue(*, issue: StrategicIssue, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    open_draft(issue.road_map, by=by, at=at)
    remove(issue, seen=seen, by=by, at=at, names=("level", "scope", "text"), reason=reason)


@transaction.atomic
def add_condition(
    *, road_map: RoadMap, title: str, by: audit.Actor, at: datetime, text: str = "", reason: str = ""
) -> Condition:
    open_draft(road_map, by=by, at=at)
    return add(Condition, road_map=road_map, by=by, at=at, reason=reason, title=title, text=text)


@transaction.atomic
def edit_condition(
    *, condition: Condition, seen: int, by: audit.Actor, at: datetime, reason: str = "",
    **values: Unpack[ConditionValues],
) -> Condition:  # fmt: skip
    open_draft(condition.road_map, by=by, at=at)
    change(condition, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return condition


@transaction.atomic
def remove_condition(*, condition: Condition, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    open_draft(condition.road_map, by=by, at=at)
    remove(condition, seen=seen, by=by, at=at, names=("text",), reason=reason)


def _rewritten(latest: SectionText, body: str) -> Conflict:
    who = str(latest.written_by) if latest.written_by else ""
    if who:
        sentence = _("%(who)s sudah menulis rumusan lain. Bandingkan keduanya, lalu simpan lagi.") % {"who": who}
    else:
        sentence = _("Rumusannya berubah sejak Anda membukanya. Bandingkan keduanya, lalu simpan lagi.")
    clash = Clash("body", _("naskah"), body, latest.body)
    return Conflict(sentence, clashes=(clash,), by=who, at=latest.written_at, version=latest.wording)
