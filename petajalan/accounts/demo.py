"""The people of a demonstration: the same cast as in the tests. Their passwords are one, kept in the data folder."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from petajalan.accounts.choices import Role
from petajalan.accounts.demo_city import BAGOR, DISKOMINFO, INSPEKTORAT, SETDA

OTHER_AGENCY = {"name": "Kota Contoh", "kind": "city", "slug": "kota-contoh"}


@dataclass(frozen=True, slots=True)
class CastMember:
    """`nickname` is the part of the address before the @; `elsewhere` puts the person in the other agency.

    role      what is given to them beside what follows from their position
    position  its unit and name; no unit for one of the leadership, no name for the head of the unit
    """

    nickname: str
    full_name: str
    role: Role | None = None
    position: tuple[str, str] | None = None
    elsewhere: bool = False


# Positions that several people of a unit hold, made for the cast.
STAFF = {DISKOMINFO: "Pranata Komputer", BAGOR: "Analis Kebijakan"}

CAST = (
    CastMember("wati", "Wati Setyowati", Role.ADMINISTRATOR, (BAGOR, STAFF[BAGOR])),
    CastMember("rina", "Rina Hapsari", None, (SETDA, "")),
    CastMember("siti", "Siti Rahmawati", None, (DISKOMINFO, STAFF[DISKOMINFO])),
    CastMember("joko", "Joko Prasetyo", None, (DISKOMINFO, "")),
    CastMember("budi", "Budi Santoso", Role.COORDINATOR, (BAGOR, "")),
    CastMember("ani", "Ani Lestari", None, (INSPEKTORAT, "Inspektur Pembantu Wilayah I")),
    CastMember("wali", "Pak Wali", None, ("", "Wali Kota")),
    CastMember("dewi", "Dewi Anggraini", Role.ADMINISTRATOR, elsewhere=True),
)


def password_file() -> Path:
    return Path(settings.DATA_DIR) / "demo-password"


def demo_password() -> str:
    """Made at the first demonstration and kept, so that the next start prints the same one."""
    file = password_file()
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(f"petajalan-{secrets.token_hex(3)}")
    return file.read_text().strip()
