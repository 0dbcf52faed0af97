"""Questions that pages of this app ask before they offer an action; the action asks again."""

from __future__ import annotations

import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of, units_of
from petajalan.accounts.rules import holds, is_administrator, is_member, keeps_installation
from petajalan.exports.documents.kinds import EVALUATIONS, KINDS
from petajalan.exports.models.document import AboutModel

rules.add_perm("exports.set_letterhead", is_administrator | keeps_installation)
rules.add_perm("exports.make_document", is_member | keeps_installation)
# Of a unit head only what is of their unit, of an evaluator only evaluations: see `may_freeze`.
rules.add_perm(
    "exports.freeze_document",
    holds(Role.SECRETARIAT, Role.ADMINISTRATOR, Role.EVALUATOR, Role.UNIT_HEAD) | keeps_installation,
)


def may_set_letterhead(user: User, agency: Agency) -> bool:
    return bool(rules.has_perm("exports.set_letterhead", user, agency))


def may_freeze(user: User, document: AboutModel) -> bool:
    """Asked of a document that the person may read."""
    agency: Agency = document.agency  # type: ignore[attr-defined]
    if not rules.has_perm("exports.freeze_document", user, agency):
        return False
    roles = roles_of(user, agency)
    if user.is_superuser or roles & {Role.SECRETARIAT, Role.ADMINISTRATOR}:
        return True
    kind = KINDS.get(document.kind)
    if Role.EVALUATOR in roles and kind is not None and kind.permission == EVALUATIONS:
        return True
    heads = Role.UNIT_HEAD in roles and document.unit_id is not None
    return heads and document.unit_id in {unit.pk for unit in units_of(user, agency)}
