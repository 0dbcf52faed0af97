"""The agency of a token, its units, and the token itself."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from petajalan.accounts.choices import AgencyKind, UnitKind
from petajalan.accounts.models import Agency, Unit
from petajalan.api.choices import ApiScope
from petajalan.api.models import ApiToken


class UnitName(msgspec.Struct):
    """A unit as other things name it."""

    id: int
    name: str
    short_name: str | None

    @classmethod
    def of(cls, unit: Unit) -> UnitName:
        return cls(unit.pk, unit.name, unit.short_name or None)

    @classmethod
    def maybe(cls, unit: Unit | None) -> UnitName | None:
        return None if unit is None else cls.of(unit)


class AgencyShape(msgspec.Struct):
    """A ministry, agency, province, regency or city. `demonstration`: all its data are made up."""

    slug: str
    name: str
    kind: AgencyKind
    region_code: str | None
    time_zone: str
    demonstration: bool

    @classmethod
    def of(cls, agency: Agency) -> AgencyShape:
        return cls(
            agency.slug, agency.name, AgencyKind(agency.kind), agency.region_code or None, agency.time_zone,
            agency.is_demonstration,
        )  # fmt: skip


class TokenShape(msgspec.Struct):
    """The token that asks: whose it is, what for, and until when."""

    name: str
    owner: str
    agency: AgencyShape
    scopes: list[ApiScope]
    expires_at: datetime

    @classmethod
    def of(cls, token: ApiToken) -> TokenShape:
        scopes = [ApiScope(one) for one in token.scopes if one in ApiScope.values]
        return cls(token.name, str(token.owner), AgencyShape.of(token.agency), scopes, token.expires_at)


class UnitShape(msgspec.Struct):
    """A part of the agency. `parent` is the `id` of the unit it belongs to; dates are null where there is no bound."""

    id: int
    kind: UnitKind
    name: str
    short_name: str | None
    parent: int | None
    active_from: date | None
    active_until: date | None
    simulated: bool

    @classmethod
    def of(cls, unit: Unit) -> UnitShape:
        return cls(
            unit.pk, UnitKind(unit.kind), unit.name, unit.short_name or None, unit.parent_id, unit.active_from,
            unit.active_until, unit.simulated,
        )  # fmt: skip
