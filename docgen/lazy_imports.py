"""Imports of the libraries that docgen stands on, without what they bring along and docgen never uses.

click loads `inspect` to unindent a help text and `uuid` for a type of option, zipfile two compressors that Word files never use,
markdown-it-py `logging` to say at each block which rule it tries, lxml `gzip` and `inspect` for what docgen never asks of it; PyYAML
compiles a pattern of 60,000 characters that its quick loader does not need. Together that was a fifth of the instructions of a small
build. Each is put off until something asks for it: a stand-in takes its place for the time of the import, answers the little that is
asked in every run, and gives way to the module itself for everything else.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from docgen.pattern import lazy

# Only the patterns of these wait: their authors use them by their methods, as `lazy` needs.
PATIENT = frozenset(("click", "lxml", "markdown_it", "mdit_py_plugins", "mdurl", "yaml"))


class _Later(ModuleType):
    """A module that is loaded when it is asked for anything but its `own`."""

    def __init__(self, name: str, own: Mapping[str, Any]) -> None:
        super().__init__(name)
        self.__dict__.update(own)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import itself asks of a module
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class _Silent:
    """A logger that nobody listens to; what else it is asked for, it asks the real one."""

    def __init__(self, name: str | None = None) -> None:
        self.name = name

    def debug(self, *_: object) -> None:
        """Say nothing."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module("logging").getLogger(self.name), name)


def _unindented(text: str) -> str:
    """What inspect.cleandoc says; most help texts are one line."""
    cleaned: str = import_module("inspect").cleandoc(text) if "\n" in text else text.expandtabs().lstrip()
    return cleaned


def _asking(module: str, name: str) -> Callable[..., Any]:
    """A function that loads the one it stands for when it is called."""

    def ask(*values: Any, **named: Any) -> Any:
        return getattr(import_module(module), name)(*values, **named)

    return ask


URLS = ("quote", "quote_from_bytes", "unquote", "urlparse", "urlunparse")
# Whole modules, with what they answer themselves. docgen speaks English, so that gettext finds no translation of what click says.
LATER: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "base64": {},
        "bz2": {},
        "gettext": {"gettext": lambda message: message, "ngettext": lambda one, many, number: one if number == 1 else many},
        "gzip": {"GzipFile": _asking("gzip", "GzipFile")},
        "inspect": {"cleandoc": _unindented, "getfullargspec": _asking("inspect", "getfullargspec")},
        "logging": {"getLogger": _Silent},
        "lzma": {},
        "shutil": {},
        "urllib.parse": {name: _asking("urllib.parse", name) for name in URLS},
        "uuid": {},
    }
)
# Answers for the time of the import alone: to the docstring that dataclasses writes from the signature of a class without one, and to
# the name that click gives its type of option.
MEANWHILE: Mapping[str, Mapping[str, Any]] = MappingProxyType({"inspect": {"signature": lambda _: "()"}, "uuid": {"UUID": object}})


@contextmanager
def lazily() -> Iterator[None]:
    """Within this block imports put off what they need only sometimes. A module that is loaded already stays as it is."""
    waiting = {name: _Later(name, own) for name, own in LATER.items() if name not in sys.modules}
    for name, answers in MEANWHILE.items():
        if name in waiting:
            waiting[name].__dict__.update(answers)
    sys.modules.update(waiting)
    compile_at_once = re.compile
    re.compile = _patient(compile_at_once)
    try:
        yield
    finally:
        re.compile = compile_at_once
        for name, module in waiting.items():
            for answer in MEANWHILE.get(name, ()):
                module.__dict__.pop(answer, None)
            if sys.modules.get(name) is module:
                del sys.modules[name]


def _patient(compile_at_once: Callable[..., Any]) -> Callable[..., Any]:
    def compiled(pattern: Any, flags: int = 0) -> Any:
        asking = sys._getframe(1).f_globals.get("__name__", "").partition(".")[0]
        return lazy(pattern, flags) if asking in PATIENT else compile_at_once(pattern, flags)

    return compiled
