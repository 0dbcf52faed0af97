"""Setting the letterhead of an agency, and the templates that its documents are poured into."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User
from petajalan.common import audit
from petajalan.exports.documents.collecting import letterhead_of
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.documents.placeholders import BrokenTemplate
from petajalan.exports.documents.sample import sample
from petajalan.exports.letterheads import LetterheadValues, UnusableLogo, readable_logo
from petajalan.exports.models import AgencyLetterhead, DocumentTemplate
from petajalan.exports.queries.letterhead import own_letterhead
from petajalan.exports.rules import may_set_letterhead
from petajalan.planning.services.refusals import Refused


@transaction.atomic
def set_letterhead(*, agency: Agency, values: LetterheadValues, seen: int, by: User, at: datetime) -> bool:
    """`False` where nothing is different. `seen` is the version that the person saw, 0 where there was none."""
    _permit(by, agency)
    lines = "\n".join(" ".join(line.split()) for line in values.lines.splitlines() if line.strip())
    if not lines:
        raise Refused(_("Tulis sedikitnya satu baris kop, misalnya nama pemerintah daerah."))
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    stored = own_letterhead(agency)
    if (stored.version if stored else 0) != seen:
        raise Refused(_("Kop ini baru diubah orang lain. Periksa isinya sekarang, lalu simpan lagi."))
    logo, logo_name = _logo(stored, values)
    after = {"lines": lines, "address": values.address.strip(), "place": values.place.strip(), "logo_name": logo_name}
    before = {name: getattr(stored, name) if stored else "" for name in after}
    if stored and after == before and logo == (bytes(stored.logo) if stored.logo else None):
        return False
    kept, _made = AgencyLetterhead.objects.update_or_create(
        agency=agency,
        defaults={**after, "logo": logo, "changed_by": by, "changed_at": at, "version": seen + 1},
    )
    audit.record(
        agency=agency, by=by, action="letterhead_changed", about=kept, at=at,
        before=_named(before), after=_named(after),
    )  # fmt: skip
    return True


def _logo(stored: AgencyLetterhead | None, values: LetterheadValues) -> tuple[bytes | None, str]:
    if values.logo is not None:
        try:
            return readable_logo(values.logo.content), values.logo.name[:200]
        except UnusableLogo as refusal:
            raise Refused(str(refusal)) from refusal
    if values.without_logo or stored is None or stored.logo is None:
        return None, ""
    return bytes(stored.logo), stored.logo_name


@transaction.atomic
def upload_template(
    *, agency: Agency, kind: str, filename: str, content: bytes, by: User, at: datetime
) -> DocumentTemplate:
    """Takes the place of the template that the kind had. Raises `Refused` with what is broken."""
    _permit(by, agency)
    if kind and kind not in KINDS:
        raise Refused(_("Jenis dokumen ini tidak dikenal. Pilih dari daftar."))
    try:
        sample_of_template(agency, content, at.date())
    except BrokenTemplate as refusal:
        raise Refused(str(refusal)) from refusal
    Agency.objects.select_for_update(no_key=True, of=("self",)).get(pk=agency.pk)
    before = DocumentTemplate.objects.filter(agency=agency, kind=kind).values_list("filename", flat=True).first()
    kept, _made = DocumentTemplate.objects.update_or_create(
        agency=agency,
        kind=kind,
        defaults={
            "filename": filename[:200],
            "content": content,
            "sha256": sha256(content).hexdigest(),
            "size": len(content),
            "uploaded_by": by,
            "uploaded_at": at,
        },
    )
    audit.record(
        agency=agency, by=by, action="document_template_uploaded", about=kept, at=at,
        before={"filename": before} if before else {}, after={"filename": filename, "document_kind": kind_words(kind)},
    )  # fmt: skip
    return kept


@transaction.atomic
def remove_template(*, template: DocumentTemplate, by: User, at: datetime) -> None:
    """Documents then get the layout of the application again. Those made before stay as they are."""
    _permit(by, template.agency)
    audit.record(
        agency=template.agency, by=by, action="document_template_removed", about=template, at=at,
        before={"filename": template.filename, "document_kind": kind_words(template.kind)},
    )  # fmt: skip
    template.delete()


def sample_of_template(agency: Agency, content: bytes, on: date) -> bytes:
    """A short document as this template prints it. Raises `BrokenTemplate`."""
    from petajalan.exports.documents.formats.docx.template import check_template  # here: most workers need none

    return check_template(content, sample(agency.name, letterhead_of(agency), on))


def kind_words(kind: str) -> str:
    return str(KINDS[kind].name) if kind in KINDS else kind or _("semua jenis dokumen")


def _permit(by: User, agency: Agency) -> None:
    if not may_set_letterhead(by, agency):
        raise PermissionDenied(_("Kop dan templat dokumen diatur oleh administrator."))


def _named(values: dict[str, str]) -> dict[str, str]:
    """Under the words that the trail knows."""
    names = {"logo_name": "letterhead_logo"}
    return {names.get(name, f"letterhead_{name}"): value for name, value in values.items()}
