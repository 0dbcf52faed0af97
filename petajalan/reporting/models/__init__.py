from petajalan.reporting.models.calendar import CalendarYear, Deadline, DeadlineSetting, LockException, OwnDay, Reminder
from petajalan.reporting.models.feed import CalendarFeed
from petajalan.reporting.models.measurement import Evidence, EvidenceUse, Measurement
from petajalan.reporting.models.report import LineCorrection, ProgressLine, ProgressReport, WriteKey

__all__ = [
    "CalendarFeed",
    "CalendarYear",
    "Deadline",
    "DeadlineSetting",
    "Evidence",
    "EvidenceUse",
    "LineCorrection",
    "LockException",
    "Measurement",
    "OwnDay",
    "ProgressLine",
    "ProgressReport",
    "Reminder",
    "WriteKey",
]
