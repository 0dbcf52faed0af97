"""A coordinator judges its own actions: who may, until when, and what a higher judgement asks of the evaluators."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.accounts.models import User
from petajalan.evaluation.models import SelfAssessment
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import Sheet, sheet_of
from petajalan.evaluation.services.areas import AreaValues, write_area
from petajalan.evaluation.services.self_assessments import StaleView, assess_own_action
from petajalan.evaluation.values import RowValues
from petajalan.planning.models import Action
from petajalan.planning.services.refusals import Refused
from tests.evaluation.sheets import ALL, Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.reporting.reports import YEAR, moment

AREA = AreaValues("Notula", "Belum ada", "Pedoman", "Tidak terbukti", "Unggah")


def assess(
    action: Action, by: User, *, quarter: int = 1, version: int = 0, at: datetime | None = None,
    key: UUID | None = None, **values: str,
) -> SelfAssessment:  # fmt: skip
    return assess_own_action(
        action=action, year=YEAR, quarter=quarter, values=RowValues(**(values or ALL)), version=version, by=by,
        at=at or moment(3, 20), key=key,
    )  # fmt: skip


def sheet(evaluating: Evaluating, number: int = 1) -> Sheet:
    evaluation = evaluating.start(number, "quarter")
    rows = with_actions(evaluation.rows.all())
    return sheet_of(evaluation, rows, dates_of(evaluation), at=in_time(3))


def test_it_is_kept_once_and_changed_by_who_saw_it(evaluating: Evaluating) -> None:
    action, budi = evaluating.quarter.action(), evaluating.cast.budi
    key = uuid4()
    made = [assess(action, budi, key=key) for _click in range(2)]
    assert (made[0], SelfAssessment.objects.count(), made[0].judged_by) == (made[1], 1, budi)
    with pytest.raises(StaleView, match="sudah diubah"):
        assess(action, budi, version=0)
    assert assess(action, evaluating.cast.wati, version=1, output="deviates").output == "deviates"
    with pytest.raises(StaleView):
        assess(action, budi, version=1)


@pytest.mark.parametrize("who", ["siti", "joko", "ani", "rina", "wali", "dewi"])
def test_only_people_of_the_coordinator_do(evaluating: Evaluating, who: str) -> None:
    with pytest.raises(PermissionDenied):
        assess(evaluating.quarter.action(), evaluating.cast[who])


def test_what_cannot_be_judged_is_refused(evaluating: Evaluating) -> None:
    action, budi = evaluating.quarter.action(), evaluating.cast.budi
    with pytest.raises(Refused, match="tidak ada dalam rencana"):
        assess(action, budi, quarter=2)  # nothing to do in it
    with pytest.raises(Refused, match="belum mulai"):
        assess(action, budi, at=moment(1, 1).replace(year=YEAR - 1))
    with pytest.raises(Refused, match="sudah ditutup"):
        assess(action, budi, at=moment(12))
    with pytest.raises(Refused, match="sesuai"):
        assess(action, budi, execution="mungkin")
    assert SelfAssessment.objects.count() == 0


def test_a_higher_one_asks_for_an_area_before_the_quarter_is_sent(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    assess(action, evaluating.cast.budi, **ALL, note="Sudah baik")
    seen = sheet(evaluating)
    row = seen.rows[0].row
    evaluating.judge(row, **{**ALL, "quality": "deviates"}, note="Notula belum ada")
    [found] = sheet(evaluating).rows
    assert ([str(one) for one in found.higher], found.own_view["note"]) == (["quality"], "Sudah baik")  # type: ignore[index]
    assert (seen.own_conformity["quality"].conforming, seen.own_conformity["quality"].total) == (1, 1)
    with pytest.raises(Refused, match="penilaian mandirinya lebih tinggi"):
        evaluating.submit(seen.evaluation)
    write_area(row=row, values=AREA, version=0, by=evaluating.cast.ani, at=in_time(3))
    assert evaluating.submit(seen.evaluation).status == "submitted"


def test_it_closes_when_the_quarter_is_first_sent(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    evaluation = evaluating.submit(evaluating.start(1, "quarter"))
    with pytest.raises(Refused, match="sudah ditutup"):
        assess(action, evaluating.cast.budi, at=moment(4, 4))
    evaluating.send_back(evaluation)
    with pytest.raises(Refused, match="sudah ditutup"):
        assess(action, evaluating.cast.budi, at=moment(4, 6))


def test_one_that_is_not_higher_asks_for_nothing(evaluating: Evaluating) -> None:
    action = evaluating.quarter.action()
    assess(action, evaluating.cast.budi, **{**ALL, "quality": "deviates"})
    seen = sheet(evaluating)
    evaluating.judge(seen.rows[0].row, **{**ALL, "quality": "deviates"}, note="Notula belum ada")
    assert evaluating.submit(seen.evaluation).status == "submitted"
