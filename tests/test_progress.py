"""How far a command has come, on a terminal only."""

from io import StringIO

import pytest

from petajalan.cli.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(stream: StringIO) -> str:
        monkeypatch.setattr("sys.stderr", stream)
        with Progress("Membaca:") as progress:
            for percent in (0, 70, 70, 100):
                progress(percent)
        return stream.getvalue()

    assert shown(StringIO()) == ""
    assert shown(Terminal()) == "\rMembaca: 0 %\rMembaca: 70 %\rMembaca: 100 %\r" + " " * 14 + "\r"


def test_an_amount_of_which_nobody_knows_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    with Progress("Menyalin:", "MB") as progress:
        progress(1200)
    assert stream.getvalue() == "\rMenyalin: 1200 MB\r" + " " * 17 + "\r"
