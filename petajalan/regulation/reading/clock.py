"""The last bound on time: it ends also what never looks at a clock."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from petajalan.regulation.reading.refusals import refuse

AGAIN = 3.0  # seconds: an exception can get lost where a library catches every one


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises `UnusableFile` in the work inside once it has taken so long.

    The signal of the operating system's timer reaches only the main thread, where commands and queued work run; in any
    other thread the work inside is left to its own bounds.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise refuse("too_slow", seconds=int(seconds))

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
