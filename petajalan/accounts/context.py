"""What every page of the application shell needs, worked out only when a template asks."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest

from petajalan.accounts.choices import Role
from petajalan.accounts.models import Agency, User
from petajalan.accounts.queries.public import anything_public
from petajalan.accounts.roles import by_weight, roles_of
from petajalan.common import clock
from petajalan.common.navigation import Entry, Group, beside_the_bar, menu, phone_bar

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
    def demonstration_day(self) -> date | None:
        """The day that a demonstration stands on; `None` where it is the real one."""
        return clock.today() if settings.TODAY else None

    @property
    def anything_public(self) -> bool:
        """Whether an agency shows something without an account; asked by the sign-in page."""
        return anything_public()

    @property
    def my_role(self) -> str:
        """What the person is here first of all; the account page has the others."""
        return str(self._role.label) if self._role else ""

    @cached_property
    def _role(self) -> Role | None:
        if self.user is None or self.agency is None:
            return None
        return next(iter(by_weight(roles_of(self.user, self.agency))), None)

    @cached_property
    def places(self) -> list[Entry]:
        if self.user is None:
            return []
        return menu(user=self.user, agency=self.agency, path=self.request.path)

    @cached_property
    def tabs(self) -> list[Entry]:
        return phone_bar(self.places, self._role or "", TABS)

    @cached_property
    def more(self) -> list[Group]:
        """What the bar of the phone has no room for, in the groups of the menu."""
        return beside_the_bar(self.places, self.tabs)

    @property
    def more_is_current(self) -> bool:
        return any(entry.current for group in self.more for entry in group.entries)


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
