"""Claims that the text's own figures contradict."""

import pytest

from tests.regulation.building import paragraph
from tests.regulation.findings.tables.checking import findings, messages

CLAIM = "Inflasi Kota Contoh setiap tahun masih berada dibawah inflasi secara nasional."


def test_a_value_said_to_be_below_the_national_one():
    figures = "Tercatat inflasi pada Juni 2023 sebesar 3,59%, provinsi 4,59% dan Nasional 3,52%."
    finding = next(f for f in findings(paragraph(f"{CLAIM} {figures}")) if f.code == "claim_contradicted")

    assert finding.message.id == (
        "Teks menyatakan nilainya “dibawah” nilai nasional, tetapi menyebut 3,59% dan nasional 3,52%."
    )
    assert [place.printed for place in finding.places] == [CLAIM, figures]


def test_a_claim_that_names_its_subject_only_before():
    text = "Laju inflasi masih berada di bawah nasional. Inflasi kota tercatat 3,9%, sedangkan inflasi nasional 2,6%."
    assert messages("claim_contradicted", paragraph(text)) == [
        "Teks menyatakan nilainya “di bawah” nilai nasional, tetapi menyebut 3,9% dan nasional 2,6%."
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} Tercatat inflasi pada Juni 2023 sebesar 3,39%, provinsi 4,59% dan Nasional 3,52%.",
        f"{CLAIM} Tercatat angka kemiskinan sebesar 9,9% dan nasional 9,5%.",
        "Laju inflasi berada dibawah 10%. Tercatat inflasi sebesar 3,59% dan nasional 3,52%.",
    ],
)
def test_a_claim_that_holds_or_is_about_something_else(text):
    assert messages("claim_contradicted", paragraph(text)) == []
