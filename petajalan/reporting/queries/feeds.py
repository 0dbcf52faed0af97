"""Which dates a person's calendar shows."""

from __future__ import annotations

from hashlib import sha256

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of
from petajalan.reporting.choices import DeadlineKind
from petajalan.reporting.models import CalendarFeed
from petajalan.reporting.queries.calendar import Dates, stored

_REPORTS = {DeadlineKind.MONTHLY_PROGRESS}
_EVALUATIONS = {DeadlineKind.MONTHLY_EVALUATION, DeadlineKind.EX_ANTE, DeadlineKind.YEARLY_EVALUATION}
_HEADS = {DeadlineKind.ACCEPTANCE, DeadlineKind.QUARTERLY_MEASUREMENT, DeadlineKind.QUARTERLY_FORUM}
KINDS = {
    Role.OPERATOR: _REPORTS,
    Role.UNIT_HEAD: _REPORTS | _HEADS,
    Role.COORDINATOR: _HEADS,
    Role.EVALUATOR: _EVALUATIONS,
    Role.SECRETARIAT: {*DeadlineKind},
    Role.ADMINISTRATOR: {*DeadlineKind},
    Role.LEADER: {DeadlineKind.QUARTERLY_FORUM, DeadlineKind.YEARLY_EVALUATION},
}


def digest_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def feed_behind(secret: str) -> CalendarFeed | None:
    """The feed with that secret, as long as its owner still belongs to the agency."""
    found = CalendarFeed.objects.select_related("user", "agency").filter(digest=digest_of(secret)).first()
    if found is None or not found.user.is_active:
        return None
    belongs = found.user.is_superuser or found.agency_id in found.user.visible_agencies
    return found if belongs else None


def dates_for(user: User, agency: Agency, year: int) -> list[Dates]:
    """Those of the person's roles, for periods of the year and of the one before it."""
    roles = roles_of(user, agency)
    kinds: set[DeadlineKind] = set().union(*(KINDS.get(role, set()) for role in roles))
    if user.is_superuser:
        kinds = {*DeadlineKind}
    return [one for of in (year - 1, year) for one in stored(agency, of) if one.kind in kinds]
