"""Build everything the project needs to run: `.venv`, front-end files, compiled translations.

Runs on the machine's own Python (3.11 or newer) with nothing installed. Each step leaves a stamp with the hash of what
it was made from, so that a second run takes a moment.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from debian import install, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMPS = VENV / "stamps"


def main() -> int:
    try:
        environment()
        run(BIN / "python", "scripts/build_assets.py")
        translations()
        # A quarter of a second of every command, where Python may not write bytecode while it runs.
        run(BIN / "python", "-m", "compileall", "-q", "petajalan")
    except subprocess.CalledProcessError as error:
        command = " ".join(str(part) for part in error.cmd)
        say(f"Penyiapan berhenti pada: {command}", f"Setup stopped at: {command}")
        return 1
    return 0


def environment() -> None:
    """The virtual environment with the locked dependencies and the `petajalan` command."""
    made_here = stamp_of(str(ROOT))
    if stamped("environment", made_here) is False:
        shutil.rmtree(VENV)  # the checkout was copied or moved, and commands of the old folder would not start
    if not starts(BIN / "python"):
        if importlib.util.find_spec("ensurepip") is None:
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            if not install([package], "venv untuk Python", "venv for Python"):
                raise SystemExit(1)
        # Not the Python of the very environment that is being replaced.
        run(getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", VENV)
    leave_stamp("environment", made_here)

    lock = stamp_of((ROOT / "requirements-dev.lock").read_bytes(), made_here)
    if not stamped("dependencies", lock):
        print("pip install --require-hashes -r requirements-dev.lock", flush=True)
        pip("install", "--quiet", "--require-hashes", "-r", "requirements-dev.lock")
        leave_stamp("dependencies", lock)

    project = stamp_of((ROOT / "pyproject.toml").read_bytes(), lock)
    if not stamped("project", project) or not (BIN / "petajalan").exists():
        pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ".")
        leave_stamp("project", project)


def translations() -> None:
    catalogues = stamp_of(*(path.read_bytes() for path in sorted((ROOT / "petajalan" / "locale").rglob("*.po"))))
    compiled = all(path.with_suffix(".mo").exists() for path in (ROOT / "petajalan" / "locale").rglob("*.po"))
    if not stamped("translations", catalogues) or not compiled:
        run(BIN / "python", "scripts/translations.py", "compile")
        leave_stamp("translations", catalogues)


def pip(*arguments: str) -> None:
    run(BIN / "python", "-m", "pip", "--disable-pip-version-check", *arguments)


def starts(python: Path) -> bool:
    """The Python that an environment was made from may have been removed or replaced by an older one since."""
    question = "import sys; sys.exit(sys.version_info < (3, 11))"
    return python.exists() and subprocess.run([str(python), "-c", question]).returncode == 0


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], cwd=ROOT, stdin=subprocess.DEVNULL, check=True)


def stamp_of(*parts: str | bytes) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part if isinstance(part, bytes) else part.encode()).digest())
    return whole.hexdigest()


def stamped(name: str, value: str) -> bool | None:
    """Was this step done for just this? `None` when it was never done."""
    path = STAMPS / name
    return path.read_text() == value if path.exists() else None


def leave_stamp(name: str, value: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(value)


if __name__ == "__main__":
    sys.exit(main())
