"""The house: who may import whom, how long functions and files may be, and that no table lacks an entry."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen import nodes, note, walk
from docgen.assemble import STEPS
from docgen.audit.names import NAMES as WORD_NAMES
from docgen.audit.table import RULES as WORD_RULES
from docgen.check import typed
from docgen.check.groups import GROUPS
from docgen.check.names import NAMES
from docgen.check.table import MADE_ELSEWHERE, RULES
from docgen.document import Contents, Grid, Styled
from docgen.parse.fields import FINDING, RECOMMENDATION
from docgen.word.blocks import BLOCKS
from docgen.word.inlines import INLINES, MARKS
from tests.sources import parsed, walked
from tests.support import ROOT

HOUSE = ROOT / "docgen"
# From the ground up: a floor imports those before it here only, and no room one of its own floor.
FLOORS = (
    ("record", "near", "pattern", "digest", "filenames", "colour"),
    ("lazy_imports", "source", "numbers", "picture", "outline", "dates", "wording"),
    ("diagnostics", "nodes", "assessment", "theme", "cache"),
    ("walk", "note"),
    ("identities", "audiences", "decoding", "document", "fix", "scaffold", "unread"),
    ("parse", "check", "assemble", "word", "report"),
    ("audit", "editors"),
    ("project", "revision", "parallel", "shares", "supplied"),
    ("layout",),
    ("build",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
CRAFTS = ("parse", "check", "assemble", "word", "report")


@cache
def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> list[str]:
    """Every docgen module that a file imports, wherever in it, under TYPE_CHECKING too."""
    found: list[str] = []
    for node in walked(path):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "docgen":
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            found += (name if (ROOT / Path(*name.split("."))).with_suffix(".py").exists() or _package(name) else node.module for name in inside)
    return found


def _package(name: str) -> bool:
    return (ROOT / Path(*name.split("."))).is_dir()


def floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def test_rooms_import_only_what_stands_below_them() -> None:
    for path in modules():
        if path.parent == HOUSE and path.stem == "__init__":
            continue
        for name in imports(path):
            other = name.split(".")[1] if "." in name else ""
            if not other or other == "__version__" or other == room(path):
                continue
            assert floor(other) < floor(room(path)), f"{path} must not import {name}"


def test_crafts_do_not_import_one_another() -> None:
    for path in modules():
        if room(path) in CRAFTS:
            strangers = {name for name in imports(path) if name.split(".")[1] in CRAFTS and name.split(".")[1] != room(path)}
            assert not strangers, f"{path} imports {strangers}"


def test_no_rule_imports_another() -> None:
    pages = [path for craft in ("check", "audit") for path in (HOUSE / craft / "rules").glob("*.py")]
    assert len(pages) > 50
    for path in pages:
        others = {name for name in imports(path) if ".rules." in name}
        assert not others, f"{path} imports {others}: what rules share has a file beside their folder"


def test_no_module_is_in_a_circle() -> None:
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in modules()}
    graph = {name: {other for other in imports(path) if other in names and other != name} for name, path in names.items()}
    done: set[str] = set()

    def enter(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name not in done:
            for other in sorted(graph[name]):
                enter(other, (*above, name))
            done.add(name)

    for name in graph:
        enter(name, ())


def functions() -> Iterator[tuple[str, int, ast.AST]]:
    for path in modules():
        for node in walked(path):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = (node.end_lineno or 0) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines, node


def test_functions_are_short() -> None:
    sizes = sorted((lines, name) for name, lines, _ in functions())
    lengths = [lines for lines, _ in sizes]
    assert sizes[-1][0] <= 45, sizes[-1]
    assert statistics.median(lengths) <= 7
    assert lengths[int(len(lengths) * 0.9)] <= 20


def test_files_are_short() -> None:
    for path in modules():
        assert path.read_text("utf-8").count("\n") <= 300, path


def nesting(node: ast.AST, depth: int = 0) -> int:
    deeper = (ast.If, ast.For, ast.While, ast.With, ast.Try)
    below = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        chained = isinstance(node, ast.If) and isinstance(child, ast.If) and child in node.orelse
        below.append(nesting(child, depth + (isinstance(child, deeper) and not chained)))
    return max(below, default=depth)


def test_nesting_is_shallow() -> None:
    for name, _, node in functions():
        assert nesting(node) <= 3, name


def test_nothing_but_project_layout_build_and_commands_touches_disk_clock_or_screen() -> None:
    allowed = {"project", "supplied", "revision", "parallel", "layout", "commands", "cli", "build"}
    banned = {"open", "print", "input"}
    for path in modules():
        if room(path) in allowed:
            continue
        for node in walked(path):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            assert called not in banned, f"{path}:{getattr(node, 'lineno', 0)} calls {called}"
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
                assert not {"os", "time", "random", "subprocess"} & set(names), path


def kinds(base: type[nodes.Node]) -> set[type[nodes.Node]]:
    """Every node class below one, but for those that only stand for others."""
    found: set[type[nodes.Node]] = set()
    for kind in base.__subclasses__():
        found |= {kind} | kinds(kind)
    return found - {nodes.Marked, nodes.Change, note.Item}


def test_every_node_can_be_walked_and_written() -> None:
    for kind in kinds(nodes.Inline):
        assert kind in walk.CHILDREN, kind
        assert kind in INLINES or kind in MARKS or kind in (nodes.Text, nodes.SoftBreak, nodes.HardBreak, nodes.RawInline), kind
    inside_others = {nodes.ListItem, nodes.Row, nodes.Cell, nodes.Definition}
    for block in kinds(nodes.Block) - inside_others:
        assert block in BLOCKS, block
    assert {Styled, Grid, Contents} <= set(BLOCKS)


def test_every_rule_stands_in_the_table_and_has_a_page() -> None:
    table = {rule.name for rule in RULES}
    pages = {path.stem.replace("_", "-"): path.read_text("utf-8") for path in (HOUSE / "check" / "rules").glob("[a-z]*.py")}
    assert set(NAMES) == set(pages)
    assert table == {name for name, text in pages.items() if "def find(" in text}
    assert {rule.name for rule in MADE_ELSEWHERE} == set(pages) - table
    for rules in (RULES, MADE_ELSEWHERE):
        assert [rule.name for rule in rules] == sorted(rule.name for rule in rules)
    for name, text in pages.items():
        assert f'NAME = "{name}"' in text or name not in table, name
        assert text.index("Why:") < text.index("Bad:") < text.index("Good:"), name


def test_every_finding_about_notes_stands_in_one_group() -> None:
    grouped = [name for _, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(NAMES), "docgen/check/groups.py"
    assert all(names == sorted(names) for _, names in GROUPS)


def test_a_plain_list_is_looked_at_for_every_field() -> None:
    assert set(typed.FIELDS) == {*FINDING, *RECOMMENDATION}
    assert set(typed.FIELDS) > typed.TELLING


def test_every_rule_about_word_files_stands_in_the_table_and_has_a_page() -> None:
    pages = {path.stem.replace("_", "-"): path.read_text("utf-8") for path in (HOUSE / "audit" / "rules").glob("[a-z]*.py")}
    assert [rule.name for rule in WORD_RULES] == list(WORD_NAMES) == sorted(pages)
    assert not set(WORD_NAMES) & set(NAMES)
    for name, text in pages.items():
        assert f'"{name}"' in text, name
        assert text.index("Why:") < text.index("Bad:") < text.index("Good:"), name


def test_every_finding_that_the_code_makes_has_a_page() -> None:
    for path in modules():
        for node in walked(path):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            if called in ("error", "warning", "Wrong") and isinstance(first, ast.Constant):
                assert first.value in NAMES, f"{path}:{node.lineno} {first.value}"


def test_packages_are_used_where_they_are_needed_only() -> None:
    for path in modules():
        for node in walked(path):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert "docx" not in {name.split(".")[0] for name in names}, path
            assert room(path) in ("audit", "word") or "lxml" not in {name.split(".")[0] for name in names}, path


def test_every_room_stands_on_one_floor() -> None:
    rooms = [name for floor in FLOORS for name in floor]
    assert len(rooms) == len(set(rooms))
    assert {room(path) for path in modules()} - {"__init__"} == set(rooms)


def test_every_step_of_assembling_stands_in_its_table() -> None:
    """A step takes the workbench, gives nothing back, and is public in a file of its room."""
    made = set()
    for path in (HOUSE / "assemble").glob("*.py"):
        for node in parsed(path).body:
            if isinstance(node, ast.FunctionDef) and ast.unparse(node.args) == "work: Workbench" and ast.unparse(node.returns or node) == "None":
                made |= {node.name} if not node.name.startswith("_") else set()
    assert made == {step.__name__ for step in STEPS}
