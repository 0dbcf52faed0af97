"""Who may do what. docs/panduan/hak-akses.md is the readable form of this file; a test compares the two."""

from __future__ import annotations

import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import roles_of


def holds(*roles: Role) -> rules.Predicate:
    """True when the person holds one of the roles today in the agency, or in the agency that owns the object."""

    def check(user: User, about: object) -> bool:
        agency = about if isinstance(about, Agency) else about.agency  # type: ignore[attr-defined]
        return bool(roles_of(user, agency) & frozenset(roles))

    return rules.predicate(check, name="holds:" + ",".join(roles))


@rules.predicate
def keeps_installation(user: User) -> bool:
    return bool(user.is_superuser)


is_member = holds(*(role for role in Role if role is not Role.PARENT_AGENCY))
is_administrator = holds(Role.ADMINISTRATOR)
is_secretariat = holds(Role.SECRETARIAT)
is_auditor = holds(Role.AUDITOR)

rules.add_perm("accounts.view_agency", is_member | keeps_installation)
rules.add_perm("accounts.view_trail", is_administrator | is_auditor | keeps_installation)
rules.add_perm("accounts.view_units", is_member | keeps_installation)
rules.add_perm("accounts.manage_units", is_administrator | keeps_installation)
rules.add_perm("accounts.view_people", is_administrator | is_auditor | keeps_installation)
rules.add_perm("accounts.manage_people", is_administrator | keeps_installation)
# What everybody may read without an account is the administrator's word alone.
rules.add_perm("accounts.publish", is_administrator | keeps_installation)
rules.add_perm("planning.view_regulation", is_member | keeps_installation)
rules.add_perm("planning.upload_regulation", is_administrator | is_secretariat | keeps_installation)
