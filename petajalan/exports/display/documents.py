"""Documents as rows of a list and as one page, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from petajalan.accounts.models import Agency, User
from petajalan.exports.choices import DocumentState, FormatChoice
from petajalan.exports.documents.about import choice_of
from petajalan.exports.documents.as_data import from_data
from petajalan.exports.documents.choice import NothingToWrite
from petajalan.exports.documents.collecting import collected
from petajalan.exports.documents.comparing import Difference, differences
from petajalan.exports.documents.kinds import KINDS
from petajalan.exports.models import FrozenDocument, FrozenFile, MadeDocument
from petajalan.exports.models.document import AboutModel
from petajalan.exports.rules import may_freeze
from petajalan.exports.services.making import STALE

SHOWN = 60  # differences before the rest is only counted


@dataclass(frozen=True, slots=True)
class Row:
    """A document that somebody asked for.

    failure    what to do, where it could not be made
    stuck      it does not move any more: it may be asked for again
    freezable  the person may give it a number
    """

    made: MadeDocument
    kind: str
    format: str
    failure: str
    stuck: bool
    freezable: bool

    @property
    def ready(self) -> bool:
        return bool(self.made.state == DocumentState.READY)


@dataclass(frozen=True, slots=True)
class Tab:
    code: str
    label: str
    count: int
    current: bool


def row_of(made: MadeDocument, user: User, *, at: datetime) -> Row:
    ready = made.state == DocumentState.READY
    return Row(
        made=made,
        kind=kind_words(made.kind),
        format=str(FormatChoice(made.format).label),
        failure=_(made.failure) if made.failure else "",
        stuck=made.is_underway and at - made.state_at > STALE,
        freezable=ready and made.frozen_id is None and may_freeze(user, made),
    )


def tabs_of(counts: dict[str, int], chosen: str) -> list[Tab]:
    labels = {
        "": _("Semua"), "siap": _("Siap diunduh"), "proses": _("Sedang dibuat"), "gagal": _("Belum berhasil"),
        "beku": _("Dibekukan"),
    }  # fmt: skip
    return [Tab(code, label, counts[code], code == chosen) for code, label in labels.items()]


def kind_words(code: str) -> str:
    kind = KINDS.get(code)
    return str(kind.name) if kind else code


def filename_of(agency: Agency, document: AboutModel, format: str, *, version: int = 0) -> str:
    """ "laporan-evaluasi-bulanan-kota-melati-februari-2024.docx"."""
    words = [kind_words(document.kind), agency.slug, document.subject, f"versi {version}" if version else ""]
    name = re.sub(r"[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")[:150].strip("-")
    return f"{name}.{format}"


@dataclass(frozen=True, slots=True)
class Compared:
    """A frozen document against the data of now.

    same   nothing differs, number and date aside
    gone   why it cannot be collected any more, in a sentence
    """

    differences: Sequence[Difference]
    more: int
    gone: str = ""

    @property
    def same(self) -> bool:
        return not self.differences and not self.gone


def compared(frozen: FrozenDocument) -> Compared:
    kind = KINDS.get(frozen.kind)
    if kind is None:
        return Compared((), 0, _("Jenis dokumen ini tidak ada lagi, jadi isinya tidak dapat dibandingkan."))
    try:
        now = collected(
            kind, choice_of(frozen.agency, frozen.about, unit=frozen.unit), number=frozen.number, dated=frozen.dated
        )
    except NothingToWrite as reason:
        return Compared((), 0, _(str(reason)))
    found = differences(from_data(frozen.tree), now)
    return Compared(found[:SHOWN], max(len(found) - SHOWN, 0))


@dataclass(frozen=True, slots=True)
class FormatOf:
    """A format in which a frozen document is kept, is being written, or may be."""

    code: str
    label: str
    file: FrozenFile | None
    made: MadeDocument | None


def formats_of(frozen: FrozenDocument, files: Sequence[FrozenFile], made: Sequence[MadeDocument]) -> list[FormatOf]:
    kind = KINDS.get(frozen.kind)
    codes = [str(one) for one in kind.formats] if kind else [one.format for one in files]
    kept = {one.format: one for one in files}
    asked = {one.format: one for one in reversed(made)}
    return [FormatOf(code, str(FormatChoice(code).label), kept.get(code), asked.get(code)) for code in codes]
