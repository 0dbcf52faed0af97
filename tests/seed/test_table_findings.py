"""The findings on figures and tables of a real regulation: every defect at its lines, and nothing more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from petajalan.catalogue.load import load_reference
from petajalan.regulation.findings.model import Finding
from petajalan.regulation.findings.tables import RULES
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise

FOUND = {
    ("percent_for_points", "note"): [{197}],
    ("scale_printed_wrong", "note"): [{358, 361}],
    ("index_over_two_schemes", "warning"): [{363}, {445}, {484, 563}],
    ("nearly_equal_values", "warning"): [{364, 569}],
    ("indicator_two_values", "note"): [{394, 479, 572}],
    ("indicator_two_values", "error"): [{446, 638, 898}, {485, 560}],
    ("missing_source", "note"): [{443, 552, 895}],
    ("missing_year_column", "warning"): [{443}, {474}],
    ("number_and_grade_mixed", "warning"): [{445}, {477}, {579}],
    ("percent_mixed", "warning"): [{446}, {562}, {898, 902}],
    ("national_row_without_local", "warning"): [{447}],
    ("target_not_moving", "note"): [{477, 581}, {580}],
    ("national_target_implausible", "warning"): [{479}, {480}],
    ("lowest_class", "warning"): [{484, 563}],
    ("local_row_without_national", "warning"): [{485}],
    ("total_as_factor", "warning"): [{503}],
    ("constant_factor", "note"): [{511}],
    ("factor_without_scale", "note"): [{511}],
    ("wrong_total", "error"): [{519}, {528}],
    ("ties_without_rule", "warning"): [
        {520, 523, 524, 525, 526, 528, 529, 530, 531, 532, 533, 536, 541, 542, 543, 544},
    ],
    ("same_implementer", "note"): [{554}],
    ("implausible_jump", "warning"): [{555}, {565}, {575}, {578}],
    ("missing_baseline", "warning"): [{555, 557, 564, 578, 580}, {901}],
    ("gap_year", "warning"): [{556}, {557}],
    ("outside_scale", "warning"): [{557}],
    ("missing_scale", "note"): [{557, 573}],
    ("missing_unit", "warning"): [{559}],
    ("order_follows_wrong_total", "error"): [{519, 528, 562, 564}],
    ("two_coordinators", "warning"): [{571, 572}, {574, 575}, {580, 581}],
    ("wrong_difference", "error"): [{632}],
    ("decimal_point", "note"): [{665}],
    ("claim_contradicted", "warning"): [{827}],
    ("plus_minus_lost", "warning"): [{853}],
    ("missing_owner", "note"): [{895}],
    ("several_indicators_one_number", "error"): [{898}],
    ("amount_in_percent", "warning"): [{447, 899}],
    ("known_value_not_available", "warning"): [{697, 900}],
    ("indicator_mismatch", "warning"): [{900}],
}


@pytest.fixture(scope="module")
def found(seed: Path) -> list[Finding]:
    data = recognise(read_document(seed.read_bytes(), seed.name))
    reference = load_reference()
    return [finding for rule in RULES for finding in rule.function(data, reference)]


def test_every_defect_at_its_lines_and_nothing_more(found: list[Finding]) -> None:
    by_kind: dict[tuple[str, str], list[set[int]]] = {}
    for finding in found:
        lines = {place.line for place in finding.places if place.line}
        by_kind.setdefault((finding.code, finding.severity), []).append(lines)

    assert {kind: sorted(lines, key=sorted) for kind, lines in by_kind.items()} == FOUND


def test_findings_by_severity(found: list[Finding]) -> None:
    assert Counter(finding.severity for finding in found) == {"error": 7, "warning": 37, "note": 12}


def test_what_the_wrong_totals_do(found: list[Finding]) -> None:
    assert [finding.message.en for finding in found if finding.code == "wrong_total"] == [
        "The total of “Penyederhanaan Birokrasi (Penyederhanaan Struktur Organisasi)/transformasi organisasi …” is "
        "printed as 27, but 10 + 2 + 5 = 17. Its rank changes from 7 to 21 of 21 activities.",
        "The total of “Pelaksanaan Tata Kelola Kebijakan Publik” is printed as 27, but 10 + 7 + 9 = 26. Its rank "
        "changes from 7 to 8 (shared with 2 others) of 21 activities.",
    ]
