"""`petajalan index` and `petajalan classify`: results, refusals, and no database."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from petajalan.catalogue.instruments import FOLDER, instruments
from petajalan.cli import main

KL = next(one for one in instruments() if one.code == "lke-2024-kl")


@pytest.fixture
def values(tmp_path: Path) -> Path:
    """Every item at 70 % of its top."""
    file = tmp_path / "nilai.csv"
    rows = [f"{one.code};{str((one.high or 0) * 7 / 10).replace('.', ',')};assessed" for one in KL.items()]
    file.write_text("\n".join(["item;value;state", *rows, ""]))
    return file


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    code = main([*arguments, "--json"])
    shown = capsys.readouterr()
    return code, json.loads(shown.out, parse_float=Decimal) if shown.out else None, shown.err


def test_index_as_json(values: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown, _err = run(
        capsys, "index", "--instrument", "lke-2024-kl", "--values", str(values), "--coefficient", "-1.5"
    )
    # 70 of 100, but A2 (7) and C2b (7) only 70 % of that: 70 - 0.3 x 4.9 x 2 = 67.06
    assert code == 0
    assert {key: shown[key] for key in ("general", "coefficient", "adjusted_general", "thematic", "index")} == {
        "general": Decimal("67.06"),
        "coefficient": Decimal("-1.5"),
        "adjusted_general": Decimal("65.56"),
        "thematic": 7,
        "index": Decimal("72.56"),
    }
    assert (shown["grade"]["letter"], shown["grade"]["band"], shown["grade"]["label"]) == (
        "BB",
        "(70, 80]",
        "Sangat Baik",
    )
    assert sum(part["points"] for part in shown["explanation"]) == shown["index"]
    assert shown["items"][1] == {
        "code": "A2",
        "name": "Tingkat Implementasi Rencana Aksi Pembangunan RB General",
        "component": "A",
        "raw": 70,
        "range": {"low": 0, "high": 100},
        "weight": 7,
        "score": Decimal("3.43"),
        "state": "assessed",
        "multiplier": {"item": "A1", "factor": Decimal("0.7")},
        "evaluator": "Evaluator Nasional",
        "target_good": None,
        "source": "KepmenPANRB 182/2024 (ringkasan)",
        "confidence": "S",
    }
    assert {one["code"]: one["score"] for one in shown["components"]} == {
        "general": Decimal("67.06"),
        "A": Decimal("5.53"),
        "B": 28,
        "B-hard": Decimal("23.1"),
        "B-soft": Decimal("4.9"),
        "C": Decimal("33.53"),
        "C-hard": Decimal("18.13"),
        "C-soft": Decimal("15.4"),
        "thematic": 7,
    }


def test_above_80_without_targets_the_grade_stays_open(values: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values.write_text("\n".join(f"{one.code},{one.high},carried" for one in KL.items() if one.code[0] != "T") + "\n"
                      + "\n".join(f"{code},,excluded" for code in ("T1", "T2", "T3", "T4a", "T4b")))  # fmt: skip
    code, shown, _err = run(capsys, "index", "--instrument", "lke-2024-kl", "--values", str(values))
    assert (code, shown["index"], shown["grade"]["letter"], shown["grade"]["reason"]) == (
        0,
        100,
        "A/A-",
        "unknown_target",
    )
    assert (shown["items"][0]["state"], shown["items"][-1]["state"], shown["items"][-1]["score"]) == (
        "carried",
        "excluded",
        None,
    )


def test_index_as_text(values: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "--instrument", "lke-2024-kl", "--values", str(values)]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == ["Indeks RB (perkiraan): 74,0600", "Predikat: BB (Sangat Baik)"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("A1;70;", "A1;700;", "700 di luar rentang 0–100"),
        ("A1;70;", "Z1;70;", "butir 'Z1' tidak ada dalam lke-2024-kl"),
        ("A1;70;", "A1;;", "A1: nilainya belum diisi"),
        ("A1;70;assessed\n", "", "butir tanpa baris: A1"),
        ("C3a;70", "C3a;WTP", "angka untuk WTP belum diketahui"),
    ],
)
def test_values_are_refused_with_a_sentence(
    old: str, new: str, sentence: str, values: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = values.read_text()
    assert old in text
    values.write_text(text.replace(old, new))
    code, shown, err = run(capsys, "index", "--instrument", "lke-2024-kl", "--values", str(values))
    assert (code, shown) == (1, None)
    assert sentence in err


def test_an_instrument_file_whose_weights_do_not_sum_is_refused(
    values: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "milik.yaml"
    text = (FOLDER / "lke-2024-kl.yaml").read_text()
    file.write_text(text)
    assert run(capsys, "index", "--instrument", str(file), "--values", str(values))[0] == 0
    file.write_text(text.replace("weight: 3, range: [0, 100]", "weight: 4, range: [0, 100]"))
    code, _shown, err = run(capsys, "index", "--instrument", str(file), "--values", str(values))
    assert (code, "bobot isi Strategi Pelaksanaan RB General berjumlah 11, seharusnya 10" in err) == (1, True)


def test_an_instrument_without_weights_says_what_to_do(values: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _shown, err = run(capsys, "index", "--instrument", "lke-2024-kabkota", "--values", str(values))
    assert (code, "Bobot butir berikut dalam lke-2024-kabkota belum diketahui: A1, A2" in err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--instrument", "lke-1999", "--values", "x"], "Instrumen lke-1999 tidak dikenal. Yang ada: lke-2024-kabkota"),
        (["--instrument", "lke-2024-kl", "--values", "/tidak/ada.csv"], "Berkas /tidak/ada.csv tidak ada."),
        (["--instrument", "/tidak/ada.yaml", "--values", "x"], "Berkas /tidak/ada.yaml tidak ada."),
        (["--instrument", "lke-2024-kl", "--values", "x", "--coefficient", "a"], "“a” bukan angka"),
    ],
)
def test_unusable_input(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _shown, err = run(capsys, "index", *arguments)
    assert (code, sentence in err) == (2, True)


@pytest.mark.parametrize(
    ("scale", "year", "value", "letter", "label"),
    [
        ("reform-index", 2023, "60", "CC", "Cukup"),
        ("reform-index", 2023, "60,01", "B", "Baik"),
        ("reform-index", 2022, "64.09", "B", "Baik"),
        ("spbe", 2022, "2,66", None, "Baik"),
        ("spi", 2022, "71,4", None, "Rentan"),
        ("bpk-opinion", 2023, "wtp", "WTP", "Wajar Tanpa Pengecualian"),
    ],
)
def test_classify(
    scale: str, year: int, value: str, letter: str | None, label: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shown, _err = run(capsys, "classify", "--scale", scale, "--year", str(year), value)
    assert (code, set(shown)) == (0, {"band", "letter", "label", "source", "confidence"})
    assert (shown["letter"], shown["label"]) == (letter, label)


def test_classify_refuses_what_is_not_on_the_scale(capsys: pytest.CaptureFixture[str]) -> None:
    code, _shown, err = run(capsys, "classify", "--scale", "spbe", "--year", "2023", "7")
    assert (code, err) == (1, "petajalan: Skala spbe tidak mempunyai predikat untuk 7 pada tahun 2023.\n")
    assert run(capsys, "classify", "--scale", "tidak-ada", "--year", "2023", "7")[0] == 2


def test_neither_needs_django(values: Path) -> None:
    script = (
        "import sys; from petajalan.cli import main; "
        f"assert main(['index', '--instrument', 'lke-2024-kl', '--values', {str(values)!r}, '--json']) == 0; "
        "assert main(['classify', '--scale', 'spbe', '--year', '2023', '2,66']) == 0; "
        "sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True).returncode == 0
