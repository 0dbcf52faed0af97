"""Themes, and what is known of each: obstacles, causes, programmes, related regulations."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Unit
from petajalan.common import audit
from petajalan.planning.models import Obstacle, Programme, RelatedRegulation, RoadMap, RootCause, Theme
from petajalan.planning.services.refusals import Refused
from petajalan.planning.services.rows_left import remove_with_indicators
from petajalan.planning.services.writing import add, change, open_draft, remove


class ThemeValues(TypedDict, total=False):
    name: str
    objective: str | None
    evidence: str
    wanted: str
    existing: str
    gap: str
    national_code: str


class CauseValues(TypedDict, total=False):
    text: str
    category: str
    parent: RootCause | None


class ProgrammeValues(TypedDict, total=False):
    name: str
    kind: str
    text: str
    status: str
    owner: Unit | None
    cause: RootCause | None


@transaction.atomic
def add_theme(
    *, road_map: RoadMap, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[ThemeValues]
) -> Theme:
    """`name` is needed."""
    open_draft(road_map, by=by, at=at)
    return add(Theme, road_map=road_map, by=by, at=at, reason=reason, **{"name": "", **values})


@transaction.atomic
def edit_theme(
    *, theme: Theme, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[ThemeValues]
) -> Theme:
    open_draft(theme.road_map, by=by, at=at)
    change(theme, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return theme


@transaction.atomic
def remove_theme(*, theme: Theme, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """Everything known of it goes with it; indicators where no other row names them."""
    open_draft(theme.road_map, by=by, at=at)
    remove_with_indicators(theme, seen=seen, by=by, at=at, reason=reason)


@transaction.atomic
def add_obstacle(*, theme: Theme, text: str, by: audit.Actor, at: datetime, reason: str = "") -> Obstacle:
    open_draft(theme.road_map, by=by, at=at)
    return add(Obstacle, road_map=theme.road_map, by=by, at=at, reason=reason, theme=theme, text=text)


@transaction.atomic
def edit_obstacle(
    *, obstacle: Obstacle, seen: int, text: str, by: audit.Actor, at: datetime, reason: str = ""
) -> Obstacle:
    open_draft(obstacle.road_map, by=by, at=at)
    change(obstacle, seen=seen, by=by, at=at, values={"text": text}, reason=reason)
    return obstacle


@transaction.atomic
def remove_obstacle(*, obstacle: Obstacle, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    open_draft(obstacle.road_map, by=by, at=at)
    remove(obstacle, seen=seen, by=by, at=at, reason=reason)


@transaction.atomic
def add_root_cause(
    *, theme: Theme, text: str, category: str, by: audit.Actor, at: datetime, parent: RootCause | None = None,
    reason: str = "",
) -> RootCause:  # fmt: skip
    """`parent` is what it causes in turn; without one it stands at the top of the tree."""
    open_draft(theme.road_map, by=by, at=at)
    _of_theme(theme.pk, parent)
    return add(
        RootCause, road_map=theme.road_map, by=by, at=at, reason=reason,
        theme=theme, text=text, category=category, parent=parent,
    )  # fmt: skip


@transaction.atomic
def edit_root_cause(
    *, cause: RootCause, seen: int, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[CauseValues]
) -> RootCause:
    open_draft(cause.road_map, by=by, at=at)
    if "parent" in values:
        _of_theme(cause.theme_id, values["parent"])
        _not_below(cause, values["parent"])
    change(cause, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return cause


@transaction.atomic
def remove_root_cause(*, cause: RootCause, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    """What stands under it goes with it; programmes stay with the theme."""
    open_draft(cause.road_map, by=by, at=at)
    remove(cause, seen=seen, by=by, at=at, names=("category",), reason=reason)


@transaction.atomic
def add_programme(
    *, theme: Theme, by: audit.Actor, at: datetime, reason: str = "", **values: Unpack[ProgrammeValues]
) -> Programme:
    """`name` and `kind` ("programme", "innovation") are needed."""
    open_draft(theme.road_map, by=by, at=at)
    _of_theme(theme.pk, values.get("cause"))
    given = {"name": "", "kind": "", **values}
    return add(Programme, road_map=theme.road_map, by=by, at=at, reason=reason, theme=theme, **given)


@transaction.atomic
def edit_programme(
    *, programme: Programme, seen: int, by: audit.Actor, at: datetime, reason: str = "",
    **values: Unpack[ProgrammeValues],
) -> Programme:  # fmt: skip
    open_draft(programme.road_map, by=by, at=at)
    _of_theme(programme.theme_id, values.get("cause"))
    change(programme, seen=seen, by=by, at=at, values=dict(values), reason=reason)
    return programme


@transaction.atomic
def remove_programme(*, programme: Programme, seen: int, by: audit.Actor, at: datetime, reason: str = "") -> None:
    open_draft(programme.road_map, by=by, at=at)
    remove(programme, seen=seen, by=by, at=at, names=("kind", "status", "owner"), reason=reason)


@transaction.atomic
def add_related_regulation(
    *, theme: Theme, title: str, by: audit.Actor, at: datetime, reason: str = ""
) -> RelatedRegulation:
    open_draft(theme.road_map, by=by, at=at)
    return add(RelatedRegulation, road_map=theme.road_map, by=by, at=at, reason=reason, theme=theme, title=title)


@transaction.atomic
def edit_related_regulation(
    *, regulation: RelatedRegulation, seen: int, title: str, by: audit.Actor, at: datetime, reason: str = ""
) -> RelatedRegulation:
    open_draft(regulation.road_map, by=by, at=at)
    change(regulation, seen=seen, by=by, at=at, values={"title": title}, reason=reason)
    return regulation


@transaction.atomic
def remove_related_regulation(
    *, regulation: RelatedRegulation, seen: int, by: audit.Actor, at: datetime, reason: str = ""
) -> None:
    open_draft(regulation.road_map, by=by, at=at)
    remove(regulation, seen=seen, by=by, at=at, reason=reason)


def _of_theme(theme: int, cause: RootCause | None) -> None:
    if cause is not None and cause.theme_id != theme:
        raise Refused(_("Akar masalah itu milik tema lain. Pilih akar masalah dari tema ini."))


def _not_below(cause: RootCause, parent: RootCause | None) -> None:
    """A cause cannot stand under itself or under what it causes."""
    parents = dict(RootCause.objects.filter(theme=cause.theme_id).values_list("pk", "parent"))
    at = parent.pk if parent is not None else None
    while at is not None:
        if at == cause.pk:
            raise Refused(_("Akar masalah tidak dapat berada di bawah dirinya sendiri. Pilih tempat lain."))
        at = parents.get(at)
