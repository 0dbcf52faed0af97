from petajalan.reporting.models.achievement import Achievement
from petajalan.reporting.models.calendar import CalendarYear, Deadline, DeadlineSetting, LockException, OwnDay, Reminder
from petajalan.reporting.models.culture import CultureActivity
from petajalan.reporting.models.feed import CalendarFeed
from petajalan.reporting.models.forum import ForumAttendance, ForumDecision, ForumItem, ReviewForum
from petajalan.reporting.models.measurement import Evidence, EvidenceUse, Measurement, MeasurementCorrection
from petajalan.reporting.models.report import LineCorrection, ProgressLine, ProgressReport, WriteKey
from petajalan.reporting.models.setting import AchievementSetting

__all__ = [
    "Achievement",
    "AchievementSetting",
    "CalendarFeed",
    "CalendarYear",
    "CultureActivity",
    "Deadline",
    "DeadlineSetting",
    "Evidence",
    "EvidenceUse",
    "ForumAttendance",
    "ForumDecision",
    "ForumItem",
    "LineCorrection",
    "LockException",
    "Measurement",
    "MeasurementCorrection",
    "OwnDay",
    "ProgressLine",
    "ProgressReport",
    "Reminder",
    "ReviewForum",
    "WriteKey",
]
