"""What proves a line or a measurement: kinds by content, one file once, versions, and who may change it until when."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from petajalan.common.models import AuditEntry
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence, EvidenceUse, ProgressLine
from petajalan.reporting.queries.evidence import choices_for
from petajalan.reporting.services import evidence as services
from petajalan.reporting.services import review
from petajalan.reporting.services.evidence_files import kind_of, shown_name
from tests.reporting import files
from tests.reporting.files import PDF, PNG, uploaded
from tests.reporting.measuring import CLOSED, OPEN, Measuring
from tests.reporting.measuring import measuring as measuring  # the fixture
from tests.reporting.reports import CLOSED_JANUARY, Quarter, moment
from tests.reporting.reports import quarter as quarter  # the fixture

OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def line(quarter: Quarter) -> ProgressLine:
    quarter.action()
    found: ProgressLine = quarter.start().lines.get()
    return found


def add(
    quarter: Quarter, line: ProgressLine, content: bytes = PDF, name: str = "notula.pdf", **more: Any
) -> EvidenceUse:
    call = {"by": quarter.cast.siti, "at": moment(1), **more}
    return services.add_file(to=line, file=uploaded(content, name), name=name, **call)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (PNG, "image/png"),
        (files.JPEG, "image/jpeg"),
        (files.DOCX, f"{OFFICE}wordprocessingml.document"),
        (files.XLSX, f"{OFFICE}spreadsheetml.sheet"),
        (files.SHUFFLED, f"{OFFICE}wordprocessingml.document"),
        (files.ODT, "application/vnd.oasis.opendocument.text"),
        (b"unit;nilai\nDinas A;1,5\n", "text/plain"),
        ("﻿Notula rapat: 3 µm".encode(), "text/plain"),
    ],
)
def test_a_file_is_what_it_holds(content: bytes, kind: str) -> None:
    assert kind_of(uploaded(content, "apa-saja.exe")) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"MZ" + b"\0" * 100, "tidak diterima"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "tidak diterima"),
        (b'  <svg xmlns="http://www.w3.org/2000/svg"/>', "tidak diterima"),
        (b"teks\x00biner", "tidak diterima"),
        (b"\xff\xfe\xfa bukan teks", "tidak diterima"),
        (files.packed(**{"a.txt": "arsip biasa"}), "tidak diterima"),
        (b"PK\x03\x04 bukan arsip", "tidak diterima"),
        (files.MACROS, "makro"),
        (b"", "kosong"),
    ],
)
def test_what_is_not_accepted_is_refused_whatever_its_name(
    quarter: Quarter, line: ProgressLine, folder: Path, content: bytes, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        add(quarter, line, content, "notula.pdf")
    assert (Evidence.objects.count(), list(folder.rglob("*.*"))) == (0, [])


def test_a_file_larger_than_the_limit_is_refused(quarter: Quarter, line: ProgressLine, settings: Any) -> None:
    settings.UPLOAD_MAX_BYTES = 10
    with pytest.raises(Refused, match="lebih besar"):
        add(quarter, line)


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("notula.pdf", "application/pdf", "notula.pdf"),
        ("foto.exe", "image/png", "foto.png"),
        ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("data.csv", "text/plain", "data.csv"),
        ("foto.jpeg", "image/jpeg", "foto.jpeg"),
        ("SK No. 12 tahun 2025", "application/pdf", "SK No. 12 tahun 2025.pdf"),
        ("gambar\u202egnp.exe", "image/png", "gambargnp.png"),
    ],
)
def test_its_name_gets_the_ending_of_what_it_is(name: str, kind: str, shown: str) -> None:
    assert shown_name(name, kind) == shown


def test_a_file_is_kept_under_its_digest(quarter: Quarter, line: ProgressLine, folder: Path) -> None:
    use = add(quarter, line, page=" 3  sampai 5 ")
    digest = sha256(PDF).hexdigest()
    kept = use.evidence
    assert (kept.kind, kept.size, kept.sha256, use.page) == ("application/pdf", len(PDF), digest, "3 sampai 5")
    place = f"evidence/{quarter.cast.agency.pk}/{digest[:2]}/{digest}"
    assert (kept.content.name, (folder / place).read_bytes()) == (place, PDF)
    entry = AuditEntry.objects.get(action="evidence_added")
    assert (entry.actor, entry.after["sha256"]) == (quarter.cast.siti, digest)


def test_the_same_file_is_stored_once_and_serves_several_lines_on_purpose(
    quarter: Quarter, line: ProgressLine, folder: Path
) -> None:
    quarter.action("Kedua")
    february = quarter.start(2)
    second = february.lines.last()
    assert second is not None
    first, again = add(quarter, line), add(quarter, line, page="4")
    assert (first.pk, again.page) == (again.pk, "4")
    assert [one.name for one in choices_for(second)] == ["notula.pdf"]
    other = services.use_again(to=second, evidence=first.evidence, by=quarter.cast.siti, at=moment(2))
    assert (other.evidence, EvidenceUse.objects.count(), Evidence.objects.count()) == (first.evidence, 2, 1)
    assert list(choices_for(second)) == []
    assert sum(one.is_file() for one in folder.rglob("*")) == 1


def test_a_double_click_adds_once(quarter: Quarter, line: ProgressLine) -> None:
    key = uuid4()
    for _click in range(2):
        add(quarter, line, key=key)
    assert (EvidenceUse.objects.count(), AuditEntry.objects.filter(action="evidence_added").count()) == (1, 1)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://a.example/b", "data:text/html,a", "rapat.pdf", "https://", "http:// a"]
)
def test_only_links_of_the_web_are_kept(quarter: Quarter, line: ProgressLine, link: str) -> None:
    with pytest.raises(Refused, match="https://"):
        services.add_link(to=line, link=link, by=quarter.cast.siti, at=moment(1))
    assert Evidence.objects.count() == 0


def test_a_link_is_one_piece_too(quarter: Quarter, line: ProgressLine) -> None:
    link = "https://drive.example/rapat/notula"
    uses = [services.add_link(to=line, link=link, by=quarter.cast.siti, at=moment(1)) for _again in range(2)]
    assert (uses[0].pk, uses[0].evidence.name) == (uses[1].pk, "drive.example/rapat/notula")
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize("who", ["budi", "ani", "rina", "wati", "wali", "dewi"])
def test_nobody_else_touches_a_units_evidence(quarter: Quarter, line: ProgressLine, who: str) -> None:
    use, other = add(quarter, line), quarter.cast[who]
    call: dict[str, Any] = {"by": other, "at": moment(1)}
    for write in (
        lambda: add(quarter, line, PNG, "a.png", by=other),
        lambda: services.add_link(to=line, link="https://a.example", **call),
        lambda: services.use_again(to=line, evidence=use.evidence, **call),
        lambda: services.remove_use(use=use, **call),
        lambda: services.replace_evidence(evidence=use.evidence, file=uploaded(PNG), name="a.png", **call),
    ):
        with pytest.raises(PermissionDenied):
            write()
    assert (Evidence.objects.count(), EvidenceUse.objects.count()) == (1, 1)


def test_evidence_of_another_unit_is_not_taken(quarter: Quarter, line: ProgressLine) -> None:
    kept = Evidence.objects.create(
        agency=quarter.cast.agency, unit=quarter.coordinator, name="b", link="https://b.example",
        added_by=quarter.cast.budi, added_at=moment(1),
    )  # fmt: skip
    with pytest.raises(Refused, match="milik unit ini"):
        services.use_again(to=line, evidence=kept, by=quarter.cast.siti, at=moment(1))


def test_what_was_sent_keeps_its_evidence_until_it_comes_back(quarter: Quarter, line: ProgressLine) -> None:
    use = add(quarter, line)
    quarter.fill(line.report)
    quarter.submit(line.report)
    call: dict[str, Any] = {"by": quarter.cast.siti, "at": moment(1)}
    with pytest.raises(Refused, match="sudah dikirim"):
        add(quarter, line, PNG, "a.png")
    with pytest.raises(Refused, match="hanya dapat dilepas"):
        services.remove_use(use=use, **call)
    line.refresh_from_db()
    review.send_line_back(line=line, note="Lampirkan", version=line.version, by=quarter.cast.budi, at=moment(1))
    add(quarter, line, PNG, "a.png")
    services.remove_use(use=use, **call)
    assert [one.evidence.name for one in EvidenceUse.objects.all()] == ["a.png"]
    assert Evidence.objects.count() == 2
    assert AuditEntry.objects.get(action="evidence_removed").before["evidence_name"] == "notula.pdf"


def test_a_closed_month_takes_no_evidence(quarter: Quarter, line: ProgressLine) -> None:
    with pytest.raises(Refused, match="ditutup"):
        add(quarter, line, at=CLOSED_JANUARY)


def test_a_newer_version_replaces_what_is_being_written_and_leaves_what_was_sent(
    quarter: Quarter, line: ProgressLine
) -> None:
    sent = add(quarter, line)
    quarter.fill(line.report)
    quarter.submit(line.report)
    draft = services.use_again(
        to=quarter.start(2).lines.get(), evidence=sent.evidence, by=quarter.cast.siti, at=moment(2)
    )
    old = sent.evidence
    call: dict[str, Any] = {"by": quarter.cast.joko, "at": moment(2)}
    new = services.replace_evidence(evidence=old, file=uploaded(PNG), name="notula.pdf", **call)
    for use in (sent, draft):
        use.refresh_from_db()
    assert (sent.evidence, draft.evidence, new.replaces, new.name) == (old, new, old, "notula.png")
    with pytest.raises(Refused, match="baru saja diganti"):
        services.replace_evidence(evidence=old, file=uploaded(files.JPEG), name="c.jpg", **call)
    with pytest.raises(Refused, match="sudah diganti versi baru"):
        services.use_again(to=quarter.start(2).lines.get(), evidence=old, by=quarter.cast.siti, at=moment(2))
    with pytest.raises(Refused, match="sama dengan versi"):
        services.replace_evidence(evidence=new, file=uploaded(PNG), name="d.png", **call)
    assert services.replace_evidence(evidence=new, link="https://a.example/notula", **call).link
    with pytest.raises(Refused, match="Pilih satu"):
        services.replace_evidence(evidence=new, **call)


def test_a_measurement_is_proved_until_it_closes_and_by_the_head_later(measuring: Measuring) -> None:
    row = measuring.save(measuring.indicator(), "2,7")
    use = services.add_file(to=row, file=uploaded(), name="a.pdf", by=measuring.cast.wati, at=OPEN)
    late: dict[str, Any] = {"to": row, "link": "https://a.example", "at": CLOSED}
    with pytest.raises(Refused, match="ditutup"):
        services.add_link(by=measuring.cast.wati, **late)
    assert services.add_link(by=measuring.cast.budi, **late).measurement == row
    with pytest.raises(Refused, match="hanya dapat dilepas"):
        services.remove_use(use=use, by=measuring.cast.budi, at=CLOSED)
