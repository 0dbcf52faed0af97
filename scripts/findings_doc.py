"""Write docs/findings.md from the codes that the rules declare. `--check` only tells whether the page is current."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from petajalan.regulation.findings import RULES
from petajalan.regulation.findings.model import Code, Severity

PAGE = Path(__file__).resolve().parent.parent / "docs" / "findings.md"
INTRODUCTION = """# Temuan · Findings

Kode yang dapat muncul dari `petajalan check` dan di halaman temuan. Arti sebuah kode tidak berubah. Beratnya ialah yang
lazim; satu temuan dapat lebih ringan atau lebih berat menurut isinya. Halaman ini ditulis dari aturannya sendiri oleh
`scripts/findings_doc.py`.

*The codes that `petajalan check` and the findings page may raise. The meaning of a code never changes. The severity is
the usual one; a single finding may weigh less or more. `scripts/findings_doc.py` writes this page from the rules.*"""
HEADINGS = {
    Severity.ERROR: ("Kesalahan · Errors", "Dokumen bertentangan dengan dirinya sendiri atau dengan hitungan."),
    Severity.WARNING: ("Peringatan · Warnings", "Belum dapat dilaksanakan atau diukur sebagaimana tertulis."),
    Severity.NOTE: ("Catatan · Notes", "Patut dilihat."),
}


def main(arguments: list[str]) -> int:
    page = "\n".join(lines()) + "\n"
    if arguments == ["--check"]:
        current = PAGE.exists() and PAGE.read_text() == page
        if not current:
            print("docs/findings.md is not current: run `python scripts/findings_doc.py`", file=sys.stderr)
        return 0 if current else 1
    PAGE.write_text(page)
    return 0


def lines() -> Iterator[str]:
    yield INTRODUCTION
    codes = {code.code: code for rule in RULES for code in rule.codes}
    for severity, (heading, sentence) in HEADINGS.items():
        found = [codes[name] for name in sorted(codes) if codes[name].severity is severity]
        if found:
            yield from ("", f"## {heading}", "", sentence)
        for code in found:
            yield from described(code)


def described(code: Code) -> Iterator[str]:
    yield from ("", f"### `{code.code}`", "")
    yield f"{code.meaning.id}  "
    yield f"*Contoh:* {code.example.id}"
    yield ""
    yield f"{code.meaning.en}  "
    yield f"*Example:* {code.example.en}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
