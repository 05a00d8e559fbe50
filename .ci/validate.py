"""Validate Word files with the Open XML SDK: `python .ci/validate.py FILE-OR-FOLDER`. Exit status 1 at any finding."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MOST_SHOWN = 5


def findings(path: Path) -> list[str]:
    """What the validator says about one file."""
    run = subprocess.run(["ooxml-validator", str(path)], capture_output=True, text=True, check=False)
    try:
        answer = json.loads(run.stdout)
    except json.JSONDecodeError:
        return [run.stderr.strip() or run.stdout.strip() or f"no answer, status {run.returncode}"]
    return [] if answer["ok"] else [json.dumps(error) for error in answer["errors"]]


def main(place: str) -> int:
    """The exit status."""
    root = Path(place)
    files = sorted(root.rglob("*.docx")) if root.is_dir() else [root]
    with ThreadPoolExecutor(2) as pool:
        results = list(zip(files, pool.map(findings, files), strict=True))
    bad = [(path, found) for path, found in results if found]
    for path, found in bad:
        print(f"{path}: {len(found)} findings", *found[:MOST_SHOWN], sep="\n  ")
    print(f"{len(files)} files, {len(bad)} with findings")
    return int(bool(bad) or not files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
