"""The minutes of a quarterly forum."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from petajalan.accounts.choices import TeamKind
from petajalan.common import clock
from petajalan.exports.documents.choice import Choice, NothingToWrite
from petajalan.exports.documents.collect.cells import dated, day, known, numbered, said, table
from petajalan.exports.documents.collect.evaluations import paragraphs
from petajalan.exports.documents.collect.notices import notices
from petajalan.exports.documents.collect.signing import chair_of, of_position, signed
from petajalan.exports.documents.tree import (
    Block,
    Cell,
    Fact,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Part,
    Signature,
)
from petajalan.reporting.choices import ForumStatus, Presence
from petajalan.reporting.models import ForumAttendance, ForumItem, ReviewForum
from petajalan.reporting.queries.forums import OWNED
from petajalan.reporting.words import period_words

DRAFT = "berita acara ini belum ditutup."
CAME = {Presence.PRESENT, Presence.REPRESENTED}
OPENING = (
    "Pada hari {weekday}, {day}, pukul {time}, telah diadakan forum monitoring dan evaluasi pelaksanaan road map"
    " reformasi birokrasi bersama Unit Pengelola Reformasi Birokrasi Internal (STU)."
)


def minutes(choice: Choice) -> OfficialDocument:
    forum = _forum(choice)
    attendances = list(forum.attendances.select_related("position__unit", "unit"))
    items = list(forum.items.select_related("action__plan", "unit"))
    discussed = [one for one in items if not one.drop_reason]
    dropped = [one for one in items if one.drop_reason]
    came = sum(one.presence in CAME for one in attendances)
    blocks: list[Block] = [
        *_opening(forum),
        Heading("Daftar hadir", 2, "A."),
        Paragraph(f"{came} dari {len(attendances)} hadir atau diwakili."),
        table(
            [("No.", 2), ("Jabatan, unit, atau nama", 12), ("Kehadiran", 8), ("Tanda tangan", 7)],
            numbered([said(one.who), said(_presence(one)), Cell("")] for one in attendances),
            caption="Daftar hadir",
        ),
        Heading("Agenda dan catatan rapat", 2, "B."),
        *_agenda(discussed),
        *_dropped(dropped),
        Heading("Keputusan", 2, "C."),
        _decisions(forum),
        _signatures(forum),
    ]  # fmt: skip
    return OfficialDocument(
        kind="forum_minutes",
        agency=choice.agency.name,
        title=(
            "BERITA ACARA FORUM MONITORING DAN EVALUASI REFORMASI BIROKRASI",
            period_words(forum.period).upper(),
        ),
        parts=(Part(tuple(blocks)),),
        notices=notices(simulated=forum.simulated, draft="" if forum.status == ForumStatus.CLOSED else DRAFT),
    )


def _forum(choice: Choice) -> ReviewForum:
    found = ReviewForum.objects.filter(agency=choice.agency, year=choice.in_year, quarter=choice.in_quarter)
    forum: ReviewForum | None = found.select_related("chair__unit", "closed_by").first()
    if forum is None:
        raise NothingToWrite(_("Forum triwulan itu belum disiapkan. Sekretariat menyiapkannya di halaman Forum monev."))
    forum.agency = choice.agency
    return forum


def _opening(forum: ReviewForum) -> Iterator[Block]:
    if forum.held_at is None:
        yield Paragraph("Waktu forum belum ditentukan.")
    else:
        held = localtime(forum.held_at)
        told = {"weekday": date_format(held, "l"), "day": day(held), "time": date_format(held, "H.i")}
        yield Paragraph(OPENING.format(**told))
    if forum.place:
        yield Fact("Tempat", forum.place)
    if forum.link:
        yield Fact("Daring", forum.link)
    if forum.chair:
        yield Fact("Pemimpin rapat", forum.chair.full_name)


def _presence(one: ForumAttendance) -> str:
    words = str(one.get_presence_display())
    return f"{words}: {one.represented_by}" if one.represented_by else words


def _agenda(items: list[ForumItem]) -> Iterator[Block]:
    if not items:
        yield Paragraph("Agenda masih kosong.")
    for at, one in enumerate(items, start=1):
        yield Item(f"{one.title} ({one.get_kind_display()})", f"{at}.")
        for line in filter(None, one.detail.splitlines()):
            yield Item(line, "", 1)
        yield from paragraphs(one.minutes, "Catatan belum ada.")


def _dropped(items: list[ForumItem]) -> Iterator[Block]:
    if items:
        yield Heading("Tidak dibahas", 2)
    for one in items:
        yield Item(f"{one.title}: {one.drop_reason}")


def _decisions(forum: ReviewForum) -> Block:
    found = list(forum.decisions.select_related(*OWNED))
    if not found:
        return Paragraph("Tidak ada keputusan.")
    columns = [("No.", 2), ("Keputusan", 14), ("Penanggung jawab", 8), ("Batas waktu", 5), ("Keadaan", 5)]
    rows = (
        [said(one.text), known(one.owner), dated(one.due), said(one.get_state_display())] for one in found
    )  # fmt: skip
    return table(columns, numbered(rows), caption="Keputusan, penanggung jawab, dan batas waktu")


def _signatures(forum: ReviewForum) -> Block:
    """Who led the meeting, and the secretariat that kept the minutes."""
    on = localtime(forum.held_at).date() if forum.held_at else clock.today()
    led = of_position(forum.chair, on) if forum.chair else Signature("")
    kept = chair_of(forum.agency, TeamKind.SECRETARIAT, on, "KETUA SEKRETARIAT (STU)")
    return signed(
        Signature(led.position or "................", led.name, lead="Pemimpin rapat,"),
        Signature(kept.position, kept.name, lead="Sekretariat (STU),"),
    )
