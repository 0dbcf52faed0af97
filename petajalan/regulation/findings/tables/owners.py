"""Who answers for an activity, a theme and their indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from petajalan.regulation.data import KeyActivity, RegulationData, TableKind, TeamKind
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.tables.meanings import known_tables, rows_of
from petajalan.regulation.findings.tables.values import is_blank
from petajalan.regulation.findings.wording import listed, quoted, table_named
from petajalan.regulation.recognise.names import plain, similarity
from petajalan.regulation.reference import Reference

TWO_COORDINATORS = Code(
    "two_coordinators",
    Severity.WARNING,
    Words(
        "Satu kegiatan utama mempunyai lebih dari satu koordinator.",
        "One key activity has more than one coordinator.",
    ),
    Words(
        "Indikator pertama dikoordinasikan Bagian Organisasi, indikator kedua Inspektorat.",
        "The first indicator is coordinated by one unit, the second by another.",
    ),
)
MISSING_OWNER = Code(
    "missing_owner",
    Severity.WARNING,
    Words(
        "Kegiatan atau indikator tidak mempunyai koordinator atau pelaksana.",
        "An activity or an indicator has no coordinator or implementer.",
    ),
    Words("Sel koordinator berisi “-”.", "The coordinator cell holds “-”."),
)
SAME_IMPLEMENTER = Code(
    "same_implementer",
    Severity.NOTE,
    Words(
        "Semua baris menyebut pelaksana yang sama, sehingga tidak ada yang dapat ditagih secara khusus.",
        "Every row names the same implementer, so nobody in particular can be held to account.",
    ),
    Words("Semua kegiatan dilaksanakan “Seluruh PD”.", "Every activity is implemented by “all units”."),
)
FEWEST = 5  # rows before one implementer for all of them is worth saying
ALIKE = 0.88
_UNIT = re.compile(
    r"(?i:dinas|badan|bagian|biro|kantor|kepala|sekretariat|inspektorat|asisten|kecamatan|camat|rsud|upt\w*)\b"
    r"|[A-Z][A-Z\d-]{2,}$"
)
_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\bdan\b|\n)\s*")


def two_coordinators(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    units = _unit_names(reference)
    for activity in data.road_map.key_activities:
        found = _coordinators(activity, units)
        if len(found) < 2:
            continue
        name, said = quoted(activity.name.text), listed(printed for printed, _ in found)
        yield TWO_COORDINATORS.found(
            Words(
                f"{name} mempunyai {len(found)} koordinator: {said.id}.",
                f"{name} has {len(found)} coordinators: {said.en}.",
            ),
            Words(
                "Tunjuk satu koordinator bagi kegiatan ini; yang lain menjadi pelaksana indikatornya.",
                "Appoint one coordinator for the activity; the others implement their indicators.",
            ),
            [place for _, place in found],
        )


def _coordinators(activity: KeyActivity, units: dict[str, str]) -> list[tuple[str, Place]]:
    """The different coordinators as printed; two spellings of one unit are one."""
    found: list[tuple[str, str, Place]] = []
    for row in activity.indicators:
        if row.coordinator is None:
            continue
        for part in _apart(row.coordinator.text, units):
            unit = units.get(plain(part), plain(part))
            if not any(unit == other or similarity(unit, other) >= ALIKE for _, other, _ in found):
                found.append((part, unit, row.coordinator.place))
    return [(printed, place) for printed, _, place in found]


def _apart(text: str, units: dict[str, str]) -> list[str]:
    """The units in one cell: "BKD dan Bagor" are two, "Badan Keuangan dan Aset Daerah" is one."""
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    are_units = all(plain(part) in units or _UNIT.match(part) for part in parts)
    return parts if plain(text) not in units and are_units else [text]


def _unit_names(reference: Reference) -> dict[str, str]:
    return {
        plain(name): plain(alias.full)
        for alias in reference.aliases
        if alias.kind == "unit"
        for name in (alias.full, *alias.short)
    }


def missing_owner(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    yield from _empty_owners(data)
    thematic = [team for team in data.road_map.teams if team.kind is TeamKind.THEMATIC]
    for known in known_tables(data, TableKind.KEY_ACTIVITIES, TableKind.THEMES):
        if known.has("coordinator") or known.has("implementers"):
            continue
        table = table_named(known.table.name)
        teams = Words("", "")
        severity = Severity.WARNING
        if thematic and known.kind is TableKind.THEMES:
            where = table_named(thematic[0].name.place.table)
            teams = Words(f"; {where.id} hanya menyebut tim per tema", f"; {where.en} only names a team for each theme")
            severity = Severity.NOTE
        yield MISSING_OWNER.found(
            Words(
                f"{table.id} tidak menyebut koordinator atau pelaksana{teams.id}.",
                f"{table.en} names neither coordinators nor implementers{teams.en}.",
            ),
            Words(
                "Tambahkan kolom koordinator dan pelaksana untuk setiap indikator.",
                "Add columns for the coordinator and the implementers of each indicator.",
            ),
            [known.head()],
            severity=severity,
        )


def _empty_owners(data: RegulationData) -> Iterator[Finding]:
    for known in known_tables(data, TableKind.KEY_ACTIVITIES, TableKind.THEMES):
        if not (known.has("coordinator") or known.has("implementers")):
            continue
        rows = [
            row
            for row in rows_of(data, known)
            if (
                (known.has("coordinator") and is_blank(row.coordinator))
                or (known.has("implementers") and is_blank(row.implementers))
            )
        ]
        if rows:
            table, names = table_named(known.table.name), listed(quoted(row.name.text) for row in rows if row.name)
            yield MISSING_OWNER.found(
                Words(
                    f"{table.id}: koordinator atau pelaksana kosong untuk {names.id}.",
                    f"{table.en}: no coordinator or implementer for {names.en}.",
                ),
                Words("Isi koordinator dan pelaksananya.", "Fill in the coordinator and the implementers."),
                [row.place for row in rows],
            )


def same_implementer(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for known in known_tables(data, TableKind.KEY_ACTIVITIES):
        rows = rows_of(data, known)
        printed = _only([row.implementers.text if row.implementers else None for row in rows])
        if len(rows) < FEWEST or printed is None:
            continue
        table = table_named(known.table.name)
        yield SAME_IMPLEMENTER.found(
            Words(
                f"{table.id} menyebut pelaksana yang sama pada semua {len(rows)} baris: “{printed}”.",
                f"{table.en} names the same implementer in all {len(rows)} rows: “{printed}”.",
            ),
            Words(
                "Sebut perangkat daerah yang benar-benar melaksanakan tiap indikator.",
                "Name the units that really carry out each indicator.",
            ),
            [known.head("implementers")],
        )


def _only(texts: Sequence[str | None]) -> str | None:
    """The text that all of them are, if they are."""
    different = {plain(text or "") for text in texts}
    return texts[0] if len(different) == 1 and "" not in different else None


RULES = (
    Rule(two_coordinators, (TWO_COORDINATORS,)),
    Rule(missing_owner, (MISSING_OWNER,)),
    Rule(same_implementer, (SAME_IMPLEMENTER,)),
)
