"""Plain text of one Markdown line or cell: emphasis, entities, links and tags taken away.

markdown-it-py decides what is emphasis, because that needs care: "Indeks BerAKHLAK*" keeps its asterisk, "*Road Map*"
loses both.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

FORMULA = re.compile(r"\$([^$]{1,80})\$")
BREAK = re.compile(r"</?(?:p|br|div|li)\b", re.IGNORECASE)
SPECIAL = re.compile(r"[*_`\[\]<&\\$!~]")

_parser = MarkdownIt("commonmark")


def plain(source: str) -> list[str]:
    """The lines of text; more than one where the source breaks them with `<br>` or `<p>`."""
    if not SPECIAL.search(source):
        return [source]
    if "$" in source:
        source = FORMULA.sub(_formula, source)
    lines = [""]
    for token in _tokens(source):
        if token.type == "html_inline":
            if BREAK.match(token.content):
                lines.append("")
        elif token.type in ("softbreak", "hardbreak"):
            lines[-1] += " "
        elif token.type != "image":
            lines[-1] += token.content
    return lines


def _tokens(source: str) -> list[Token]:
    parsed = _parser.parseInline(source)
    return (parsed[0].children or []) if parsed else []


def _formula(found: re.Match[str]) -> str:
    """ "$6=(3+4+5)$" is a formula set by the converter, "$100 dan $200" is money."""
    inner = found.group(1)
    return inner if re.search(r"[=+]|^\d+$", inner) else found.group(0)
