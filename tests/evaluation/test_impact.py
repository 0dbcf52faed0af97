"""The impact of each theme in the evaluation of a year: what its indicators reached against target and baseline."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.test import Client

from petajalan.evaluation.display.impact import impact_of
from petajalan.evaluation.models import Evaluation
from petajalan.evaluation.services.internal.evaluations import refresh_points
from petajalan.planning.models import IndicatorRow, Theme
from tests.evaluation.internal import AFTER, begin
from tests.evaluation.sheets import Evaluating
from tests.evaluation.sheets import evaluating as evaluating
from tests.evaluation.sheets import quarter as quarter
from tests.reporting.measuring import Measuring, measures
from tests.reporting.reports import YEAR

IN_JANUARY = datetime(YEAR + 1, 1, 8, 3, 0, tzinfo=UTC)


@pytest.fixture
def measuring(evaluating: Evaluating) -> Measuring:
    return measures(evaluating.cast)


def themed(measuring: Measuring, *names: str) -> None:
    """Under "Pengendalian Inflasi" too, beside their key activity."""
    place = {"agency": measuring.cast.agency, "road_map": measuring.road_map}
    theme = Theme.objects.create(**place, position=1, name="Pengendalian Inflasi")
    for position, row in enumerate(IndicatorRow.objects.filter(**place, name__in=names), start=50):
        IndicatorRow.objects.create(
            **place, position=position, theme=theme, indicator=row.indicator, name=row.name,
        )  # fmt: skip


def shown(evaluation: Evaluation) -> list[tuple[str, str, list[tuple[object, ...]]]]:
    return [
        (theme.name, theme.words, [(*row.figures, row.reached, row.words) for row in theme.rows])
        for theme in impact_of(evaluation.points.order_by("position"))
    ]


def test_a_theme_says_what_its_indicators_reached_and_what_is_unknown(
    evaluating: Evaluating, measuring: Measuring
) -> None:
    spbe, _sakip, _merit = (measuring.indicator(name) for name in ("Indeks SPBE", "Indeks SAKIP", "Indeks Merit"))
    themed(measuring, "Indeks SPBE", "Indeks SAKIP")
    evaluating.quarter.action(indicator_key=spbe.key)
    measuring.save(spbe, "3,1", quarter=4, at=IN_JANUARY)
    evaluation = begin(evaluating, "year")
    refresh_points(evaluation=evaluation, by=evaluating.cast.ani, at=AFTER)
    [(name, words, rows)] = shown(evaluation)
    assert (name, words) == (
        "Pengendalian Inflasi",
        "1 dari 2 indikator mencapai target, 0 belum, 1 belum diketahui; "
        "1 membaik dan 0 memburuk sejak baseline.",
    )  # fmt: skip
    assert rows[0][:3] == ("2,66 (2024)", "2,95", "3,1")
    assert rows[0][4:] == (True, "Target tercapai, membaik sejak baseline.")
    assert rows[1][2:] == ("", "", None, "Belum diukur, jadi dampaknya belum diketahui.")
    client = Client()
    client.force_login(evaluating.cast.siti)
    for place in ("", "cetak/"):
        page = client.get(f"/kota-melati/evaluasi/tahunan/{YEAR}/{place}").content.decode()
        assert "Analisis dampak per tema" in page
        assert "Target tercapai, membaik sejak baseline." in page


def test_below_its_target_and_its_baseline(evaluating: Evaluating, measuring: Measuring) -> None:
    spbe = measuring.indicator()
    themed(measuring, "Indeks SPBE")
    evaluating.quarter.action(indicator_key=spbe.key, target_q4=Decimal(1))
    measuring.save(spbe, "2,5", quarter=4, at=IN_JANUARY)
    [(_name, _words, [row])] = shown(begin(evaluating, "year"))
    assert row[4:] == (False, "Target belum tercapai, memburuk sejak baseline.")


def test_without_themes_it_says_so_and_before_the_year_nothing(evaluating: Evaluating, measuring: Measuring) -> None:
    spbe = measuring.indicator()
    evaluating.quarter.action(indicator_key=spbe.key)
    assert shown(begin(evaluating, "year")) == []
    client = Client()
    client.force_login(evaluating.cast.siti)
    assert "Belum ada indikator tema" in client.get(f"/kota-melati/evaluasi/tahunan/{YEAR}/").content.decode()
    begin(evaluating)
    assert "dampak per tema" not in client.get(f"/kota-melati/evaluasi/ex-ante/{YEAR}/").content.decode()
