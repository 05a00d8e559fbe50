"""What editors are given: the schemas see what docgen sees, and nothing else; snippets and tasks of VS Code work."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import settings as within
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from docgen.build import load
from docgen.check import check
from docgen.cli import docgen
from docgen.commands.schema import known
from docgen.diagnostics import Diagnostic, Severity
from docgen.editors import FILES, schema_of, schema_of_all
from docgen.editors.about import ABOUT
from docgen.editors.json_schema import _Writer
from docgen.editors.snippets import snippets
from docgen.parse.front_matter import split
from docgen.parse.house import BAND, FORMATS, MARGIN
from docgen.parse.schema import COLOUR, FLAG, KEY, NUMBER, Checked, Keys, Several, Shape, Table, attempt
from docgen.parse.yaml_tree import Mapping, Value, read_yaml
from docgen.project import MemoryTree, WorkingTree
from docgen.report.findings import as_text
from docgen.source import Source
from tests.support import DESIGN, FIXTURES, FRONT, PNG, ROOT, SETTINGS, needs_fixtures

KNOWN = known()
WORKSPACE = ROOT / "docgen" / "data" / "workspace"


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as the YAML extension of VS Code reads: no `on`, no dates."""


Core.yaml_implicit_resolvers = {}
for kind, form in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{form})$"), None)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 0 if "x" in node.value or "o" in node.value else 10))


def as_data(value: Any) -> Any:
    """What YAML gives, as JSON has it: dates are text, keys too (`on`, which YAML 1.1 takes for true, as it is written)."""
    if isinstance(value, dict):
        return {"on" if key is True else str(key): as_data(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_data(entry) for entry in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def core(text: str) -> Any:
    """A text as YAML 1.2 reads it."""
    return as_data(yaml.load(text, Loader=Core))


def readings(text: str) -> list[Any]:
    """A text as YAML 1.2 and as YAML 1.1 read it."""
    return [core(text), as_data(yaml.safe_load(text))]


def problems(name: str, text: str) -> list[str]:
    validator = Draft7Validator(schema_of(name, KNOWN))
    return [problem.message for data in readings(text) for problem in validator.iter_errors(data)]


def keys_of(shape: Shape, seen: list[Keys] | None = None) -> Iterator[Keys]:
    """Every mapping of known keys in a shape, each once."""
    seen = [] if seen is None else seen
    if isinstance(shape, (Several, Table)):
        yield from keys_of(shape.of, seen)
    if not isinstance(shape, Keys) or shape in seen:
        return
    seen.append(shape)
    yield shape
    for inner in shape.keys.values():
        yield from keys_of(inner if isinstance(inner, Shape) else inner(), seen)


ALL_KEYS = list({id(found): found for shape in FILES.values() for found in keys_of(shape)}.values())


@pytest.mark.parametrize("schema", [*(schema_of(name, KNOWN) for name in FILES), schema_of_all(KNOWN)])
def test_the_schemas_are_schemas(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    assert not set(re.findall(r'"#/definitions/(\w+)"', json.dumps(schema))) - set(schema.get("definitions", ()))


def test_each_key_says_what_it_is_for() -> None:
    assert {shape.describes for shape in ALL_KEYS} == set(ABOUT)
    for shape in ALL_KEYS:
        assert set(ABOUT[shape.describes]) == set(shape.keys), shape.describes
    for lines in ABOUT.values():
        assert all(line[-1] in ".:" and len(line) < 160 for line in lines.values())


def test_the_workspace_of_init_and_the_example_are_as_the_schemas_say() -> None:
    for root in (WORKSPACE, ROOT):
        assert problems("assessment", (root / "content" / "assessment.yaml").read_text("utf-8")) == []
        house = (root / "styles" / "house.yaml").read_text("utf-8")
        assert problems("house", house) == []
        assert problems("house", re.sub(r"^# ((?:  )*[a-z_R][a-z_A-Z ]*:)", r"\1", house, flags=re.MULTILINE)) == []
        for path in (root / "content").rglob("*.md"):
            assert problems("note", path.read_text("utf-8").split("---\n")[1]) == []


@pytest.mark.parametrize("name", ["themes", "frameworks"])
def test_what_comes_with_docgen_is_as_the_schemas_say(name: str) -> None:
    for path in (ROOT / "docgen" / "data" / name).glob("*.yaml"):
        assert problems({"themes": "house", "frameworks": "framework"}[name], path.read_text("utf-8")) == []


@pytest.mark.skipif(not DESIGN.is_dir(), reason="the design beside the project is absent")
def test_the_blocks_of_the_contract_are_as_the_schemas_say() -> None:
    settings, front = re.findall(r"^```yaml\n(.*?)^```$", (DESIGN / "notes.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)[:2]
    assert problems("assessment", settings) == []
    assert problems("note", front.strip().strip("-")) == []


VALUES = """text | Two words | on | NO | true | false | "true" | 1 | 1.10 | 08 | -3 | 7 | 2012-09-14 | 14 September 2012 | 9 may 2013 | 2012-13-40 | 03/04/12 | 45 May 2012 | May 2012
12 pt | 2.5 cm | 25mm | 12 | 12 px | "#1d4f76" | "#1d4f7" | #1d4f76 | none | links | A4 | a4 | portrait | plain | full | rows | "R%1" | "%1" | "%1.%2" | "%2" | "%10" | "%" | "<%1>" | ["%1", "%1.%2"] | ["%2"]
["%1", "%1"] | [a, b] | [] | {} | {a: b} | [[a]] | [{a: b}] | agreed | agrred | error | ignore | a_b | a- | -a | "  " | "" | café | LCS ?\\d{6,} | 12345678901 | rag | own.yaml | {by: them, on: 2012-01-01}
{by: [a]} | {public: {level: OFFICIAL}} | {public: {}} | {level: OFFICIAL, distribution: one} | {council: {name: X, expected: yes}} | {council: {name: X, expected: true}} | {council: X} | {council: }
[{id: a, title: A}] | [{id: a}] | [{id: a, title: A, sections: [{id: b, title: B, sections: []}]}] | [{id: a, title: A, sections: [{id: b, titel: B}]}] | [{version: 0.1, date: 2012-01-01, change: X}] | [{version: 0.1}]
{glossary: true} | {glossary: maybe} | {glosary: true} | {long-sentence: ignore} | {long-sentence: off} | {long-sentnce: ignore} | {wide-table: error} | {date: 2012-07-12, name: Early help} | {date: soon} | {self: good, moderated: 1}
{top: 2 cm} | {top: 2} | {body: Arial, size: 11 pt} | {text: "#000000"} | {text: black} | {paragraph: 8 pt, line: 1.15} | {line: 9} | {depth: 2} | {depth: 2.5} | {depth: 10} | {band: none} | {band: red} | {key: a, label: A} | [good, {key: a, label: A}]"""
# What a schema can't see, by what docgen says of it.
UNSEEN = re.compile(r"is too (little|much)$|regular expression")


@cache
def values() -> list[tuple[str, Value, Any]]:
    """Each value as it is written, as docgen reads it and as YAML 1.2 does."""
    found = []
    for text in map(str.strip, re.split(r"\s\|\s|\n", VALUES)):
        source = Source("x.yaml", f"key: {text}\n")
        record, unread = read_yaml(source, 0, len(source.text))
        assert isinstance(record, Mapping), (text, unread)
        found.append((text, record.entries[0][1], core(source.text)["key"]))
    return found


@pytest.mark.parametrize("shape", ALL_KEYS, ids=lambda shape: shape.describes)
def test_a_schema_refuses_what_docgen_refuses_and_nothing_else(shape: Keys) -> None:
    """Each key of each mapping with each of a hundred values: both say yes or both say no."""
    writer = _Writer(KNOWN)
    written = writer.keys(shape)
    for key, inner in shape.keys.items():
        validator = Draft7Validator({**writer.property(shape, key), "definitions": writer.definitions})
        for text, value, data in values():
            problems: list[Diagnostic] = []
            attempt(inner if isinstance(inner, Shape) else inner(), value, problems)
            if any(UNSEEN.search(problem.message) for problem in problems):
                continue
            # Of these two a rule looks the names up, not the shape.
            named = key in ("framework", "rules") and shape.describes == "assessment.yaml" and not problems
            seen = [error.message for error in validator.iter_errors(data)]
            assert bool(seen) == bool(problems) or (named and seen), f"{key}: {text}: docgen {[problem.message for problem in problems]}, schema {seen}"
    assert '"additionalProperties": false' in json.dumps(writer.definitions or written)


def test_values_are_not_refused_for_what_yaml_takes_them_for() -> None:
    text = "title: on\npartnership: NO\nedition: 2012\ndate: 2012-09-14\nversion: 1.10\nowner: 08\nsubtitle: true\nsections: [{id: on, title: 1.10}]\nglossary: {NO: Norway, 12: 12}\n"
    assert problems("assessment", text) == []
    assert problems("note", "title: 2012-09-14\nid: 1.10\nsection: NO\norder: 1.5\nagencies: on\nstatus: agreed\n") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("assessment", "framework: ragg"),
        ("assessment", "rules: {long-sentnce: ignore}"),
        ("assessment", "rules: {wide-table: ignore}"),
        ("assessment", "title: Only a title"),
    ],
)
def test_what_rules_find_about_names_that_come_with_docgen_is_found(name: str, text: str) -> None:
    base = "" if text.startswith("title") else SETTINGS
    assert problems(name, base + text)
    tree = MemoryTree({"content/assessment.yaml": (base + text + "\n").encode()})
    assert any(finding.severity is Severity.ERROR for finding in check(load(tree).library))


def test_the_one_schema_takes_every_file() -> None:
    validator = Draft7Validator(schema_of_all(KNOWN))
    assert validator.is_valid(core(SETTINGS))
    assert validator.is_valid(core(FRONT.strip("-\n")))
    assert not validator.is_valid(core(SETTINGS.replace("title:", "titel:")))
    assert not validator.is_valid(core("title: A\nstatus: agrred\n"))


@needs_fixtures
def test_bad_front_matter_is_refused_by_both_or_by_none() -> None:
    compared = 0
    for path in sorted((FIXTURES / "bad" / "front_matter").glob("*.md")):
        try:
            source = Source(path.name, path.read_bytes().decode())
            where = split(source)
            text = source.text[where.start : where.end]
            value, unread = read_yaml(source, where.start, where.end)
            data = None if unread or value is None or where.problem or "yaml-huge" in path.name else core(text)
        except (UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError):
            continue
        if data is not None and value is not None:
            said: list[Any] = []
            attempt(FILES["note"], value, said)
            seen = list(Draft7Validator(schema_of("note", KNOWN)).iter_errors(data))
            duplicate = [finding.name for finding in said] == ["duplicate-key"]  # what YAML itself drops
            assert bool(seen) == bool(said) or duplicate, (path.name, [finding.message for finding in said], [error.message for error in seen])
            compared += 1
    assert compared > 10


FORMS = [KEY, FLAG, NUMBER, COLOUR, BAND, MARGIN, *FORMATS[:3]]


@pytest.mark.parametrize("shape", FORMS, ids=lambda shape: shape.describes)
@within(max_examples=25)
@given(data=st.data())
def test_the_form_of_a_value_is_the_form_that_is_read(shape: Checked, data: st.DataObject) -> None:
    fitting = data.draw(st.from_regex(shape.form, fullmatch=True))
    assert "\n" in fitting or shape.convert(fitting) is not None, fitting
    loose = data.draw(st.text("019-.%# aAfFptcmrue<", max_size=9))
    assert (shape.convert(loose) is not None) == bool(re.fullmatch(shape.form, loose)), loose


def expanded(body: list[str]) -> str:
    """A snippet as VS Code inserts it, with the first of each choice and the given words for the rest."""
    text = "\n".join(body).replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-07-12")
    text = re.sub(r"\$\{\d+\|((?:\\.|[^,\\|])*)[^|]*\|\}", lambda found: re.sub(r"\\(.)", r"\1", found[1]), text)
    text = re.sub(r"\$\{(\d+):([^}]*)\}", r"\2", text)
    assert not re.search(r"\$\{\d+[|:]", text)
    return re.sub(r"\$\{?\d+\}?", "", text)


def test_each_snippet_is_a_note_without_an_error() -> None:
    assessment = load(WorkingTree(WORKSPACE)).library.assessment
    made = snippets(assessment)
    settings = (WORKSPACE / "content" / "assessment.yaml").read_text("utf-8")
    front = expanded(made["Note"]["body"])
    for name, snippet in made.items():
        body = expanded(snippet["body"])
        part = "## Recommendations\n\n- Do it. {#identity}\n  - " if name in ("Lead", "Support", "Due", "Priority", "Status", "Owner", "Measure", "Outcome", "Because", "Progress") else ""
        part = "## Strengths\n\n- Good. {#identity}\n  - " if name in ("Agencies", "Confidence", "Evidence", "Impact", "Audience") else part
        note = front if name == "Note" else f"{front}\n## Heading {{#h}}\n\n{part}{body}\n"
        if name == "Reference":
            note += "\n## Other {#identity}\n\nText.\n"
        files = {"content/assessment.yaml": settings, "content/introduction/note.md": note}
        tree = MemoryTree({path: text.encode() for path, text in files.items()} | {"content/images/picture.png": PNG})
        found = [finding for finding in check(load(tree).library) if finding.severity is Severity.ERROR]
        assert found == [], (name, as_text(found))


def test_keys_of_any_kind_stand_in_a_snippet() -> None:
    tree = MemoryTree({"content/assessment.yaml": (SETTINGS + 'glossary: {}\n').replace("council: Anytown Council", '"a,b|c}$d\\\\e": X').encode()})
    made = snippets(load(tree).library.assessment)
    assert expanded(made["Lead"]["body"]) == "Lead: a,b|c}$d\\e"


def test_init_writes_what_vs_code_needs(tmp_path: Path) -> None:
    done = CliRunner().invoke(docgen, ["init", str(tmp_path / "w")])
    assert done.exit_code == 0, done.output
    folder = tmp_path / "w" / ".vscode"
    files = {path.name: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}
    assert sorted(files) == [
        "assessment.schema.json",
        "docgen.code-snippets",
        "extensions.json",
        "framework.schema.json",
        "house.schema.json",
        "note.schema.json",
        "settings.json",
        "tasks.json",
    ]
    for schema, target in files["settings.json"]["yaml.schemas"].items():
        assert (tmp_path / "w" / schema).is_file()
        assert (tmp_path / "w" / target).is_file()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "note.schema.json").unlink()
    again = CliRunner().invoke(docgen, ["-C", str(tmp_path / "w"), "schema", "-o", f"{folder}/"])
    assert again.exit_code == 0, again.output
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_tasks_find_each_finding_and_each_round() -> None:
    tasks = json.loads((WORKSPACE / "vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    watching, *others = [task["problemMatcher"] for task in tasks]
    background = watching.pop("background")
    assert all(other == watching for other in others)
    tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), "content/early-help/a.md": (FRONT + "See [@nobody] [x].\n\n## A: b\n").encode(), "notes: old.md": b"x"})
    found = check(load(tree).library)
    pattern = watching["pattern"]
    matches = [match for line in as_text(found).splitlines() if (match := re.search(pattern["regexp"], line))]
    assert [(match[pattern["file"]], match[pattern["severity"]], match[pattern["code"]]) for match in matches] == [
        (finding.span.source.path, str(finding.severity), finding.name) for finding in found
    ]
    assert re.search(background["beginsPattern"], "changed: content/a.md")
    assert re.search(background["endsPattern"], "watching the notes; Ctrl-C ends it")
    for task in tasks:
        parsed = CliRunner().invoke(docgen, [*task["args"], "--help"])
        assert parsed.exit_code == 0, task


def test_a_schema_is_shown_and_written(tmp_path: Path) -> None:
    run = CliRunner()
    assert json.loads(run.invoke(docgen, ["schema", "note"]).output) == schema_of("note", KNOWN)
    assert json.loads(run.invoke(docgen, ["schema"]).output) == schema_of_all(KNOWN)
    assert run.invoke(docgen, ["schema", "house", "-o", str(tmp_path / "h.json")]).exit_code == 0
    assert json.loads((tmp_path / "h.json").read_text("utf-8")) == schema_of("house", KNOWN)
    assert "did you mean" in str(run.invoke(docgen, ["schema", "hous"]).exception)
    assert "takes the schemas of all files" in str(run.invoke(docgen, ["schema", "house", "-o", str(tmp_path)]).exception)
