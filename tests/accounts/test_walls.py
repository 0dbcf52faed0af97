"""Nothing of an agency is to be seen from outside: every address that names one is tried."""

from collections.abc import Iterator
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from django.urls.converters import UUIDConverter
from django.utils import timezone

from petajalan.accounts import services
from petajalan.accounts.choices import Role
from petajalan.accounts.models import Holding, Invitation, Membership, TeamMember
from tests.cast import Cast, person
from tests.pages import patterns


def names_of_agency_pages() -> Iterator[tuple[str, dict[str, object]]]:
    """Names of all addresses with an agency in them, with something in place of what else they name."""
    for pattern in patterns():
        if "agency_slug" in pattern.pattern.converters:
            yield (
                str(pattern.name),
                {
                    name: uuid4() if isinstance(converter, UUIDConverter) else 1
                    for name, converter in pattern.pattern.converters.items()
                    if name != "agency_slug"
                },
            )


def addresses(slug: str) -> list[str]:
    return [reverse(name, kwargs={"agency_slug": slug, **others}) for name, others in names_of_agency_pages()]


def answers(client: Client, address: str) -> set[int]:
    """405 is said of an address, whether or not there is anything behind it."""
    return {client.get(address).status_code, client.post(address).status_code}


def test_there_are_pages_to_try() -> None:
    assert {"/kota-melati/", "/kota-melati/jejak/", "/kota-melati/rencana/indikator/"} <= set(addresses("kota-melati"))


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
        if address.startswith("/publik/"):  # of an agency that shows nothing
            assert (address, response.status_code) == (address, 404)
        else:
            assert (address, response.status_code, response.url) == (address, 302, f"/masuk/?next={address}")


def addresses_of_rows(cast: Cast, slug: str) -> list[str]:
    """Every address of units, positions, teams and people, with rows of Kota Melati in it."""
    holding = Holding.objects.get(user=cast.rina)
    member = TeamMember.objects.filter(agency=cast.agency, position=holding.position).get()
    membership = Membership.objects.get(user=cast.wati)
    unit, position = holding.position.unit, holding.position
    assert unit
    invitation = invited(cast)
    rows = {
        "unit": [{"key": unit.pk}],
        "position": [{"key": position.pk}],
        "leadership": [{}],
        "holding": [{"key": position.pk, "holding_key": holding.pk}],
        "team": [{"key": member.team_id}],
        "member": [{"key": member.team_id, "member_key": member.pk}, {"key": member.team_id}],
        "person": [{"key": cast.wati.pk}],
        "role": [{"key": cast.wati.pk, "membership_key": membership.pk}, {"key": cast.wati.pk}],
        "invitation": [{"key": invitation.pk}],
    }
    found = []
    for name, others in names_of_agency_pages():
        for kwargs in rows.get(name.split("_")[0], []):
            wanted = {"key": unit.pk} if name == "position_add" else kwargs
            if others and set(wanted) == set(others):
                found.append(reverse(name, kwargs={"agency_slug": slug, **wanted}))
    return found


def invited(cast: Cast) -> Invitation:
    return services.invite_person(
        agency=cast.agency,
        email="ayu@kota.example",
        full_name="Ayu",
        role=Role.AUDITOR,
        position=None,
        site="https://rb.kota.example",
        by=cast.wati,
        at=timezone.now(),
    )


def test_rows_of_another_agency_are_not_found_under_the_own_address(client: Client, cast: Cast) -> None:
    """Dewi administers Kota Contoh: nothing but the wall between the agencies keeps her from these rows."""
    client.force_login(cast.dewi)
    tried = addresses_of_rows(cast, "kota-contoh")
    assert len(tried) == 21
    for address in tried:
        assert (address, answers(client, address)) in [(address, {404}), (address, {404, 405})]


def test_rows_are_there_for_their_own_administrator(client: Client, cast: Cast) -> None:
    """So that the test above tries addresses that lead somewhere."""
    client.force_login(cast.wati)
    for address in addresses_of_rows(cast, "kota-melati"):
        assert (address, client.get(address).status_code in {200, 405}) == (address, True)
