"""How a template of an agency is held to placeholders, and to parts that show only where a placeholder has a text.

A template is a stranger's file that this program runs through a template language, so nothing else of that language
is let in: no attributes, no calls, no loops, no filters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from petajalan.exports.documents.placeholders import PLACEHOLDERS, BrokenTemplate

ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.If, nodes.Not, nodes.And, nodes.Or)
TAG = re.compile(r"<[^>]+>")
NEAR = 60  # characters of the faulty place that are shown


class Placeholders(ImmutableSandboxedEnvironment):
    """Refuses whatever is no placeholder as soon as a part of the file is read."""

    def __init__(self) -> None:
        super().__init__(autoescape=True)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()
        self.seen: set[str] = set()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            parsed = super()._parse(source, name, filename)
        except TemplateSyntaxError as error:
            raise BrokenTemplate(
                _("Tanda isian tidak lengkap di dekat “%(near)s”. Tulis seperti {{ nomor }}, dalam satu baris.")
                % {"near": _near(source, error.lineno)}
            ) from error
        for node in _all(parsed):
            if not isinstance(node, ALLOWED):
                raise BrokenTemplate(
                    _(
                        "Templat memakai perintah yang tidak dikenal di dekat “%(near)s”. Yang boleh: isian seperti "
                        "{{ nomor }} dan {%% if nomor %%} … {%% endif %%}."
                    )
                    % {"near": _near(source, node.lineno)}
                )
            if isinstance(node, nodes.Name):
                self._known(node.name)
        return parsed

    def _known(self, name: str) -> None:
        if name not in PLACEHOLDERS:
            raise BrokenTemplate(
                _("Isian {{ %(name)s }} tidak dikenal. Yang ada: %(known)s.")
                % {"name": name[:NEAR], "known": ", ".join(PLACEHOLDERS)}
            )
        self.seen.add(name)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _near(source: str, line: int) -> str:
    """What a person reads on that line, which holds one paragraph; else around it."""
    lines = source.split("\n")
    for part in (lines[line - 1 : line], lines[max(line - 2, 0) : line + 1]):
        text = " ".join(TAG.sub(" ", " ".join(part)).split())
        if "{" in text:
            return text[text.find("{") :][:NEAR]
    return text[:NEAR]
