"""Depth of list items by the order of their markers."""

import pytest

from petajalan.regulation.reading.levels import levels, read_marker


def depths(markers: str, introduced: str = "") -> list[int]:
    """Depths of space-separated markers; `introduced` names positions, from 0, that an item before them announces."""
    listed = markers.split()
    announced = {int(position) for position in introduced.split()}
    return levels(listed, [position in announced for position in range(len(listed))])


@pytest.mark.parametrize(
    ("markers", "introduced", "expected"),
    [
        ("1. 2. 3.", "", [1, 1, 1]),
        ("(1) (2) a. b. (3)", "2", [1, 1, 2, 2, 1]),
        ("1. a. b. 2. a. b.", "", [1, 2, 2, 1, 2, 2]),
        ("a. b. 1. 2.", "", [1, 1, 1, 1]),  # Menimbang, then Mengingat
        ("1. - - 2. - -", "", [1, 2, 2, 1, 2, 2]),
        ("1. 1. 2. 3. 2. 1. 2. 3. 3.", "", [1, 2, 2, 2, 1, 2, 2, 2, 1]),  # the same style inside itself
        ("a. b. d.", "", [1, 1, 1]),  # a letter left out
        ("1). 2). 3) 4).", "", [1, 1, 1, 1]),
        ("2) 3)", "", [1, 1]),  # begins where a heading cut it
        ("i. ii. iii. iv. v.", "", [1, 1, 1, 1, 1]),
        ("a. b. c. d. e. f. g. h. i. j.", "", [1] * 10),
    ],
)
def test_depths(markers, introduced, expected):
    assert depths(markers, introduced) == expected


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("1.", ("1.", 1)),
        ("12)", ("1)", 12)),
        ("3).", ("1)", 3)),
        ("(4)", ("1()", 4)),
        ("c.", ("a.", 3)),
        ("B.", ("A.", 2)),
        ("i.", ("i.", 1)),
        ("iv)", ("i)", 4)),
        ("-", ("-", 0)),
    ],
)
def test_markers(marker, expected):
    assert read_marker(marker) == expected


def test_i_after_h_is_a_letter():
    assert read_marker("i.", {"a.": 8}) == ("a.", 9)
