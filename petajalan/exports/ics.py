"""Dates as a calendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Day:
    """An event of a whole day. `key` stays the same when its date moves, so that a program moves it too."""

    key: str
    day: date
    title: str
    text: str


def calendar_file(name: str, days: Iterable[Day], *, at: datetime) -> bytes:
    from icalendar import Calendar, Event  # here, because it takes 4 MB that most workers never need

    calendar = Calendar()
    calendar.add("prodid", "-//Petajalan//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in days:
        event = Event()
        event.add("uid", one.key)
        event.add("dtstamp", at)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", one.title)
        event.add("description", one.text)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
