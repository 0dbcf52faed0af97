"""`petajalan export`: an official document as a file, the same as on the page "Dokumen"."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from petajalan.cli.database import load_django, open_database
from petajalan.cli.failure import Failure
from petajalan.cli.language import gettext as _

if TYPE_CHECKING:
    from petajalan.accounts.models import Agency, Unit
    from petajalan.exports.documents.choice import Choice, Format
    from petajalan.exports.documents.kinds import Kind

REFUSED = 1


def export(given: argparse.Namespace) -> int:
    if given.list:
        return _print_kinds(as_json=given.json)
    load_django()
    kind = _kind(given.kind)
    file, form = _target(given, kind)
    _check_chosen(given, kind)
    open_database()
    from petajalan.accounts.models import Agency

    agency = Agency.objects.filter(slug=given.agency).first() if given.agency else None
    if agency is None:
        raise Failure(
            _("Instansi %(slug)s tidak dikenal. Periksa alamatnya.") % {"slug": given.agency}
            if given.agency
            else _("Sebutkan instansinya dengan --agency, misalnya --agency kota-contoh.")
        )
    content = _made(kind, _choice(given, agency), form)
    _write(file, content)
    print(_("%(name)s tersimpan di %(file)s.") % {"name": kind.name, "file": file})
    return 0


def _kind(code: str | None) -> Kind:
    from petajalan.exports.documents.kinds import KINDS

    if not code:
        raise Failure(_("Sebutkan jenis dokumennya. Daftarnya: petajalan export --list."))
    if code not in KINDS:
        raise Failure(
            _("Jenis dokumen %(code)s tidak dikenal. Yang ada: %(codes)s.") % {"code": code, "codes": ", ".join(KINDS)}
        )
    return KINDS[code]


def _target(given: argparse.Namespace, kind: Kind) -> tuple[Path, Format]:
    """Refuses before anything is computed. The ending of the file names the format where none is given."""
    from petajalan.exports.documents.choice import Format

    if not given.output:
        raise Failure(_("Sebutkan berkas hasilnya dengan -o, misalnya -o dokumen.docx."))
    file = Path(given.output)
    code = given.format or file.suffix.removeprefix(".").lower()
    allowed = ", ".join(kind.formats)
    if code not in set(Format) or Format(code) not in kind.formats:
        raise Failure(
            _("%(name)s tidak ada dalam format “%(format)s”. Pilih --format: %(formats)s.")
            % {"name": kind.name, "format": code, "formats": allowed}
        )
    if file.is_dir():
        raise Failure(_("%(file)s adalah folder. Sebutkan nama berkasnya.") % {"file": file})
    if not file.absolute().parent.is_dir():
        raise Failure(_("Folder %(folder)s tidak ada. Buat dahulu, atau sebutkan yang lain.") % {"folder": file.parent})
    if file.exists() and not given.force:
        raise Failure(_("%(file)s sudah ada. Pilih nama lain, atau tambahkan --force.") % {"file": file}, REFUSED)
    return file, Format(code)


def _check_chosen(given: argparse.Namespace, kind: Kind) -> None:
    from petajalan.exports.documents.choice import Of

    needed = [one for one in Of if one in kind.of and one is not Of.ROAD_MAP]
    missing = [f"--{one}" for one in needed if not getattr(given, one)]
    if missing:
        raise Failure(
            _("%(name)s memerlukan %(missing)s.") % {"name": kind.name, "missing": ", ".join(missing)}, REFUSED
        )
    for name, last in (("month", 12), ("quarter", 4)):
        value = getattr(given, name)
        if value is not None and not 1 <= value <= last:
            raise Failure(_("--%(name)s diisi 1 sampai %(last)d.") % {"name": name, "last": last}, REFUSED)


def _choice(given: argparse.Namespace, agency: Agency) -> Choice:
    from petajalan.exports.documents.choice import Choice

    return Choice(
        agency,
        year=given.year,
        month=given.month,
        quarter=given.quarter,
        unit=_unit(agency, given.unit) if given.unit else None,
        theme=_theme(agency, given.theme) if given.theme else "",
        road_map=_road_map(agency, given.road_map) if given.road_map else None,
    )


def _unit(agency: Agency, words: str) -> Unit:
    from petajalan.accounts.models import Unit

    units = [one for one in Unit.objects.filter(agency=agency) if words.casefold() in _names(one)]
    if len(units) != 1:
        raise Failure(
            _("Unit “%(unit)s” tidak dikenal di %(agency)s. Tulis nama lengkap atau singkatannya.")
            % {"unit": words, "agency": agency.name},
            REFUSED,
        )
    units[0].agency = agency
    return units[0]


def _names(unit: Unit) -> set[str]:
    return {name.casefold() for name in (unit.name, unit.short_name) if name}


def _theme(agency: Agency, words: str) -> str:
    """By its name or key; the key is the same in every version of the road map."""
    from petajalan.planning.models import Theme

    themes = Theme.objects.filter(agency=agency).order_by("-road_map").values_list("key", "name")
    for key, name in themes:
        if words.casefold() in (str(key), name.casefold()):
            return str(key)
    known = ", ".join(dict.fromkeys(name for _key, name in themes))
    raise Failure(
        _("Tema “%(theme)s” tidak dikenal di %(agency)s. Yang ada: %(known)s.")
        % {"theme": words, "agency": agency.name, "known": known or _("belum ada")},
        REFUSED,
    )


def _road_map(agency: Agency, version: int) -> int:
    from petajalan.planning.models import RoadMap

    key: int | None = RoadMap.objects.filter(agency=agency, version=version).values_list("pk", flat=True).first()
    if key is None:
        raise Failure(
            _("%(agency)s tidak mempunyai road map versi %(version)d.") % {"agency": agency.name, "version": version},
            REFUSED,
        )
    return key


def _made(kind: Kind, choice: Choice, form: Format) -> bytes:
    from zoneinfo import ZoneInfo

    from django.utils import timezone

    from petajalan.exports.documents.choice import Format as Formats
    from petajalan.exports.documents.choice import NothingToWrite
    from petajalan.exports.documents.collecting import collected, template_for
    from petajalan.exports.documents.write import CannotWrite, write

    try:
        with timezone.override(ZoneInfo(choice.agency.time_zone)):
            document = collected(kind, choice)
            template = template_for(choice.agency, kind.code) if form is Formats.DOCX else None
            return write(document, form, template)
    except (NothingToWrite, CannotWrite) as refusal:
        raise Failure(str(refusal), REFUSED) from refusal


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: under another name first."""
    try:
        handle, name = tempfile.mkstemp(prefix=".petajalan-", dir=file.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as part:
                part.write(content)
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Failure(_("%(file)s tidak dapat ditulis: %(why)s.") % {"file": file, "why": reason}) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _print_kinds(*, as_json: bool) -> int:
    load_django()
    from petajalan.exports.documents.choice import Of
    from petajalan.exports.documents.kinds import KINDS

    kinds = [
        {
            "kind": kind.code,
            "name": str(kind.name),
            "needs": [str(one) for one in Of if one in kind.of and one is not Of.ROAD_MAP],
            "may_take": [str(one) for one in Of if one in kind.of and one is Of.ROAD_MAP],
            "formats": [str(one) for one in kind.formats],
        }
        for kind in KINDS.values()
    ]
    if as_json:
        json.dump(kinds, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for one in kinds:
        options = " ".join([*(f"--{name}" for name in one["needs"]), *(f"[--{name}]" for name in one["may_take"])])
        print(f"{one['kind']:22}{one['name']}  {options}".rstrip().replace("road_map", "road-map"))
    return 0
