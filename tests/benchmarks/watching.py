"""How soon `docgen check --watch` and `build --watch` show a change: seconds from the save of one note to the last line of the round.

python notes.py FOLDER --words 129000 makes 300 notes to watch.
"""

import argparse
import queue
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

END = "watching the notes"
REST = 1.5  # seconds between two saves, in which a watch clears up


def start(folder: Path, command: str) -> tuple[subprocess.Popen[str], "queue.Queue[tuple[float, str]]"]:
    """A watch, and its lines with the time at which each came."""
    asked = [sys.executable, "-u", "-m", "docgen", "-C", str(folder), command, "--watch"]
    watching = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines: queue.Queue[tuple[float, str]] = queue.Queue()

    def read() -> None:
        for line in watching.stdout or ():
            lines.put((time.monotonic(), line))

    threading.Thread(target=read, daemon=True).start()
    return watching, lines


def until(lines: "queue.Queue[tuple[float, str]]", words: str) -> float:
    """When the next line with some words came."""
    while True:
        when, line = lines.get(timeout=60)
        if words in line:
            return when


def measure(folder: Path, command: str, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds until the findings of a changed note were shown, and until the round was over."""
    watching, lines = start(folder, command)
    until(lines, END)
    shown, done = [], []
    notes = sorted((folder / "content").rglob("*.md"))
    for note in (notes[number * len(notes) // rounds] for number in range(rounds)):
        text = note.read_text("utf-8")
        for body in (f"{text}\n![]({note.stem}.png)\n", text):
            time.sleep(REST)
            saved = time.monotonic()
            note.write_text(body, "utf-8", newline="\n")
            # The first save adds a finding; the second takes it away again, so that build has a file to write.
            if body is not text:
                shown.append(until(lines, "missing-alt-text") - saved)
            until(lines, END)
            if body is text:
                done.append(time.monotonic() - saved)
    watching.send_signal(signal.SIGINT)
    watching.wait(10)
    return shown, done


def main() -> None:
    """Nothing: prints both medians for both commands."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    for command in ("check", "build"):
        shown, done = measure(asked.folder, command, asked.rounds)
        print(f"{command}: shown after {statistics.median(shown):.2f} s (at most {max(shown):.2f}), done after {statistics.median(done):.2f} s")


if __name__ == "__main__":
    main()
