"""A regulation is checked by what its agency goes by: the national data with the agency's own entries."""

from datetime import UTC, datetime

import pytest

from petajalan.catalogue import scales
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.services import add_entry
from petajalan.cli.check import stored as check_again
from petajalan.planning import services
from petajalan.planning.models import Regulation
from petajalan.planning.readings import decode_findings
from tests.cast import Cast
from tests.planning.regulations import MELATI

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)


@pytest.fixture
def own_scale(cast: Cast) -> None:
    """In Kota Melati the SPBE index ends at 2,5; the regulation prints 2,66."""
    national = next(one for one in national_reference().scales if one.code == "spbe")
    data = scales.entry(national) | {"range": ["1", "2.5"], "classifications": [], "printed_ranges": []}
    add_entry(agency=cast.agency, kind="scale", code="spbe", data=data, by=cast.wati, at=AT)


def outside(regulation: Regulation) -> bool:
    regulation.reading.refresh_from_db()
    return any(
        "SPBE" in one.message.id and "2,5" in one.message.id for one in decode_findings(regulation.reading.findings)
    )


def read(agency: object, cast: Cast) -> Regulation:
    regulation = services.upload_regulation(agency=agency, content=MELATI, filename="m.md", by=cast.rina, at=AT)
    services.read_uploaded(regulation=regulation, at=AT)
    return Regulation.objects.get(pk=regulation.pk)


def test_an_upload_is_checked_by_the_scale_of_the_agency(cast: Cast, own_scale: None) -> None:
    assert outside(read(cast.agency, cast))
    assert not outside(read(cast.other_agency, cast))


def test_an_import_and_a_check_on_the_command_line_too(cast: Cast, own_scale: None) -> None:
    result = services.import_regulation(agency="kota-melati", data=MELATI, filename="m.md", by=cast.rina, at=AT)
    assert result.regulation is not None
    assert outside(result.regulation)
    assert check_again("kota-melati").findings == result.read.findings
