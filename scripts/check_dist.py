"""Install the wheel of dist/ as an administrator would, without Node, and try the commands that matter."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (
    "petajalan/common/static/vendor/bootstrap.min.css",
    "petajalan/common/static/vendor/htmx.min.js",
    "petajalan/common/static/vendor/alpine-csp.min.js",
    "petajalan/common/static/vendor/icons.svg",
    "petajalan/common/static/vendor/plus-jakarta-sans.css",
    "petajalan/locale/en/LC_MESSAGES/django.mo",
    "petajalan/locale/id/LC_MESSAGES/argparse.mo",
    "petajalan/planning/demo/actions_2024/bkd.yaml",
    "petajalan/planning/demo/peraturan.md",
    "petajalan/reporting/demo/units-2024.yaml",
)


def main() -> int:
    wheels = sorted((ROOT / "dist").glob("petajalan-*.whl"))
    if len(wheels) != 1:
        print("There should be one wheel in dist/: run `make dist`.", file=sys.stderr)
        return 1
    missing = sorted(set(NEEDED) - set(zipfile.ZipFile(wheels[0]).namelist()))
    if missing:
        print(f"The wheel lacks: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="petajalan-dist-") as folder:
        try:
            try_out(wheels[0], Path(folder))
        except subprocess.CalledProcessError as error:
            print(f"failed: {' '.join(error.cmd)}\n{error.stdout or ''}", file=sys.stderr)
            return 1
        except urllib.error.URLError as error:
            print(f"the installed site does not answer: {error}", file=sys.stderr)
            return 1
    print(f"{wheels[0].name}: installs without Node, demo and check work")
    return 0


def try_out(wheel: Path, folder: Path) -> None:
    venv.create(folder / "venv", with_pip=True)
    commands = folder / "venv" / "bin"
    pip = [str(commands / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(folder, *pip, "--require-hashes", "-r", str(ROOT / "requirements.lock"))
    run(folder, *pip, "--no-deps", "--no-index", str(wheel))
    petajalan = str(commands / "petajalan")
    run(folder, petajalan, "demo", "--no-serve")
    look_at_the_site(folder, petajalan)
    run(folder, petajalan, "show", "road-map", "--agency", "kota-pasuruan", "--json")
    regulation = next((commands.parent / "lib").glob("python*/site-packages/petajalan/planning/demo/peraturan.md"))
    run(folder, petajalan, "check", str(regulation), "--format", "json", codes=(0, 1))


def look_at_the_site(folder: Path, petajalan: str) -> None:
    """The sign-in page answers, and every style and script it names is in the wheel."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [petajalan, "demo", "--port", str(port)],
        cwd=folder,
        env=bare_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        site = f"http://127.0.0.1:{port}"
        if not any(site in line for line in server.stdout):
            raise subprocess.CalledProcessError(server.wait(), [petajalan, "demo"])
        page = fetched(f"{site}/masuk/")
        for file in re.findall(r'(?:href|src)="(/static/[^"#]+)', page):
            fetched(site + file)
    finally:
        server.terminate()
        server.wait()


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 (our own server)
        return answer.read().decode(errors="replace")


def bare_environment(folder: Path) -> dict[str, str]:
    """Neither this checkout nor Node can be found in it."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "LANG", "LC_", "HOME"))}
    return {**kept, "PATH": "/nonexistent", "PETAJALAN_DATA_DIR": str(folder / "data")}


def run(folder: Path, *command: str, codes: tuple[int, ...] = (0,)) -> str:
    """Its output. Raises `CalledProcessError` for any other exit code."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=bare_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode not in codes:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
