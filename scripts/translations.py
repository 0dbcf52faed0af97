"""The English catalogue: petajalan/locale/en/LC_MESSAGES/django.po.

Indonesian is the source language: the text in the code is Indonesian, and English is its translation.

    extract   collect every text marked for translation into the catalogue; translations already there stay
    lint      fail when a text has no English, is marked fuzzy, is no longer used, or lost a placeholder
    compile   write the .mo files that the running program reads (needs no gettext program)
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.extract import extract_python

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "petajalan"
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"

# Where each function takes the text, the plural and ("c") the context.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")

Text = tuple[str | None, str, str | None]  # context, text, plural


def main(arguments: list[str]) -> int:
    match arguments:
        case ["extract"]:
            return extract()
        case ["lint"]:
            return lint()
        case ["compile"]:
            return compile_all()
    print(__doc__, file=sys.stderr)
    return 2


def extract() -> int:
    catalogue = opened()
    used = marked_texts()
    for entry in list(catalogue):
        if key_of(entry) not in used:
            catalogue.remove(entry)
    known = {key_of(entry): entry for entry in catalogue}
    for key, places in used.items():
        if key not in known:
            context, text, plural = key
            known[key] = polib.POEntry(msgctxt=context, msgid=text, msgid_plural=plural or "")
            if plural:
                known[key].msgstr_plural = {0: "", 1: ""}
            catalogue.append(known[key])
        known[key].occurrences = [(place, "") for place in places]
        known[key].flags = [flag for flag in known[key].flags if flag == "fuzzy"]
    catalogue.sort(key=lambda entry: (entry.occurrences, entry.msgid))
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(CATALOGUE))
    empty = sum(not entry.translated() for entry in catalogue)
    print(f"{len(catalogue)} texts, {empty} without English: {CATALOGUE.relative_to(ROOT)}")
    return 0


def lint() -> int:
    complaints = list(complaints_about(opened(), marked_texts()))
    for complaint in complaints:
        print(complaint)
    if complaints:
        print(f"\n{len(complaints)} complaints. `python scripts/translations.py extract` refreshes the catalogue.")
    return 1 if complaints else 0


def compile_all() -> int:
    for path in (PACKAGE / "locale").rglob("*.po"):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    return 0


def complaints_about(catalogue: polib.POFile, used: dict[Text, list[str]]) -> Iterator[str]:
    known = {key_of(entry): entry for entry in catalogue}
    for key, places in used.items():
        if key not in known:
            yield f"{places[0]}: not in the catalogue: {key[1]!r}"
    for key, entry in known.items():
        where = entry.occurrences[0][0] if entry.occurrences else CATALOGUE.name
        if key not in used:
            yield f"{where}: no longer used: {entry.msgid!r}"
        elif entry.fuzzy:
            yield f"{where}: the translation is marked fuzzy: {entry.msgid!r}"
        elif not entry.translated():
            yield f"{where}: no English for: {entry.msgid!r}"
        elif not entry.msgid_plural and placeholders(entry.msgid) != placeholders(entry.msgstr):
            yield f"{where}: the English has other placeholders: {entry.msgid!r}"


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def key_of(entry: polib.POEntry) -> Text:
    return (entry.msgctxt, entry.msgid, entry.msgid_plural or None)


def opened() -> polib.POFile:
    if CATALOGUE.exists():
        return polib.pofile(str(CATALOGUE), wrapwidth=110)
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return catalogue


# ---- texts marked for translation ----


def marked_texts() -> dict[Text, list[str]]:
    """Every marked text of the package with the files that hold it, in the order found."""
    found: dict[Text, list[str]] = {}
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        if path.suffix != ".py" and "templates" not in path.parts:
            continue
        place = path.relative_to(ROOT).as_posix()
        for text in texts_in(path):
            places = found.setdefault(text, [])
            if place not in places:
                places.append(place)
    return found


def texts_in(path: Path) -> Iterator[Text]:
    source = path.read_text()
    if path.suffix != ".py":
        source = as_python(source, path.name)
    for _line, function, messages, _comments in extract_python(
        BytesIO(source.encode()), list(KEYWORDS), [], {"encoding": "utf-8"}
    ):
        parts = list(messages) if isinstance(messages, tuple | list) else [messages]
        spec = KEYWORDS[function or "_"]
        if spec is None:
            if parts[0]:
                yield (None, parts[0], None)
            continue
        has_context = isinstance(spec[0], tuple)
        context = parts.pop(0) if has_context else None
        plural = parts[1] if len(spec) - has_context == 2 else None
        if parts[0]:
            yield (context, parts[0], plural)


def as_python(template: str, name: str) -> str:
    """A Django template turned into the Python-like text that Django's own extraction reads."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure(USE_I18N=True)
    return templatize(template, origin=name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
