"""The tools behind `make check` and `make setup` complain when they should, and only then."""

import ast
import sys
from pathlib import Path
from types import ModuleType

import polib
import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


def script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return __import__(name)


def catalogue(**texts: str) -> polib.POFile:
    made = polib.POFile()
    made.extend(polib.POEntry(msgid=text, msgstr=english) for text, english in texts.items())
    return made


@pytest.mark.parametrize(
    ("english", "used", "complaint"),
    [
        ({"Simpan": "Save"}, {"Simpan"}, []),
        ({"Simpan": ""}, {"Simpan"}, ["no English for: 'Simpan'"]),
        ({}, {"Simpan"}, ["not in the catalogue: 'Simpan'"]),
        ({"Simpan": "Save"}, set(), ["no longer used: 'Simpan'"]),
        ({"%(n)d baris": "%(n)d rows"}, {"%(n)d baris"}, []),
        ({"%(n)d baris": "rows"}, {"%(n)d baris"}, ["the English has other placeholders: '%(n)d baris'"]),
    ],
)
def test_translations_lint(
    english: dict[str, str], used: set[str], complaint: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    translations = script("translations", monkeypatch)
    texts = {(None, text, None): ["x.py"] for text in used}
    assert [line.partition(": ")[2] for line in translations.complaints_about(catalogue(**english), texts)] == complaint


def test_marked_texts_of_templates_and_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    translations = script("translations", monkeypatch)
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}<a title="{% translate "Buka" %}">{% blocktranslate count n=rows %}{{ n }} baris{% plural %}'
        '{{ n }} barisan{% endblocktranslate %}</a>{% translate "Mei" context "bulan" %}'
    )
    code = tmp_path / "code.py"
    code.write_text('_("Satu " "dua")\nngettext("%d baris", "%d barisan", n)\n_(variable)\nprint("tidak")\n')
    assert list(translations.texts_in(page)) == [
        (None, "Buka", None),
        (None, "%(n)s baris", "%(n)s barisan"),
        ("bulan", "Mei", None),
    ]
    assert list(translations.texts_in(code)) == [(None, "Satu dua", None), (None, "%d baris", "%d barisan")]


def test_icons_named_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    assets = script("build_assets", monkeypatch)
    source = """
ICONS = {"error": "x-octagon", "note": "info-circle"}
class Place:
    icon: str = "house"
menu = [Place(icon="list" if wide else "grid"), {"icon": "gear", "name": "Setelan"}, icon("bell")]
name = "pencil"
"""
    assert set(assets.icons_in_python(ast.parse(source))) == {
        *("x-octagon", "info-circle", "house", "list", "grid", "gear", "bell")
    }


def test_the_sprite_holds_every_icon_once() -> None:
    sprite = (SCRIPTS.parent / "petajalan/common/static/vendor/icons.svg").read_text()
    names = [part.partition('"')[0] for part in sprite.split('<symbol id="')[1:]]
    assert len(names) > 10
    assert names == sorted(set(names))
    assert 'viewBox="0 0 16 16"' in sprite


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ('<p class="a">style="x"</p>', []),
        ('<p style="color:red">', ["inline style"]),
        ('<p\n  style="color:red">', ["inline style"]),
        ('<button onclick="go()">', ["inline event handler"]),
        ('<button hx-on:click="go()">', ["inline event handler"]),
        ('<button @click="go" x-on:click="go">', []),
        ("<script>go()</script>", ["inline script"]),
        ('<script src="/a.js" defer></script>', []),
        ('<script type="application/json">{}</script>', []),
        ("<style>p{}</style>", ["style element"]),
    ],
)
def test_inline_code_is_found(page: str, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    checks = script("run_checks", monkeypatch)
    assert [name for name, pattern in checks.INLINE.items() if pattern.search(page)] == names


def test_setup_needs_nothing_installed() -> None:
    """It runs before anything is there: only the standard library and its neighbour may be imported."""
    imported = set()
    for name in ("setup", "debian"):
        for node in ast.walk(ast.parse((SCRIPTS / f"{name}.py").read_text())):
            if isinstance(node, ast.Import):
                imported.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
    assert imported - sys.stdlib_module_names == {"debian"}
