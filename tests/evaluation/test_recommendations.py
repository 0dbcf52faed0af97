"""A recommendation from the day it is raised: its owner follows it, somebody independent of the owner answers."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from petajalan.accounts.models import Membership, Unit, User
from petajalan.common.models import AuditEntry
from petajalan.evaluation.models import FollowUp, Recommendation, Waiver
from petajalan.evaluation.services.recommendations.progress import Shown
from petajalan.planning.services.refusals import Refused
from petajalan.reporting.models import Evidence
from petajalan.reporting.queries.owed import tasks_of
from tests.cast import person
from tests.evaluation.recommending import Recommending
from tests.evaluation.recommending import recommending as recommending  # the fixture
from tests.evaluation.sheets import evaluating as evaluating
from tests.evaluation.sheets import in_time
from tests.evaluation.sheets import quarter as quarter
from tests.evaluation.test_guidance import write
from tests.evaluation.test_waivers import sign

CHECK = "recommendation_check"
EVERYBODY = ["siti", "joko", "budi", "ani", "rina", "wati", "wali", "dewi"]


def entries(one: Recommendation) -> list[tuple[str, int | None, bool, bool | None]]:
    return [(entry.text, entry.percent, entry.done, entry.accepted) for entry in one.follow_ups.all()]


@pytest.mark.parametrize("who", EVERYBODY)
def test_only_people_of_the_owner_report_on_it(recommending: Recommending, who: str) -> None:
    made = recommending.raised()
    if who in {"siti", "joko"}:
        recommending.follow(made, by=recommending.cast[who], done=False, percent=40)
        assert entries(made) == [("Notula lengkap", 40, False, None)]
    else:
        with pytest.raises(PermissionDenied):
            recommending.follow(made, by=recommending.cast[who])
        assert entries(made) == []


def test_progress_leaves_it_open_and_done_hands_it_on(recommending: Recommending) -> None:
    made = recommending.raised()
    recommending.follow(made, done=False, percent=0, text="Dimulai")
    made.refresh_from_db()
    assert (made.state, made.done_on) == ("open", None)
    recommending.follow(made, percent=None)
    made.refresh_from_db()
    assert (made.state, made.done_on) == ("reported", date(2025, 2, 3))
    assert entries(made) == [("Dimulai", 0, False, None), ("Notula lengkap", 100, True, None)]
    with pytest.raises(Refused, match="menunggu verifikasi"):
        recommending.follow(made)
    said = AuditEntry.objects.get(action="recommendation_done").after
    assert (said["recommendation_state"], said["work_percent"]) == ("reported", 100)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"text": " "}, "Isi apa yang sudah"),
        ({"percent": 101, "done": False}, "0 sampai 100"),
        ({"shown": Shown(link="bukan tautan")}, "https://"),
    ],
)
def test_an_entry_that_makes_no_sense_changes_nothing(
    recommending: Recommending, more: dict[str, object], sentence: str
) -> None:
    made = recommending.raised()
    with pytest.raises(Refused, match=sentence):
        recommending.follow(made, **more)
    made.refresh_from_db()
    assert (made.state, made.version, entries(made)) == ("open", 1, [])


def test_an_entry_shows_files_and_links_of_the_owner_only(recommending: Recommending) -> None:
    made, agency = recommending.raised(), recommending.cast.agency
    other = Unit.objects.create(agency=agency, name="Dinas Lain", key="dinas lain")
    theirs = Evidence.objects.create(
        agency=agency, unit=other, name="x", link="https://x.id/", added_by=recommending.cast.ani, added_at=in_time(1)
    )
    with pytest.raises(Refused, match="milik unit ini sendiri"):
        recommending.follow(made, shown=Shown(known=theirs))
    file = ContentFile(b"%PDF-1.4 notula", name="notula.pdf")
    recommending.follow(made, shown=Shown(file, "notula.pdf", "https://melati.example/notula", None, "3"))
    [entry] = made.follow_ups.all()
    proofs = [(use.evidence.name, use.evidence.unit, use.page) for use in entry.proofs.all()]
    assert proofs == [("notula.pdf", recommending.owner, "3"), ("melati.example/notula", recommending.owner, "3")]


@pytest.mark.parametrize("what", ["verify", "send_back", "withdraw"])
@pytest.mark.parametrize("who", EVERYBODY)
def test_the_evaluation_team_answers(recommending: Recommending, what: str, who: str) -> None:
    made = recommending.reported()
    if who == "ani":
        recommending.answer(what, made)
        assert made.state == {"verify": "verified", "send_back": "sent_back", "withdraw": "withdrawn"}[what]
        assert (made.checked_by, made.waiver) == (recommending.cast.ani, None)
    else:
        with pytest.raises(PermissionDenied):
            recommending.answer(what, made, by=recommending.cast[who])
        made.refresh_from_db()
        assert (made.state, made.version) == ("reported", 2)


def checks(recommending: Recommending, name: str) -> list[int]:
    """Keys of the recommendations whose check is among the tasks of somebody."""
    found = tasks_of(recommending.cast[name], recommending.cast.agency, at=in_time(1))
    return [int(one.url.rstrip("/").rsplit("/", 1)[1]) for one in found if one.kind == CHECK]


@pytest.mark.parametrize("what", ["verify", "send_back", "withdraw"])
def test_nobody_answers_what_their_own_unit_owes_and_the_secretariat_stands_in(
    recommending: Recommending, what: str
) -> None:
    made = recommending.raised(owner=recommending.evaluating.inspectorate)
    recommending.follow(made, by=recommending.cast.ani)
    assert [checks(recommending, who) for who in ("ani", "rina", "budi")] == [[], [made.pk], []]
    with pytest.raises(PermissionDenied, match="penilai dari unit lain"):
        recommending.answer(what, made)
    recommending.answer(what, made, by=recommending.cast.rina)
    assert made.checked_by == recommending.cast.rina


def test_the_secretariat_does_not_stand_in_while_an_evaluator_is_free(recommending: Recommending) -> None:
    made = recommending.raised(owner=recommending.evaluating.inspectorate)
    recommending.follow(made, by=recommending.cast.ani)
    outside = person(agency=recommending.cast.agency, role="evaluator")
    assert checks(recommending, "rina") == []
    assert len([one for one in tasks_of(outside, recommending.cast.agency, at=in_time(1)) if one.kind == CHECK]) == 1
    with pytest.raises(PermissionDenied, match="masih dapat memeriksanya"):
        recommending.answer("verify", made, by=recommending.cast.rina)
    recommending.answer("verify", made, by=outside)
    assert made.checked_by == outside


def test_a_waiver_for_its_action_holds_here_and_is_kept(recommending: Recommending) -> None:
    action = recommending.evaluating.own_action()
    made = recommending.raised(owner=recommending.evaluating.inspectorate, action=action)
    joined = person(agency=recommending.cast.agency, role="")
    recommending.follow(made, by=recommending.cast.ani)
    sign(recommending.evaluating, action)
    with pytest.raises(PermissionDenied, match="Anda sendiri yang melaporkannya"):
        recommending.answer("verify", made)  # a waiver does not let anybody check their own words
    FollowUp.objects.update(written_by=joined)
    recommending.answer("verify", made)
    assert (made.state, made.waiver) == ("verified", Waiver.objects.get())


def test_the_secretariat_checks_what_follows_from_its_own_direction(recommending: Recommending) -> None:
    direction = write(recommending.evaluating, "direction")
    given = {"source": direction, "source_kind": "guidance", "reference": "", "by": recommending.cast.rina}
    made = recommending.reported(**given)
    recommending.answer("verify", made, by=recommending.cast.rina)
    assert made.state == "verified"


def test_what_was_sent_back_is_reported_again_and_the_thread_keeps_all(recommending: Recommending) -> None:
    made = recommending.reported()
    with pytest.raises(Refused, match="masih kurang"):
        recommending.answer("send_back", made, reason=" ")
    recommending.answer("send_back", made)
    assert (made.done_on, made.verdict) == (None, "Notula belum ditandatangani")
    recommending.follow(made, text="Sudah ditandatangani")
    recommending.answer("verify", made)
    assert entries(made) == [("Notula lengkap", 100, True, False), ("Sudah ditandatangani", 100, True, True)]
    assert [entry.verdict for entry in made.follow_ups.all()] == ["Notula belum ditandatangani", "Sesuai"]


def test_it_is_answered_once_and_not_over_another_answer(recommending: Recommending) -> None:
    made, key = recommending.reported(), uuid4()
    with pytest.raises(Refused, match="baru saja diubah"):
        recommending.answer("verify", made, version=1)
    for _click in range(2):
        recommending.answer("verify", made, key=key)
    for what in ("verify", "send_back"):
        with pytest.raises(Refused, match="tidak sedang menunggu"):
            recommending.answer(what, made)
    with pytest.raises(Refused, match="sudah selesai"):
        recommending.answer("withdraw", made)
    with pytest.raises(Refused, match="terverifikasi"):
        recommending.follow(made)
    assert AuditEntry.objects.filter(action="recommendation_verified").count() == 1


def test_nothing_is_verified_before_it_is_reported(recommending: Recommending) -> None:
    made = recommending.raised()
    for what in ("verify", "send_back"):
        with pytest.raises(Refused, match="tidak sedang menunggu"):
            recommending.answer(what, made)
    with pytest.raises(Refused, match="mengapa rekomendasi ini ditarik"):
        recommending.answer("withdraw", made, reason="")
    recommending.answer("withdraw", made)
    with pytest.raises(Refused, match="sudah ditarik"):
        recommending.follow(made)


def test_an_entry_over_another_is_refused_and_one_click_counts_once(recommending: Recommending) -> None:
    made, key = recommending.raised(), uuid4()
    for _click in range(2):
        recommending.follow(made, done=False, key=key)
    with pytest.raises(Refused, match="baru saja diubah"):
        recommending.follow(made, version=1)
    assert FollowUp.objects.count() == 1


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_secretariat_moves_a_due_day(recommending: Recommending, who: str) -> None:
    made = recommending.raised()
    by: User = recommending.cast[who]
    if who != "rina":
        with pytest.raises(PermissionDenied):
            recommending.answer("move_due", made, by=by)
        return
    recommending.answer("move_due", made)
    assert (made.due, made.first_due, made.moved) == (date(2025, 4, 1), date(2025, 3, 1), True)
    entry = AuditEntry.objects.get(action="recommendation_due_moved")
    assert (entry.before, entry.after, entry.reason) == (
        {"due": "2025-03-01"}, {"due": "2025-04-01"}, "Menunggu anggaran",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"reason": " "}, "mengapa tenggatnya"),
        ({"due": date(2025, 2, 2)}, "belum lewat"),
        ({"due": date(2025, 3, 1)}, "sama dengan"),
        ({"version": 7}, "baru saja diubah"),
    ],
)
def test_a_due_day_is_not_moved_without_sense(
    recommending: Recommending, more: dict[str, object], sentence: str
) -> None:
    made = recommending.raised()
    with pytest.raises(Refused, match=sentence):
        recommending.answer("move_due", made, **more)
    reported = recommending.reported()
    with pytest.raises(Refused, match="tidak dipindahkan"):
        recommending.answer("move_due", reported)


def test_the_secretariat_gives_no_time_to_its_own_unit(recommending: Recommending) -> None:
    budi = recommending.cast.budi
    person_of_secretariat = person(agency=recommending.cast.agency, role="secretariat")
    made = recommending.raised(owner=recommending.evaluating.quarter.coordinator)
    recommending.answer("move_due", made, by=person_of_secretariat)
    Membership.objects.filter(user=person_of_secretariat).update(user=budi)
    with pytest.raises(PermissionDenied, match="anggota sekretariat lain"):
        recommending.answer("move_due", made, by=User.objects.get(pk=budi.pk), due=date(2025, 5, 1))
