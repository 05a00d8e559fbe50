"""Names of files: which are read, which only look as if they were, and which lead out of their folder."""

from __future__ import annotations

SETTINGS = "content/assessment.yaml"
HOUSE = "styles/house.yaml"
TEMPLATES = ("styles/template.docx", "styles/template.dotx", "styles/template.dotm")
LIKE_NOTES = (".markdown", ".mdown", ".txt", ".docx", ".rtf", ".odt")
ABOUT = frozenset(("readme.md", "changelog.md", "contributing.md", "license.md"))
WORD_FILES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".ott")
# Files that systems and editors keep beside the one that somebody works on.
SCRATCH = ("._", ".#", "~$")
# Signs that make a relative path lead elsewhere: on Windows a backslash parts folders and a colon names a drive or a stream.
ELSEWHERE = frozenset("\\:\0")


def is_note(path: str) -> bool:
    """True for what is read as a note: it lies in content/, ends in .md, and nothing on the way to it is hidden."""
    top, *inner = path.split("/")
    return top == "content" and bool(inner) and inner[-1].casefold().endswith(".md") and not any(name.startswith(".") for name in inner)


def is_like_note(path: str) -> bool:
    """True for what somebody may take for a note and docgen does not: another ending, a hidden name, or beside content/."""
    *folders, name = path.casefold().split("/")
    hidden = name.startswith(".")
    if not folders:
        return name.endswith(".md") and not hidden and name not in ABOUT
    if folders[0] != "content" or name.startswith(SCRATCH) or any(folder.startswith(".") for folder in folders):
        return False
    return name.endswith(".md") if hidden else name.endswith(LIKE_NOTES)


def is_like_template(path: str) -> bool:
    """True for what somebody may take for the organisation's template, or for house.yaml, and docgen does not, because of its name."""
    folder, _, name = path.casefold().rpartition("/")
    looks = name.endswith((".yaml", ".yml")) and path != HOUSE
    return folder == "styles" and (name.endswith(WORD_FILES) or looks) and not name.startswith(SCRATCH) and path not in TEMPLATES


def is_inside(path: str) -> bool:
    """True for a relative path with `/` that leads out of its folder on no system."""
    return bool(path) and not path.startswith("/") and not ELSEWHERE & set(path) and ".." not in path.split("/")
