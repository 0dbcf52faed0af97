"""What every page of the application shell needs, worked out only when a template asks."""

from __future__ import annotations

from functools import cached_property

from django.http import HttpRequest

from petajalan.accounts.models import Agency, Membership, User
from petajalan.common.navigation import Entry, menu

TABS = 4  # places in the bar of the phone, beside "Lainnya"


class Shell:
    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        user = getattr(request, "user", None)  # an early refusal comes before anybody is recognised
        self.user: User | None = user if user is not None and user.is_authenticated else None

    @property
    def _memberships(self) -> tuple[Membership, ...]:
        return self.user.current_memberships if self.user else ()

    @cached_property
    def my_agencies(self) -> list[Agency]:
        return list({one.agency_id: one.agency for one in self._memberships}.values())

    @cached_property
    def agency(self) -> Agency | None:
        """The agency of the page, or the person's only one."""
        only = self.my_agencies[0] if len(self.my_agencies) == 1 else None
        return getattr(self.request, "agency", None) or only

    @property
    def my_roles(self) -> str:
        here = [one for one in self._memberships if self.agency and one.agency_id == self.agency.pk]
        return ", ".join(str(one.get_role_display()) for one in here)

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
