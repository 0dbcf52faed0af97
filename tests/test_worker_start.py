"""What a worker has loaded when it is ready to answer."""

import subprocess
import sys

# Libraries of files: they take 20 MB of each worker, and most requests need none.
LARGE = {"PIL", "docx", "docxtpl", "icalendar", "jinja2", "lxml", "openpyxl", "pdfplumber", "pypdfium2", "xlsxwriter"}
READY = """
import sys
import petajalan.wsgi
from django.urls import get_resolver, reverse
reverse("account_login")
for one in get_resolver().url_patterns:
    getattr(one, "url_patterns", ())
print(" ".join({name.split(".")[0] for name in sys.modules}))
"""


def test_a_ready_worker_has_loaded_no_library_of_files() -> None:
    answer = subprocess.run([sys.executable, "-c", READY], check=True, capture_output=True, text=True)
    loaded = set(answer.stdout.split())
    assert {"django", "petajalan"} <= loaded
    assert not loaded & LARGE
