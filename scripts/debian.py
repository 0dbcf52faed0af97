"""System packages: installed when this is Debian and we are root, otherwise named with the command to run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys


def install(packages: list[str], purpose_id: str, purpose_en: str) -> bool:
    """Install Debian packages without asking. `False`, after saying what to run, where that is not possible."""
    command = "apt-get install --no-install-recommends -y " + " ".join(packages)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        say(
            f"{purpose_id} belum ada. Jalankan: sudo {command}",
            f"{purpose_en} is missing. Run: sudo {command}",
        )
        return False
    say(f"Memasang {purpose_id}: {command}", f"Installing {purpose_en}: {command}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update", "-qq"], [*command.split(), "-qq"]):
        done = subprocess.run(step, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        if done.returncode:
            say(f"Perintah gagal: {' '.join(step)}", f"This command failed: {' '.join(step)}")
            return False
    return True


def say(indonesian: str, english: str) -> None:
    """Both languages: whoever builds the project may read either."""
    print(f"{indonesian}\n{english}", file=sys.stderr, flush=True)
