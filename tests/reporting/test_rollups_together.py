"""Two lines that are accepted at the same moment both count."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from petajalan.accounts.models import User
from petajalan.planning.models import ActionImplementer
from petajalan.reporting.models import Achievement, ProgressLine
from petajalan.reporting.queries.totals.recount import differences
from petajalan.reporting.services import reports, review
from petajalan.reporting.values import LineValues
from tests.cast import assemble
from tests.reporting.reports import YEAR, begun, moment

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="on SQLite writes come one after another anyway"
)


@pytest.mark.django_db(transaction=True)
def test_two_lines_accepted_at_once_both_count() -> None:
    cast = assemble()
    january = begun(cast)
    [one] = january.lines.select_related("action__plan__coordinator")
    action, coordinator = one.action, one.action.plan.coordinator
    ActionImplementer.objects.create(agency=cast.agency, action=action, unit=coordinator)
    type(action).objects.filter(pk=action.pk).update(unit_rule="sum")
    told = {"narrative": "Rapat", "obstacle": "Hujan", "solution": "Tenda"}
    lines: list[tuple[ProgressLine, User]] = []
    for unit, by, reviewer in ((january.unit, cast.joko, cast.budi), (coordinator, cast.budi, cast.rina)):
        report = reports.start_report(unit=unit, year=YEAR, month=3, by=by, at=moment(3))
        line = report.lines.get()
        reports.save_line(
            line=line, values=LineValues(Decimal(1), Decimal(5), **told), version=line.version, by=by, at=moment(3)
        )
        reports.submit_report(report=report, by=by, at=moment(3))
        lines.append((report.lines.get(), reviewer))
    together = Barrier(2)

    def accept(line: ProgressLine, by: User) -> None:
        try:
            together.wait(timeout=10)
            review.accept_line(line=line, version=line.version, by=by, at=moment(4, 2))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(accept, *each) for each in lines]:
            done.result(timeout=30)
    row = Achievement.objects.get(kind="action", key=str(action.key), quarter=1)
    assert (row.actual, row.absorbed, row.known, row.parts) == (2, 10, 2, 2)
    assert differences(cast.agency, YEAR) == []
