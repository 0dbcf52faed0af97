"""The calendar of an agency: its rules, its own days, and the dates that came of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.choices import DeadlineKind, DueRule
from petajalan.reporting.models.scope import AgencyOwnedModel


class CalendarYear(AgencyOwnedModel, EditedModel):
    """The calendar of one year is in use: its dates have been generated. `version` counts the changes since.

    saturday  the agency works six days a week
    """

    year = models.PositiveSmallIntegerField(_("tahun"))
    saturday = models.BooleanField(_("Sabtu hari kerja"), default=False)
    opened_at = models.DateTimeField(_("dibuka pada"))

    class Meta:
        verbose_name = _("kalender tahun")
        verbose_name_plural = _("kalender tahun")
        ordering = ["-year"]
        constraints = [models.UniqueConstraint(fields=["agency", "year"], name="calendar_year_once")]

    def __str__(self) -> str:
        return f"Kalender {self.year}"


class DeadlineSetting(AgencyOwnedModel):
    """A rule of the agency for one year, in place of the default of `calc.deadlines.RULES`.

    months  which month holds the due day, counted from the last month of the period (0 is that month itself)
    number  the day of the month, or the n-th working day; unused for the last working day
    source  the decision or the reason behind the rule
    """

    year = models.PositiveSmallIntegerField(_("tahun"))
    kind = models.CharField(_("kewajiban"), max_length=30, choices=DeadlineKind.choices)
    due = models.CharField(_("cara menentukan tanggal"), max_length=20, choices=DueRule.choices)
    months = models.SmallIntegerField(_("bulan sesudah periode"))
    number = models.PositiveSmallIntegerField(_("tanggal atau hari kerja ke-"), default=1)
    source = models.TextField(_("dasar"))

    class Meta:
        verbose_name = _("aturan tenggat")
        verbose_name_plural = _("aturan tenggat")
        ordering = ["year", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "kind"], name="deadline_setting_once"),
            models.CheckConstraint(
                condition=Q(months__gte=0, months__lte=12, number__gte=1, number__lte=31),
                name="deadline_setting_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}"


class OwnDay(AgencyOwnedModel):
    """A day on which this agency works although it is a holiday, or does not although it is none."""

    day = models.DateField(_("tanggal"))
    working = models.BooleanField(_("hari kerja"), default=False)
    reason = models.TextField(_("alasan"))

    class Meta:
        verbose_name = _("hari khusus instansi")
        verbose_name_plural = _("hari khusus instansi")
        ordering = ["day"]
        constraints = [models.UniqueConstraint(fields=["agency", "day"], name="own_day_once")]

    def __str__(self) -> str:
        return self.day.isoformat()


class Deadline(AgencyOwnedModel):
    """A generated date. It moves by a recorded decision only, never because a library or a rule changed.

    year    of the period that is reported on
    period  "2024-03", "2024-Q1" or "2024"
    due     late after it; `closed`: entry is locked after it; both the last second of a day in the agency's zone
    """

    kind = models.CharField(_("kewajiban"), max_length=30, choices=DeadlineKind.choices)
    year = models.PositiveSmallIntegerField(_("tahun periode"))
    period = models.CharField(_("periode"), max_length=7)
    due = models.DateTimeField(_("tenggat"))
    closed = models.DateTimeField(_("ditutup"))

    class Meta:
        verbose_name = _("tenggat")
        verbose_name_plural = _("tenggat")
        ordering = ["due", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "kind", "period"], name="deadline_once"),
            models.CheckConstraint(condition=Q(closed__gte=F("due")), name="deadline_closes_after_it_is_due"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.period}"


class LockException(AgencyOwnedModel):
    """One unit may still enter one closed period, until `expires_at` or until it is revoked."""

    unit = models.ForeignKey("accounts.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    kind = models.CharField(_("kewajiban"), max_length=30, choices=DeadlineKind.choices)
    period = models.CharField(_("periode"), max_length=7)
    reason = models.TextField(_("alasan"))
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("disetujui oleh")
    )
    granted_at = models.DateTimeField(_("disetujui pada"))
    expires_at = models.DateTimeField(_("berlaku sampai"))
    revoked_at = models.DateTimeField(_("dicabut pada"), null=True)

    class Meta:
        verbose_name = _("pengecualian penutupan")
        verbose_name_plural = _("pengecualian penutupan")
        ordering = ["-granted_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "unit", "kind", "period"],
                condition=Q(revoked_at=None),
                name="lock_exception_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("granted_at")), name="lock_exception_expires_after_it_begins"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="lock_exception_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.unit} {self.period}"


class Reminder(AgencyOwnedModel):
    """One digest for one person on one day: that it was sent, and what it said. The row keeps it from going twice."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("penerima"))
    day = models.DateField(_("tanggal"))
    items = models.JSONField(_("isi"))

    class Meta:
        verbose_name = _("pengingat")
        verbose_name_plural = _("pengingat")
        ordering = ["-day"]
        constraints = [models.UniqueConstraint(fields=["agency", "user", "day"], name="reminder_once_a_day")]

    def __str__(self) -> str:
        return f"{self.user} {self.day}"
