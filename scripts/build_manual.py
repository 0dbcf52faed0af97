"""Make the manual readable: docs/panduan as HTML in build/manual, with pictures that the journeys take on the way.

A page of the manual names its pictures by relative path, `![…](gambar/nama.png)`; no picture is kept in the repository.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = DOCS / "panduan"
OUTPUT = ROOT / "build" / "manual"
FIRST = "README"
MARKDOWN = MarkdownIt("commonmark").enable("table")
STYLE = (ROOT / "scripts" / "manual.css").read_text()


def main() -> int:
    shutil.rmtree(OUTPUT, ignore_errors=True)
    (OUTPUT / "gambar").mkdir(parents=True)
    journeys = [sys.executable, "-m", "pytest", "tests/journeys", f"--pictures={OUTPUT / 'gambar'}"]
    if subprocess.run(journeys, cwd=ROOT).returncode:
        print("The journeys that take the pictures failed; the manual was not made.", file=sys.stderr)
        return 1
    pages = manual()
    for name, html in pages.items():
        (OUTPUT / f"{name}.html").write_text(html)
    missing = sorted(one for one in named_pictures() if not (OUTPUT / one).exists())
    if missing:
        print(f"No journey took {', '.join(missing)}.", file=sys.stderr)
        return 1
    print(f"{OUTPUT / 'index.html'}: {len(pages)} pages, {len(named_pictures())} pictures")
    return 0


def manual() -> dict[str, str]:
    """The pages as HTML by name, "index" first, and the other documents that they lead to."""
    sources = {"index": PAGES / f"{FIRST}.md"}
    contents = [str(link.attrs["href"]) for link in links(MARKDOWN.parse(sources["index"].read_text()))]
    # In the order of the first page, then those that it leaves out.
    pages = sorted(PAGES.glob("*.md"), key=lambda one: [*contents, one.name].index(one.name))
    sources |= {one.stem: one for one in pages if one.stem != FIRST}
    own = {name: MARKDOWN.parse(source.read_text()) for name, source in sources.items()}
    for tokens in list(own.values()):
        for link in links(tokens):
            found = re.fullmatch(r"\.\./([\w-]+)\.md", str(link.attrs["href"]).partition("#")[0])
            if found:
                sources[found[1]] = DOCS / f"{found[1]}.md"
    parsed = {name: own.get(name) or MARKDOWN.parse(source.read_text()) for name, source in sources.items()}
    titles = {name: title(tokens) for name, tokens in parsed.items()}
    return {name: page(name, tokens, titles) for name, tokens in parsed.items()}


def page(name: str, tokens: list[Token], titles: dict[str, str]) -> str:
    for link in links(tokens):
        link.attrs["href"] = address(str(link.attrs["href"]), titles)
    marked = {one: ' aria-current="page"' if one == name else "" for one in titles}
    menu = "".join(f'<li><a href="{one}.html"{marked[one]}>{escape(titles[one])}</a></li>' for one in titles)
    body = MARKDOWN.renderer.render(tokens, MARKDOWN.options, {})
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(titles[name])} · Petajalan</title><style>{STYLE}</style>"
    )
    content = f'<nav aria-label="Panduan"><ul>{menu}</ul></nav>\n<main>\n{body}</main>'
    shell = f'<body><div class="shell">{content}</div></body>'
    return f'<!doctype html>\n<html lang="id"><head>{head}</head>\n{shell}</html>\n'


def links(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from (child for child in token.children or () if child.type == "link_open")


def address(href: str, titles: dict[str, str]) -> str:
    """A link between documents as one between pages; one to a document that is no page leads nowhere."""
    target, mark, place = href.partition("#")
    if "://" in target or not target.endswith(".md"):
        return href
    name = "index" if target == f"{FIRST}.md" else Path(target).stem
    return f"{name}.html{mark}{place}" if name in titles else "#"


def title(tokens: list[Token]) -> str:
    first = next(number for number, one in enumerate(tokens) if one.type == "heading_open")
    return "".join(child.content for child in tokens[first + 1].children or ())


def named_pictures() -> set[str]:
    """The relative paths of the pictures that the pages name."""
    return {
        str(child.attrs["src"])
        for source in PAGES.glob("*.md")
        for token in MARKDOWN.parse(source.read_text())
        for child in token.children or ()
        if child.type == "image"
    }


if __name__ == "__main__":
    sys.exit(main())
