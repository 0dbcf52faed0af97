"""Notes on assistance and directions: dated, with recommendations that follow from them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import Unit
from petajalan.evaluation.models import Guidance, Recommendation
from petajalan.evaluation.services import guidance as services
from petajalan.evaluation.services.recommendations.raising import raise_recommendation
from petajalan.planning.services.refusals import Refused
from tests.evaluation.sheets import Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter

DAY = date(2025, 1, 15)


def write(evaluating: Evaluating, kind: str = "assistance", **more: object) -> Guidance:
    by = evaluating.cast.ani if kind == "assistance" else evaluating.cast.rina
    given = {
        "agency": evaluating.cast.agency, "kind": kind, "day": DAY, "subject": "Bukti dukung", "by": by,
        "text": "Notula ditandatangani pimpinan rapat.", "at": in_time(1), **more,
    }  # fmt: skip
    made = services.write_guidance(**given)  # type: ignore[arg-type]
    assert made is not None
    return made


def follow(guidance: Guidance, evaluating: Evaluating, **more: object) -> Recommendation:
    """A recommendation that follows from it, by who wrote it."""
    given = {
        "agency": guidance.agency, "source_kind": "guidance", "source": guidance, "what": "Melengkapi notula",
        "owner": evaluating.quarter.unit, "due": date(2025, 2, 28), "by": guidance.written_by, "at": in_time(1), **more,
    }  # fmt: skip
    made = raise_recommendation(**given)  # type: ignore[arg-type]
    assert made is not None
    return made


@pytest.mark.parametrize("kind", ["assistance", "direction"])
@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "rina", "wati", "wali", "dewi"])
def test_assistance_is_the_teams_and_a_direction_the_secretariats(evaluating: Evaluating, kind: str, who: str) -> None:
    if who == {"assistance": "ani", "direction": "rina"}[kind]:
        assert write(evaluating, kind).kind == kind
    else:
        with pytest.raises(PermissionDenied):
            write(evaluating, kind, by=evaluating.cast[who])


@pytest.mark.parametrize(
    ("more", "sentence"),
    [({"subject": " "}, "Isi perihal"), ({"text": ""}, "Isi perihal"), ({"day": date(2025, 2, 4)}, "belum tiba")],
)
def test_a_note_that_says_nothing_is_refused(evaluating: Evaluating, more: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        write(evaluating, **more)


def test_a_form_that_arrives_twice_writes_once(evaluating: Evaluating) -> None:
    key = uuid4()
    agency, by = evaluating.cast.agency, evaluating.cast.ani
    note = {"agency": agency, "kind": "assistance", "day": DAY, "subject": "Bukti", "text": "Lengkapi."}
    guidance = services.write_guidance(**note, by=by, at=in_time(1), key=key)  # type: ignore[arg-type]
    assert guidance is not None
    assert services.write_guidance(**note, by=by, at=in_time(1), key=key) is None  # type: ignore[arg-type]
    assert Guidance.objects.count() == 1


def test_only_the_writer_changes_a_note_and_not_over_another_change(evaluating: Evaluating) -> None:
    guidance = write(evaluating, "direction")
    values = {"day": DAY, "subject": "Bukti", "text": "Lengkapi.", "at": in_time(1)}
    with pytest.raises(PermissionDenied):
        services.change_guidance(guidance=guidance, version=1, by=evaluating.cast.ani, **values)  # type: ignore[arg-type]
    changed = services.change_guidance(guidance=guidance, version=1, by=evaluating.cast.rina, **values)  # type: ignore[arg-type]
    assert (changed.subject, changed.version) == ("Bukti", 2)
    with pytest.raises(Refused, match="sudah diubah"):
        services.change_guidance(guidance=guidance, version=1, by=evaluating.cast.rina, **values)  # type: ignore[arg-type]
    Guidance.objects.update(written_by=evaluating.cast.ani)
    guidance.refresh_from_db()
    with pytest.raises(PermissionDenied):
        services.change_guidance(guidance=guidance, version=2, by=evaluating.cast.rina, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [({"what": " "}, "Isi rekomendasinya"), ({"due": date(2025, 1, 14)}, "mendahului")],
)
def test_follow_ups_that_make_no_sense(evaluating: Evaluating, more: dict[str, object], sentence: str) -> None:
    guidance = write(evaluating)
    with pytest.raises(Refused, match=sentence):
        follow(guidance, evaluating, **more)
    elsewhere = Unit.objects.create(agency=evaluating.cast.other_agency, name="Dinas Lain", key="dinas lain")
    with pytest.raises(Refused, match="unit instansi ini"):
        follow(guidance, evaluating, owner=elsewhere)
