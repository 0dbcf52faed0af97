"""Everything `make check` looks at. All checks run, so that one visit shows everything; any complaint fails."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

COMMANDS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports", "--no-cache"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "system": ["python", "manage.py", "check", "--fail-level", "WARNING"],
    "templates": ["djlint", "--lint", "--quiet", "petajalan"],
    "translations": ["python", "scripts/translations.py", "lint"],
}

# A strict content security policy blocks these in a browser, silently.
INLINE = {
    "inline style": re.compile(r"""<[^>]*\sstyle\s*=""", re.IGNORECASE),
    "inline event handler": re.compile(r"""<[^>]*\s(on[a-z]+|hx-on[:a-z-]*)\s*=\s*["']""", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/json)", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
}


def main() -> int:
    failed = []
    for name, command in COMMANDS.items():
        if not passes(name, lambda command=command: output_of(command)):
            failed.append(name)
    if not passes("inline code", lambda: list(inline_code())):
        failed.append("inline code")
    print(f"\nmake check: {'failed: ' + ', '.join(failed) if failed else 'passed'}", flush=True)
    return 1 if failed else 0


def passes(name: str, complaints: Callable[[], list[str]]) -> bool:
    started = time.monotonic()
    found = complaints()
    print(f"{'FAIL' if found else 'ok':4}  {name} ({time.monotonic() - started:.1f} s)", flush=True)
    for line in found:
        print(f"      {line}")
    return not found


def output_of(command: list[str]) -> list[str]:
    """The lines a failing command printed; none when it succeeded."""
    program, *arguments = command
    done = subprocess.run(
        [str(BIN / program), *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return (done.stdout.splitlines() or [f"exit code {done.returncode}"]) if done.returncode else []


def inline_code() -> Iterator[str]:
    for path in sorted((ROOT / "petajalan").rglob("*.html")):
        text = path.read_text()
        for name, pattern in INLINE.items():
            for match in pattern.finditer(text):
                line = text.count("\n", 0, match.start()) + 1
                yield f"{path.relative_to(ROOT)}:{line}: {name}"


if __name__ == "__main__":
    sys.exit(main())
