"""The places of the menu. Each app adds its own in its `apps.py`; a place nobody may enter is not shown.

Hiding a place protects nothing: its view asks again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import rules
from django.urls import get_script_prefix, reverse

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from petajalan.accounts.models import Agency, User


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place of the menu.

    url_name   its page; the address takes the agency unless `of_agency` is false
    order      places are sorted by it
    rule       who sees it ("accounts.view_trail"); everybody in the agency when empty
    under      key of the place it stands under
    exact      current only on its very page, not on those below it
    also       how other addresses of this place go on after that of the agency ("tim/")
    phone      where it stands in the bar of the phone, for those whose first role has this value ("" for any other);
               the places with the lowest numbers are there, what is not named is not
    short      how the bar of the phone calls it, where there is no room for the label
    home       what waits there, said on the home page of those who have it in the bar of their phone or who write plans
    home_part  a page of the agency whose answer takes the place of those words: how much waits, asked apart so that
               the home page stays quick
    """

    key: str
    label: str | _StrPromise
    url_name: str
    icon: str
    order: int
    of_agency: bool = True
    rule: str = ""
    under: str = ""
    exact: bool = False
    also: tuple[str, ...] = ()
    phone: Mapping[str, int] = field(default_factory=dict)
    short: str | _StrPromise = ""
    home: str | _StrPromise = ""
    home_part: str = ""


@dataclass(slots=True)
class Entry:
    """A place as one page shows it: `current` is "page", "true" (something below it) or ""."""

    place: Place
    url: str
    current: str
    children: list[Entry]


@dataclass(frozen=True, slots=True)
class Group:
    """Places under a heading; those without one stand alone."""

    label: str
    entries: list[Entry]


_places: dict[str, Place] = {}


def add_place(place: Place) -> None:
    _places[place.key] = place
    _addresses.cache_clear()


def menu(*, user: User, agency: Agency | None, path: str) -> list[Entry]:
    """The places this person sees, the ones below others inside them."""
    entries = {entry.place.key: entry for entry in _entries(user, agency, path)}
    _mark_nearest(list(entries.values()))
    for entry in entries.values():
        if parent := entries.get(entry.place.under):
            parent.children.append(entry)
            if entry.current:
                parent.current = "true"
    return [entry for entry in entries.values() if entry.place.under not in entries]


def phone_bar(places: Sequence[Entry], role: str, most: int) -> list[Entry]:
    """What a person of this role uses most, in order; whether it stands below another place does not matter."""
    every = [entry for place in places for entry in (place, *place.children)]
    ranked = [(rank, entry) for entry in every if (rank := _rank(entry.place, role)) is not None]
    return [entry for _rank_, entry in sorted(ranked, key=lambda one: one[0])[:most]]


def beside_the_bar(places: Sequence[Entry], bar: Sequence[Entry]) -> list[Group]:
    """What the bar of the phone has no room for, in the groups of the menu."""
    shown = {entry.place.key for entry in bar}
    groups = [Group("", [])]
    for entry in places:
        if not entry.children:
            groups[0].entries.append(entry)
        else:
            groups.append(Group(str(entry.place.label), entry.children))
    rest = [Group(one.label, [entry for entry in one.entries if entry.place.key not in shown]) for one in groups]
    return [one for one in rest if one.entries]


def _rank(place: Place, role: str) -> int | None:
    return place.phone.get(role, place.phone.get(""))


def _entries(user: User, agency: Agency | None, path: str) -> Iterator[Entry]:
    allowed: dict[str, bool] = {"": True}
    for place, url, others in _addresses(get_script_prefix(), agency.slug if agency else None):
        if place.rule not in allowed:
            allowed[place.rule] = rules.has_perm(place.rule, user, agency)
        if allowed[place.rule]:
            below = (path.startswith(url) and not place.exact) or path.startswith(others)
            yield Entry(place, url, "page" if path == url else "true" if below else "", [])


@lru_cache(maxsize=256)
def _addresses(prefix: str, slug: str | None) -> tuple[tuple[Place, str, tuple[str, ...]], ...]:
    """Every place in order, with its address and the other beginnings of addresses that are below it."""
    found = []
    for place in sorted(_places.values(), key=lambda place: place.order):
        if slug is not None or not place.of_agency:
            url = reverse(place.url_name, kwargs={"agency_slug": slug} if place.of_agency else None)
            others = tuple(f"/{slug}/{rest}" for rest in place.also) if slug is not None else ()
            found.append((place, url, others))
    return tuple(found)


def _mark_nearest(entries: list[Entry]) -> None:
    """Of several places whose address begins this page's, only the longest is current."""
    nearest = max((len(entry.url) for entry in entries if entry.current), default=0)
    for entry in entries:
        if entry.current and len(entry.url) < nearest:
            entry.current = ""
