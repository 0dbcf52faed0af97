"""What every page of the application shell needs, worked out only when a template asks."""

from __future__ import annotations

from functools import cached_property

from django.http import HttpRequest

from petajalan.accounts.models import Agency, User
from petajalan.accounts.roles import by_weight, roles_of
from petajalan.common.navigation import Entry, menu

TABS = 4  # places in the bar of the phone, beside "Lainnya"


class Shell:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        user = getattr(request, "user", None)  # an early refusal comes before anybody is recognised
        self.user: User | None = user if user is not None and user.is_authenticated else None

    @cached_property
    def my_agencies(self) -> list[Agency]:
        if self.user is None:
            return []
        of_roles = {one.agency_id: one.agency for one in self.user.current_memberships}
        of_positions = {one.agency_id: one.agency for one in self.user.current_holdings}
        return sorted((of_positions | of_roles).values(), key=lambda agency: agency.name)

    @cached_property
    def agency(self) -> Agency | None:
        """The agency of the page, or the person's only one."""
        only = self.my_agencies[0] if len(self.my_agencies) == 1 else None
        return getattr(self.request, "agency", None) or only

    @property
    def my_role(self) -> str:
        """What the person is here first of all; the account page has the others."""
        if self.user is None or self.agency is None:
            return ""
        return next((str(role.label) for role in by_weight(roles_of(self.user, self.agency))), "")

    @cached_property
    def places(self) -> list[Entry]:
        if self.user is None:
            return []
        return menu(user=self.user, agency=self.agency, path=self.request.path)

    @property
    def tabs(self) -> list[Entry]:
        return [entry for entry in self.places if not entry.children][:TABS]

    @property
    def more(self) -> list[Entry]:
        """What the bar of the phone has no room for; a place with others below it is opened out."""
        shown = {entry.place.key for entry in self.tabs}
        rest = [entry for entry in self.places if entry.place.key not in shown]
        return [one for entry in rest for one in (entry.children or [entry])]

    @property
    def more_is_current(self) -> bool:
        return any(entry.current for entry in self.more)


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
