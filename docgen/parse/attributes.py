"""Attributes `{#id .class key=value}`: what they say, and which of them a block may take."""

from __future__ import annotations

from typing import Any

from docgen import nodes
from docgen.nodes import Attributes, Inline, Text, TextKind
from docgen.parse.characters import printable
from docgen.pattern import lazy
from docgen.walk import is_comment

PAIR = lazy(r"(?:#([\w.-]+)|\.([A-Za-z_][\w-]*)|([A-Za-z_][\w-]*)=(?:\"([^\"\n]*)\"|([^\s\"{}]+)))")


def attributes_of(text: str) -> dict[str, Any]:
    """What `#id .class key=value` says, as arguments of Attributes; of two identities the first counts."""
    found: dict[str, Any] = {"id": None, "classes": (), "values": ()}
    for identity, name, key, quoted, plain in PAIR.findall(text):
        if identity:
            found["id"] = found["id"] or identity
        elif name:
            found["classes"] += (name,)
        else:
            found["values"] += ((key, quoted or plain),)
    return found


def given(content: list[Inline]) -> tuple[list[Inline], Attributes | None]:
    """Inlines without the attributes that end them, and those attributes; others inside become text again. Comments may follow."""
    end = len(content)
    while end and is_comment(content[end - 1]):
        end -= 1
    content, comments = content[:end], content[end:]
    last = content[-1] if content else None
    attributes = last.attributes if isinstance(last, nodes.AttributeText) else None
    rest = content[:-1] if attributes else content
    rest = [as_text(node) for node in rest]
    if attributes and rest and type(tail := rest[-1]) is Text and tail.kind is TextKind.LITERAL:
        tail.text = tail.text.rstrip()
        tail.span = tail.span.sub(tail.span.start, tail.span.start + len(tail.text))
        rest = rest if tail.text else rest[:-1]
    if attributes and rest and isinstance(rest[-1], nodes.SoftBreak):
        rest = rest[:-1]
    return [*rest, *comments], attributes


def as_text(node: Inline) -> Inline:
    """Attributes as the text they were written as; any other node as it is."""
    if isinstance(node, nodes.AttributeText):
        return Text(node.span, printable(node.span.text))
    if isinstance(node, nodes.Marked):
        node.content = [as_text(inner) for inner in node.content]
    return node
