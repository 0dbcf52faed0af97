"""What a writer says when it cannot."""

from __future__ import annotations


class CannotWrite(Exception):
    """The file could not be made. The message is a whole sentence that says what to do."""
