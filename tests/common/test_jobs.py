"""Work done later: queued with the commit, run by a worker, never lost by an error of one job."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import transaction

from petajalan.common import jobs

done: list[str] = []


@jobs.job
def note(word: str) -> None:
    done.append(word)


@jobs.job
def fail(word: str) -> None:
    raise ValueError(word)


@pytest.fixture(autouse=True)
def _nothing_done() -> None:
    done.clear()


def work_off() -> None:
    while task := jobs.storage().dequeue():
        jobs.storage().execute(task)


def test_called_it_runs_now(db: None) -> None:
    note(word="sekarang")
    assert done == ["sekarang"]


def test_later_waits_for_the_commit(
    db: None, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]]
) -> None:
    with django_capture_on_commit_callbacks() as queued:
        note.later(word="nanti")
        assert done == []
    queued[0]()
    assert done == ["nanti"]


def test_rolled_back_work_is_never_done(
    db: None, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]]
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        note.later(word="batal")
        transaction.set_rollback(True)
    assert done == []


@pytest.mark.usefixtures("waiting_queue")
def test_queued_work_is_done_by_the_worker_in_order(
    db: None, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        note.later(word="satu")
        note.later(word="dua")
    assert done == []
    work_off()
    assert done == ["satu", "dua"]


@pytest.mark.usefixtures("waiting_queue")
def test_job_that_fails_is_logged_and_the_next_one_runs(
    db: None,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        fail.later(word="rusak")
        note.later(word="tetap")
    work_off()
    assert done == ["tetap"]
    assert "tests.common.test_jobs.fail failed" in caplog.text
