"""What imports put off is not loaded by a build, and is whole when something asks for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.word_files.made_templates import template

BUILD = """
import sys
from docgen.lazy_imports import lazily
with lazily():
    import pathlib
from docgen.build import build, load
from docgen.cli import docgen
from docgen.lazy_imports import LATER
from docgen.project import MemoryTree
assert docgen.commands["build"].make_context("build", ["--final"]).params["final"]
note = b"# A visit\\n\\nSee *this* and &eacute;.[^1]\\n\\n[^1]: A note.\\n"
settings = b"title: T\\npartnership: P\\nedition: e\\ndate: 2026-01-31\\nsections: [{id: visits, title: Visits}]\\n"
files = {"content/assessment.yaml": settings, "content/visits/a.md": note}
assert build(load(MemoryTree(files)), "", False).data
assert build(load(MemoryTree({**files, "styles/template.docx": sys.stdin.buffer.read()})), "", False).data
assert "lxml.etree" in sys.modules and "docgen.check.groups" not in sys.modules
loaded = sorted(name for name in LATER if name in sys.modules)
assert not loaded, loaded
"""
WHOLE = """
import dataclasses, inspect, logging, re, sys
sys.modules.pop("inspect"), sys.modules.pop("logging"), sys.modules.pop("dataclasses")
from docgen.lazy_imports import LATER, lazily
with lazily():
    import click, dataclasses, markdown_it, pathlib, uuid, yaml, zipfile
assert re.compile("a") is re.compile("a") and not [name for name in LATER if isinstance(sys.modules.get(name), type(zipfile.bz2))]
@dataclasses.dataclass
class Pair:
    left: int
assert Pair.__doc__ == "Pair(left: int)", Pair.__doc__
assert click.UUID("0" * 32) == uuid.UUID(int=0) and isinstance(click.core.inspect.cleandoc, object)
assert click.core.inspect.isfunction(len) is False and click.core.inspect.cleandoc("\\tone") == "one"
assert click.core.inspect.cleandoc("one\\n    two") == "one\\ntwo"
assert zipfile.bz2.compress(b"a") and zipfile.lzma.LZMAError and zipfile.shutil.copyfileobj
assert pathlib.PurePosixPath("/a b").as_uri() == "file:///a%20b"
assert yaml.safe_load("{a: 2026-01-31, b: yes, c: !!binary aGk=}")["c"] == b"hi"
assert yaml.safe_load("a: 2026-01-31")["a"].year == 2026
with lazily():
    from lxml import etree
class Target:
    def start(self, tag, attributes): pass
    def close(self): return "closed"
assert etree.fromstring("<a/>", etree.XMLParser(target=Target())) == "closed"
import gzip, io
etree.ElementTree(etree.XML("<a><b/></a>")).write(packed := io.BytesIO(), compression=1)
assert etree.XML(gzip.decompress(packed.getvalue())).find("b") is not None
import logging
from importlib import import_module
real = import_module("markdown_it.rules_block.code").LOGGER
assert real.isEnabledFor(logging.CRITICAL) and real.getEffectiveLevel() == logging.WARNING
assert markdown_it.MarkdownIt().render("a & <b>") == "<p>a &amp; <b></p>\\n"
"""


def run(script: str) -> str:
    """What a fresh interpreter complains of, which is given a template."""
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-S", "-c", PATHS + script], env=env, input=template(), capture_output=True, check=False)
    return done.stderr.decode()


# Without `site`, since what stands there may load such modules before docgen can put them off.
PATHS = f"import sys\nsys.path += {[path for path in sys.path if path]!r}\n"


def test_a_build_loads_nothing_that_can_wait() -> None:
    assert run(BUILD) == ""


def test_what_was_put_off_is_whole_once_it_is_asked_for() -> None:
    assert run(WHOLE) == ""
