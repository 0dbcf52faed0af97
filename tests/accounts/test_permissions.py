"""Who may do what, compared with the table in tests/permissions.py."""

import subprocess
import sys
from pathlib import Path

import pytest
import rules
from django.test import Client
from django.urls import reverse

from petajalan.accounts.choices import Role
from petajalan.accounts.models import User
from tests.accounts.test_walls import names_of_agency_pages
from tests.cast import PASSWORD, Cast, person
from tests.permissions import ACTIONS, Action

ALL = [action.rule for action in ACTIONS]
ROOT = Path(__file__).resolve().parent.parent.parent


def what_may(user: User, about: object) -> list[str]:
    return [action.rule for action in ACTIONS if rules.has_perm(action.rule, user, about)]


@pytest.mark.parametrize("role", Role)
def test_role_may_do_what_the_table_says_in_its_agency_and_nothing_elsewhere(cast: Cast, role: Role) -> None:
    user = person(agency=cast.agency, role=role)
    assert what_may(user, cast.agency) == [action.rule for action in ACTIONS if role in action.roles]
    assert what_may(user, cast.other_agency) == []


def test_keeper_of_the_installation_may_set_up_everywhere(cast: Cast) -> None:
    keeper = User.objects.create_superuser("kunci@contoh.example", PASSWORD, full_name="Juru Kunci")
    assert what_may(keeper, cast.agency) == what_may(keeper, cast.other_agency) == ALL


def test_without_a_role_nothing(cast: Cast) -> None:
    assert what_may(person(), cast.agency) == []


def test_every_rule_is_in_the_table() -> None:
    assert sorted(rules.permissions.permissions) == sorted(ALL)


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.pages], ids=lambda action: action.rule)
def test_page_asks_what_the_table_says(client: Client, cast: Cast, action: Action) -> None:
    """403 for a member whose role lacks it. With it, the page may still say that there is no such row (404)."""
    others = dict(names_of_agency_pages())
    for role in Role:
        if role is Role.PARENT_AGENCY:
            continue
        client.force_login(person(f"{role}@contoh.example", agency=cast.agency, role=role))
        for name in action.pages:
            address = reverse(name, kwargs={"agency_slug": cast.agency.slug, **others[name]})
            answers = {client.get(address).status_code, client.post(address).status_code}
            assert (name, role, 403 in answers) == (name, role, role not in action.roles)


def test_the_page_of_permissions_is_current() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/permissions_doc.py", "--check"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
