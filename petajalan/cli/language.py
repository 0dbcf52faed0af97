"""The language of the command line: Indonesian, or English where the locale asks for it.

Django is not imported: the standard library's gettext reads the same English catalogue as the pages.
"""

from __future__ import annotations

import gettext as standard
import os
from collections.abc import Mapping
from pathlib import Path

LOCALE = Path(__file__).resolve().parent.parent / "locale"
_language = "id"
_catalogue: standard.NullTranslations = standard.NullTranslations()


def current() -> str:
    """ "id" or "en"."""
    return _language


def gettext(text: str) -> str:
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    return _catalogue.ngettext(one, many, count)


def preferred(environment: Mapping[str, str]) -> str:
    """ "id" or "en". A locale that names no language ("C", "POSIX", nothing) means Indonesian, the source language."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "C")
    language = locale.partition(".")[0].partition("_")[0].lower()
    return "id" if language in {"id", "in", "c", "posix"} else "en"


def use(language: str) -> None:
    """Speak this language from now on, argparse's own words ("usage", "options") included."""
    global _language, _catalogue
    _language = language
    languages = [language] if language != "id" else []
    _catalogue = standard.translation("django", LOCALE, languages, fallback=True)
    # argparse asks the default domain in the languages of the environment.
    os.environ["LANGUAGE"] = language
    standard.bindtextdomain("argparse", LOCALE)
    standard.textdomain("argparse")
