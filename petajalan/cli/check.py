"""`petajalan check`: what is wrong in a regulation, as text or as JSON. A file is checked without a database."""

from __future__ import annotations

import argparse
import json
import sys

from petajalan.cli.failure import Failure
from petajalan.cli.files import content_of, name_of, sentence_of
from petajalan.cli.language import gettext as _
from petajalan.cli.progress import Progress
from petajalan.planning.readings import RegulationRead, read_file
from petajalan.regulation.document import UnusableFile


def check(given: argparse.Namespace) -> int:
    read = stored(given.agency) if given.agency else read_named(given.file)
    if given.format == "json":
        print_json(read)
    else:
        from petajalan.cli.findings import print_findings

        print_findings(read)
    return 1 if read.errors else 0


def read_named(name: str) -> RegulationRead:
    """Read and check a file of this machine. A `Failure` with a sentence when it cannot be used."""
    content = content_of(name)
    try:
        with Progress(_("Membaca %(file)s:") % {"file": name_of(name)}) as progress:
            return read_file(content, name_of(name), progress)
    except UnusableFile as error:
        raise Failure(sentence_of(error)) from error


def stored(slug: str) -> RegulationRead:
    """The regulation of the agency's current road map, checked with the rules of today."""
    from petajalan.cli.planning import current_regulation

    regulation = current_regulation(slug)
    from petajalan.catalogue.queries import reference_for

    reference = reference_for(regulation.agency)
    with regulation.file.open("rb") as file, Progress(_("Memeriksa:")) as progress:
        return read_file(file.read(), regulation.filename, progress, reference=reference)


def print_json(read: RegulationRead) -> None:
    shape = {"document": document(read), "findings": [finding.as_json() for finding in read.findings]}
    json.dump(shape, sys.stdout, ensure_ascii=False, indent=1)
    print()


def document(read: RegulationRead) -> dict[str, object]:
    data = read.data
    return {
        "number": data.number,
        "year": data.year,
        "title": data.title,
        "period": "-".join(map(str, data.period)) if data.period else None,
        "agency": data.agency_name,
        "tables": [
            {
                "number": table.number,
                "caption": table.caption,
                "kind": meaning.kind.value,
                "line": table.caption_place.line if table.caption_place else None,
                "page": table.caption_place.page if table.caption_place else None,
                "rows": len(table.rows),
                "columns": [
                    {"header": header, "meaning": column or None}
                    for header, column in zip(table.headers, meaning.columns, strict=True)
                ],
            }
            for table, meaning in zip(data.document.tables, data.meanings, strict=True)
        ],
    }
