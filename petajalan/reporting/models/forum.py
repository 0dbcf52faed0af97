"""The quarterly monitoring forum: its agenda, who was there, what was said and decided, and what became of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from petajalan.planning.models.conditions import exactly_one
from petajalan.planning.models.rows import EditedModel
from petajalan.reporting.choices import DecisionState, ForumStatus, ItemKind, Presence
from petajalan.reporting.models.scope import AgencyOwnedModel


class ReviewForum(AgencyOwnedModel, EditedModel):
    """One meeting of an agency about one quarter.

    held_at       when it takes place; null until somebody fixes it
    refreshed_at  when the agenda was last made from the data; not after the forum was opened
    """

    year = models.PositiveSmallIntegerField(_("tahun"))
    quarter = models.PositiveSmallIntegerField(_("triwulan"))
    status = models.CharField(_("keadaan"), max_length=10, choices=ForumStatus.choices, default=ForumStatus.PREPARING)
    held_at = models.DateTimeField(_("waktu"), null=True)
    place = models.CharField(_("tempat"), max_length=300, blank=True)
    link = models.URLField(_("tautan rapat daring"), max_length=500, blank=True)
    chair = models.ForeignKey(
        "accounts.Position", models.PROTECT, null=True, related_name="+", verbose_name=_("pemimpin rapat")
    )
    refreshed_at = models.DateTimeField(_("agenda disusun pada"), null=True)
    opened_at = models.DateTimeField(_("dimulai pada"), null=True)
    closed_at = models.DateTimeField(_("ditutup pada"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("ditutup oleh")
    )
    simulated = models.BooleanField(_("data simulasi"), default=False, editable=False)

    class Meta:
        verbose_name = _("forum monitoring")
        verbose_name_plural = _("forum monitoring")
        ordering = ["-year", "-quarter"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "year", "quarter"], name="review_forum_once_a_quarter"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="review_forum_quarter"),
            models.CheckConstraint(
                condition=Q(status=ForumStatus.PREPARING, opened_at=None)
                | ~Q(status=ForumStatus.PREPARING) & Q(opened_at__isnull=False),
                name="review_forum_opened_once_it_runs",
            ),
        ]

    def __str__(self) -> str:
        return f"Forum {self.period}"

    @property
    def period(self) -> str:
        return f"{self.year}-Q{self.quarter}"

    @property
    def audit_whole(self) -> str:
        return whole_of(self.pk)


def whole_of(forum: int | None) -> str:
    """How the trail names the forum that something is a part of."""
    return f"reporting.reviewforum:{forum}"


class ForumItem(AgencyOwnedModel, EditedModel):
    """One point of the agenda.

    source         what it was made from ("behind:12"); "" for one that somebody added
    title, detail  as they were when the agenda was last made: what is discussed stays as it was read out
    drop_reason    why it is not discussed; "" while it is on the agenda
    """

    forum = models.ForeignKey(ReviewForum, models.CASCADE, related_name="items", verbose_name=_("forum"))
    position = models.PositiveSmallIntegerField(_("urutan"))
    kind = models.CharField(_("jenis"), max_length=10, choices=ItemKind.choices)
    source = models.CharField(_("asal"), max_length=60, blank=True)
    title = models.TextField(_("pokok bahasan"))
    detail = models.TextField(_("keterangan"), blank=True)
    action = models.ForeignKey(
        "planning.Action", models.PROTECT, null=True, related_name="+", verbose_name=_("rencana aksi")
    )
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("unit"))
    theme_key = models.UUIDField(_("tema"), null=True)
    earlier = models.ForeignKey(
        "ForumDecision", models.PROTECT, null=True, related_name="+", verbose_name=_("keputusan sebelumnya")
    )
    drop_reason = models.TextField(_("alasan dikeluarkan"), blank=True)
    minutes = models.TextField(_("catatan rapat"), blank=True)

    class Meta:
        verbose_name = _("butir agenda")
        verbose_name_plural = _("butir agenda")
        ordering = ["forum", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "forum", "source"], condition=~Q(source=""), name="forum_item_source_once"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def audit_whole(self) -> str:
        return whole_of(self.forum_id)


class ForumAttendance(AgencyOwnedModel, EditedModel):
    """A position, a unit, or a guest by name, and whether they came.

    represented_by  who came in their place
    """

    forum = models.ForeignKey(ReviewForum, models.CASCADE, related_name="attendances", verbose_name=_("forum"))
    order = models.PositiveSmallIntegerField(_("urutan"))
    position = models.ForeignKey(
        "accounts.Position", models.PROTECT, null=True, related_name="+", verbose_name=_("jabatan")
    )
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("unit"))
    guest = models.CharField(_("nama tamu"), max_length=200, blank=True)
    presence = models.CharField(_("kehadiran"), max_length=11, choices=Presence.choices, default=Presence.INVITED)
    represented_by = models.CharField(_("diwakili oleh"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("kehadiran forum")
        verbose_name_plural = _("kehadiran forum")
        ordering = ["forum", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "forum", "position"], name="forum_invites_a_position_once"),
            models.UniqueConstraint(fields=["agency", "forum", "unit"], name="forum_invites_a_unit_once"),
            models.CheckConstraint(
                condition=exactly_one("position", "unit") & Q(guest="") | Q(position=None, unit=None) & ~Q(guest=""),
                name="forum_attendance_is_of_one",
            ),
            models.CheckConstraint(
                condition=~Q(presence=Presence.REPRESENTED) | ~Q(represented_by=""),
                name="forum_attendance_names_who_represented",
            ),
        ]

    def __str__(self) -> str:
        return self.who

    @property
    def who(self) -> str:
        if self.position:
            return self.position.full_name
        return self.unit.name if self.unit else self.guest

    @property
    def audit_whole(self) -> str:
        return whole_of(self.forum_id)


class ForumDecision(AgencyOwnedModel, EditedModel):
    """What the forum decided, who does it until when, and how it ended.

    item           what was being discussed; null when that is not said
    report, proof  what the owner did, and a link or the name of a document that shows it
    verdict        what the secretariat found, or why it is not pursued any more
    """

    forum = models.ForeignKey(ReviewForum, models.PROTECT, related_name="decisions", verbose_name=_("forum"))
    item = models.ForeignKey(
        ForumItem, models.PROTECT, null=True, related_name="decisions", verbose_name=_("butir agenda")
    )
    text = models.TextField(_("keputusan"))
    owner_unit = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, related_name="+", verbose_name=_("unit penanggung jawab")
    )
    owner_position = models.ForeignKey(
        "accounts.Position", models.PROTECT, null=True, related_name="+", verbose_name=_("pejabat penanggung jawab")
    )
    due = models.DateField(_("batas waktu"))
    state = models.CharField(_("keadaan"), max_length=10, choices=DecisionState.choices, default=DecisionState.OPEN)
    report = models.TextField(_("tindak lanjut"), blank=True)
    proof = models.TextField(_("bukti"), blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("dilaporkan oleh")
    )
    reported_at = models.DateTimeField(_("dilaporkan pada"), null=True)
    verdict = models.TextField(_("hasil pemeriksaan"), blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("diperiksa oleh")
    )
    checked_at = models.DateTimeField(_("diperiksa pada"), null=True)

    class Meta:
        verbose_name = _("keputusan forum")
        verbose_name_plural = _("keputusan forum")
        ordering = ["forum", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("owner_unit", "owner_position"), name="forum_decision_has_one_owner"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[DecisionState.DONE, DecisionState.DROPPED]) | Q(checked_at__isnull=False),
                name="forum_decision_ends_by_a_check",
            ),
        ]
        indexes = [models.Index(fields=["agency", "state", "due"], name="forum_decision_open")]

    def __str__(self) -> str:
        return self.text

    @property
    def owner(self) -> str:
        if self.owner_position:
            return self.owner_position.full_name
        return self.owner_unit.name if self.owner_unit else ""

    @property
    def is_open(self) -> bool:
        return self.state in {DecisionState.OPEN, DecisionState.REPORTED}

    @property
    def audit_whole(self) -> str:
        return whole_of(self.forum_id)
