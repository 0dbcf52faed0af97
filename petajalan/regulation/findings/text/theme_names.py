"""Themes and the teams that work on them: names that differ, and one without the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from petajalan.regulation.data import RegulationData, Team, TeamKind, Theme
from petajalan.regulation.findings.model import Code, Finding, Rule, Severity, Words
from petajalan.regulation.findings.text.passages import prose
from petajalan.regulation.findings.text.register import Register
from petajalan.regulation.findings.text.slips import slip
from petajalan.regulation.findings.text.variants import NAME_VARIANTS, Form, variants
from petajalan.regulation.findings.wording import quoted
from petajalan.regulation.recognise.names import plain
from petajalan.regulation.reference import Reference

TEAM_THEME_MISMATCH = Code(
    "team_theme_mismatch",
    Severity.WARNING,
    Words(
        "Ada tema tanpa tim, atau tim tematik tanpa tema.",
        "A theme has no team, or a thematic team has no theme.",
    ),
    Words("Lima tema, tetapi tim untuk investasi tidak ada.", "Five themes, but no team for investment."),
)
_KIND = Words("Satu tema", "One theme")
# Words that many themes share tell nothing about which one is meant.
_COMMON = frozenset(
    "tema tim rb reformasi birokrasi tematik peningkatan pengentasan penanganan pengendalian penanggulangan penurunan "
    "percepatan penggunaan pelaksanaan administrasi pemerintahan dan dalam daerah ketua anggota sekretaris "
    "koordinator".split()
)
_FRAME = frozenset("tim rb reformasi birokrasi tematik tema pokja kelompok kerja".split())
_LABEL = re.compile(r"^(?:tema|tim)\s*(?:\d+\s*[:.)]?|[:.])?\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_DIGIT = re.compile(r"([A-Za-z])(\d)")


def theme_names(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    for theme in data.road_map.themes:
        own = _bare(theme.name.text)
        usual = Form(theme.name.text, [theme.name.place])
        others: dict[str, Form] = {}
        for team in _teams(data):
            if not _is_part(team.name.text, theme.name.text) and _same(theme, team, reference):
                others.setdefault(_bare(team.name.text), Form(team.name.text)).places.append(team.name.place)
        for passage in prose(data.document):
            match = _LABEL.match(passage.text)
            name = passage.text[match.end() :].rstrip(" ;.,:") if match else ""
            if (
                match
                and 0 < len(name.split()) < 10
                and passage.text.casefold().startswith("tema")
                and _bare(name) == own
            ):
                usual.places.append(passage.at(name))
        if others:
            yield variants(_KIND, [usual, *others.values()])


def team_theme_mismatch(data: RegulationData, reference: Reference) -> Iterator[Finding]:
    teams, themes = _teams(data), data.road_map.themes
    if not themes or len(teams) < 2 or not all(_telling(team.name.text) for team in teams):
        return  # a team for all themes needs no name of a theme
    for team in teams:
        if not any(_same(theme, team, reference) for theme in themes):
            yield TEAM_THEME_MISMATCH.found(
                Words(
                    f"Tim {quoted(team.name.text)} tidak mempunyai tema.",
                    f"The team {quoted(team.name.text)} has no theme.",
                ),
                Words("Samakan daftar tema dan daftar tim.", "Make the lists of themes and teams agree."),
                [team.name.place],
            )
    for theme in themes:
        if not any(_same(theme, team, reference) for team in teams):
            yield TEAM_THEME_MISMATCH.found(
                Words(
                    f"Tema {quoted(theme.name.text)} tidak mempunyai tim.",
                    f"The theme {quoted(theme.name.text)} has no team.",
                ),
                Words("Samakan daftar tema dan daftar tim.", "Make the lists of themes and teams agree."),
                [theme.name.place],
            )


def _teams(data: RegulationData) -> list[Team]:
    return [team for team in data.road_map.teams if team.kind == TeamKind.THEMATIC]


def _bare(name: str) -> str:
    return plain(_BRACKETS.sub("", _LABEL.sub("", name)))


def _is_part(team: str, theme: str) -> bool:
    """ "Tim RB Tematik Kemiskinan" shortens the name of its theme, it does not change it."""
    return set(plain(team).split()) - _FRAME <= set(plain(theme).split())


def _same(theme: Theme, team: Team, reference: Reference) -> bool:
    """One name in the register, one telling word in common but for a slip, or the initials of the other."""
    register = Register(reference, "theme")
    known = [register.find(_bare(name)) for name in (theme.name.text, team.name.text)]
    if known[0] is not None and known[1] is not None:
        return known[0].entry == known[1].entry
    ours, theirs = _telling(theme.name.text), _telling(team.name.text)
    if any(one == other or (min(len(one), len(other)) > 5 and slip(one, other)) for one in ours for other in theirs):
        return True
    initials = "".join(word[0] for word in _bare(theme.name.text).split() if word not in ("dan", "di"))
    return _DIGIT.sub(lambda found: found.group(1) * int(found.group(2)), _bare(team.name.text)) == initials


def _telling(name: str) -> set[str]:
    return set(plain(name).split()) - _COMMON


RULES = (Rule(theme_names, (NAME_VARIANTS,)), Rule(team_theme_mismatch, (TEAM_THEME_MISMATCH,)))
