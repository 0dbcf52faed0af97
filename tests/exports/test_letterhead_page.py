"""The page on which the administrator sets the letterhead and the templates of the agency."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from petajalan.accounts.models import User
from petajalan.common.models import AuditEntry
from petajalan.exports.documents.collecting import letterhead_of, template_for
from petajalan.exports.letterheads import LetterheadValues, Logo, UnusableLogo, readable_logo
from petajalan.exports.models import AgencyLetterhead, DocumentTemplate
from petajalan.exports.services.letterhead import remove_template, set_letterhead, upload_template
from petajalan.planning.services.refusals import Refused
from tests.cast import Cast
from tests.exports.documents.test_templates import template
from tests.exports.documents.whole import logo

AT = datetime(2025, 5, 5, 3, 0, tzinfo=UTC)
HERE = "/kota-melati/dokumen/kop/"
LINES = "PEMERINTAH KOTA MELATI\nSEKRETARIAT DAERAH"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def given(**more: Any) -> dict[str, Any]:
    return {"lines": LINES, "address": "Jalan Mawar 1", "place": "Melati", "version": 0, **more}


def test_without_a_setting_the_name_of_the_agency_is_the_letterhead(cast: Cast) -> None:
    assert letterhead_of(cast.agency).lines == ("PEMERINTAH KOTA MELATI",)
    page = signed_in(cast.wati).get(HERE).content.decode()
    assert "Kop belum diatur" in page


def test_the_letterhead_is_set_seen_and_in_the_trail(cast: Cast) -> None:
    client = signed_in(cast.wati)
    answer = client.post(f"{HERE}ubah/", given(logo=SimpleUploadedFile("lambang.jpg", logo("JPEG"))))
    assert (answer.status_code, answer["Location"]) == (302, HERE)
    head = letterhead_of(cast.agency)
    assert (head.lines, head.address) == (("PEMERINTAH KOTA MELATI", "SEKRETARIAT DAERAH"), "Jalan Mawar 1")
    assert head.logo is not None
    assert head.logo.startswith(b"\x89PNG")
    assert client.get(f"{HERE}lambang/").content == head.logo
    assert "SEKRETARIAT DAERAH" in client.get(HERE).content.decode()
    entry = AuditEntry.objects.get(action="letterhead_changed")
    assert (entry.actor, entry.before, entry.after) == (
        cast.wati,
        {"letterhead_lines": "", "letterhead_address": "", "letterhead_place": "", "letterhead_logo": ""},
        {
            "letterhead_lines": LINES, "letterhead_address": "Jalan Mawar 1", "letterhead_place": "Melati",
            "letterhead_logo": "lambang.jpg",
        },
    )  # fmt: skip
    sample = client.get(f"{HERE}contoh.pdf")
    assert (sample["Content-Type"], sample.content[:5]) == ("application/pdf", b"%PDF-")


def test_nothing_typed_is_lost_when_it_is_refused(cast: Cast) -> None:
    client = signed_in(cast.wati)
    answer = client.post(f"{HERE}ubah/", given(lines="", address="Jalan Melati 7"))
    assert answer.status_code == 422
    assert "Tulis sedikitnya satu baris kop" in answer.content.decode()
    assert "Jalan Melati 7" in answer.content.decode()
    broken = SimpleUploadedFile("lambang.png", b"\x89PNG\r\n\x1a\nrusak")
    assert (
        "Lambang harus berupa gambar PNG atau JPEG." in client.post(f"{HERE}ubah/", given(logo=broken)).content.decode()
    )
    assert not AgencyLetterhead.objects.exists()


def test_a_page_that_is_out_of_date_overwrites_nothing(cast: Cast) -> None:
    values = LetterheadValues(LINES)
    assert set_letterhead(agency=cast.agency, values=values, seen=0, by=cast.wati, at=AT)
    assert not set_letterhead(agency=cast.agency, values=values, seen=1, by=cast.wati, at=AT)
    with pytest.raises(Refused, match="baru diubah orang lain"):
        set_letterhead(agency=cast.agency, values=LetterheadValues("LAIN"), seen=0, by=cast.wati, at=AT)
    assert AgencyLetterhead.objects.get().lines == LINES


def test_the_logo_stays_until_it_is_taken_away(cast: Cast) -> None:
    first = LetterheadValues(LINES, logo=Logo("a.png", logo()))
    set_letterhead(agency=cast.agency, values=first, seen=0, by=cast.wati, at=AT)
    set_letterhead(agency=cast.agency, values=LetterheadValues("SATU"), seen=1, by=cast.wati, at=AT)
    assert letterhead_of(cast.agency).logo is not None
    set_letterhead(agency=cast.agency, values=LetterheadValues("SATU", without_logo=True), seen=2, by=cast.wati, at=AT)
    assert letterhead_of(cast.agency).logo is None
    assert signed_in(cast.wati).get(f"{HERE}lambang/").status_code == 404


def test_a_logo_is_read_whole_and_made_small() -> None:
    buffer = BytesIO()
    Image.new("CMYK", (3000, 1500)).save(buffer, "JPEG")
    with Image.open(BytesIO(readable_logo(buffer.getvalue()))) as found:
        assert (found.format, found.mode, found.size) == ("PNG", "RGB", (700, 350))
    for content in (b"GIF89a", logo()[:60], b"x" * (2 * 1024 * 1024 + 1)):
        with pytest.raises(UnusableLogo):
            readable_logo(content)


def test_a_template_is_checked_kept_tried_and_removed(cast: Cast) -> None:
    client = signed_in(cast.wati)
    bad = SimpleUploadedFile("templat.docx", template("{{ isi }}", "{{ nomer }}"))
    answer = client.post(f"{HERE}templat/unggah/", {"kind": "", "file": bad})
    assert answer.status_code == 422
    assert "Isian {{ nomer }} tidak dikenal." in answer.content.decode()
    assert not DocumentTemplate.objects.exists()
    content = template("Kota Melati", "{{ isi }}")
    for kind in ("", "team_decree"):
        file = SimpleUploadedFile("templat.docx", content)
        assert client.post(f"{HERE}templat/unggah/", {"kind": kind, "file": file}).status_code == 302
    assert template_for(cast.agency, "annex") == content
    kept = DocumentTemplate.objects.get(kind="team_decree")
    assert client.get(f"{HERE}templat/{kept.pk}/templat.docx").content == content
    tried = docx.Document(BytesIO(client.get(f"{HERE}templat/{kept.pk}/contoh.docx").content))
    assert tried.paragraphs[0].text == "Kota Melati"
    assert client.get(f"{HERE}templat/{kept.pk}/hapus/").status_code == 200
    assert client.post(f"{HERE}templat/{kept.pk}/hapus/").status_code == 302
    assert [one.kind for one in DocumentTemplate.objects.all()] == [""]
    trail = AuditEntry.objects.filter(action__startswith="document_template").order_by("pk")
    assert [(one.action, (one.after or one.before)["document_kind"]) for one in trail] == [
        ("document_template_uploaded", "semua jenis dokumen"),
        ("document_template_uploaded", "Keputusan tim reformasi birokrasi"),
        ("document_template_removed", "Keputusan tim reformasi birokrasi"),
    ]


def test_a_new_upload_takes_the_place_of_the_one_before(cast: Cast) -> None:
    for name in ("satu.docx", "dua.docx"):
        upload_template(
            agency=cast.agency, kind="", filename=name, content=template("{{ isi }}", name), by=cast.wati, at=AT
        )
    assert [one.filename for one in DocumentTemplate.objects.all()] == ["dua.docx"]
    with pytest.raises(Refused, match="tidak dikenal"):
        upload_template(
            agency=cast.agency, kind="lain", filename="x", content=template("{{ isi }}"), by=cast.wati, at=AT
        )


def test_only_the_administrator_comes_here(cast: Cast) -> None:
    kept = upload_template(
        agency=cast.agency, kind="", filename="a.docx", content=template("{{ isi }}"), by=cast.wati, at=AT
    )
    addresses = ("", "contoh.pdf", "lambang/", "templat-awal.docx", f"templat/{kept.pk}/templat.docx")
    for user, status in ((cast.siti, 403), (cast.rina, 403), (cast.wali, 403), (cast.dewi, 404)):
        client = signed_in(user)
        assert {client.get(HERE + one).status_code for one in addresses} == {status}
        assert client.post(f"{HERE}ubah/", given()).status_code == status
        assert client.post(f"{HERE}templat/{kept.pk}/hapus/").status_code == status
    with pytest.raises(PermissionDenied):
        set_letterhead(agency=cast.agency, values=LetterheadValues(LINES), seen=0, by=cast.rina, at=AT)
    with pytest.raises(PermissionDenied):
        remove_template(template=kept, by=cast.dewi, at=AT)
    other = "/kota-contoh/dokumen/kop/"
    assert signed_in(cast.dewi).get(f"{other}templat/{kept.pk}/templat.docx").status_code == 404


def test_the_template_to_start_from_is_accepted_as_it_is(cast: Cast) -> None:
    client = signed_in(cast.wati)
    content = client.get(f"{HERE}templat-awal.docx").content
    file = SimpleUploadedFile("templat-awal.docx", content)
    assert client.post(f"{HERE}templat/unggah/", {"kind": "", "file": file}).status_code == 302
