"""Units and positions in the tables: what unit a position belongs to, and which names are one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Printed, RegulationData, Team
from petajalan.regulation.findings.text.register import Register
from petajalan.regulation.findings.text.slips import is_name_slip
from petajalan.regulation.recognise.names import plain

INSPECTORATE = "inspektorat"
_UNIT = re.compile(
    r"^(?:dinas|badan|bagian|biro|kantor|inspektorat|sekretariat|satuan|rumah sakit|kecamatan|kelurahan|bidang|balai|"
    r"upt\w*)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"^(?:seluruh|semua|segenap)\b", re.IGNORECASE)
_HEAD = re.compile(
    r"^(?:(?:plt|plh|pj)\.?\s+)?(?:(?:wakil\s+)?kepala|ketua|direktur(?:\s+utama)?|sekretaris|pimpinan|ka\.?)\s+",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:kepala|ketua|wakil|direktur|sekretaris|pimpinan|asisten|inspektur|irba?n?|auditor|camat|lurah|kabag|kabid|kasi|kasub\w*|"
    r"koordinator|staf|wali ?kota|bupati|gubernur|analis|perencana|pranata|pejabat|jabatan|ka|plt|plh|pj)\b",
    re.IGNORECASE,
)
_DIVISION_HEAD = re.compile(r"^(?:kabag|ka\.?\s?bag|kabiro)\.?\s+", re.IGNORECASE)
_INSPECTOR = re.compile(r"^(?:inspektur|irba?n?\b|auditor|inspektorat)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_SEPARATOR = re.compile(r"[,;/\n]|\s+dan\s+|\s+&\s+")


def owners(data: RegulationData) -> Iterator[Printed]:
    """Coordinators and implementers, one unit at a time."""
    for row in data.road_map.indicators():
        for cell in (row.coordinator, row.implementers):
            if cell is not None:
                yield from separate(cell)


def separate(cell: Printed) -> list[Printed]:
    """The units of one cell; a full name with commas and "dan" inside stays whole."""
    if _UNIT.match(cell.text) and "\n" not in cell.text and ";" not in cell.text:
        parts = re.split(r"[,;/]\s*(?=(?:Dinas|Badan|Bagian|Inspektorat|Kantor|Satuan)\b)", cell.text)
    else:
        parts = _SEPARATOR.split(cell.text)
    cleaned = [" ".join(part.split()).strip(" .*") for part in parts]
    return [Printed(part, cell.place.showing(part)) for part in cleaned if len(part) > 1]


def unit_of(position: str) -> str:
    """ "Kepala Dinas Sosial" is "Dinas Sosial", "Kabag Hukum" is "Bagian Hukum", an inspector is the inspectorate."""
    words = _BRACKETS.sub("", " ".join(position.split())).strip(" .,;")
    if _INSPECTOR.match(words):
        return "Inspektorat"
    if _DIVISION_HEAD.match(words):
        return "Bagian " + _DIVISION_HEAD.sub("", words)
    return _HEAD.sub("", words)


def is_unit(words: str, register: Register) -> bool:
    """Whether a printed "position" is a unit or a group of units."""
    if _OFFICE.match(words):
        return False
    return bool(_UNIT.match(words) or _GROUP.match(words)) or words in register


def is_group(words: str) -> bool:
    """ "Seluruh PD" is no unit."""
    return bool(_GROUP.match(words))


def without_kind(name: str) -> str:
    """ "Dinas PUPR" and "PUPR" are one abbreviation."""
    return plain(_UNIT.sub("", name, count=1))


def names_unit(words: str) -> bool:
    """Whether the words begin with a word for a unit ("Dinas ...")."""
    return bool(_UNIT.match(words))


def key(name: str, register: Register) -> str:
    """What two names of one unit share."""
    folded = plain(name)
    if folded.startswith(INSPECTORATE) or is_name_slip(folded.split(" ")[0] or "x", INSPECTORATE):
        return INSPECTORATE
    known = register.find(name)
    return plain(known.entry.full) if known is not None else folded


def team_units(team: Team, register: Register) -> dict[str, Printed]:
    """The units of a team's positions, each with the position that stands for it first."""
    found: dict[str, Printed] = {}
    for member in team.members:
        found.setdefault(key(unit_of(member.position.text), register), member.position)
    return found
