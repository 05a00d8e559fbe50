"""`docgen init --ci`: the file by which GitHub or GitLab checks every merge request and builds the document."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from docgen.commands.terminal import say
from docgen.diagnostics import mask
from docgen.project import write_whole
from docgen.revision import repository
from docgen.supplied import DATA

PLACES = {"github": ".github/workflows/docgen.yml", "gitlab": ".gitlab-ci.yml"}


def write_ci(folder: Path, host: str) -> None:
    """Write the file where the host looks for it, at the root of the repository; one that is there stays."""
    real = Path(os.path.realpath(folder))
    root = repository(real) or real
    target = root / PLACES[host]
    if target.exists():
        say(f"kept {target}, which was there already")
        return
    origin = _origin()
    write_whole(target, _filled(host, origin, real.relative_to(root).as_posix()).encode())
    sys.stdout.write(f"wrote {target}\n")
    if not origin:
        say(f"write behind DOCGEN in {PLACES[host]} where docgen comes from; until then nothing is checked there")


def _filled(host: str, origin: str, below: str) -> str:
    """The file with where docgen comes from and the folder of the workspace."""
    text = (DATA / "ci" / f"{host}.yml").read_text("utf-8")
    line = 1 + text[: text.index("DOCGEN:")].count("\n")
    quoted = below.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("@DOCGEN@", origin).replace("@FOLDER@", quoted).replace("@LINE@", str(line))


def _origin() -> str:
    """What this docgen was installed from, at its commit, where that is a repository; nothing where nobody else could get at it."""
    from importlib.metadata import PackageNotFoundError, distribution
    from json import loads

    try:
        told = loads(distribution("docgen").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError, OSError):
        return ""
    versions = told.get("vcs_info", {})
    scheme, _, address = told.get("url", "").partition("://")
    host, slash, path = address.partition("/")
    plain = f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"  # without a name or a password
    usable = versions.get("commit_id") and scheme in ("https", "ssh") and not set(plain) & set('"\\\n')
    return f"{versions['vcs']}+{plain}@{versions['commit_id']}" if usable and mask(plain) == plain else ""
