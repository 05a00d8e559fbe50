"""docgen as its users call it, in this process: starting Python for each call would take most of the time of the tests."""

from __future__ import annotations

from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple, NoReturn
from unittest.mock import patch

import pytest

from docgen import cli


class Done(NamedTuple):
    """What a call ended with."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, cwd: Path) -> Done:
    """What `docgen` says, and its status. All of `main` is run but the end of the process."""
    out, err = BytesIO(), BytesIO()
    with chdir(cwd), redirect_stdout(TextIOWrapper(out)), redirect_stderr(TextIOWrapper(err)), patch("sys.argv", ["docgen", *arguments]), patch.object(cli, "_leave", _left):
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return Done(int(ended.value.code or 0), *(said.getvalue().decode().replace("\r\n", "\n") for said in (out, err)))


def _left(status: int) -> NoReturn:
    cli.sys.stdout.flush()
    cli.sys.stderr.flush()
    raise SystemExit(status)
