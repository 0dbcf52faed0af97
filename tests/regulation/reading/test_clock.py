import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from petajalan.planning.readings import read_file
from petajalan.regulation.document import UnusableFile
from petajalan.regulation.reading.clock import at_most


def forever() -> None:
    while True:
        pass


def test_work_that_never_looks_at_a_clock_ends() -> None:
    with pytest.raises(UnusableFile) as stopped, at_most(0.02):
        forever()
    assert stopped.value.code == "too_slow"


def test_finished_work_leaves_no_timer_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with at_most(60):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_work_of_another_thread_is_left_alone() -> None:
    def work() -> str:
        with at_most(0.000001):
            return "done"

    with ThreadPoolExecutor() as threads:
        assert threads.submit(work).result() == "done"


def test_text_of_very_many_short_lines_is_given_up() -> None:
    with pytest.raises(UnusableFile) as stopped:
        read_file(b"PERATURAN WALI KOTA\n" + b"a\n" * 300_000, "panjang.txt", seconds=0.5)
    assert stopped.value.code == "too_slow"


def test_word_without_end_is_read_at_once() -> None:
    assert read_file(b"PERATURAN WALI KOTA\n" + b"A" * 200_000, "kata.txt", seconds=20).data.document.blocks
