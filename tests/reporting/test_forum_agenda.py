"""A forum before it begins: what the data put on its agenda, and what people change in it."""

from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import ForumItem, ProgressLine, ReviewForum
from petajalan.reporting.services import review
from petajalan.reporting.services.forum import agenda
from petajalan.reporting.services.reports import submit_report
from tests.cast import Cast
from tests.reporting.forums import APRIL, closed, fresh, prepared, scheduled
from tests.reporting.reports import Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

LATE = ("late", "1 unit belum melapor atau terlambat")


def agenda_of(forum: ReviewForum) -> list[tuple[str, str]]:
    return list(forum.items.filter(drop_reason="").values_list("kind", "title"))


def behind(quarter: Quarter) -> None:
    """March reported 2 of 4, with the reason; January and February were never sent."""
    quarter.action()
    report = quarter.start(3)
    quarter.fill(report, 2, obstacle="Server rusak", solution="Membeli server")
    quarter.submit(report)


def test_the_data_say_what_is_behind_and_who_is_late(quarter: Quarter) -> None:
    behind(quarter)
    forum = prepared(quarter)
    assert agenda_of(forum) == [("behind", "Menyatukan layanan"), LATE]
    first, second = forum.items.all()
    assert "2 dari target 4 dokumen. Sebab: Server rusak. Tindakan: Membeli server." in first.detail
    assert second.detail == f"{quarter.unit}: belum melapor Januari 2025, Februari 2025"
    assert (first.action.name, first.unit) == ("Menyatukan layanan", quarter.coordinator)


def test_nothing_behind_nothing_late_nothing_on_the_agenda(quarter: Quarter) -> None:
    quarter.action()
    for month in (1, 2, 3):
        quarter.sent(month, 4)
    assert agenda_of(prepared(quarter)) == []


def test_a_report_after_its_due_date_is_told_as_late(quarter: Quarter) -> None:
    quarter.action()
    for month in (1, 2):
        quarter.sent(month, 4)
    report = quarter.start(3)
    quarter.fill(report, 4)
    submit_report(report=report, by=quarter.cast.joko, at=moment(4, 3))
    [item] = prepared(quarter).items.all()
    assert (item.kind, item.detail) == ("late", f"{quarter.unit}: terlambat melapor Maret 2025")


def test_open_decisions_of_earlier_forums_come_first(quarter: Quarter) -> None:
    behind(quarter)
    _forum, decision = closed(quarter)
    later = agenda.prepare_forum(
        agency=quarter.cast.agency, year=2025, quarter=2, by=quarter.cast.wati, at=moment(7, 10)
    )
    item = later.items.first()
    assert (item.kind, item.title, item.earlier) == ("follow_up", decision.text, decision)
    assert "batas waktu 9 Mei 2025" in item.detail


def test_refreshing_keeps_what_people_did(quarter: Quarter) -> None:
    """PRP: a refresh destroyed what had been entered."""
    behind(quarter)
    quarter.action("Kedua", target_q1=None, budget_q1=Decimal(5))
    forum = prepared(quarter)
    agenda.add_item(forum=forum, title="Sosialisasi", detail="", by=quarter.cast.rina, at=APRIL)
    own = forum.items.get(kind="own")
    agenda.move_item(item=own, up=True, by=quarter.cast.rina, at=APRIL)
    first = forum.items.get(kind="behind")
    agenda.drop_item(item=first, reason="Sudah selesai", version=first.version, by=quarter.cast.rina, at=APRIL)
    line = ProgressLine.objects.get()
    review.accept_line(line=line, version=line.version, by=quarter.cast.budi, at=moment(4, 2))
    agenda.refresh_agenda(forum=forum, version=fresh(forum).version, by=quarter.cast.wati, at=APRIL)
    assert agenda_of(forum) == [("own", "Sosialisasi"), LATE]
    assert forum.items.exclude(drop_reason="").values_list("title", "drop_reason").get() == (
        "Menyatukan layanan", "Sudah selesai",
    )  # fmt: skip
    first = forum.items.get(kind="behind")
    agenda.restore_item(item=first, version=first.version, by=quarter.cast.rina, at=APRIL)
    assert agenda_of(forum)[-1] == ("behind", "Menyatukan layanan")


def test_refreshing_takes_away_what_the_data_no_longer_ask_for(quarter: Quarter) -> None:
    behind(quarter)
    forum = prepared(quarter)
    ProgressLine.objects.update(realised_output=Decimal(4))
    agenda.refresh_agenda(forum=forum, version=fresh(forum).version, by=quarter.cast.wati, at=APRIL)
    assert agenda_of(forum) == [LATE]


def test_once_for_each_quarter_and_only_when_it_has_begun(quarter: Quarter) -> None:
    assert prepared(quarter) == prepared(quarter)
    with pytest.raises(Refused, match="belum mulai"):
        agenda.prepare_forum(agency=quarter.cast.agency, year=2025, quarter=3, by=quarter.cast.wati, at=APRIL)
    assert ReviewForum.objects.count() == 1


def test_the_teams_of_the_reform_are_invited(quarter: Quarter) -> None:
    names = [one.who for one in prepared(quarter).attendances.all()]
    assert names[0].startswith("Sekretaris Daerah")
    assert len(names) == len(set(names)) > 1


def test_a_double_click_counts_once(quarter: Quarter) -> None:
    forum = prepared(quarter)
    key = uuid4()
    for title in ("Pertama", "Pertama"):
        agenda.add_item(forum=forum, title=title, detail="", by=quarter.cast.wati, at=APRIL, key=key)
    agenda.add_item(forum=forum, title="Kedua", detail="", by=quarter.cast.wati, at=APRIL)
    second = forum.items.get(title="Kedua")
    for _click in range(2):
        agenda.move_item(item=second, up=True, by=quarter.cast.wati, at=APRIL, key=key)
    assert agenda_of(forum) == [("own", "Kedua"), ("own", "Pertama")]
    agenda.move_item(item=second, up=True, by=quarter.cast.wati, at=APRIL)  # it stands first already
    assert agenda_of(forum)[0] == ("own", "Kedua")


def test_two_who_change_the_same_thing_are_told(quarter: Quarter) -> None:
    forum = scheduled(quarter)
    stale = forum.version - 1
    for write in (
        lambda: agenda.refresh_agenda(forum=forum, version=stale, by=quarter.cast.wati, at=APRIL),
        lambda: agenda.schedule_forum(
            forum=forum, held_at=APRIL, place="Lain", link="", chair=None, version=stale, by=quarter.cast.wati, at=APRIL
        ),
    ):
        with pytest.raises(Refused, match="diubah orang lain"):
            write()
    assert fresh(forum).place == "Ruang rapat"


@pytest.mark.parametrize("name", ["siti", "joko", "budi", "ani", "wali", "dewi"])
def test_others_prepare_nothing(quarter: Quarter, name: str) -> None:
    forum = prepared(quarter)
    agenda.add_item(forum=forum, title="Butir", detail="", by=quarter.cast.wati, at=APRIL)
    item, by = ForumItem.objects.get(), quarter.cast[name]
    for write in (
        lambda: agenda.prepare_forum(agency=quarter.cast.agency, year=2025, quarter=1, by=by, at=APRIL),
        lambda: agenda.refresh_agenda(forum=forum, version=1, by=by, at=APRIL),
        lambda: agenda.add_item(forum=forum, title="Lain", detail="", by=by, at=APRIL),
        lambda: agenda.move_item(item=item, up=True, by=by, at=APRIL),
        lambda: agenda.drop_item(item=item, reason="x", version=1, by=by, at=APRIL),
        lambda: agenda.restore_item(item=item, version=1, by=by, at=APRIL),
    ):
        with pytest.raises(PermissionDenied):
            write()
    assert ForumItem.objects.get().title == "Butir"


def test_refusals_say_what_to_write(quarter: Quarter, cast: Cast) -> None:
    forum = prepared(quarter)
    agenda.add_item(forum=forum, title="Butir", detail="", by=cast.wati, at=APRIL)
    item = ForumItem.objects.get()
    with pytest.raises(Refused, match="Isi pokok bahasan"):
        agenda.add_item(forum=forum, title=" ", detail="", by=cast.wati, at=APRIL)
    with pytest.raises(Refused, match="Isi alasan"):
        agenda.drop_item(item=item, reason=" ", version=1, by=cast.wati, at=APRIL)
    with pytest.raises(Refused, match="Isi tempat atau tautan"):
        agenda.schedule_forum(
            forum=forum, held_at=APRIL, place="", link="", chair=None, version=1, by=cast.wati, at=APRIL
        )
    assert AuditEntry.objects.filter(action="forum_item_added").count() == 1
