"""Addresses of the quarterly forum."""

from __future__ import annotations

from django.urls import path

from petajalan.reporting.views.forum import agenda, decisions, meeting, pages

FORUM = "<slug:agency_slug>/forum/<int:year>/<int:quarter>/"
ITEM = "<slug:agency_slug>/forum/butir/<int:key>/"
DECISION = "<slug:agency_slug>/forum/keputusan/<int:key>/"

urlpatterns = [
    path("<slug:agency_slug>/forum/", pages.this_year, name="forums_today"),
    path("<slug:agency_slug>/forum/<int:year>/", pages.forums, name="forums"),
    path(FORUM, pages.forum, name="forum"),
    path(f"{FORUM}berita-acara/", pages.minutes, name="forum_minutes"),
    path(f"{FORUM}siapkan/", agenda.prepare, name="forum_prepare"),
    path(f"{FORUM}jadwal/", agenda.schedule, name="forum_schedule"),
    path(f"{FORUM}perbarui/", agenda.refresh, name="forum_refresh"),
    path(f"{FORUM}tambah/", agenda.add, name="forum_add"),
    path(f"{FORUM}mulai/", meeting.open_forum, name="forum_open"),
    path(f"{FORUM}undang/", meeting.invite, name="forum_invite"),
    path(f"{FORUM}hadir/", meeting.attendance, name="forum_attendance"),
    path(f"{FORUM}tutup/", meeting.close, name="forum_close"),
    path(f"{ITEM}geser/", agenda.move, name="forum_item_move"),
    path(f"{ITEM}keluarkan/", agenda.drop, name="forum_item_drop"),
    path(f"{ITEM}kembalikan/", agenda.restore, name="forum_item_restore"),
    path(f"{ITEM}catatan/", meeting.minutes, name="forum_item_minutes"),
    path(f"{ITEM}putuskan/", meeting.decide, name="forum_decide"),
    path(f"{DECISION}hapus/", decisions.withdraw, name="forum_decision_withdraw"),
    path(f"{DECISION}lapor/", decisions.report, name="forum_decision_report"),
    path(f"{DECISION}periksa/", decisions.check, name="forum_decision_check"),
]
