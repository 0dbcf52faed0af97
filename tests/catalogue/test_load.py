"""The reference data loads whole and quickly; a damaged file is named with the place and the reason."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from petajalan.catalogue.load import DATA, InvalidReferenceData, load_reference
from petajalan.regulation.reference import Aliases, KnownIndicator


def test_every_indicator_of_national_rules_is_known_by_its_spellings() -> None:
    by_name = {name: indicator.code for indicator in load_reference().indicators for name in indicator.names}
    assert {
        name: by_name.get(name)
        for name in (
            "Nilai SAKIP",
            "Capaian Akuntabilitas Kinerja",
            "Opini BPK",
            "Capaian Akuntabilitas Keuangan",
            "Angka Kemiskinan",
            "Tingkat Kemiskinan",
            "Prevalensi Stunting",
            "Nilai Survei Indeks BerAKHLAK",
            "Indeks BerAKHLAK",
        )
    } == {
        "Nilai SAKIP": "sakip",
        "Capaian Akuntabilitas Kinerja": "sakip",
        "Opini BPK": "bpk-opinion",
        "Capaian Akuntabilitas Keuangan": "bpk-opinion",
        "Angka Kemiskinan": "poverty-rate",
        "Tingkat Kemiskinan": "poverty-rate",
        "Prevalensi Stunting": "stunting",
        "Nilai Survei Indeks BerAKHLAK": "berakhlak",
        "Indeks BerAKHLAK": "berakhlak",
    }


def test_directions_follow_what_is_measured() -> None:
    directions = {indicator.code: indicator.direction for indicator in load_reference().indicators}
    assert {code: directions[code] for code in ("poverty-rate", "stunting", "inflation", "investment-growth")} == {
        "poverty-rate": "lower",
        "stunting": "lower",
        "inflation": "range",
        "investment-growth": "higher",
    }


def test_aliases_give_the_full_name_of_a_unit() -> None:
    full = {
        (alias.kind, short): alias.full for alias in load_reference().aliases for short in (alias.full, *alias.short)
    }
    assert full["unit", "Bagor"] == "Bagian Organisasi"
    assert full["unit", "DPMPTSP"] == "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"
    assert full["theme", "P3DN"] == "Peningkatan Penggunaan Produk Dalam Negeri"
    assert full["term", "Berakhlak"] == "BerAKHLAK"


def test_reference_data_loads_without_django_and_without_document_libraries() -> None:
    code = (
        "import sys; from petajalan.catalogue.load import load_reference; load_reference();"
        "print(sorted({'django', 'openpyxl', 'pdfplumber', 'docx', 'holidays'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scales.yaml").write_text(
        "- {code: s, name: S, range: [0, 100], source: x, confidence: P, classifications: [{years: [null, null], "
        'source: x, confidence: P, bands: [[B, Baik, "[0, 60]", warn], [A, Hebat, "(60, 100]", good]]}]}\n'
    )
    (tmp_path / "indicators.yaml").write_text("- {code: i, names: [Nilai S], scale: s, direction: higher}\n")
    (tmp_path / "aliases.yaml").write_text("unit: {Bagian Organisasi: [Bagor]}\n")
    return tmp_path


def test_an_agency_may_load_its_own_folder(folder: Path) -> None:
    reference = load_reference(folder)
    assert [scale.code for scale in reference.scales] == ["s"]
    assert reference.indicators == (KnownIndicator("i", ("Nilai S",), "s", "higher", None),)
    assert reference.aliases == (Aliases("unit", "Bagian Organisasi", ("Bagor",)),)


@pytest.mark.parametrize(
    ("file", "printed", "changed", "message"),
    [
        (
            "scales.yaml",
            "(60, 100]",
            "[60, 100]",
            "scales.yaml, s: the classes 'Baik' and 'Hebat' leave a gap or overlap",
        ),
        (
            "scales.yaml",
            "(60, 100]",
            "(61, 100]",
            "scales.yaml, s: the classes 'Baik' and 'Hebat' leave a gap or overlap",
        ),
        ("scales.yaml", '"[0, 60]"', '"0-60"', "scales.yaml, s: '0-60' is not an interval such as \"[60, 70)\""),
        ("scales.yaml", "confidence: P,", "confidence: X,", "scales.yaml, s: 'X' is not one of C, D, I, M, N, P, S"),
        ("scales.yaml", "name: S, ", "", "scales.yaml, s: name is missing"),
        ("scales.yaml", "range: [0, 100]", "range: [100, 0]", "scales.yaml, s: the range is empty"),
        ("scales.yaml", "name: S", "nama: S, name: S", "scales.yaml, s: unknown key nama"),
        ("scales.yaml", "- {code: s", "- {kode: s", "scales.yaml: expected a list of entries that each have a code"),
        ("indicators.yaml", "scale: s", "scale: z", "indicators.yaml, i: scale 'z' is not known"),
        ("indicators.yaml", "higher", "up", "indicators.yaml, i: 'up' is not one of higher, lower, range"),
        ("indicators.yaml", "[Nilai S]", "[Nilai S, nilai s]", "indicators.yaml: 'nilai s' is there twice"),
        (
            "indicators.yaml",
            "direction: higher}",
            "direction: higher}\n- {code: j, names: ['NILAI, S (NS)']}",
            "indicators.yaml: 'NILAI, S (NS)' of j cannot be told from 'Nilai S' of i",
        ),
        (
            "aliases.yaml",
            "[Bagor]",
            "[Bagor], Bagian Umum: [bagor.]",
            "aliases.yaml: 'bagor.' of Bagian Umum cannot be told from 'Bagor' of Bagian Organisasi",
        ),
        ("aliases.yaml", "unit:", "units:", "aliases.yaml: expected the parts unit, theme, term"),
        ("aliases.yaml", "[Bagor]", "[Bagor, 3]", "aliases.yaml, Bagian Organisasi: every name must be a text"),
        ("aliases.yaml", "[Bagor]", "[Bagor, Bagor]", "aliases.yaml: 'Bagor' is there twice"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(
    folder: Path, file: str, printed: str, changed: str, message: str
) -> None:
    text = (folder / file).read_text()
    assert printed in text
    (folder / file).write_text(text.replace(printed, changed, 1))
    with pytest.raises(InvalidReferenceData) as refused:
        load_reference(folder)
    assert str(refused.value) == message


def test_years_of_two_tables_may_not_overlap(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path, dirs_exist_ok=True)
    text = (tmp_path / "scales.yaml").read_text()
    (tmp_path / "scales.yaml").write_text(text.replace("years: [2023, null]", "years: [2022, null]", 1))
    with pytest.raises(InvalidReferenceData, match="reform-index: the years of two classifications overlap"):
        load_reference(tmp_path)


def test_a_missing_or_broken_file_is_refused(folder: Path) -> None:
    (folder / "scales.yaml").write_text("- {code: [\n")
    with pytest.raises(InvalidReferenceData, match=r"^scales\.yaml: "):
        load_reference(folder)
    (folder / "scales.yaml").unlink()
    with pytest.raises(InvalidReferenceData, match=r"^scales\.yaml: .*No such file"):
        load_reference(folder)
