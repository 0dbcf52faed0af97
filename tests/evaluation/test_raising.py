"""Recommendations are raised by the evaluation team, numbered by year, once for each row and area."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import Unit
from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import ImprovementArea, Recommendation
from petajalan.evaluation.services.areas import AreaValues, write_area
from petajalan.planning.services.refusals import Refused
from tests.evaluation.recommending import DUE, Recommending
from tests.evaluation.recommending import recommending as recommending  # the fixture
from tests.evaluation.sheets import evaluating as evaluating
from tests.evaluation.sheets import in_time
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_guidance import write


@pytest.mark.parametrize(
    ("kind", "may"),
    [("yearly", {"ani"}), ("ex_ante", {"ani"}), ("national", {"ani", "wati"})],
)
@pytest.mark.parametrize("who", ["siti", "joko", "budi", "ani", "rina", "wati", "wali", "dewi"])
def test_the_team_raises_and_results_of_the_nation_also_the_administrator(
    recommending: Recommending, kind: str, may: set[str], who: str
) -> None:
    if who in may:
        assert recommending.raised(source_kind=kind, by=recommending.cast[who]).source_kind == kind
    else:
        with pytest.raises(PermissionDenied):
            recommending.raised(source_kind=kind, by=recommending.cast[who])


def test_numbers_go_on_within_a_year(recommending: Recommending) -> None:
    codes = [recommending.raised(year=year).code for year in (None, 2024, None, 2024)]
    assert codes == ["R-2025-01", "R-2024-01", "R-2025-02", "R-2024-02"]
    entry = AuditEntry.objects.filter(action="recommendation_raised").first()
    assert entry is not None
    assert entry.after == {"recommendation_source": "yearly", "owner": str(recommending.owner), "due": "2025-03-01"}


def test_a_row_that_was_sent_becomes_one_once(recommending: Recommending) -> None:
    row = recommending.row(sent=False)
    given = {"source": row, "source_kind": "monthly", "reference": "", "what": row.recommendation}
    with pytest.raises(Refused, match="Kirim dahulu"):
        recommending.raised(**given)
    recommending.evaluating.submit(row.evaluation)
    given["source"] = recommending.evaluating.row(row.evaluation)
    with pytest.raises(Refused, match="tidak sesuai dengan evaluasinya"):
        recommending.raised(**{**given, "source_kind": "yearly"})
    made = recommending.raised(**given)
    assert (made.code, made.row, made.action, made.what) == ("R-2025-01", row, row.action, "Unggah notula")
    with pytest.raises(Refused, match="sudah menjadi rekomendasi R-2025-01"):
        recommending.raised(**given)
    Recommendation.objects.update(state="withdrawn", checked_by=recommending.cast.ani, checked_at=in_time(1))
    assert recommending.raised(**given).code == "R-2025-02"


def test_an_area_becomes_one_once(recommending: Recommending) -> None:
    row = recommending.row(sent=False)
    area = write_area(
        row=row, values=AreaValues("Notula", "a", "b", "c", "Unggah notula"), version=0, by=recommending.cast.ani,
        at=in_time(1),
    )  # fmt: skip
    recommending.evaluating.submit(row.evaluation)
    area = ImprovementArea.objects.get(pk=area.pk)
    given = {"source": area, "source_kind": "monthly", "reference": ""}
    made = recommending.raised(**given)
    assert (made.area, made.row, made.action) == (area, None, row.action)
    with pytest.raises(Refused, match="sudah menjadi"):
        recommending.raised(**given)
    row = recommending.evaluating.row(row.evaluation)
    assert recommending.raised(**{**given, "source": row}).code == "R-2025-02"  # the row itself says something else


def test_guidance_is_followed_by_as_many_as_it_needs(recommending: Recommending) -> None:
    note, direction = write(recommending.evaluating), write(recommending.evaluating, "direction")
    given = {"source": note, "source_kind": "guidance", "reference": "", "due": note.day}
    assert [recommending.raised(**given).code for _two in range(2)] == ["R-2025-01", "R-2025-02"]
    with pytest.raises(Refused, match="mendahului"):
        recommending.raised(**{**given, "due": date(2025, 1, 14)})
    with pytest.raises(PermissionDenied):
        recommending.raised(**{**given, "source": direction})
    assert recommending.raised(**{**given, "source": direction, "by": recommending.cast.rina}).guidance == direction


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"what": " "}, "Isi rekomendasinya"),
        ({"reference": " "}, "Isi dokumen asalnya"),
        ({"due": date(2025, 2, 2)}, "belum lewat"),
    ],
)
def test_what_makes_no_sense_is_refused(recommending: Recommending, more: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        recommending.raised(**more)
    assert not Recommendation.objects.exists()


def test_a_unit_or_a_row_of_elsewhere_is_refused(recommending: Recommending) -> None:
    elsewhere = Unit.objects.create(agency=recommending.cast.other_agency, name="Dinas Lain", key="dinas lain")
    with pytest.raises(Refused, match="unit instansi ini"):
        recommending.raised(owner=elsewhere)
    with pytest.raises(PermissionDenied):
        recommending.raised(agency=recommending.cast.other_agency, owner=elsewhere)


def test_a_form_that_arrives_twice_raises_once(recommending: Recommending) -> None:
    key = uuid4()
    assert recommending.asked(key=key) is not None
    assert recommending.asked(key=key) is None
    [made] = Recommendation.objects.all()
    assert (made.due, made.first_due, made.state) == (DUE, DUE, "open")
