"""Who may do what: the table is the documentation."""

import pytest
import rules

from petajalan.accounts.choices import Role
from petajalan.accounts.models import User
from tests.cast import PASSWORD, Cast, person

ACTIONS = ("accounts.view_agency", "accounts.view_trail", "planning.view_regulation", "planning.upload_regulation")

#                      see the   read the  read      upload
#                      agency    trail     plans     plans
TABLE = {
    Role.OPERATOR:      ("yes",   "-",      "yes",    "-"),
    Role.UNIT_HEAD:     ("yes",   "-",      "yes",    "-"),
    Role.COORDINATOR:   ("yes",   "-",      "yes",    "-"),
    Role.EVALUATOR:     ("yes",   "-",      "yes",    "-"),
    Role.SECRETARIAT:   ("yes",   "-",      "yes",    "yes"),
    Role.ADMINISTRATOR: ("yes",   "yes",    "yes",    "yes"),
    Role.LEADER:        ("yes",   "-",      "yes",    "-"),
    Role.AUDITOR:       ("yes",   "yes",    "yes",    "-"),
    Role.PARENT_AGENCY: ("-",     "-",      "-",      "-"),
}  # fmt: skip

OPEN, SHUT = tuple(["yes"] * len(ACTIONS)), tuple(["-"] * len(ACTIONS))


def what_may(user: User, about: object) -> tuple[str, ...]:
    return tuple("yes" if rules.has_perm(action, user, about) else "-" for action in ACTIONS)


@pytest.mark.parametrize("role", Role)
def test_role_may_do_what_the_table_says_in_its_agency_and_nothing_elsewhere(cast: Cast, role: Role) -> None:
    user = person(agency=cast.agency, role=role)
    assert what_may(user, cast.agency) == TABLE[role]
    assert what_may(user, cast.other_agency) == SHUT


def test_keeper_of_the_installation_may_set_up_everywhere(cast: Cast) -> None:
    keeper = User.objects.create_superuser("kunci@contoh.example", PASSWORD, full_name="Juru Kunci")
    assert what_may(keeper, cast.agency) == what_may(keeper, cast.other_agency) == OPEN


def test_without_a_role_nothing(cast: Cast) -> None:
    assert what_may(person(), cast.agency) == SHUT


def test_every_rule_is_in_the_table() -> None:
    assert sorted(rules.permissions.permissions) == sorted(ACTIONS)
