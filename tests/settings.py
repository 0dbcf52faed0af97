"""The project's settings for tests: a folder of their own, the database that `make test` names, work done at once."""

import atexit
import os
import shutil
import tempfile

os.environ["PETAJALAN_DATA_DIR"] = tempfile.mkdtemp(prefix="petajalan-tests-")
atexit.register(shutil.rmtree, os.environ["PETAJALAN_DATA_DIR"], ignore_errors=True)
# Never the database of an installation that happens to be configured in this shell.
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")

from petajalan.settings import *  # noqa: E402, F403
from petajalan.settings import DATABASES  # noqa: E402

JOBS_IMMEDIATE = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if "postgresql" in DATABASES["default"]["ENGINE"]:
    # Two test runs on one server do not meet.
    DATABASES["default"]["TEST"] = {"NAME": f"petajalan_test_{os.getpid()}"}
