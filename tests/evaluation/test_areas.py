"""An area of improvement has five parts, stands beside one row, and follows the same doors as the judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.evaluation.models import EvaluationRow, ImprovementArea
from petajalan.evaluation.services import areas
from petajalan.evaluation.services.judging import NotIndependent
from petajalan.planning.services.refusals import Refused
from tests.evaluation.sheets import Evaluating, in_time
from tests.evaluation.sheets import evaluating as evaluating  # the fixture
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_waivers import OWN

VALUES = areas.AreaValues("Notula", "Belum ditandatangani", "Pedoman rapat", "Bukti lemah", "Tanda tangani")


def write(row: EvaluationRow, evaluating: Evaluating, **more: object) -> ImprovementArea:
    given = {"row": row, "values": VALUES, "version": 0, "by": evaluating.cast.ani, "at": in_time(1), **more}
    return areas.write_area(**given)  # type: ignore[arg-type]


def test_it_is_written_changed_and_removed(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    row = evaluating.row(evaluating.start())
    assert write(row, evaluating).version == 1
    with pytest.raises(Refused, match="sudah diubah"):
        write(row, evaluating)
    changed = write(row, evaluating, values=replace(VALUES, suggestion="Unggah"), version=1)
    assert (changed.suggestion, changed.version) == ("Unggah", 2)
    with pytest.raises(Refused, match="sudah diubah"):
        write(row, evaluating, version=1)
    with pytest.raises(Refused, match="sudah diubah"):
        areas.remove_area(row=row, version=1, by=evaluating.cast.ani, at=in_time(1))
    areas.remove_area(row=row, version=2, by=evaluating.cast.ani, at=in_time(1))
    assert ImprovementArea.objects.count() == 0


def test_all_five_parts_are_needed(evaluating: Evaluating) -> None:
    evaluating.quarter.action()
    with pytest.raises(Refused, match="kelima bagian"):
        write(evaluating.row(evaluating.start()), evaluating, values=replace(VALUES, consequence=" "))


def test_nobody_writes_one_of_their_own_unit_nor_after_it_was_sent(evaluating: Evaluating) -> None:
    evaluating.own_action(OWN)
    evaluating.quarter.action()
    evaluation = evaluating.start()
    with pytest.raises(NotIndependent):
        write(evaluating.row(evaluation, OWN), evaluating)
    with pytest.raises(PermissionDenied):
        write(evaluating.row(evaluation), evaluating, by=evaluating.cast.siti)
    area = write(evaluating.row(evaluation), evaluating)
    evaluating.submit(evaluation)
    with pytest.raises(Refused, match="sudah dikirim"):
        write(evaluating.row(evaluation), evaluating, version=area.version)
    with pytest.raises(Refused, match="sudah dikirim"):
        areas.remove_area(row=area.row, version=area.version, by=evaluating.cast.ani, at=in_time(1))
