"""The manual: its pictures are those that journeys take, its links lead somewhere, and it becomes pages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return __import__("build_manual")


def taken_by_journeys() -> list[str]:
    """The names in `picture(page, "name")`, one for each place in the code."""
    return [
        node.args[1].value
        for file in sorted((ROOT / "tests" / "journeys").glob("test_*.py"))
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "picture"
        if isinstance(node.args[1], ast.Constant)
    ]


def test_every_picture_of_the_manual_is_taken_by_a_journey_and_every_picture_taken_is_named(script: ModuleType) -> None:
    taken = taken_by_journeys()
    assert len(taken) == len(set(taken)) > 10
    assert script.named_pictures() == {f"gambar/{name}.png" for name in taken}


def test_every_link_between_pages_of_the_manual_leads_to_one(script: ModuleType) -> None:
    pages = script.manual()
    assert next(iter(pages)) == "index"
    linked = {target for html in pages.values() for target in re.findall(r'href="([\w-]+)\.html', html)}
    assert linked - set(pages) == set()
    own = {name for name in pages if name == "index" or (ROOT / "docs" / "panduan" / f"{name}.md").exists()}
    assert {name for name in own if 'href="#"' in pages[name]} == set()


def test_markdown_becomes_a_page(script: ModuleType) -> None:
    linked = "[lain](lain.md#isi) [asing](../rahasia.md)"
    text = f"# Dasar & cara\n\n{linked}\n\n| a |\n|---|\n| b |\n\n![Layar](gambar/x.png)\n"
    html = script.page("satu", script.MARKDOWN.parse(text), {"satu": "Dasar & cara", "lain": "Lain"})
    assert '<a href="lain.html#isi">lain</a> <a href="#">asing</a>' in html
    assert "<td>b</td>" in html
    assert '<img src="gambar/x.png" alt="Layar" />' in html
    assert '<li><a href="satu.html" aria-current="page">Dasar &amp; cara</a></li>' in html
