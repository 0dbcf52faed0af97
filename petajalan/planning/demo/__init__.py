"""The demonstration city: its people, and a factual digest of its regulation (`peraturan.md`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from petajalan.accounts.demo import demo_password
from petajalan.accounts.models import Agency
from petajalan.accounts.queries import DemoPerson, demo_people
from petajalan.accounts.services import create_agency, create_demo_city, create_demo_people
from petajalan.common.audit import SYSTEM
from petajalan.planning.models import RoadMap
from petajalan.planning.services import import_regulation

CITY = {"name": "Kota Pasuruan", "kind": "city", "slug": "kota-pasuruan"}
FILENAME = "perwali-18-2023-ringkasan.md"


@dataclass(frozen=True, slots=True)
class Demonstration:
    agency: str
    password: str
    people: list[DemoPerson]


def create_demonstration(*, at: datetime) -> Demonstration:
    """Make what is missing of the demonstration city. What is there stays as it is, whatever people did with it."""
    agency = Agency.objects.filter(slug=CITY["slug"]).first()
    agency = agency or create_agency(**CITY, demonstration=True, by=SYSTEM, at=at)
    password = demo_password()
    create_demo_city(agency=agency, by=SYSTEM, at=at)
    create_demo_people(agency=agency, password=password, by=SYSTEM, at=at)
    if not RoadMap.objects.filter(agency=agency).exists():
        import_regulation(agency=agency.slug, data=regulation(), filename=FILENAME, by=SYSTEM, at=at)
    return Demonstration(agency=agency.name, password=password, people=demo_people())


def regulation() -> bytes:
    return files(__package__).joinpath("peraturan.md").read_bytes()
