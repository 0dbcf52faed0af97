"""An installation in one file: every row of the database and every uploaded file, checked on the way in and out.

The rows are written as JSON lines, the same for SQLite and PostgreSQL, so that a city can move from one to the other
(docs/decisions/0008-backup-as-rows.md).
"""

from petajalan.common.backup.create import Backup, create_backup
from petajalan.common.backup.manifest import Manifest, Refusal, UnusableArchive
from petajalan.common.backup.restore import Restored, restore_backup
from petajalan.common.backup.verify import verified

__all__ = [
    "Backup",
    "Manifest",
    "Refusal",
    "Restored",
    "UnusableArchive",
    "create_backup",
    "restore_backup",
    "verified",
]
