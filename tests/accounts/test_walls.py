"""Nothing of an agency is to be seen from outside: every address that names one is tried."""

from collections.abc import Iterator

from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from petajalan.accounts.choices import Role
from tests.cast import Cast, person


def names_of_agency_pages() -> Iterator[tuple[str, dict[str, object]]]:
    """Names of all addresses with an agency in them; other numbers in them are 1."""
    for patterns in get_resolver().url_patterns:
        for pattern in getattr(patterns, "url_patterns", [patterns]):
            if isinstance(pattern, URLPattern) and "agency_slug" in pattern.pattern.converters:
                others = [name for name in pattern.pattern.converters if name != "agency_slug"]
                yield str(pattern.name), dict.fromkeys(others, 1)


def addresses(slug: str) -> list[str]:
    return [reverse(name, kwargs={"agency_slug": slug, **others}) for name, others in names_of_agency_pages()]


def answers(client: Client, address: str) -> set[int]:
    """405 is said of an address, whether or not there is anything behind it."""
    return {client.get(address).status_code, client.post(address).status_code}


def test_there_are_pages_to_try() -> None:
    assert {"/kota-melati/", "/kota-melati/jejak/"} <= set(addresses("kota-melati"))


def test_another_agency_gets_404_for_everything(client: Client, cast: Cast) -> None:
    client.force_login(cast.dewi)
    for address in addresses("kota-melati"):
        assert (address, answers(client, address)) in [(address, {404}), (address, {404, 405})]


def test_404_says_the_same_for_an_agency_that_exists_and_one_that_does_not(client: Client, cast: Cast) -> None:
    client.force_login(cast.dewi)
    there, not_there = (client.get(f"/{slug}/jejak/").content.decode() for slug in ("kota-melati", "kota-entah"))
    assert _without_tokens(there).replace("kota-melati", "kota-entah") == _without_tokens(not_there)


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf" not in line.lower())


def test_parent_agency_and_strangers_get_404_too(client: Client, cast: Cast) -> None:
    for user in (person("a@x.example"), person("b@x.example", agency=cast.agency, role=Role.PARENT_AGENCY)):
        client.force_login(user)
        for address in addresses("kota-melati"):
            assert (address, answers(client, address)) in [(address, {404}), (address, {404, 405})]


def test_without_signing_in_everything_leads_to_the_sign_in(client: Client, cast: Cast) -> None:
    for address in addresses("kota-melati"):
        response = client.get(address)
        assert (address, response.status_code, response.url) == (address, 302, f"/masuk/?next={address}")
