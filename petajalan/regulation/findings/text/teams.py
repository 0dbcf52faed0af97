"""Teams: who evaluates what they coordinate or sit in, and what teams and members lack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import Printed, RegulationData, Team, TeamKind
from petajalan.regulation.document import Place
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import in_order, prose
from petajalan.regulation.findings.text.register import Register
from petajalan.regulation.findings.text.units import is_unit, key, separate, team_units
from petajalan.regulation.findings.wording import listed, quoted
from petajalan.regulation.reference import Reference

EVALUATOR_COORDINATES = Code(
    "evaluator_coordinates",
    Severity.WARNING,
    Words(
        "Unit yang pejabatnya duduk dalam tim evaluasi juga mengoordinasikan kegiatan yang dievaluasi.",
        "A unit whose officials form the evaluation team also coordinates activities that are evaluated.",
    ),
    Words(
        "Inspektorat mengevaluasi dan mengoordinasikan SPIP.",
        "The inspectorate evaluates, and coordinates internal control.",
    ),
)
EVALUATOR_IN_TEAM = Code(
    "evaluator_in_team",
    Severity.WARNING,
    Words(
        "Unit yang mengevaluasi menjadi anggota tim yang dievaluasinya.",
        "A unit that evaluates is a member of a team it evaluates.",
    ),
    Words("Inspektorat anggota tim RB General.", "The inspectorate is a member of the general reform team."),
)
TEAM_NOT_ANNOUNCED = Code(
    "team_not_announced",
    Severity.WARNING,
    Words(
        "Susunan tim dalam teks berbeda dengan tabel keanggotaan.",
        "The teams named in the text are not those of the table of members.",
    ),
    Words("Teks menyebut tiga tim, tabel memuat empat.", "The text names three teams, the table has four."),
)
CHAIR_MISSING = Code(
    "chair_missing",
    Severity.WARNING,
    Words("Tim tidak mempunyai ketua, atau tidak mempunyai anggota.", "A team has no chair, or no members."),
    Words("Tim Evaluasi hanya memuat anggota.", "The evaluation team has members only."),
)
POSITION_IS_UNIT = Code(
    "position_is_unit",
    Severity.NOTE,
    Words(
        "Kedudukan dalam jabatan diisi nama unit, bukan jabatan yang dapat dimintai tanggung jawab.",
        "The position of a member is given as a unit, not as an office that can be held responsible.",
    ),
    Words("“Dinas Sosial” alih-alih “Kepala Dinas Sosial”.", "“Dinas Sosial” instead of “Kepala Dinas Sosial”."),
)
_EVALUATED = (TeamKind.GENERAL, TeamKind.THEMATIC)
_WORKING = re.compile(r"\b(?:pelaksana|pokja|kelompok kerja)\b", re.IGNORECASE)
_COMPOSED = re.compile(r"\b[Tt]im\b[^.;:]{0,60}\bterdiri\s+(?:dari|atas)\b(?P<list>[^.]*(?:\.(?!\s|$)[^.]*)*)")
_KINDS = {
    TeamKind.SECRETARIAT: (
        re.compile(r"\bSTU\b|sekretariat|\bkesekretariatan\b", re.I),
        Words("sekretariat", "secretariat"),
    ),
    TeamKind.GENERAL: (re.compile(r"\bgeneral\b", re.I), Words("RB General", "general reform")),
    TeamKind.THEMATIC: (re.compile(r"\btematik\b", re.I), Words("RB Tematik", "thematic reform")),
    TeamKind.EVALUATION: (re.compile(r"\bevaluasi\b", re.I), Words("evaluasi", "evaluation")),
}


def evaluator_coordinates(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    register = Register(reference, "unit")
    evaluating = _evaluating(data, register)
    owned: dict[str, list[Place]] = {}
    for row in data.road_map.indicators():
        for unit in separate(row.coordinator) if row.coordinator else ():
            owned.setdefault(key(unit.text, register), []).append(unit.place)
    for name, position in evaluating.items():
        places = owned.get(name)
        if not places:
            continue
        activities = Words(
            f"{len(places)} indikator", "one indicator" if len(places) == 1 else f"{len(places)} indicators"
        )
        yield EVALUATOR_COORDINATES.found(
            Words(
                f"{quoted(position.text)} duduk dalam tim evaluasi, tetapi unitnya mengoordinasikan {activities.id}.",
                f"{quoted(position.text)} sits in the evaluation team, but the unit coordinates {activities.en}.",
            ),
            Words(
                "Serahkan evaluasi indikator itu kepada pihak lain, atau pindahkan koordinasinya.",
                "Have these indicators evaluated by someone else, or move their coordination.",
            ),
            [*in_order(places), position.place],
        )


def evaluator_in_team(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    register = Register(reference, "unit")
    evaluating = _evaluating(data, register)
    for name, position in evaluating.items():
        seats = [
            (team, seat)
            for team in data.road_map.teams
            if _is_evaluated(team) and (seat := team_units(team, register).get(name))
        ]
        if not seats:
            continue
        names = listed(quoted(team.name.text) for team, _ in seats)
        yield EVALUATOR_IN_TEAM.found(
            Words(
                f"{quoted(position.text)} duduk dalam tim evaluasi, tetapi unitnya juga anggota {names.id}.",
                f"{quoted(position.text)} sits in the evaluation team, but the unit is also part of {names.en}.",
            ),
            Words(
                "Keluarkan unit pengevaluasi dari tim yang dievaluasi, atau jadikan peninjau tanpa tugas pelaksanaan.",
                "Take the evaluating unit out of the teams it evaluates, or make it an observer without tasks.",
            ),
            [*(seat.place for _, seat in seats), position.place],
        )


def _is_evaluated(team: Team) -> bool:
    """A team that does the work; one that steers, or runs the secretariat, is not evaluated."""
    return team.kind in _EVALUATED or (team.kind == TeamKind.OTHER and _WORKING.search(team.name.text) is not None)


def _evaluating(data: RegulationData, register: Register) -> dict[str, Printed]:
    found: dict[str, Printed] = {}
    for team in data.road_map.teams:
        if team.kind == TeamKind.EVALUATION:
            for name, position in team_units(team, register).items():
                found.setdefault(name, position)
    return found


def team_not_announced(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    """Compared by kind: a thematic team may have many parts."""
    teams = data.road_map.teams
    in_table: set[TeamKind] = {team.kind for team in teams} - {TeamKind.OTHER}
    if len(in_table) < 2:
        return
    for passage in prose(data.document):
        for match in _COMPOSED.finditer(passage.text):
            in_text = {kind for kind, (pattern, _) in _KINDS.items() if pattern.search(match["list"])}
            if len(in_text) < 2 or in_text == in_table:
                continue
            yield from _differing(passage.at(match.group()), in_text, in_table, teams)


def _differing(
    place: Place, in_text: set[TeamKind], in_table: set[TeamKind], teams: tuple[Team, ...]
) -> Iterator[Finding]:
    for kind, (_, name) in _KINDS.items():
        if kind in in_table and kind not in in_text:
            printed = next(team.name for team in teams if team.kind == kind)
            yield TEAM_NOT_ANNOUNCED.found(
                Words(
                    f"{quoted(printed.text)} ada dalam tabel tim, tetapi tidak disebut dalam susunan tim di teks.",
                    f"{quoted(printed.text)} is in the table of teams, but not among the teams the text names.",
                ),
                _ADVICE,
                [place, printed.place],
            )
        elif kind in in_text and kind not in in_table:
            yield TEAM_NOT_ANNOUNCED.found(
                Words(
                    f"Teks menyebut tim {name.id}, tetapi tabel tim tidak memuatnya.",
                    f"The text names a {name.en} team, but the table of teams has none.",
                ),
                _ADVICE,
                [place],
            )


_ADVICE = Words("Samakan susunan tim dalam teks dan tabel.", "Make text and table name the same teams.")


def chair_missing(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    teams = data.road_map.teams
    if not any(member.role == "chair" for team in teams for member in team.members):
        return  # these tables do not print roles
    for team in teams:
        roles = {member.role for member in team.members}
        if "chair" not in roles:
            lacking = Words("tidak mempunyai ketua", "has no chair")
        elif roles == {"chair"}:
            lacking = Words("tidak mempunyai anggota", "has no members")
        else:
            continue
        yield CHAIR_MISSING.found(
            Words(f"{quoted(team.name.text)} {lacking.id}.", f"{quoted(team.name.text)} {lacking.en}."),
            Words("Lengkapi susunan tim.", "Complete the team."),
            [team.name.place],
            Severity.NOTE if "chair" in roles else None,
        )


def position_is_unit(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    register = Register(reference, "unit")
    positions = [member.position for team in data.road_map.teams for member in team.members]
    units = [position for position in positions if is_unit(position.text, register)]
    if not units or len(units) == len(positions):
        return  # a table that lists units throughout means their heads
    names = listed(dict.fromkeys(quoted(unit.text) for unit in units))
    yield POSITION_IS_UNIT.found(
        Words(
            f"Kedudukan dalam jabatan diisi nama unit: {names.id}.",
            f"Units stand where positions are asked for: {names.en}.",
        ),
        Words("Sebutkan jabatannya, misalnya “Kepala …”.", "Name the office, for example “Kepala …”."),
        [unit.place for unit in units],
    )


RULES = (
    Rule(evaluator_coordinates, (EVALUATOR_COORDINATES,)),
    Rule(evaluator_in_team, (EVALUATOR_IN_TEAM,)),
    Rule(team_not_announced, (TEAM_NOT_ANNOUNCED,)),
    Rule(chair_missing, (CHAIR_MISSING,)),
    Rule(position_is_unit, (POSITION_IS_UNIT,)),
)
