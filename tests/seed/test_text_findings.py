"""The findings on text, names, law and structure of a real regulation: every defect at its lines, and nothing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from petajalan.catalogue.load import load_reference
from petajalan.regulation.data import RegulationData
from petajalan.regulation.document import Document
from petajalan.regulation.findings.model import MOST_PLACES, Finding
from petajalan.regulation.findings.text import RULES
from petajalan.regulation.reading import read_document
from petajalan.regulation.recognise import recognise
from tests.regulation.writing import to_docx, to_pdf

FOUND = {
    ("number_mismatch", "error"): [{9, 104}],
    ("period_mismatch", "error"): [{9, 137, 150, 439, 441, 443, 458, 470, 509, 550, 891, 893, 992}, {9, 957}],
    ("period_length_mismatch", "warning"): [{9, 50}],
    ("plan_period_mismatch", "error"): [{32, 115, 119, 155, 994}],
    ("repealed_but_amended", "warning"): [{74, 137, 141, 150, 439, 992}],
    ("citation_two_ways", "error"): [{28, 154}, {28, 154}],
    ("citation_two_ways", "note"): [{137, 165, 414}],
    ("gazette_out_of_order", "warning"): [{31, 152}],
    ("legal_basis_differs", "note"): [{24, 29, 30, 31, 152, 153, 156, 159}],
    ("later_than_enactment", "error"): [{819}],
    ("past_as_future", "note"): [{855}],
    ("count_mismatch", "error"): [{219, 447}],
    ("list_number_gap", "warning"): [{690, 691}, {946}],
    ("caption_missing", "warning"): [{386, 390}],
    ("missing_reference", "warning"): [{969}],
    ("missing_reference", "note"): [{373}],
    ("asterisk_without_footnote", "warning"): [{571, 572, 578}],
    ("systematics_mismatch", "note"): [{68, 906}],
    ("part_missing", "note"): [{163}],
    ("name_variants", "warning"): [
        {556, 557, 563, 575, 931},  # Insepektorat
        {558, 559, 573, 733, 931, 937},  # Dinas Komunikasi ...
        {578, 669, 931, 937, 938},  # DPMPSTSP
        {574, 931},  # Keuangann
        {580, 632, 729, 748, 758, 931, 937},  # Bapelitbangda
        {714, 731, 749, 750, 751, 940},  # DPA3KB
        {736, 938, 939, 940, 946},  # Kepala Perikanan
        {938, 939, 940, 946},  # Kepala Pertanian
        {947},  # Irba
        {624, 898, 937},  # Penanganan Kemiskinan
        {695, 900, 940},  # Digitalisasi
        {793, 901, 941},  # P3DN
        {821, 902, 939},  # Inflansi
        {56, 223, 453, 460, 476, 514},  # the first objective
        {231, 402, 479, 572},  # Employer Branding
        {57, 187, 189, 229, 232, 399, 402, 404, 571},  # BerAKHLAK
        {930, 964, 966},  # Keskretariat
    ],
    ("name_variants", "note"): [
        {21, 43, 47, 48, 636},  # Wali Kota
        {48, 250, 401, 402, 663, 728, 811, 946},  # OPD
        {570, 811, 936, 946},  # BLP
    ],
    ("abbreviation_undefined", "note"): [
        {179, 219, 356, 357, 359, 361, 362, 364, 559, 574, 591, 661, 669, 693, 781, 798, 802, 853, 899, 946},
    ],
    ("abbreviation_conflict", "warning"): [{743}],
    ("evaluator_coordinates", "warning"): [{556, 557, 563, 575, 947}],
    ("evaluator_in_team", "warning"): [{931, 939, 947}],
    ("team_not_announced", "warning"): [{921, 930}],
    ("position_is_unit", "note"): [{931, 939, 946}],
    ("report_cadence_mismatch", "warning"): [{964, 981}],
    ("report_addressee_mismatch", "warning"): [{964, 981}],
    ("evaluation_by_two", "warning"): [{910}],
    ("undefined_duty", "warning"): [{955, 956, 961, 962, 963, 978}],
    ("circular_statement", "note"): [{956}],
    ("typing_errors", "note"): [
        {
            *(20, 49, 127, 199, 213, 215, 236, 238, 250, 251, 350, 403, 529, 632, 636, 659, 703, 739, 791, 795, 799),
            *(827, 889, 927, 955),
        },
    ],
    ("word_spacing", "note"): [{165, 250, 251, 373, 402, 462, 591, 657, 697, 799, 955}],
    ("unbalanced_brackets", "note"): [{519, 562}],
}


@pytest.fixture(scope="module")
def data(seed: Path) -> RegulationData:
    return recognise(read_document(seed.read_bytes(), seed.name))


@pytest.fixture(scope="module")
def found(data: RegulationData) -> list[Finding]:
    return check(data)


def check(data: RegulationData) -> list[Finding]:
    reference = load_reference()
    return [finding for rule in RULES for finding in rule.function(data, reference)]


def test_every_defect_at_its_lines(found: list[Finding]):
    at = sorted((f.code, str(f.severity), sorted({place.line or 0 for place in f.places})) for f in found)
    assert at == sorted((*key, sorted(lines)) for key, many in FOUND.items() for lines in many)


def test_the_words_printed_there(found: list[Finding], seed: Path):
    """Every place shows words that stand in its line of the file."""
    lines = [line.replace("*", "") for line in seed.read_text().splitlines()]

    def shown(words: str) -> list[str]:
        return words.replace("*", "").split()

    for finding in found:
        assert len(finding.places) <= MOST_PLACES
        for place in finding.places:
            first = shown(place.printed)[0]
            assert any(first in line for line in lines[(place.line or 0) - 1 : (place.line or 0) + 3]), (
                finding.code,
                place,
            )


@pytest.mark.parametrize("write", [to_docx, to_pdf])
def test_other_formats_say_the_same(data: RegulationData, found: list[Finding], write: Callable[[Document], bytes]):
    other = check(recognise(read_document(write(data.document), "peraturan")))
    assert Counter((f.code, f.message.id) for f in other) == Counter((f.code, f.message.id) for f in found)


def test_the_check_is_quick(data: RegulationData):
    start = process_time()
    check(data)
    assert process_time() - start < 1.5
