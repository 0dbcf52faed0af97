from petajalan.catalogue.services.entries import (
    ChangedMeanwhile,
    StillUsed,
    add_entry,
    change_entry,
    restore_entry,
    retire_entry,
)
from petajalan.catalogue.services.instruments import (
    adopt_instrument,
    change_instrument,
    open_next_year,
    remove_instrument,
)

__all__ = [
    "ChangedMeanwhile",
    "StillUsed",
    "add_entry",
    "adopt_instrument",
    "change_entry",
    "change_instrument",
    "open_next_year",
    "remove_instrument",
    "restore_entry",
    "retire_entry",
]
