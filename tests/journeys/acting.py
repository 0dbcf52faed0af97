"""People who act in a city whose day moves: each in a browser of their own, Siti and Pak Joko on a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.moving_days import SLUG, City
from tests.journeys.people import sign_in

Axe = Callable[[Page], list[str]]
Picture = Callable[[Page, str], None]


class People:
    """One browser for each person; each signs in once and goes on where they were."""

    def __init__(self, open_page: Callable[..., Page], city: City, picture: Picture) -> None:
        self.open_page, self.city, self.picture, self.pages = open_page, city, picture, dict[str, Page]()

    def __getitem__(self, name: str) -> Page:
        if name not in self.pages:
            on_phone = name in {"Siti", "Joko"}
            self.pages[name] = self.open_page(PHONE if on_phone else DESKTOP, address=self.city.address)
            sign_in(self.pages[name], name)
        return self.pages[name]


def at(page: Page, path: str = "") -> Page:
    page.goto(f"/{SLUG}/{path}")
    return page


def press(page: Page | Locator, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def told(page: Page, sentence: str) -> None:
    expect(page.locator("[role=status], [role=alert]").filter(has_text=sentence).first).to_be_visible()


def opens(page: Page, path: str) -> int:
    """What the server answers to somebody who asks for that page by its address."""
    answer = page.goto(f"/{SLUG}/{path}")
    assert answer is not None
    return answer.status
