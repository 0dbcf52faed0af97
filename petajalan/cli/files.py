"""Files that a person names on the command line."""

from __future__ import annotations

import os
from pathlib import Path

from petajalan.cli import language
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _
from petajalan.regulation.document import UnusableFile


def content_of(name: str) -> bytes:
    """The bytes of a file, at most one more than may be read: the reader then says that it is too large."""
    from petajalan.regulation.reading import Limits

    if not name:
        raise Failure(_("Sebutkan berkas peraturannya."))
    try:
        with Path(name).open("rb") as file:
            return file.read(Limits().bytes + 1)
    except FileNotFoundError as error:
        raise Failure(_("Berkas %(file)s tidak ada.") % {"file": name}) from error
    except IsADirectoryError as error:
        raise Failure(_("%(file)s adalah folder. Sebutkan satu berkas peraturan.") % {"file": name}) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Failure(_("Berkas %(file)s tidak dapat dibuka: %(why)s.") % {"file": name, "why": reason}) from error


def name_of(path: str) -> str:
    """The file's name as text; a file system also keeps names that are none."""
    return os.fsencode(Path(path).name).decode(errors="replace")


def sentence_of(error: UnusableFile) -> str:
    return error.message_en if language.current() == "en" else error.message_id
