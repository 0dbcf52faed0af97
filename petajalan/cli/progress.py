"""How far a long piece of work has come, on standard error, only where a person is looking."""

from __future__ import annotations

import sys
from types import TracebackType


class Progress:
    """Call it with a percentage, or with an amount of another unit where nobody knows the whole.

    The line is wiped at the end, so that nothing of it stays on the screen.
    """

    def __init__(self, sentence: str, unit: str = "%") -> None:
        self.sentence = sentence
        self.unit = unit
        self.shown = -1
        self.terminal = sys.stderr.isatty()

    def __call__(self, percent: int) -> None:
        if self.terminal and percent != self.shown:
            self.shown = percent
            print(f"\r{self.sentence} {percent} {self.unit}", end="", file=sys.stderr, flush=True)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown >= 0:
            print(
                "\r" + " " * (len(self.sentence) + len(f" {max(self.shown, 100)} {self.unit}")) + "\r",
                end="",
                file=sys.stderr,
                flush=True,
            )
