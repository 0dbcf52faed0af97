"""Write docs/panduan/hak-akses.md from tests/permissions.py. `--check` only tells whether the page is current."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "panduan" / "hak-akses.md"
INTRODUCTION = """# Hak akses

Siapa boleh melakukan apa di instansinya sendiri. Halaman ini ditulis oleh `scripts/permissions_doc.py` dari tabel yang
juga menguji aplikasi, sehingga keduanya tidak dapat berbeda.

Peran datang dari dua arah:

- **mengikuti jabatan dan tim**: jabatan dalam unit menjadikan pemegangnya operator, jabatan kepala menjadikannya kepala
  unit, jabatan di luar unit (wali kota, wakil wali kota) menjadikannya pimpinan; kursi di tim evaluasi menjadikannya
  tim evaluasi, kursi di sekretariat (STU) menjadikannya sekretariat; unit atau kelompok unit yang duduk dalam tim
  diwakili kepalanya; koordinator ialah orang dari unit yang mengoordinasikan kegiatannya;
- **diberikan langsung** oleh administrator, dengan tanggal mulai dan tanggal akhir: administrator, sekretariat, tim
  evaluasi, pimpinan, auditor.

Peran berakhir bersama tanggal jabatan, tim, atau pemberiannya. Seseorang dengan beberapa peran boleh melakukan
semua yang boleh dilakukan peran-perannya.
"""
FOOT = """
Pengelola instalasi boleh melakukan semuanya di setiap instansi. Instansi pembina hanya membaca yang diterbitkan
kepadanya; isi instansi tidak terlihat olehnya. Bagi orang dari instansi lain halaman instansi ini tidak ada: alamatnya
dijawab “Halaman ini tidak ada”, sama seperti alamat yang memang tidak ada.
"""


def main(arguments: list[str]) -> int:
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    page = "\n".join(lines()) + "\n"
    if arguments == ["--check"]:
        current = PAGE.exists() and PAGE.read_text() == page
        if not current:
            print("docs/panduan/hak-akses.md is not current: run `python scripts/permissions_doc.py`", file=sys.stderr)
        return 0 if current else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page)
    return 0


def lines() -> Iterator[str]:
    from petajalan.accounts.choices import Role
    from tests.permissions import ACTIONS

    yield INTRODUCTION
    heads = [str(role.label) for role in Role] + ["Instansi lain"]
    yield "| Tindakan | " + " | ".join(heads) + " |"
    yield "|---|" + ":-:|" * len(heads)
    for action in ACTIONS:
        marks = ["ya" if role in action.roles else "–" for role in Role] + ["–"]
        yield f"| {action.words} | " + " | ".join(marks) + " |"
    yield FOOT.rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
