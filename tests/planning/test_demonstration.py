"""The demonstration city: there at the first start, and left alone by every later one."""

from petajalan.accounts.models import Agency, User
from petajalan.catalogue.frameworks import focuses
from petajalan.planning.demo import create_demonstration, regulation
from petajalan.planning.demo.actions import demo_actions
from petajalan.planning.models import Regulation, RoadMap
from petajalan.planning.queries import road_map_json
from petajalan.planning.services import adopt_regulation, read_uploaded, upload_regulation
from tests.planning.regulations import AT, LATER, MELATI


def test_city_has_its_people_and_a_road_map_with_findings(db: None) -> None:
    made = create_demonstration(at=AT)
    assert made.agency == "Kota Pasuruan"
    assert len(made.people) == 8
    road_map = RoadMap.objects.get()
    assert Agency.objects.get(slug="kota-pasuruan").is_demonstration
    assert (road_map.current, road_map.regulation.number, road_map.regulation.year) == (True, "18", 2023)
    assert road_map.regulation.reading.errors >= 2


def test_every_table_of_the_regulation_is_there(db: None) -> None:
    create_demonstration(at=AT)
    read = road_map_json(RoadMap.objects.get())
    assert {key: len(rows) for key, rows in read.items()} == {
        "interim_results": 9,
        "goals": 1,
        "objectives": 2,
        "key_activities": 21,
        "themes": 5,
        "teams": 8,
    }
    wrong = [one["name"] for one in read["key_activities"] if one["total"] != one["total_printed"]]
    assert len(wrong) == 2


def test_second_start_changes_nothing(db: None) -> None:
    create_demonstration(at=AT)
    before = (Regulation.objects.count(), RoadMap.objects.count(), User.objects.count())
    assert create_demonstration(at=LATER).people
    assert (Regulation.objects.count(), RoadMap.objects.count(), User.objects.count()) == before


def test_what_people_did_with_it_stays(db: None) -> None:
    create_demonstration(at=AT)
    city, rina = Agency.objects.get(slug="kota-pasuruan"), User.objects.get(email__startswith="rina@")
    mine = upload_regulation(agency=city, content=MELATI, filename="baru.md", by=rina, at=AT)
    read_uploaded(regulation=mine, at=AT)
    mine.refresh_from_db()
    chosen = adopt_regulation(regulation=mine, by=rina, at=AT)
    create_demonstration(at=LATER)
    assert RoadMap.objects.get(current=True) == chosen


def test_digest_says_what_it_is_at_its_top() -> None:
    assert regulation().decode().startswith("Ringkasan fakta")


def test_every_thematic_action_names_a_focus_of_the_catalogue() -> None:
    known = {one.name for one in focuses()}
    thematic = [one.row for one in demo_actions() if "problem" in one.row]
    assert thematic
    assert {row["focus"] for row in thematic} <= known
