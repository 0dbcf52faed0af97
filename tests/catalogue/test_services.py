"""Adding, changing, retiring and restoring own entries, each with its trail."""

from datetime import UTC, datetime
from typing import Any

import pytest

from petajalan.catalogue import services
from petajalan.catalogue.entries import Refused
from petajalan.catalogue.load import national_reference
from petajalan.catalogue.models import OwnEntry
from petajalan.catalogue.queries import free_code, merged_for, reference_for
from petajalan.common.audit import SYSTEM
from petajalan.common.models import AuditEntry
from tests.cast import Cast
from tests.catalogue.test_own import GARDENS

AT = datetime(2024, 3, 5, 2, 0, tzinfo=UTC)
LATER = datetime(2024, 3, 6, 2, 0, tzinfo=UTC)
INDICATOR: dict[str, Any] = {"names": ["Nilai Taman"], "scale": "taman", "direction": "higher", "unit": "index"}


def added(cast: Cast, kind: str = "scale", code: str = "taman", data: dict[str, Any] = GARDENS) -> OwnEntry:
    return services.add_entry(agency=cast.agency, kind=kind, code=code, data=data, by=cast.wati, at=AT)


def trail(cast: Cast) -> list[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    entries = AuditEntry.objects.filter(agency=cast.agency, object_type="catalogue.ownentry").order_by("pk")
    return [(one.action, one.actor_name, one.before, one.after) for one in entries]


def test_an_added_entry_is_used_by_its_agency_only(cast: Cast) -> None:
    entry = added(cast)
    assert (entry.name, entry.version, entry.added_by, entry.changed_at) == ("Indeks Taman Kota", 1, cast.wati, AT)
    assert [one.name for one in reference_for(cast.agency).scales if one.code == "taman"] == ["Indeks Taman Kota"]
    assert reference_for(cast.other_agency) is national_reference()


def test_adding_is_told_in_the_trail(cast: Cast) -> None:
    added(cast)
    assert trail(cast) == [
        (
            "own_entry_added",
            "Wati Setyowati",
            {},
            {
                "entry_kind": "scale",
                "entry_name": "Indeks Taman Kota",
                "value_range": "0–10",
                "direction": "higher",
                "source": "Keputusan Wali Kota 12/2024",
                "confidence": "P",
                "class_tables": ["C Gersang [0, 5]; A Rindang (5, 10]"],
            },
        )
    ]


def test_an_unsound_entry_is_refused_and_leaves_nothing(cast: Cast) -> None:
    with pytest.raises(Refused):
        added(cast, "indicator", "taman", {"names": ["SPI"]})
    with pytest.raises(Refused):
        added(cast, "indicator", "taman", INDICATOR)  # there is no scale "taman" yet
    assert OwnEntry.objects.count() == 0
    assert trail(cast) == []


def test_a_code_is_used_once_for_each_kind(cast: Cast) -> None:
    added(cast)
    added(cast, "indicator", "taman", INDICATOR)
    with pytest.raises(Refused, match="was there before and is retired"):
        added(cast, "indicator", "taman", {"names": ["Skor Kebun"]})
    services.add_entry(agency=cast.other_agency, kind="scale", code="taman", data=GARDENS, by=SYSTEM, at=AT)
    assert OwnEntry.objects.count() == 3


def test_changing_keeps_what_was_before(cast: Cast) -> None:
    entry = added(cast)
    services.change_entry(entry=entry, data=GARDENS | {"range": ["0", "12"]}, version=1, by=cast.rina, at=LATER)
    stored = OwnEntry.objects.get(pk=entry.pk)
    assert (stored.data["range"], stored.version, stored.changed_by, stored.changed_at) == (
        ["0", "12"],
        2,
        cast.rina,
        LATER,
    )
    assert trail(cast)[-1] == (
        "own_entry_changed",
        "Rina Hapsari",
        {"value_range": "0–10"},
        {"value_range": "0–12"},
    )


def test_the_same_data_change_nothing(cast: Cast) -> None:
    entry = added(cast)
    services.change_entry(entry=entry, data=dict(GARDENS), version=1, by=cast.rina, at=LATER)
    assert OwnEntry.objects.get(pk=entry.pk).version == 1
    assert len(trail(cast)) == 1


def test_nobody_overwrites_what_somebody_else_has_just_changed(cast: Cast) -> None:
    entry = added(cast)
    seen = OwnEntry.objects.get(pk=entry.pk)
    services.change_entry(entry=entry, data=GARDENS | {"source": "A"}, version=1, by=cast.wati, at=AT)
    with pytest.raises(services.ChangedMeanwhile):
        services.change_entry(entry=seen, data=GARDENS | {"source": "B"}, version=1, by=cast.rina, at=LATER)
    with pytest.raises(services.ChangedMeanwhile):
        services.retire_entry(entry=seen, version=1, by=cast.rina, at=LATER)
    with pytest.raises(services.ChangedMeanwhile):
        services.restore_entry(entry=seen, version=1, by=cast.rina, at=LATER)
    assert OwnEntry.objects.get(pk=entry.pk).data["source"] == "A"
    assert len(trail(cast)) == 2


def test_changing_is_checked_like_adding(cast: Cast) -> None:
    entry = added(cast, "theme", "wisata", {"name": "Pengembangan Pariwisata", "names": []})
    with pytest.raises(Refused):
        services.change_entry(
            entry=entry, data={"name": "Pariwisata", "names": ["Inflasi"]}, version=1, by=cast.wati, at=AT
        )
    assert OwnEntry.objects.get(pk=entry.pk).data["names"] == []


def test_a_retired_entry_gives_way_to_the_national_one_and_can_come_back(cast: Cast) -> None:
    entry = added(cast, code="ikk")
    services.retire_entry(entry=entry, version=1, by=cast.wati, at=LATER)
    assert reference_for(cast.agency) is national_reference()
    services.restore_entry(entry=entry, version=2, by=cast.wati, at=LATER)
    assert [one.name for one in reference_for(cast.agency).scales if one.code == "ikk"] == ["Indeks Taman Kota"]
    assert [action for action, *_rest in trail(cast)] == [
        "own_entry_added",
        "own_entry_retired",
        "own_entry_restored",
    ]


def test_what_another_entry_needs_is_not_retired(cast: Cast) -> None:
    scale = added(cast)
    indicator = added(cast, "indicator", "taman", INDICATOR)
    with pytest.raises(services.StillUsed) as needed:
        services.retire_entry(entry=scale, version=1, by=cast.wati, at=LATER)
    assert needed.value.by == "Nilai Taman"
    services.retire_entry(entry=indicator, version=1, by=cast.wati, at=LATER)
    services.retire_entry(entry=scale, version=1, by=cast.wati, at=LATER)
    assert not OwnEntry.objects.filter(active=True).exists()


def test_a_retired_entry_comes_back_only_when_it_still_fits(cast: Cast) -> None:
    entry = added(cast, "theme", "wisata", {"name": "Pengembangan Pariwisata", "names": ["Wisata"]})
    services.retire_entry(entry=entry, version=1, by=cast.wati, at=LATER)
    added(cast, "theme", "pelesir", {"name": "Pelesir", "names": ["Wisata"]})
    with pytest.raises(Refused):
        services.restore_entry(entry=entry, version=2, by=cast.wati, at=LATER)


def test_an_entry_that_no_longer_fits_the_national_data_is_left_out(cast: Cast) -> None:
    OwnEntry.objects.create(
        agency=cast.agency, kind="indicator", code="lama", data={"names": ["SPI"]}, added_at=AT, changed_at=AT
    )
    assert [one.code for one, _why in merged_for(cast.agency).refused] == ["lama"]
    assert reference_for(cast.agency) is national_reference()


def test_codes_come_from_names_and_are_free(cast: Cast) -> None:
    added(cast, code="indeks-taman-kota")
    assert [
        free_code(cast.agency, "scale", GARDENS),
        free_code(cast.agency, "indicator", {"names": ["Indeks Taman Kota"]}),
        free_code(cast.agency, "scale", {"name": "SPI"}),
        free_code(cast.agency, "theme", {"name": "***"}),
    ] == ["indeks-taman-kota-2", "indeks-taman-kota", "spi-2", "theme"]


def test_only_the_own_agency_sees_an_entry(cast: Cast) -> None:
    added(cast)
    assert [OwnEntry.objects.visible_to(user).count() for user in (cast.siti, cast.wati, cast.dewi)] == [1, 1, 0]
