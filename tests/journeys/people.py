"""Signing in as one of the demonstration people, and what every page has to be."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def password(page: Page) -> str:
    """The demonstration password, from the sign-in page."""
    page.goto("/masuk/")
    return page.locator(".pj-demo p b").inner_text()


def sign_in(page: Page, name: str) -> None:
    """As "Siti", "Wati", ... through the list on the sign-in page."""
    page.goto("/masuk/")
    secret = page.locator(".pj-demo p b").inner_text()
    page.locator(".pj-demo").get_by_role("link", name=re.compile(f"^{name}")).click()
    page.get_by_label("Kata sandi", exact=True).fill(secret)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def scrolls_sideways(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def targets_too_small(page: Page, least: int = 24) -> list[str]:
    """Controls that a finger misses: less than `least` pixels high or wide. Links in sentences are exempt."""
    return page.evaluate(
        """least => [...document.querySelectorAll("button, summary, select, .btn, .pj-tabbar a, .pj-menu-p a")]
            .filter(one => one.checkVisibility())
            .filter(one => { const box = one.getBoundingClientRect(); return box.width < least || box.height < least })
            .map(one => one.outerHTML.slice(0, 120))""",
        least,
    )


def settled(page: Page) -> None:
    """Wait until htmx has taken over what it put on the page. Before, a form in it is sent as without scripts."""
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-added, .htmx-settling")).to_have_count(0)
