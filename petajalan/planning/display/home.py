"""What waits for a person and how the plan stands, each in a sentence that leads to the list behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext, ngettext

from petajalan.accounts.models import Unit
from petajalan.planning.queries.home import Home, Readiness

TABS = {
    "baseline": "tanpa-baseline",
    "quarters": "triwulan",
    "unreadable": "belum-terbaca",
    "coordinator": "tanpa-koordinator",
    "direction": "tanpa-arah",
}


@dataclass(frozen=True, slots=True)
class Task:
    """`kind` is "bad", "warn", "good" or "brand"; `url_name` a page of the agency, `query` the end of its address."""

    kind: str
    title: str
    url_name: str
    query: str = ""
    text: str = ""
    button: str = ""


def tasks(home: Home, *, writes: bool, enacts: bool, units: Iterable[Unit]) -> list[Task]:
    """For those who write the plan: what it lacks. For a unit that leads activities: its own indicators. For
    those who invite people: who has not come yet."""
    writing = _writing(home, enacts) if writes and home.readiness else ()
    return [*writing, *_of_units(home.readiness, units), *_inviting(home)]


def _inviting(home: Home) -> Iterator[Task]:
    if home.invited:
        title = ngettext("%(count)d undangan belum diterima", "%(count)d undangan belum diterima", home.invited) % {
            "count": home.invited
        }
        text = gettext("Kirim ulang bila suratnya tidak sampai, tarik bila alamatnya salah")
        yield Task("brand", title, "invitation_list", "", text, gettext("Lihat"))


def _writing(home: Home, enacts: bool) -> Iterator[Task]:
    ready = home.readiness
    assert ready is not None
    if ready.conflicts:
        title = ngettext(
            "Putuskan %(count)d indikator yang bertentangan",
            "Putuskan %(count)d indikator yang bertentangan",
            ready.conflicts,
        )
        text = (
            gettext("Peraturan mencetak dua angka untuk hal yang sama")
            if ready.plan.is_draft
            else gettext("Road map terkunci: mulai perubahan dulu, lalu putuskan")
        )
        query = "?" + urlencode({"tampil": "bertentangan"})
        yield Task("bad", title % {"count": ready.conflicts}, "indicator_list", query, text, gettext("Putuskan"))
    if home.draft is not None:
        title = (
            gettext("Tetapkan rancangan versi %(version)d")
            if enacts
            else gettext("Lengkapi rancangan versi %(version)d")
        )
        text = home.draft.reason or gettext("Belum ditetapkan, jadi belum berlaku")
        yield Task("brand", title % {"version": home.draft.version}, "plan", "", text, gettext("Buka rancangan"))
    gap = next((one for one in ready.gaps if one.code == "baseline"), None)
    if gap is not None and ready.plan.is_draft:
        title = ngettext("Lengkapi %(count)d baseline", "Lengkapi %(count)d baseline", gap.count)
        query = "?" + urlencode({"tampil": TABS["baseline"]})
        text = gettext("Tanpa baseline, kemajuan tidak dapat dihitung")
        yield Task("warn", title % {"count": gap.count}, "indicator_list", query, text, gettext("Lengkapi"))


def _of_units(ready: Readiness | None, units: Iterable[Unit]) -> Iterator[Task]:
    if ready is None:
        return
    for unit in units:
        led = [one for one in ready.register.entries if unit.called in one.coordinators]
        if not led:
            continue
        title = ngettext(
            "%(unit)s mengoordinasikan %(count)d indikator", "%(unit)s mengoordinasikan %(count)d indikator", len(led)
        )
        lacking = sum(1 for one in led if not one.baseline.is_known)
        text = ngettext("%(count)d belum punya baseline", "%(count)d belum punya baseline", lacking)
        yield Task(
            kind="warn" if lacking else "brand",
            title=title % {"unit": unit.called, "count": len(led)},
            url_name="indicator_list",
            query="?" + urlencode({"koordinator": unit.called}),
            text=text % {"count": lacking} if lacking else gettext("Semuanya punya baseline"),
            button=gettext("Lihat"),
        )


def states(ready: Readiness) -> list[Task]:
    """How ready the plan is, in words: what is there, then what is missing."""
    count = len(ready.register.entries)
    found = [
        Task(
            "good",
            ngettext("%(count)d indikator dalam register", "%(count)d indikator dalam register", count)
            % {"count": count},
            "indicator_list",
        ),
        Task(
            "good",
            ngettext("%(count)d kegiatan utama terdaftar", "%(count)d kegiatan utama terdaftar", ready.activities)
            % {"count": ready.activities},
            "logic_map",
        ),
    ]
    if ready.conflicts:
        text = ngettext("%(count)d indikator bertentangan", "%(count)d indikator bertentangan", ready.conflicts) % {
            "count": ready.conflicts
        }
        found.append(Task("bad", text, "indicator_list", "?tampil=bertentangan"))
    gaps = ready.gaps
    if count and not any(gap.code == "baseline" for gap in gaps):
        found.append(Task("good", gettext("Semua indikator punya baseline"), "indicator_list"))
    for gap in gaps:
        tab = f"tanpa-target-{gap.period}" if gap.code == "target" else TABS.get(gap.code, "")
        found.append(
            Task(
                "warn",
                gap.sentence.removesuffix("."),
                "indicator_list",
                "?" + urlencode({"tampil": tab}) if tab else "",
            )
        )
    if ready.other_totals:
        text = ngettext(
            "%(count)d total prioritas berbeda dari hitungannya",
            "%(count)d total prioritas berbeda dari hitungannya",
            ready.other_totals,
        ) % {"count": ready.other_totals}
        found.append(Task("bad", text, "priorities"))
    return found
