"""A quarter follows its months; only what somebody changed is its own."""

from __future__ import annotations

import pytest

from petajalan.evaluation.models import Evaluation, EvaluationRow
from petajalan.evaluation.queries.dates import dates_of
from petajalan.evaluation.queries.rows import with_actions
from petajalan.evaluation.queries.sheet import RowSeen, sheet_of
from petajalan.planning.services.refusals import Refused
from tests.evaluation.sheets import ALL, Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_waivers import OWN, sign


def months(evaluating: Evaluating, *judged: dict[str, str], name: str = "Menyatukan layanan") -> None:
    """One evaluation for each, from January on, sent."""
    for number, values in enumerate(judged, start=1):
        evaluation = evaluating.start(number)
        evaluating.judge(evaluating.row(evaluation, name), **values, note="Catatan bulan itu")
        evaluating.submit(evaluation)


def seen(quarter: Evaluation) -> RowSeen:
    quarter.refresh_from_db()
    rows = with_actions(EvaluationRow.objects.filter(evaluation=quarter))
    return sheet_of(quarter, rows, dates_of(quarter), at=in_time(3)).rows[0]


def test_each_dimension_follows_the_last_month_that_judged_it(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    months(evaluating, ALL, {**ALL, "quality": "deviates"}, {"execution": "deviates", "quality": "conforms"})
    row = seen(evaluating.start(1, "quarter"))
    assert row.follows
    assert row.values == {
        "execution": "deviates",
        "output": "conforms",
        "quality": "conforms",
        "timeliness": "conforms",
    }
    assert [one.month for one in row.months] == [1, 2, 3]


def test_only_changed_rows_are_kept_and_the_others_go_on_following(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    months(evaluating, ALL)
    quarter = evaluating.start(1, "quarter")
    row = evaluating.row(quarter)
    assert (row.execution, row.judged_at) == ("", None)
    february = evaluating.start(2)
    evaluating.judge(evaluating.row(february), **{**ALL, "output": "deviates"}, note="Belum tercapai")
    assert seen(quarter).values["output"] == "conforms"  # a draft may still change
    evaluating.submit(february)
    assert seen(quarter).values["output"] == "deviates"
    evaluating.judge(row, **ALL)
    assert (seen(quarter).follows, seen(quarter).values["output"]) == (False, "conforms")


def test_when_it_is_sent_it_keeps_what_it_said(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    months(evaluating, ALL)
    quarter = evaluating.submit(evaluating.start(1, "quarter"))
    assert quarter.missing == [{"name": "Februari 2025", "state": "month"}, {"name": "Maret 2025", "state": "month"}]
    assert evaluating.row(quarter).output == "conforms"
    february = evaluating.start(2)
    evaluating.judge(evaluating.row(february), **{**ALL, "output": "deviates"}, note="Belum tercapai")
    evaluating.submit(february)
    assert seen(quarter).values["output"] == "conforms"
    evaluating.send_back(quarter)
    assert seen(quarter).values["output"] == "deviates"
    assert evaluating.acknowledge(evaluating.submit(quarter)).status == "acknowledged"
    assert seen(quarter).values["output"] == "deviates"


def test_a_note_of_its_months_says_why_but_a_change_needs_its_own(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    months(evaluating, {**ALL, "output": "deviates"})
    quarter = evaluating.start(1, "quarter")
    evaluating.judge(evaluating.row(quarter), **{**ALL, "timeliness": "deviates"})
    with pytest.raises(Refused, match="Tulis catatan"):
        evaluating.submit(quarter)
    evaluating.judge(evaluating.row(quarter), execution="")
    assert evaluating.submit(quarter).status == "submitted"


def test_it_is_not_sent_before_the_quarter_is_over(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    quarter = evaluating.start(1, "quarter", at=in_time(1))
    with pytest.raises(Refused, match="belum berakhir"):
        evaluating.submit(quarter, at=in_time(2))


def test_a_waiver_of_a_month_is_named_by_its_quarter(evaluating: Evaluating) -> None:
    action = evaluating.own_action(OWN)
    [waiver] = sign(evaluating, action)
    months(evaluating, ALL, name=OWN)
    assert seen(evaluating.start(1, "quarter")).waivers == [waiver]
