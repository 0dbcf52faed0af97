"""Endpoints that any token opens: what the token is, its agency, and the units."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from petajalan.accounts.choices import UnitKind
from petajalan.accounts.models import Unit
from petajalan.api.v1.endpoint import Call, Group
from petajalan.api.v1.paging import Page, Paged, page_of
from petajalan.api.v1.shapes.agency import AgencyShape, TokenShape, UnitShape

group = Group("agency", None, "accounts.view_units")


class Units(Paged):
    """`active_on`: only units that are active on that day; `kind`: only units of that kind."""

    active_on: date | None = None
    kind: UnitKind | None = None


@group.get("token", _("Token yang dipakai: pemilik, cakupan, masa berlaku"), gives=TokenShape)
def the_token(call: Call) -> TokenShape:
    return TokenShape.of(call.token)


@group.get("agencies", _("Instansi yang terlihat oleh token: satu"), gives=Page[AgencyShape])
def agencies(call: Call) -> Page[AgencyShape]:
    return Page([AgencyShape.of(call.agency)], None)


@group.get("agencies/<slug:slug>", _("Satu instansi"), gives=AgencyShape)
def agency(call: Call, slug: str) -> AgencyShape:
    if slug != call.agency.slug:
        raise Http404
    return AgencyShape.of(call.agency)


@group.get("units", _("Unit instansi"), gives=Page[UnitShape], query=Units)
def units(call: Call) -> Page[UnitShape]:
    rows = seen_units(call)
    if call.query.active_on is not None:
        rows = rows.active_on(call.query.active_on)  # type: ignore[attr-defined]
    if call.query.kind is not None:
        rows = rows.filter(kind=call.query.kind)
    return page_of(call, rows, UnitShape.of)


@group.get("units/<int:unit>", _("Satu unit"), gives=UnitShape)
def one_unit(call: Call, unit: int) -> UnitShape:
    return UnitShape.of(find_unit(call, unit))


def seen_units(call: Call) -> QuerySet[Unit]:
    found: QuerySet[Unit] = Unit.objects.visible_to(call.user).filter(agency=call.agency)
    return found


def find_unit(call: Call, key: int) -> Unit:
    unit = get_object_or_404(seen_units(call), pk=key)
    unit.agency = call.agency
    return unit
