"""The people of a demonstration: the same cast as in the tests. Their passwords are one, kept in the data folder."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from petajalan.accounts.choices import Role

OTHER_AGENCY = {"name": "Kota Contoh", "kind": "city", "slug": "kota-contoh"}


@dataclass(frozen=True, slots=True)
class CastMember:
    """`nickname` is the part of the address before the @; `elsewhere` puts the person in the other agency."""

    nickname: str
    full_name: str
    role: Role
    elsewhere: bool = False


CAST = (
    CastMember("wati", "Wati Setyowati", Role.ADMINISTRATOR),
    CastMember("rina", "Rina Hapsari", Role.SECRETARIAT),
    CastMember("siti", "Siti Rahmawati", Role.OPERATOR),
    CastMember("joko", "Joko Prasetyo", Role.UNIT_HEAD),
    CastMember("budi", "Budi Santoso", Role.COORDINATOR),
    CastMember("ani", "Ani Lestari", Role.EVALUATOR),
    CastMember("wali", "Pak Wali", Role.LEADER),
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
