"""How much of somebody else's file is read, and what is said of one that goes beyond."""

from __future__ import annotations

MEBIBYTE = 1 << 20

# A file of this size holds a hundred photographs as a camera takes them.
FILE = 100 * MEBIBYTE
# The largest real document seen has 45 parts; one with a thousand pictures has about 1,020.
ENTRIES = 10_000
# What all parts together, and one of them, may have once unpacked: a thousand pages are about 20 MiB of XML.
TOTAL = 256 * MEBIBYTE
PART = 64 * MEBIBYTE
# Text packs about 30 to 1, white space 1,000 to 1; only where it matters is the ratio looked at.
RATIO = 200
RATIO_FROM = 8 * MEBIBYTE
# Levels of XML: real documents have about 30, and code that walks a tree may call itself for each.
DEPTH = 250
# All XML together, in bytes and in signs `<` and `=`, which are a measure of the memory that the trees take.
XML = 64 * MEBIBYTE
MARKS = 3_000_000


class BadPackage(Exception):
    """What is opened is no Word document that can be read safely; the message is one line for a user, without the file's name."""


def mebibytes(size: int) -> str:
    """A size in words."""
    return f"{size // MEBIBYTE} MB"
