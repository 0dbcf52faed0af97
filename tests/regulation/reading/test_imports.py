"""Reading text loads no library of another format, and no Django: `petajalan check` starts fast."""

import subprocess
import sys

PROGRAM = """
import sys
from petajalan.regulation.reading import read_document
read_document(b"BAB I PENDAHULUAN", "peraturan.txt")
print(sorted(set(sys.modules) & {"django", "openpyxl", "pdfplumber", "pypdfium2", "docx", "lxml"}))
"""


def test_text_needs_no_other_library():
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
