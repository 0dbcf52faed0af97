"""The decree of the teams: who sits in them, by position."""

from __future__ import annotations

import pytest

from petajalan.accounts.models import Team, TeamMember
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collecting import collected
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.documents.tree import Clause, Heading, Signatures
from tests.cast import Cast

KIND = KINDS["team_decree"]


def test_the_decree_states_every_team_in_force(cast: Cast) -> None:
    decree = collected(KIND, Choice(cast.agency))
    assert decree.title == ("KEPUTUSAN WALI KOTA MELATI", "TENTANG", "TIM REFORMASI BIROKRASI KOTA MELATI")
    labels = [block.label for block in decree.blocks() if isinstance(block, Clause)]
    assert labels == ["Menimbang", "Mengingat", "Menetapkan", "KESATU", "KEDUA", "KETIGA", "KEEMPAT"]
    teams = Team.objects.filter(agency=cast.agency).order_by("pk")
    headings = [block.text for block in decree.blocks() if isinstance(block, Heading)]
    assert headings == [team.name for team in teams]
    stated = [[[cell.text for cell in row] for row in table.rows] for table in decree.tables()]
    assert stated == [
        [[str(at), one.role_words, one.who] for at, one in enumerate(members(team), start=1)] for team in teams
    ]
    signatures = [block for block in decree.blocks() if isinstance(block, Signatures)]
    assert [one.signers[0].position for one in signatures] == ["WALI KOTA MELATI,"] * 2
    assert decree.parts[1].head[:2] == ("LAMPIRAN", "KEPUTUSAN WALI KOTA MELATI")


def members(team: Team) -> list[TeamMember]:
    return list(TeamMember.objects.filter(team=team).select_related("position", "unit").order_by("order"))


def test_the_number_is_that_of_the_one_decree_that_made_them(cast: Cast) -> None:
    teams = Team.objects.filter(agency=cast.agency)
    teams.update(decree_number="188/1/2024")
    assert collected(KIND, Choice(cast.agency)).number == "188/1/2024"
    first = teams.order_by("pk").first()
    assert first is not None
    Team.objects.filter(pk=first.pk).update(decree_number="188/2/2024")
    mixed = collected(KIND, Choice(cast.agency))
    assert mixed.number == ""
    assert any(notice.startswith("Rancangan: periksa dasar hukum") for notice in mixed.notices)


def test_without_teams_or_members_it_says_what_to_do(cast: Cast) -> None:
    TeamMember.objects.filter(agency=cast.agency).delete()
    with pytest.raises(NothingToWrite, match="belum beranggota"):
        collected(KIND, Choice(cast.agency))
    Team.objects.filter(agency=cast.agency).delete()
    with pytest.raises(NothingToWrite, match="Belum ada tim yang berlaku"):
        collected(KIND, Choice(cast.agency))
