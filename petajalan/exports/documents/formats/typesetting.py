"""Sets one document with Typst in a process of its own: its memory grows with every document, and a hang ends with it.

The folder named on the command line holds `document.typ` and what it reads, and takes `document.pdf`. Without Django,
so that it starts at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

FAULT = 3


def main(folder: Path) -> int:
    import typst

    try:
        typst.compile(
            str(folder / "document.typ"),
            output=str(folder / "document.pdf"),
            root=str(folder),
            ignore_system_fonts=True,  # the same pages on every machine
            package_path=str(folder),
            package_cache_path=str(folder),
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        print(error.diagnostic or error.message, file=sys.stderr)
        return FAULT
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
