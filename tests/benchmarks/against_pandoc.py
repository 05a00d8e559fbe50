"""docgen beside pandoc on the same notes: time and memory of whole processes, in turns."""

import argparse
import importlib
import os
import platform
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

from notes import write_workspace

# getrusage(2) counts bytes on macOS and KiB elsewhere.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
MIB = 2**20
PANDOC_OPTIONS = ("--file-scope", "--toc", "--number-sections")
COSTS = ("docgen, s", "{0}, s", "ratio", "docgen, MiB", "{0}, MiB", "ratio")
BUILD_COLUMNS = ("command", "words", "notes", *(name.format("pandoc") for name in COSTS))
START_COLUMNS = ("command", *(name.format("bare Python") for name in COSTS))


@dataclass(frozen=True, slots=True)
class Program:
    """A command to measure, the name it goes by in the table, and where it runs."""

    name: str
    command: list[str]
    folder: Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What one whole process took: seconds, and bytes at its peak."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for."""

    words: list[int]
    runs: int
    docgen: list[str]
    pandoc: str
    timeout: float


def measure(program: Program, timeout: float) -> Cost:
    """The cost of one run; SystemExit where the program is missing, fails or takes too long."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        child = _start(program, errors)
        status, memory = _wait(child, timeout)
        seconds = time.perf_counter() - started
        if seconds >= timeout:
            raise SystemExit(f"{program.name}: stopped after {timeout:g} s")
        if status:
            reason = _last_line(errors)
            raise SystemExit(f"{program.name}: exit status {status}: {reason}")
    return Cost(seconds, memory)


def _start(program: Program, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            program.command,
            cwd=program.folder,
            stdin=quiet,
            stdout=quiet,
            stderr=errors,
        )
    except OSError as error:
        raise SystemExit(f"{program.name}: cannot be started: {error}") from None


def _wait(child: subprocess.Popen[bytes], timeout: float) -> tuple[int, int]:
    # Popen.wait would reap the child and lose what it used.
    alarm = threading.Timer(timeout, child.kill)
    alarm.start()
    try:
        _, status, usage = os.wait4(child.pid, 0)
    finally:
        alarm.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_maxrss * MEMORY_UNIT


def _last_line(errors: IO[bytes]) -> str:
    errors.seek(0)
    lines = errors.read().decode(errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), "nothing on stderr")


def in_turns(programs: Sequence[Program], asked: Asked) -> list[list[Cost]]:
    """The costs of each program: one warm-up each, not counted, then A B A B."""
    for program in programs:
        measure(program, asked.timeout)
    rounds = [
        [measure(program, asked.timeout) for program in programs]
        for _ in range(asked.runs)
    ]
    return [list(costs) for costs in zip(*rounds, strict=True)]


def compare(ours: list[Cost], theirs: list[Cost]) -> list[str]:
    """The cells of a comparison: seconds and their ratio, MiB and their ratio."""
    pairs = list(zip(ours, theirs, strict=True))
    slower = median(our.seconds / their.seconds for our, their in pairs)
    larger = median(our.memory / their.memory for our, their in pairs)
    return [
        _seconds(ours),
        _seconds(theirs),
        f"{slower:.2f}",
        _mebibytes(ours),
        _mebibytes(theirs),
        f"{larger:.2f}",
    ]


def _seconds(costs: list[Cost]) -> str:
    return f"{median(cost.seconds for cost in costs):.3f}"


def _mebibytes(costs: list[Cost]) -> str:
    memory = median(cost.memory for cost in costs)
    return f"{'≤ ' * (memory <= _floor())}{memory / MIB:.0f}"


def _floor() -> int:
    # Linux hands the peak of this process down to its children at exec.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MEMORY_UNIT


def print_builds(asked: Asked) -> None:
    """Nothing: prints builds and checks beside pandoc's run on the same notes."""
    _print_heading(BUILD_COLUMNS)
    for words in asked.words:
        _print_build(words, asked)


def _print_build(words: int, asked: Asked) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        written = write_workspace(folder, words)
        notes = [
            str(note.relative_to(folder)) for note in folder.glob("content/**/*.md")
        ]
        build = _docgen(asked, folder, "build")
        check = _docgen(asked, folder, "check")
        pandoc = [asked.pandoc, *PANDOC_OPTIONS, *sorted(notes), "-o", "out.docx"]
        programs = [build, check, Program("pandoc", pandoc, folder)]
        *ours, theirs = in_turns(programs, asked)
    for program, costs in zip(programs, ours, strict=False):
        cells = compare(costs, theirs)
        _print_row([program.name, f"{written:,}", f"{len(notes):,}", *cells])


def print_start(asked: Asked) -> None:
    """Nothing: prints start-up beside Python's own."""
    bare = Program("python -c pass", [sys.executable, "-c", "pass"], Path())
    help_page = _docgen(asked, Path(), "--help")
    costs = in_turns([help_page, bare], asked)
    _print_heading(START_COLUMNS)
    _print_row([help_page.name, *compare(*costs)])


def _docgen(asked: Asked, folder: Path, argument: str) -> Program:
    return Program(f"docgen {argument}", [*asked.docgen, argument], folder)


def _print_heading(columns: Sequence[str]) -> None:
    print()
    _print_row(columns)
    _print_row(["--:"] * len(columns))


def _print_row(cells: Sequence[str]) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def read_command_line() -> Asked:
    """What the command line asks for; SystemExit where there is no such pandoc."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--docgen", type=shlex.split, metavar="COMMAND")
    parser.add_argument("--pandoc", metavar="PATH")
    parser.add_argument(
        "--timeout", type=float, default=600, help="seconds for each child"
    )
    given = parser.parse_args()
    program, *options = given.docgen or [str(Path(sys.executable).with_name("docgen"))]
    # Both programs run in the workspace, so a relative path is made absolute here.
    docgen = [str(Path(shutil.which(program) or program).absolute()), *options]
    pandoc = _find_pandoc(given.pandoc)
    return Asked(given.words, given.runs, docgen, pandoc, given.timeout)


def _find_pandoc(path: str | None) -> str:
    try:
        wanted = path or str(importlib.import_module("pypandoc").get_pandoc_path())
    except (ImportError, OSError):
        raise SystemExit(
            "no pandoc: install pypandoc_binary, or give --pandoc"
        ) from None
    found = shutil.which(wanted)
    if found is None:
        raise SystemExit(f"no pandoc at {wanted}")
    return str(Path(found).absolute())


def describe(asked: Asked) -> str:
    """What was measured, where and how, for whoever reads the tables later."""
    command = [asked.pandoc, "--version"]
    pandoc = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    system = platform.platform(terse=True)
    return (
        f"Medians of {asked.runs} runs in turns after one warm-up. Ratios: docgen / other, "
        f"the median pair by pair.\n{system}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, {pandoc.splitlines()[0]}."
    )


def main() -> None:
    """Nothing: measures and prints two tables in Markdown."""
    asked = read_command_line()
    print(describe(asked))
    print_builds(asked)
    print_start(asked)
    print("\nA memory after ≤ is hidden by this script's own, which children inherit.")
    print("Of programs that divide their work, it is that of the larger process.")


if __name__ == "__main__":
    main()
