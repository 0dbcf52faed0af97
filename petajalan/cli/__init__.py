"""The `petajalan` command.

Each command is a function in a module of this package that is imported only when it is called: `check` of a text file
must start without Django. Exit codes: 0 done, 1 refused or errors found, 2 unusable input or installation.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from petajalan.cli import language
from petajalan.cli.arguments import read_arguments
from petajalan.cli.failure import Failure, foreseen, unexpected

INTERRUPTED = 130
BROKEN_PIPE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    language.use(language.preferred(os.environ))
    open_streams()
    given = read_arguments(arguments)
    module, _, function = given.command.partition(":")
    try:
        code: int = getattr(import_module(f"petajalan.cli.{module}"), function)(given)
        sys.stdout.flush()
    except Failure as failure:
        print(f"petajalan: {failure}", file=sys.stderr)
        return failure.code
    except BrokenPipeError:
        # The reader of a pipe has seen enough. Python would complain once more while closing standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        print(f"petajalan: {foreseen(error) or unexpected(error)}", file=sys.stderr)
        return 2
    return code


def open_streams() -> None:
    """A stream that the caller closed takes everything; one that lacks a character writes its number."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
        elif hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(errors="backslashreplace")
