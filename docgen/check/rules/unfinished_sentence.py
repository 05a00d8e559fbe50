"""A sentence, a paragraph or a list breaks off.

Why: whatever was to follow is missing, and readers take the gap for a secret or for carelessness.

A paragraph breaks off where it ends with "the" or the like, with a comma, with dots, or with a colon that nothing follows; and where its
last sentence, or its only one, has no full stop. Points of a list need none, nor do lines that stand one after another like such points.

Bad:
```body
The group looked at attendance. Two agencies said that they would send a
```

Good:
```body
The group looked at attendance. Two agencies said that they would send a manager.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen import nodes
from docgen.check.passage import Passage
from docgen.check.rule import Facts
from docgen.check.sentences import count_words, sentences
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Block, Node
from docgen.note import Field, is_printed
from docgen.pattern import lazy
from docgen.walk import children

NAME = "unfinished-sentence"
WORDS = 4  # of a sentence or a paragraph; what is shorter may be a label or an address
LONE = 8  # of a sentence that is a paragraph by itself
DANGLING = frozenset("a an the because but their its our your my than whose every into".split())
DOTS = ("…", "...", "(", "[")
GOES_ON = (",", ";", " and", " or")
OPEN = (*DOTS, *GOES_ON, ":")
ENDS = frozenset(".!?)]”\"’'")
FINISH = "finish the sentence, or remove what is left of it"
STOP = "put a full stop, or finish the sentence"
# The name of what opens a further window has dots in many programs: "Tools > Open Training…".
MENU = lazy(r"[ \t][>→›»▸][ \t]")
NAMED = lazy(r"\b[A-Z][\w’'-]*(?:…|\.\.\.)$")
# What a title or an address has not, and a sentence mostly has.
VERB = lazy(r"\b(?:is|are|was|were|has|have|had|will|would|shall|should|must|can|could|may|might|does|do|did|said|says|agreed|felt|thinks?|thought|needs?|wants?)\b")
# The sign of a point that somebody typed: "a.", "(ii)".
TYPED = lazy(r"\(?(?:\w|\d\d|[ivx]{2,5})[.)]\s")
# What a paragraph may lead up to.
FOLLOWS = (nodes.List, nodes.Quote, nodes.CodeBlock, nodes.RawBlock, nodes.Table, nodes.Figure, nodes.Container, nodes.DefinitionList)
LEAVES = frozenset((nodes.Heading, nodes.Table, nodes.CodeBlock, nodes.RawBlock, nodes.Figure, nodes.ThematicBreak))


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph that breaks off."""
    for note in facts.prose.notes:
        found = [passage for passage in facts.prose.of(note) if _is_suspect(passage)]
        following = dict(_followed(list(note.blocks), None)) if found else {}
        broken = [(passage, said) for passage in found if (said := _broken(passage, following.get(passage.block)))]
        in_rows = _in_rows(facts.prose.of(note), following) if any(said[1] == STOP for _, said in broken) else set()
        for passage, said in broken:
            if said[1] is not STOP or passage.block not in in_rows:
                end = len(passage.text.rstrip())
                start = max(passage.text.rfind(" ", 0, end), passage.text.rfind("\n", 0, end)) + 1
                yield warning(NAME, said[0], passage.span(start, end), said[1])


def _is_suspect(passage: Passage) -> bool:
    """True for a paragraph or a field that does not end as a sentence or a point does."""
    text, kind = passage.text.rstrip(), type(passage.block)
    if text[-1:] in ENDS and not text.endswith("..."):
        return False
    if passage.quoted or (kind is not nodes.Paragraph and kind is not Field) or text.count(" ") < WORDS - 1:
        return False
    return text.endswith(OPEN) or text[text.rfind(" ") + 1 :] in DANGLING or not (passage.is_point or kind is Field)


def _followed(blocks: Sequence[Node], after: Block | None) -> Iterator[tuple[Node, Block | None]]:
    """Each paragraph with the block that is printed next; one that ends a list with what follows the list."""
    for block in reversed(blocks):
        if type(block) is nodes.Paragraph or type(block) is Field:
            yield block, after
        elif type(block) not in LEAVES:
            yield from _followed(list(children(block)), after)
        if isinstance(block, Block) and is_printed(block):
            after = block


def _in_rows(passages: Sequence[Passage], following: Mapping[Node, Block | None]) -> set[Node]:
    """The paragraphs beside one that is a line without a full stop: such lines are a list that somebody did not write as one."""
    lines = {passage.block for passage in passages if _is_line(passage)}
    behind = {after for block, after in following.items() if after and block in lines}
    return behind.union(block for block, after in following.items() if after in lines)


def _is_line(passage: Passage) -> bool:
    """True for a paragraph that is no sentence and has no sign at its end; a line in bold letters is a title."""
    text = passage.text.rstrip()
    is_plain = type(passage.block) is nodes.Paragraph and not passage.is_point and type(passage.content[-1]) is nodes.Text
    if not is_plain or not text[-1:].isalpha() or text.count(" ") < WORDS - 1 or text[text.rfind(" ") + 1 :] in DANGLING:
        return False
    return len(list(sentences(text))) == 1 and not VERB.search(text)


def _broken(passage: Passage, following: Block | None) -> tuple[str, str] | None:
    """What is wrong with the end of a paragraph, and what to do; None where nothing is."""
    text = passage.text.rstrip()
    if isinstance(following, FOLLOWS) or _is_menu(passage, text):
        return None
    last = text[text.rfind(" ") + 1 :]
    if last in DANGLING or text.endswith(DOTS):
        return f'this ends with "{last if last in DANGLING else next(sign for sign in DOTS if text.endswith(sign))}"', FINISH
    if passage.is_point or type(passage.block) is Field or TYPED.match(text):
        return None
    if text.endswith(":"):
        return ("nothing follows the colon", FINISH) if following is None else None
    if text.endswith(GOES_ON) and (following is None or type(following) is nodes.Heading):
        return f'this ends with "{text[-1] if text[-1] in ",;" else last}"', FINISH
    return _without_stop(passage, text)


def _is_menu(passage: Passage, text: str) -> bool:
    """True where the dots belong to the name of what a program offers."""
    return bool(NAMED.search(text)) and (type(passage.content[-1]) is not nodes.Text or bool(MENU.search(text)))


def _without_stop(passage: Passage, text: str) -> tuple[str, str] | None:
    """What is said where the last sentence ends in a letter, and not in a link, in bold letters or in a table that is none."""
    if not text[-1:].isalpha() or type(passage.content[-1]) is not nodes.Text or " | " in text:
        return None
    found = list(sentences(text))
    if len(found) == 1:
        is_sentence = count_words(text, *found[0]) >= LONE and text[:1].isupper() and VERB.search(text)
        return ("this sentence has no full stop", STOP) if is_sentence else None
    is_long = all(count_words(text, *sentence) >= WORDS for sentence in found[-2:]) and text[found[-2][1] - 1] != ":"
    return ("the last sentence has no full stop", STOP) if is_long else None
