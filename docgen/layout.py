"""LibreOffice as a layout pass: which heading of a Word file stands on which page.

Word files hold no pages; only a program that sets them knows. LibreOffice is run without a window on a copy in a temporary folder that only
this user can read and that is removed again, with a profile of its own, so that nobody's settings, recent files or extensions have a part in it.
It writes a PDF, whose outline names the page of each heading.
"""

from __future__ import annotations

import os
import shutil
import sys
from glob import glob
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired, run
from tempfile import TemporaryDirectory

from docgen.outline import Entry, read_outline
from docgen.project import ProjectError

PATIENCE = 180.0  # seconds
INSTEAD = "or set contents: links in styles/house.yaml"
NAMES = ("soffice", "libreoffice")
# Where LibreOffice lies when nothing on PATH leads to it; on Windows the program that waits for its end is soffice.com.
PLACES = (
    "{ProgramFiles}/LibreOffice*/program/soffice.com",
    "{ProgramFiles(x86)}/LibreOffice*/program/soffice.com",
    "{LOCALAPPDATA}/Programs/LibreOffice*/program/soffice.com",
    "/Applications/LibreOffice*.app/Contents/MacOS/soffice",
    "{HOME}/Applications/LibreOffice*.app/Contents/MacOS/soffice",
    "/usr/lib*/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/usr/local/bin/soffice",
    "/snap/bin/libreoffice",
    "/var/lib/flatpak/exports/bin/org.libreoffice.LibreOffice",
)
# No macro runs, no link is followed, nothing asks for updates.
SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments", "AutoCheckEnabled", "false"),
)
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
ITEM = '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'


def lay_out(data: bytes) -> list[Entry]:
    """Each heading of a Word file with its page, in reading order. Raises ProjectError where LibreOffice is absent or fails."""
    program = find_office()
    if program is None:
        raise ProjectError(f"contents: pages needs LibreOffice, which was not found here; install it from libreoffice.org, {INSTEAD}")
    try:
        with TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as folder:
            return read_outline(_converted(program, Path(folder), data))
    except TimeoutExpired as problem:
        raise ProjectError(f"LibreOffice did not lay out the pages within {PATIENCE:.0f} seconds; try again, {INSTEAD}") from problem
    except OSError as problem:
        raise ProjectError(f"LibreOffice could not lay out the pages ({problem.strerror or problem}); start it once by hand, {INSTEAD}") from problem


def find_office() -> str | None:
    """The program: the first on PATH, else in the usual places of Linux, macOS and Windows."""
    here = os.path.realpath(os.curdir)
    on_path = (shutil.which(name) for name in NAMES)
    for found in on_path:
        # Windows looks into the current folder first, where anybody may have put a program of that name.
        if found and os.path.realpath(os.path.dirname(found)) != here:
            return os.path.abspath(found)
    return next((found for place in PLACES for found in sorted(glob(_filled(place)), reverse=True) if os.access(found, os.X_OK)), None)


def _filled(place: str) -> str:
    """A place with the folders of this machine; one that needs a folder unknown here is nowhere."""
    if not place.startswith("{"):
        return place
    name, rest = place[1:].split("}", 1)
    folder = os.environ.get(name)
    return folder + rest if folder else ""


def _converted(program: str, folder: Path, data: bytes) -> bytes:
    """The PDF that LibreOffice makes of a Word file. Raises OSError and TimeoutExpired."""
    source, profile = folder / "document.docx", folder / "profile"
    source.write_bytes(data)
    user = profile / "user"
    user.mkdir(parents=True)
    items = "\n".join(ITEM.format(path=path, name=name, value=value) for path, name, value in SETTINGS)
    (user / "registrymodifications.xcu").write_text(PROFILE.format(items=items), "utf-8")
    options = ("--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", *options, "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    _run(command, folder)
    made = folder / "document.pdf"
    if not made.is_file():
        raise OSError("it wrote nothing")
    return made.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run a program to its end, and end all that it started where it takes too long. Raises OSError and TimeoutExpired."""
    process = Popen(command, cwd=folder, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True)
    try:
        process.wait(PATIENCE)
    except BaseException:
        _end(process)
        raise


def _end(process: Popen[bytes]) -> None:
    """LibreOffice starts another program, which would outlive the one that was started."""
    if sys.platform == "win32":
        run(["taskkill", "/T", "/F", "/PID", str(process.pid)], stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, check=False)
    else:
        from signal import SIGKILL

        os.killpg(process.pid, SIGKILL)
    process.wait()
