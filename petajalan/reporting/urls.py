from __future__ import annotations

from django.urls import path

from petajalan.reporting.views import calendar, exceptions, reminders

urlpatterns = [
    path("<slug:agency_slug>/kalender/", calendar.this_year, name="calendar_today"),
    path("<slug:agency_slug>/kalender/<int:year>/", calendar.calendar_page, name="calendar"),
    path("<slug:agency_slug>/kalender/<int:year>/buka/", calendar.open_year, name="calendar_open"),
    path("<slug:agency_slug>/kalender/<int:year>/aturan/<slug:kind>/", calendar.change_rule, name="calendar_rule"),
    path("<slug:agency_slug>/kalender/<int:year>/ubah/<slug:what>/", calendar.change_days, name="calendar_days"),
    path("<slug:agency_slug>/kalender/pengecualian/", exceptions.grant, name="exception_grant"),
    path("<slug:agency_slug>/kalender/pengecualian/<int:key>/cabut/", exceptions.revoke, name="exception_revoke"),
    path("<slug:agency_slug>/pengingat/", reminders.reminders, name="reminders"),
    path("<slug:agency_slug>/pengingat/alamat-kalender/", reminders.renew_feed, name="calendar_feed_renew"),
]
