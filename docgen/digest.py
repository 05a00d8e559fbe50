"""BLAKE2 as hashlib has it. hashlib loads OpenSSL before anything else, which takes longer than to hash a hundred notes."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter built without its own
    from hashlib import blake2b

__all__ = ["blake2b"]
