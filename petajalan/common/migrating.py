"""What every database needs beside the tables of the models, whichever way its tables were made."""

from django.db.migrations import RunPython


class OnEveryDatabase(RunPython):
    """A step that a new database needs, too, whose tables are made from the models at once (`commands/migrate.py`).

    It works on tables, not on rows, so that it may be given the models of today.
    """
