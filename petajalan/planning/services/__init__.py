from petajalan.planning.services.imports import ImportOutcome, ImportResult, import_regulation
from petajalan.planning.services.uploads import (
    STALE,
    adopt_regulation,
    read_again,
    read_uploaded,
    resume_unfinished,
    upload_regulation,
)

__all__ = [
    "STALE",
    "ImportOutcome",
    "ImportResult",
    "adopt_regulation",
    "import_regulation",
    "read_again",
    "read_uploaded",
    "resume_unfinished",
    "upload_regulation",
]
