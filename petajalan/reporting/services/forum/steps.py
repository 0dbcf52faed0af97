"""What every write to a forum asks first: is it this forum's turn, and is nobody else writing."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F
from django.utils.translation import gettext as _

from petajalan.accounts.access import permit
from petajalan.accounts.models import User
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.choices import ForumStatus
from petajalan.reporting.models import ForumAttendance, ForumDecision, ForumItem, ReviewForum

BEFORE_CLOSING = (ForumStatus.PREPARING, ForumStatus.RUNNING)


def taken(forum: ReviewForum, by: User, *, when: Collection[ForumStatus], rule: str = "prepare_forum") -> ReviewForum:
    """The forum, held until the end of the transaction, when it is in one of these states."""
    permit(by, f"reporting.{rule}", forum.agency)
    held: ReviewForum = ReviewForum.objects.select_for_update(of=("self",)).select_related("agency").get(pk=forum.pk)
    if held.status not in when:
        raise Refused(
            {
                ForumStatus.PREPARING: _("Forum ini belum dimulai."),
                ForumStatus.RUNNING: _("Forum ini sudah dimulai, jadi persiapannya tidak berubah lagi."),
                ForumStatus.CLOSED: _(
                    "Berita acara forum ini sudah ditutup. Hanya tindak lanjut keputusan yang berubah."
                ),
            }[ForumStatus(held.status)]
        )
    return held


def change(row: ReviewForum | ForumItem | ForumAttendance | ForumDecision, version: int, **values: object) -> None:
    """Write to a row as the person saw it, or refuse."""
    found = type(row).objects.filter(pk=row.pk, version=version)
    if found.update(**values, version=F("version") + 1) != 1:
        raise Refused(_("Bagian ini baru saja diubah orang lain. Lihat isinya sekarang, lalu ulangi."))
