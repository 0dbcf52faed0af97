"""Figures as people type them: Indonesian, and English where nothing else can be meant; every field says which."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from petajalan.planning.models import AdoptedFigure, DataPoint, Score
from petajalan.planning.series_file import read_text
from tests.planning.plans import text_of, words
from tests.planning.services.conftest import Plan
from tests.planning.services.conftest import plan as plan  # the fixture

HOME = "/kota-melati/rencana/"


@pytest.mark.parametrize(
    ("typed", "value", "kept"),
    [("1,234.5", "1234.5", "1.234,5"), ("1.234,5", "1234.5", "1.234,5"), ("2,66", "2.66", "2,66")],
)
def test_target_is_understood_and_kept_in_indonesian(
    client: Client, plan: Plan, typed: str, value: str, kept: str
) -> None:
    client.force_login(plan.rina)
    address = f"{HOME}indikator/{plan.indicator.key}/angka/target-2024/"
    assert client.post(address, {"pilihan": "sendiri", "nilai": typed, "versi_baris": 0}).status_code == 302
    found = AdoptedFigure.objects.get(indicator=plan.indicator, period="2024")
    assert (found.value, found.printed) == (Decimal(value), kept)


def test_what_may_be_two_things_comes_back_with_what_to_do(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    address = f"{HOME}indikator/{plan.indicator.key}/angka/target-2024/"
    answer = client.post(address, {"pilihan": "sendiri", "nilai": "1234.567", "versi_baris": 0})
    assert "“1234.567” tidak dapat dipastikan." in text_of(answer.content)
    assert 'value="1234.567"' in answer.content.decode()
    assert not AdoptedFigure.objects.exists()


def test_scores_and_series_take_both_notations(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    score = Score.objects.get()
    sent = {f"skor-{plan.factor.pk}": "7.5", f"versi-{plan.factor.pk}": score.version}
    client.post(f"{HOME}prioritas/{plan.activity.pk}/skor/", sent)
    assert Score.objects.get().value == Decimal("7.5")
    read = read_text("2021\t1,234,567\n2022\t1.234.567,5")
    assert [(point.period, point.value) for point in read.points] == [
        ("2021", Decimal(1234567)), ("2022", Decimal("1234567.5")),
    ]  # fmt: skip
    assert DataPoint.objects.count() == 1


def test_fields_say_how_figures_are_written(client: Client, plan: Plan) -> None:
    client.force_login(plan.rina)
    assert "Tulis skor dengan koma desimal, misalnya 7,5." in words(client, HOME + "prioritas/")
    figure = f"{HOME}indikator/{plan.indicator.key}/angka/target-2024/"
    assert "Koma desimal, titik ribuan: 1.234,5." in words(client, figure)
    assert "Koma desimal: 6,37." in words(client, f"{HOME}tema/seri/{plan.series.pk}/")
    cell = client.get(figure, headers={"HX-Request": "true"})
    assert "Koma desimal: 2,66." in text_of(cell.content)
