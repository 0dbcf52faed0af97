"""Every page there is, found through the URL conf: answered for somebody, with few queries, as many for many rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from petajalan.accounts.models import Unit, User
from petajalan.accounts.roles import units_of
from petajalan.catalogue import services as catalogue
from petajalan.planning.demo import create_demonstration
from petajalan.planning.models import RoadMap
from petajalan.planning.services import check_plan, start_amendment
from petajalan.reporting.services.calendar import open_calendar
from petajalan.reporting.services.exceptions import grant_exception
from petajalan.reporting.services.rollups import refresh_year
from tests.accounts.test_constant_queries import add_invitations, add_positions, add_teams, add_units
from tests.api.tokens import token
from tests.cast import Cast
from tests.catalogue.test_own_pages import GARDENS
from tests.evaluation.indices import some_indices
from tests.evaluation.sheets import judged
from tests.evaluation.worksheets import kept
from tests.exports.letterheads import dressed
from tests.exports.making import some_documents
from tests.pages import NOT_TRIED, pages_of, patterns
from tests.planning.growing import grow, with_actions
from tests.planning.regulations import AT, LATER, stored
from tests.reporting.files import prove
from tests.reporting.forums import begun_forum
from tests.reporting.measuring import lead
from tests.reporting.reports import begun
from tests.surveys.holding import surveyed

MOST = 12
MORE = {"regulation_compare": 18}  # holds every cell of a plan against a file, so it reads every table of the plan
Counts = dict[str, int]


def asked(road_map: RoadMap, *people: User) -> Iterator[tuple[str, int, int]]:
    """Name, status and number of queries of each page, for the first of the people who may open it."""
    clients = [signed_in(user) for user in people]
    assert connection.features.supports_json_field  # Django asks SQLite once a process: not on a page that is counted
    for page in pages_of(road_map.agency, road_map):
        for client in clients:
            with CaptureQueriesContext(connection) as captured:
                status = client.get(page.address).status_code
            if status not in (403, 404):
                break
        yield page.name, status, len(captured)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def counted(road_map: RoadMap, *people: User) -> Counts:
    return {name: queries for name, status, queries in asked(road_map, *people) if status in (200, 302)}


def too_many(counts: Counts) -> Counts:
    return {name: queries for name, queries in counts.items() if queries > MORE.get(name, MOST)}


def amended(cast: Cast) -> RoadMap:
    """A draft beside the regulation of Kota Melati, a scale of the agency's own, and a calendar."""
    _regulation, in_force = stored(cast.agency)
    catalogue.add_entry(agency=cast.agency, kind="scale", code="taman", data=GARDENS, by=cast.wati, at=AT)
    open_calendar(agency=cast.agency, year=2024, by=cast.wati, at=AT)
    add_exceptions(cast, range(1))
    report = begun(cast)
    judged(cast)
    some_indices(cast.agency, range(1))
    kept(cast)
    begun_forum(cast)
    surveyed(cast)
    token(cast.agency, cast.wati)
    lead(cast, in_force)
    prove(report, in_force, cast.siti)
    refresh_year(agency=cast.agency, year=2024)
    some_documents(cast)
    dressed(cast)
    return start_amendment(road_map=in_force, reason="Uji", by=cast.rina, at=AT)


def add_exceptions(cast: Cast, numbers: range) -> None:
    """A closed month of 2024, opened again for a few units that nobody of the secretariat belongs to."""
    at = datetime(2024, 6, 3, 3, 0, tzinfo=UTC)
    units = [unit for unit in Unit.objects.filter(agency=cast.agency) if unit not in units_of(cast.rina, cast.agency)]
    for number in numbers:
        grant_exception(
            unit=units[0], kind="monthly_progress", period=f"2024-{number + 1:02}", reason="Banjir",
            expires_at=datetime(2099, 1, 1, tzinfo=UTC), by=cast.rina, at=at,
        )  # fmt: skip


def test_every_page_of_the_demonstration_city_asks_little(db: None) -> None:
    create_demonstration(at=AT)
    rina, wati, siti = (User.objects.get(email__startswith=f"{name}@") for name in ("rina", "wati", "siti"))
    in_force = RoadMap.objects.select_related("agency").get()
    assert too_many(counted(in_force, rina, wati)) == {}
    assert too_many(counted(in_force, siti)) == {}
    counts = counted(start_amendment(road_map=in_force, reason="Uji", by=rina, at=LATER), rina, wati)
    assert len(counts) > 90
    assert too_many(counts) == {}


def test_every_page_asks_as_much_for_one_row_as_for_three_and_for_forty_units(cast: Cast) -> None:
    draft = amended(cast)
    counts: list[Counts] = []
    for rows, others in ((range(1), range(1)), (range(1, 3), range(1, 3)), (range(0), range(3, 40))):
        grow(draft, cast.rina, rows)
        with_actions(cast, rows)
        for add in (add_units, add_teams, add_positions, add_invitations):
            add(cast, others)
        add_exceptions(cast, range(rows.start, rows.stop) if rows.start else range(0))
        some_indices(cast.agency, rows if rows.start else range(0))
        draft = RoadMap.objects.select_related("agency").get(pk=draft.pk)
        check_plan(road_map=draft)
        counts.append(counted(draft, cast.rina, cast.wati))
    few, more, many = counts
    assert {name: (few[name], more[name]) for name in few if few[name] != more[name]} == {}
    assert {name: (few[name], many[name]) for name in few if few[name] != many[name]} == {}
    assert too_many(few) == {}


def test_every_address_is_tried_or_named_with_a_reason(cast: Cast) -> None:
    draft = amended(cast)
    grow(draft, cast.rina, range(1))
    with_actions(cast, range(1))
    add_invitations(cast, range(1))
    statuses: dict[str, set[int]] = {}
    draft.refresh_from_db()
    for name, status, _queries in asked(draft, cast.rina, cast.wati):
        statuses.setdefault(name.split()[0], set()).add(status)
    named = {str(pattern.name) for pattern in patterns()}
    assert " ".join(sorted(named - set(statuses) - set(NOT_TRIED))) == ""
    assert set(NOT_TRIED) - named == set()
    assert {name: found for name, found in statuses.items() if not found <= {200, 302, 405}} == {}
