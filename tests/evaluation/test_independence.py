"""Nobody evaluates what their own unit coordinates or carries out: the rule itself, key by key."""

from __future__ import annotations

import pytest

from petajalan.evaluation.independence import (
    Bar,
    Item,
    SignerBar,
    Standing,
    Units,
    bars_of_signer,
    secretariat_may,
    standing,
)

INSPECTORATE, ORGANISATION, HEALTH, SCHOOLS = 1, 2, 3, 4
EVERYBODY = frozenset({INSPECTORATE, HEALTH, SCHOOLS})


def units(*keys: int) -> Units:
    return frozenset(keys)


def item(coordinators: Units, named: Units = frozenset()) -> Item:
    return Item(coordinators, named)


@pytest.mark.parametrize(
    ("of", "reporters", "bars", "own_lines"),
    [
        (item(units(ORGANISATION), units(HEALTH)), units(HEALTH), (), ()),
        (item(units(INSPECTORATE)), units(HEALTH), (Bar.COORDINATES,), ()),
        (item(units(ORGANISATION, INSPECTORATE)), units(HEALTH), (Bar.COORDINATES,), ()),
        (item(units(ORGANISATION), units(INSPECTORATE)), units(INSPECTORATE), (Bar.NAMED,), ()),
        (item(units(INSPECTORATE), units(INSPECTORATE)), units(INSPECTORATE), (Bar.COORDINATES, Bar.NAMED), ()),
        (item(units(ORGANISATION)), EVERYBODY, (), (INSPECTORATE,)),
        (item(units(ORGANISATION)), units(INSPECTORATE), (Bar.ONLY_OWN_LINES,), ()),
        (item(units(ORGANISATION), units(INSPECTORATE)), EVERYBODY, (Bar.NAMED,), ()),
        (item(units(ORGANISATION)), units(), (), ()),
    ],
)
def test_somebody_of_the_inspectorate(
    of: Item, reporters: Units, bars: tuple[Bar, ...], own_lines: tuple[int, ...]
) -> None:
    found = standing(units(INSPECTORATE), of, reporters)
    assert (found.bars, found.own_lines) == (bars, frozenset(own_lines))


def test_somebody_from_outside_is_free_of_everything() -> None:
    assert standing(units(), item(units(INSPECTORATE), units(HEALTH)), EVERYBODY) == Standing()


def test_one_of_several_units_is_enough_to_be_barred() -> None:
    assert standing(units(INSPECTORATE, HEALTH), item(units(HEALTH)), EVERYBODY).bars == (Bar.COORDINATES,)


def test_a_waiver_frees_its_unit_and_is_named() -> None:
    led = item(units(INSPECTORATE))
    assert standing(units(INSPECTORATE), led, EVERYBODY, units(INSPECTORATE)) == Standing(under=units(INSPECTORATE))
    assert standing(units(INSPECTORATE), led, EVERYBODY, units(HEALTH)).bars == (Bar.COORDINATES,)
    both = standing(units(INSPECTORATE, HEALTH), item(units(INSPECTORATE, HEALTH)), EVERYBODY, units(INSPECTORATE))
    assert both.bars == (Bar.COORDINATES,)


def test_a_waiver_that_makes_no_difference_is_not_named() -> None:
    free = standing(units(INSPECTORATE), item(units(ORGANISATION)), EVERYBODY, units(INSPECTORATE))
    assert free == Standing(own_lines=units(INSPECTORATE))


def test_the_secretariat_steps_in_once_nobody_of_the_team_may() -> None:
    barred = Standing(bars=(Bar.COORDINATES,))
    assert secretariat_may([barred, barred]) is True
    assert secretariat_may([barred, Standing()]) is False
    assert secretariat_may([]) is True


@pytest.mark.parametrize(
    ("signer", "chairs", "evaluates", "bars"),
    [
        (units(SCHOOLS), True, False, ()),
        (units(SCHOOLS), False, False, (SignerBar.NOT_CHAIR,)),
        (units(SCHOOLS), True, True, (SignerBar.EVALUATES,)),
        (units(INSPECTORATE), True, False, (SignerBar.EVALUATES,)),
        (units(ORGANISATION), True, False, (SignerBar.COORDINATES,)),
    ],
)
def test_only_the_chair_signs_and_never_for_themselves(
    signer: Units, chairs: bool, evaluates: bool, bars: tuple[SignerBar, ...]
) -> None:
    led = item(units(ORGANISATION), units(INSPECTORATE))
    assert bars_of_signer(signer, led, INSPECTORATE, chairs=chairs, evaluates=evaluates) == bars
