"""The people of the tests, whose roles in Kota Melati follow from their positions there.

Dewi administers Kota Contoh and must see nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from petajalan.accounts import services
from petajalan.accounts.models import Agency, User
from petajalan.common.audit import SYSTEM

PASSWORD = "kata-sandi-uji-1"
FOUNDED = datetime(2024, 1, 2, 3, 0, tzinfo=UTC)  # 10.00 WIB


@dataclass(frozen=True, slots=True)
class Cast:
    agency: Agency
    other_agency: Agency
    siti: User  # operator in Diskominfo: enters data
    joko: User  # head of her unit
    budi: User  # head of Bagian Organisasi, coordinates
    ani: User  # in the inspectorate, sits in the evaluation team
    rina: User  # regional secretary, chairs the secretariat (STU)
    wati: User  # administrator, in Bagian Organisasi
    wali: User  # mayor
    dewi: User  # administrator of the other agency

    def __getitem__(self, name: str) -> User:
        return getattr(self, name)


def assemble() -> Cast:
    agency = services.create_agency(name="Kota Melati", kind="city", slug="kota-melati", by=SYSTEM, at=FOUNDED)
    services.create_demo_people(agency=agency, password=PASSWORD, by=SYSTEM, at=FOUNDED)
    people = {user.email.split("@")[0]: user for user in User.objects.filter(email__contains="@kota-")}
    return Cast(agency=agency, other_agency=Agency.objects.get(slug="kota-contoh"), **people)


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()


def person(email: str = "orang@contoh.example", *, agency: Agency | None = None, role: str = "") -> User:
    """Somebody beside the cast, with or without a role."""
    if agency is None:
        return User.objects.create_user(email, PASSWORD, full_name="Orang Baru")
    return services.add_person(
        email=email, full_name="Orang Baru", agency=agency, role=role, password=PASSWORD, by=SYSTEM, at=FOUNDED
    )
