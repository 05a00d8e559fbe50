"""Every message of docgen in one table, read from its source: what is said of each finding, and what to do.

A message is what a call of `error`, `warning`, `Diagnostic`, `Wrong` or `Found` gives, and every one-line error is what a ProjectError and its
like carries. Values that are known only when docgen runs are shown by name, `{agency}`; a text that differs from case to case is
shown in each form. What this can't read is named, so that no message escapes those who read the table.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

from tests.sources import parsed, walked
from tests.support import ROOT

# Where name, message and hint stand among the arguments of what makes a finding; -1 for a name that the file says.
MAKERS = {"error": (0, 1, 3), "warning": (0, 1, 3), "Wrong": (0, 1, 3), "Diagnostic": (0, 2, 4), "Found": (-1, 0, 1)}
# What ends a command with one line, and what such a line, or a finding, repeats as its reason.
ERRORS = {"ProjectError": "a command that cannot be done", "UsageError": "wrong use", "_say": "the end of every command"}
REASONS = {
    "BadPackage": "a Word file that cannot be read",
    "BadPicture": "a picture that cannot be used",
    "Destination": "a link that leads nowhere",
    "OSError": "a file that cannot be read",
}
# What settings may be, and what to write where they are not: the parts of a message that a shape brings.
SHAPES = ("Shape", "Checked", "Choice", "Keys", "Several", "Table")
# These hand on what others made.
HANDED_ON = {("diagnostics.py", "at"), ("diagnostics.py", "mended_by"), ("diagnostics.py", "error"), ("diagnostics.py", "warning"), ("parse/schema.py", "__init__"), ("audit/gate.py", "_diagnostic")}
MOST = 40  # forms of one message
NOTHING = "\0"
DEEPEST = 6


class Row(NamedTuple):
    """What is said under a name, and what to do in each form."""

    name: str
    message: str
    hints: tuple[str, ...]


Texts = list[str]
Function = ast.FunctionDef


class Module:
    """A source file: its functions, its constants, and what it imports."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = parsed(path)
        self.functions: dict[str, Function] = {node.name: node for node in walked(path) if isinstance(node, Function)}
        self.constants: dict[str, ast.expr] = {}
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.constants[node.targets[0].id] = node.value
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
                self.constants[node.target.id] = node.value
        self.imports = {
            alias.asname or alias.name: (node.module, alias.name)
            for node in walked(path)
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        }


@cache
def module(name: str) -> Module | None:
    path = ROOT / Path(*name.split("."))
    path = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    return Module(path) if name.startswith("docgen") and path.exists() else None


@cache
def modules() -> tuple[Module, ...]:
    names = (path.relative_to(ROOT).with_suffix("").parts for path in sorted((ROOT / "docgen").rglob("*.py")))
    return tuple(found for parts in names if (found := module(".".join(part for part in parts if part != "__init__"))))


class Scope(NamedTuple):
    """Where an expression stands: its file, its function with what one call gives it, and how often names have been followed to get there."""

    home: Module
    function: Function | None
    depth: int = 0
    bound: tuple[tuple[str, Scope, ast.expr], ...] = ()

    def texts(self, expression: ast.expr | None) -> Texts:
        """What an expression may say, each form once."""
        if expression is None or (isinstance(expression, ast.Constant) and expression.value is None):
            return [NOTHING]
        if self.depth > DEEPEST:
            return [f"{{{called(expression)}}}"]
        reader = READERS.get(type(expression))
        found = reader(self, expression) if reader else None
        return list(dict.fromkeys(found or [f"{{{called(expression)}}}"]))[:MOST]

    def deeper(self, home: Module | None = None, function: Function | None = None) -> Scope:
        return Scope(home or self.home, function or (None if home else self.function), self.depth + 1, () if home else self.bound)

    def constant(self, node: ast.expr) -> Texts | None:
        assert isinstance(node, ast.Constant)
        return [f"{node.value:,}" if isinstance(node.value, int) else str(node.value)]

    def joined(self, node: ast.expr) -> Texts:
        assert isinstance(node, ast.JoinedStr)
        parts = [self.inserted(part.value) if isinstance(part, ast.FormattedValue) else self.texts(part) for part in node.values]
        return ["".join(choice) for choice in islice(product(*parts), MOST)]

    def inserted(self, value: ast.expr) -> Texts:
        """What stands in for a value within a text: its words where they are known, else its name."""
        counted = isinstance(value, ast.Name) and any(isinstance(known, ast.Constant) and isinstance(known.value, int) for _, known in self.assigned(value))
        texts = [] if counted else [text for text in self.texts(value) if text != NOTHING]
        known = [text for text in texts if "{" not in text or is_telling(text)]
        if any(known) and len(known) < len(texts):  # of a parameter some calls may give words, and others a value
            known = [text for text in known if is_telling(text)] if isinstance(value, ast.Name) and not list(self.assigned(value)) else []
            return [*known, f"{{{called(value)}}}"]
        return known if any(known) else [f"{{{called(value)}}}"]

    def added(self, node: ast.expr) -> Texts | None:
        if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)) or any(isinstance(part, ast.Constant) and isinstance(part.value, int) for part in (node.left, node.right)):
            return None
        return [one + other for one, other in islice(product(self.texts(node.left), self.texts(node.right)), MOST)]

    def either(self, node: ast.expr) -> Texts:
        choices = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]  # type: ignore[attr-defined]
        return [text for choice in choices for text in self.texts(choice)]

    def name(self, node: ast.expr) -> Texts | None:
        """A variable of the function, one that it is called with, or a constant of the file or of another."""
        assert isinstance(node, ast.Name)
        bound = [(scope, value) for known, scope, value in self.bound if known == node.id]
        values = bound or list(self.assigned(node)) or list(self.given(node.id))
        if values:
            return [text for scope, value in values for text in scope.texts(value)]
        if node.id in self.home.constants:
            return self.deeper(self.home).texts(self.home.constants[node.id])
        source, name = self.home.imports.get(node.id, ("", ""))
        other = module(source)
        return Scope(other, None, self.depth + 1).texts(other.constants[name]) if other and name in other.constants else None

    def assigned(self, name: ast.Name) -> Iterator[tuple[Scope, ast.expr]]:
        """What a variable was last set to before it is used, by itself or among several; in each branch where it was set in several."""
        for target, value in reaching(self.function, name) if self.function else ():
            if isinstance(target, ast.Name):
                yield self.deeper(), value
            elif isinstance(target, ast.Tuple):
                at = [element.id if isinstance(element, ast.Name) else "" for element in target.elts].index(name.id)
                yield from ((scope, parts[at]) for scope, parts in self.tuples(value))

    def tuples(self, value: ast.expr) -> Iterator[tuple[Scope, list[ast.expr]]]:
        """The tuples that an expression may be: written there, in a constant, or returned by a function."""
        if isinstance(value, ast.Tuple):
            yield self, value.elts
        elif self.depth <= DEEPEST:
            for scope, other in self.followed(value):
                yield from scope.tuples(other)

    def followed(self, value: ast.expr) -> Iterator[tuple[Scope, ast.expr]]:
        """What an expression may stand for: its branches, what a function returns, the value of a name."""
        if isinstance(value, (ast.BoolOp, ast.IfExp)):
            yield from ((self, choice) for choice in (value.values if isinstance(value, ast.BoolOp) else (value.body, value.orelse)))
        elif isinstance(value, ast.Call) and name_of(value) == "next" and isinstance(value.args[0], ast.GeneratorExp):
            yield from ((self, choice) for choice in (value.args[0].generators[0].iter, *value.args[1:]))
        elif isinstance(value, ast.Call) and (found := self.called_function(value)):
            yield from ((Scope(*found, self.depth + 1), result) for result in returned(found[1]))
        elif isinstance(value, ast.Name):
            known = self.home.constants.get(value.id)
            yield from [(self.deeper(self.home), known)] if known else self.assigned(value)

    def given(self, name: str) -> Iterator[tuple[Scope, ast.expr]]:
        """What the function is called with under the name of a parameter: in one call, or wherever it is called."""
        if self.bound:
            yield from ((scope, value) for known, scope, value in self.bound if known == name)
            return
        for call in self.calls():
            yield from ((scope, value) for known, scope, value in call.bound if known == name)

    def calls(self) -> Iterator[Scope]:
        """This function in each call of it."""
        function = self.function
        if function is None or self.depth > DEEPEST:
            return
        names = [argument.arg for argument in function.args.args if argument.arg != "self"]
        defaults: dict[str, ast.expr] = dict(zip(names[len(names) - len(function.args.defaults) :], function.args.defaults, strict=True))
        for other, caller, call in calls(function, self.home):
            inside, own = Scope(other, caller, self.depth + 1), self.deeper(self.home)
            values = dict(zip(names, spread(other, call), strict=False)) | {word.arg: word.value for word in call.keywords if word.arg}
            bound = [(name, inside, values[name]) if name in values else (name, own, defaults[name]) for name in names if name in values or name in defaults]
            yield Scope(self.home, function, self.depth + 1, tuple(bound))

    def call(self, node: ast.expr) -> Texts | None:
        """What a function of docgen returns; `next` of some values is each of them."""
        assert isinstance(node, ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id == "next" and isinstance(node.args[0], ast.GeneratorExp):
            return [*self.chosen(node.args[0]), *(text for default in node.args[1:] for text in self.texts(default))]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "replace" and isinstance(node.func.value, ast.Name):
            old, new = (self.texts(argument)[0] for argument in node.args)
            return [text.replace(old, new) for text in self.texts(node.func.value)]
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            return [text.replace("{}", said) for text in self.texts(node.func.value) for said in self.texts(node.args[0])]
        found = self.called_function(node)
        return None if found is None else [text for value in returned(found[1]) for text in Scope(*found, self.depth + 1).texts(value)]

    def called_function(self, node: ast.Call) -> tuple[Module, Function] | None:
        name = name_of(node)
        if isinstance(node.func, ast.Attribute) and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "self"):
            return None
        if name not in self.home.functions and isinstance(node.func, ast.Name):  # a variable that stands for a function
            inside = [part.id for _, value in self.assigned(node.func) for part in ast.walk(value) if isinstance(part, ast.Name)]
            name = next((known for known in inside if known in self.home.functions), name)
        if name in self.home.functions:
            return self.home, self.home.functions[name]
        source, original = self.home.imports.get(name, ("", ""))
        other = module(source)
        return (other, other.functions[original]) if other and original in other.functions else None

    def chosen(self, node: ast.GeneratorExp) -> Texts:
        """The values that a generator over a constant of the file may give."""
        target, source = node.generators[0].target, node.generators[0].iter
        if isinstance(node.elt, ast.Name) and isinstance(target, ast.Tuple) and isinstance(source, ast.Name) and source.id in self.home.constants:
            at = [element.id if isinstance(element, ast.Name) else "" for element in target.elts].index(node.elt.id)
            entries = self.home.constants[source.id]
            assert isinstance(entries, ast.Tuple)
            return [text for entry in entries.elts if isinstance(entry, ast.Tuple) for text in self.deeper().texts(entry.elts[at])]
        return [f"{{{called(node.elt)}}}"]

    def picked(self, node: ast.expr) -> Texts | None:
        """An entry of a table, or a part of what a function returns."""
        assert isinstance(node, ast.Subscript)
        table = self.home.constants.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if isinstance(table, ast.Call) and table.args:  # MappingProxyType
            table = table.args[0]
        if isinstance(table, ast.Dict):
            return [text for value in table.values for text in self.deeper(self.home).texts(value)]
        if not (isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int)):
            return None
        at = node.slice.value
        return [text for scope, parts in self.tuples(node.value) if at < len(parts) for text in scope.texts(parts[at])]

    def pairs(self, message: ast.expr | None, hint: ast.expr | None) -> Iterator[tuple[str, str]]:
        """Message and hint, each hint with the message that it belongs to where both are set together."""
        if isinstance(message, ast.Subscript) and isinstance(hint, ast.Subscript):
            for scope, parts in self.tuples(message.value):
                yield from scope.pairs(parts[0], parts[1])
            return
        yield from product(self.texts(message), self.texts(hint))

    def cases(self, used: set[str]) -> Iterator[Scope]:
        """This function with the variables that it sets together, from one tuple, as each such tuple sets them."""
        for target, value in assignments(self.function) if self.function else ():
            names = [getattr(element, "id", "") for element in target.elts] if isinstance(target, ast.Tuple) else []
            if len(used.intersection(names)) > 1:
                for scope, parts in self.tuples(value):
                    bound = [(name, scope, part) for name, part in zip(names, parts, strict=False)]
                    yield self._replace(bound=(*bound, *self.bound))


READERS = {
    ast.Constant: Scope.constant,
    ast.JoinedStr: Scope.joined,
    ast.BinOp: Scope.added,
    ast.IfExp: Scope.either,
    ast.BoolOp: Scope.either,
    ast.Name: Scope.name,
    ast.Call: Scope.call,
    ast.Subscript: Scope.picked,
}


@cache
def assignments(function: Function) -> tuple[tuple[ast.expr, ast.expr], ...]:
    """What a function sets, and to what."""
    nodes = list(ast.walk(function))
    plain = [(node.targets[0], node.value) for node in nodes if isinstance(node, ast.Assign)]
    return (*plain, *((node.target, node.value) for node in nodes if isinstance(node, ast.NamedExpr)))


@cache
def parents(function: Function) -> dict[ast.AST, ast.AST]:
    return {child: node for node in ast.walk(function) for child in ast.iter_child_nodes(node)}


def reaching(function: Function, name: ast.Name) -> list[tuple[ast.expr, ast.expr]]:
    """How a variable was last set before it is used: where that was in a branch, in its other branches and before it, too."""
    line, known = getattr(name, "lineno", 0), parents(function)
    left = [pair for pair in assignments(function) if name.id in {getattr(part, "id", "") for part in ast.walk(pair[0])} and pair[0].lineno <= line]
    found: list[tuple[ast.expr, ast.expr]] = []
    while left:
        outer: ast.AST = max(left, key=lambda pair: pair[0].lineno)[0]
        while (above := known.get(outer)) is not None and not (getattr(above, "lineno", 0) <= line <= (getattr(above, "end_lineno", 0) or 0)):
            outer = above
        inside = set(ast.walk(outer))
        found += [pair for pair in left if pair[0] in inside]
        left = [pair for pair in left if pair[0] not in inside] if isinstance(outer, (ast.If, ast.For, ast.Try)) else []
    return found


def spread(home: Module, call: ast.Call) -> list[ast.expr]:
    """The arguments of a call, those of a constant tuple one by one."""
    arguments: list[ast.expr] = []
    for argument in call.args:
        whole = home.constants.get(argument.value.id) if isinstance(argument, ast.Starred) and isinstance(argument.value, ast.Name) else None
        arguments += whole.elts if isinstance(whole, ast.Tuple) else [argument]
    return arguments


def returned(function: Function) -> Iterator[ast.expr]:
    """The values that a function returns."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value


@cache
def all_calls() -> list[tuple[Module, Function | None, ast.Call]]:
    """Every call of docgen, with the function that it stands in."""
    found: list[tuple[Module, Function | None, ast.Call]] = []

    def enter(home: Module, node: ast.AST, function: Function | None) -> None:
        if isinstance(node, ast.Call):
            found.append((home, function, node))
        for child in ast.iter_child_nodes(node):
            enter(home, child, node if isinstance(node, Function) else function)

    for home in modules():
        enter(home, home.tree, None)
    return found


@cache
def calls_by_name() -> dict[str, list[tuple[Module, Function | None, ast.Call]]]:
    found: dict[str, list[tuple[Module, Function | None, ast.Call]]] = {}
    for entry in all_calls():
        found.setdefault(name_of(entry[2]), []).append(entry)
    return found


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""


def calls(function: Function, home: Module) -> Iterator[tuple[Module, Function | None, ast.Call]]:
    """The calls of a function: by its name in its own file, and where it is imported; of a method, on what is called `found`."""
    is_method = bool(function.args.args) and function.args.args[0].arg == "self"
    for other, caller, call in calls_by_name().get(function.name, ()):
        if is_method and isinstance(call.func, ast.Attribute):
            receiver = call.func.value
            collects = (receiver.id if isinstance(receiver, ast.Name) else getattr(receiver, "attr", "")) == "found"
            if other is home or (collects and home.path.stem == "findings"):
                yield other, caller, call
        elif not is_method and isinstance(call.func, ast.Name) and (other is home or module(other.imports.get(function.name, ("", ""))[0]) is home):
            yield other, caller, call


def is_telling(text: str) -> bool:
    """True for a text that says something beside the values in it."""
    return len(re.findall(r"[a-z]{2,}", re.sub(r"\{.*?\}", "", text))) > 1


def called(expression: ast.expr) -> str:
    """What a value is called for the reader of the table: the last telling word of the expression."""
    node: ast.AST = expression
    while True:
        if isinstance(node, ast.Attribute) and node.attr in ("value", "text", "id", "label", "path") and called(node.value) != "self":
            node = node.value
        elif isinstance(node, ast.Call) and (node.args or isinstance(node.func, ast.Attribute)):
            method = isinstance(node.func, ast.Attribute) and node.func.attr in ("strip", "lstrip", "rstrip", "group", "capitalize", "split", "casefold", "lower", "replace", "pop")
            node = node.func.value if method and isinstance(node.func, ast.Attribute) else node.args[-1 if name_of(node) == "map" else 0] if node.args else node.func
        elif isinstance(node, (ast.Subscript, ast.Starred, ast.FormattedValue)):
            node = node.value
        elif isinstance(node, ast.BinOp):
            node = node.left
        elif isinstance(node, ast.BoolOp):
            node = node.values[-1]
        else:
            break
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else "…"


@cache
def rows() -> tuple[list[Row], list[str]]:
    """Every message with what to do, by the name of its finding or by the kind of its error; and the places that can't be read."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    unread: list[str] = []
    for home, function, call in all_calls():
        place = home.path.relative_to(ROOT / "docgen").as_posix()
        if (place, function.name if function else "") in HANDED_ON:
            continue
        for said, message, hint in _said(Scope(home, function), call, place):
            unread += [f"{place}:{call.lineno}"] if said.startswith("{") else []
            if message != NOTHING:
                found.setdefault((said, message), {})[hint.replace(NOTHING, "")] = None
    return sorted(Row(name, message, tuple(sorted(hints))) for (name, message), hints in found.items()), unread


def _said(scope: Scope, call: ast.Call, place: str) -> Iterator[tuple[str, str, str]]:
    """What one call says: a finding, an error, a reason, or what a setting must be."""
    name = name_of(call)
    if name in MAKERS:
        yield from _made(scope, call, name)
    elif name in REASONS or (name in ERRORS and (name != "_say" or place == "cli.py")):
        yield from ((f"({ {**ERRORS, **REASONS}[name]})", text, "") for text in scope.texts(_reason(call, name)))
    elif name in SHAPES and _is_shape(scope.home, call, place):
        hint = call.args[2] if name == "Checked" and len(call.args) > 2 else None
        yield from (("(what a setting must be)", text, what) for text, what in product(scope.texts(call.args[0]), scope.texts(hint)))


def _is_shape(home: Module, call: ast.Call, place: str) -> bool:
    """True for a shape of the settings, and not for a node of that name, nor for one that is made anew with the words of another."""
    if place == "parse/schema.py":
        return bool(call.args) and not isinstance(call.args[0], ast.Attribute)
    return bool(call.args) and isinstance(call.func, ast.Name) and home.imports.get(call.func.id, ("", ""))[0] == "docgen.parse.schema"


def _reason(call: ast.Call, name: str) -> ast.expr | None:
    """The words of an error; of a reason that is one value among others that."""
    if name == "Destination":
        return next((word.value for word in call.keywords if word.arg == "reason"), None)
    return call.args[1] if name == "OSError" and len(call.args) > 1 else call.args[0] if call.args else None


def _made(scope: Scope, call: ast.Call, maker: str) -> Iterator[tuple[str, str, str]]:
    """Name, message and hint of one call, in each of their forms; a name and its message are told apart by where they are set."""
    places = MAKERS[maker]
    named = {word.arg: word.value for word in call.keywords}
    arguments = spread(scope.home, call)
    name, message, hint = (
        named.get(word) or (arguments[at] if 0 <= at < len(arguments) else None) for word, at in zip(("name", "message", "hint"), places, strict=True)
    )
    stem = [scope.home.path.stem.replace("_", "-")]
    for said in stem if name is None else scope.texts(name):
        for inside in _in_each_call(scope, message, hint):
            yield from ((said, text, what) for text, what in inside.pairs(message, hint))


def _in_each_call(scope: Scope, *expressions: ast.expr | None) -> list[Scope]:
    """The scope of some expressions in each call of their function, where they hold what it is called with."""
    used = {part.id for expression in expressions if expression is not None for part in ast.walk(expression) if isinstance(part, ast.Name)}
    parameters = {argument.arg for argument in scope.function.args.args} - {"self"} if scope.function else set()
    scopes = (list(scope.calls()) if used & parameters else []) or [scope]
    return [case for inside in scopes for case in (list(inside.cases(used)) or [inside])]


def table() -> str:
    """The table: a name, below it each message, below that what to do."""
    lines: list[str] = []
    before = ""
    for row in rows()[0]:
        lines += [row.name] if row.name != before else []
        before = row.name
        lines.append(f"  {row.message}")
        lines += [f"    {hint}" for hint in row.hints if hint]
    return "\n".join(lines) + "\n"
