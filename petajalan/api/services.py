"""Tokens: made by the person who will use them, revoked by that person or by who manages tokens."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import Agency, User
from petajalan.api.choices import ApiScope
from petajalan.api.models import ApiToken
from petajalan.api.queries import digest_of
from petajalan.api.rules import may_manage
from petajalan.common import audit
from petajalan.planning.services.refusals import Refused

LONGEST = 366  # days
BEGINNING = "ptj_"
SHOWN = 12
LAST_SECOND = time(23, 59, 59)
USE_IS_NOTED_EACH = timedelta(minutes=1)


@transaction.atomic
def make_token(
    *, agency: Agency, name: str, scopes: Collection[str], until: date, by: User, at: datetime
) -> tuple[ApiToken, str]:
    """A token of one's own, good to the end of `until`, and its secret, which cannot be had again."""
    permit(by, "api.use_api", agency)
    zone = ZoneInfo(agency.time_zone)
    today = at.astimezone(zone).date()
    if not name.strip():
        raise Refused(_("Tulis sistem yang akan memakai token ini."))
    if not scopes or not set(scopes) <= set(ApiScope.values):
        raise Refused(_("Pilih sekurang-kurangnya satu cakupan."))
    if not today < until <= today + timedelta(days=LONGEST):
        raise Refused(_("Pilih tanggal sesudah hari ini, paling lama %(days)d hari lagi.") % {"days": LONGEST})
    secret = BEGINNING + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        agency=agency, owner=by, name=name.strip(), shown=secret[:SHOWN], digest=digest_of(secret),
        scopes=[one for one in ApiScope.values if one in scopes], created_at=at,
        expires_at=datetime.combine(until, LAST_SECOND, zone),
    )  # fmt: skip
    audit.record(
        agency=agency, by=by, action="api_token_made", about=token, at=at,
        after={"scopes": token.scopes, "expires_at": token.expires_at},
    )  # fmt: skip
    return token, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, by: User, at: datetime) -> None:
    """From now on it opens nothing. There is no way back; a new one is made quickly."""
    if token.owner_id != by.pk and not may_manage(by, token.agency):
        raise PermissionDenied(_("Token dicabut oleh pemiliknya atau administrator."))
    if ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at, revoked_by=by) != 1:
        raise Refused(_("Token ini sudah dicabut."))
    audit.record(agency=token.agency, by=by, action="api_token_revoked", about=token, at=at)


def note_use(*, token: ApiToken, at: datetime) -> None:
    """Not at every request: reading should write as little as it can."""
    before = at - USE_IS_NOTED_EACH
    if token.last_used_at is None or token.last_used_at <= before:
        unused = Q(last_used_at=None) | Q(last_used_at__lte=before)
        ApiToken.objects.filter(unused, pk=token.pk).update(last_used_at=at)
