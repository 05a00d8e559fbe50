"""Realistic workspaces of any size, the same for the same seed."""

import argparse
import random
import re
import textwrap
from dataclasses import dataclass
from itertools import cycle, islice, product
from pathlib import Path

import vocabulary

WORDS_A_NOTE = 430
SLOT = re.compile(r"\{(\w+)\}")
FIRST_LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"\S*\w\S*")
# Identities, list numbers and the heads of footnotes hold letters but are never read.
UNREAD = re.compile(r"\{#[^}]*\}|^\s*(?:\d+\.|\[\^\d+\]:)", re.MULTILINE)
WRAPPER = textwrap.TextWrapper(88, break_long_words=False, break_on_hyphens=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is settled about every note before one is written, so that each may refer to all."""

    number: int
    title: str
    section: str
    strengths: tuple[str, ...]
    areas: tuple[str, ...]
    recommendations: tuple[str, ...]
    table: str

    @property
    def path(self) -> str:
        """The place of the note below `content/`."""
        return f"{self.section}/{_slug(self.title)}-{self.number:04}.md"


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes one note: chance, all plans, and the plan of this note."""

    rng: random.Random
    plans: list[Plan]
    plan: Plan

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.rng.random() < share

    def fill(self, *patterns: str) -> str:
        """One of the patterns with its slots filled, beginning with a capital."""
        text = SLOT.sub(lambda slot: self._word(slot[1]), self.rng.choice(patterns))
        return FIRST_LETTER.sub(lambda letter: letter[0].upper(), text, count=1)

    def sentence(self) -> str:
        """A sentence of narrative, most often a plain one."""
        kinds = (vocabulary.PLAIN, vocabulary.MARKED, vocabulary.REFERRING)
        return self.fill(*self.rng.choices(kinds, weights=(66, 24, 10))[0])

    def paragraph(self, words: int) -> str:
        """Sentences of at least so many words together; some authors break their lines."""
        sentences = [self.sentence()]
        while count_words(" ".join(sentences)) < words:
            sentences.append(self.sentence())
        text = " ".join(sentences)
        return WRAPPER.fill(text) if self.plan.number % 3 == 0 else text

    def _word(self, slot: str) -> str:
        if slot in vocabulary.WORDS:
            return self.rng.choice(vocabulary.WORDS[slot])
        return self._target(slot)

    def _target(self, slot: str) -> str:
        plan = self.plan if self.chance(0.4) else self.rng.choice(self.plans)
        targets = {
            "note": (f"../{plan.path}",),
            "strength": plan.strengths,
            "area": plan.areas,
            "item": plan.strengths + plan.areas + plan.recommendations,
            "anchor": (plan.table or plan.areas[0],),
        }
        return self.rng.choice(targets[slot])


def write_workspace(folder: Path, words: int, seed: int = 1) -> int:
    """The number of words of the notes written, front matter not counted.

    Raises FileExistsError where the folder has content already.
    """
    rng = random.Random(seed)
    plans = plan_notes(rng, max(1, round(words / WORDS_A_NOTE)))
    content = folder / "content"
    content.mkdir(parents=True)
    _write(content / "assessment.yaml", vocabulary.assessment({plan.section for plan in plans}))
    written = 0
    for plan in plans:
        author = Author(rng, plans, plan)
        share = _share(rng, words - written, len(plans) - plan.number)
        body = compose_body(author, share)
        _write(content / plan.path, f"{front_matter(author)}\n{body}")
        written += count_words(body)
    return written


def count_words(text: str) -> int:
    """The number of words that a reader meets, give or take an address in a link."""
    return len(WORD.findall(UNREAD.sub(" ", text)))


def plan_notes(rng: random.Random, count: int) -> list[Plan]:
    """So many plans, spread over the sections, with no identity used twice."""
    titles = list(product(vocabulary.WORDS["things"], vocabulary.WORDS["places"]))
    rng.shuffle(titles)
    subjects = islice(cycle(titles), count)
    return [_plan_note(rng, *subject) for subject in enumerate(map(" ".join, subjects))]


def _plan_note(rng: random.Random, number: int, title: str) -> Plan:
    def identities(kind: str, most: int) -> tuple[str, ...]:
        things = rng.sample(vocabulary.WORDS["things"], rng.randint(1, most))
        return tuple(f"{_slug(thing)}-{kind}{number}" for thing in things)

    return Plan(
        number,
        title[0].upper() + title[1:],
        vocabulary.SECTIONS[number % len(vocabulary.SECTIONS)],
        identities("s", 3),
        identities("a", 2),
        identities("r", 2),
        f"figures-{number}" if rng.random() < 0.4 else "",
    )


def front_matter(author: Author) -> str:
    """The front matter of the author's note, between its two lines."""
    plan, rng = author.plan, author.rng
    date = f"2012-{rng.randint(5, 8):02}-{rng.randint(1, 28):02}"
    workshop = plan.section.replace("-", " ").capitalize()
    lines = (
        f"title: {plan.title}",
        f"section: {plan.section}",
        f"order: {10 * (plan.number + 1)}",
        f"workshop: {{date: {date}, name: {workshop} workshop}}",
        f"agencies: [{', '.join(rng.sample(vocabulary.AGENCIES, 3))}]",
        f"contributors: [{', '.join(rng.sample(vocabulary.WORDS['role'], 2))}]",
        "status: agreed",
    )
    return "\n".join(("---", *lines, "---", ""))


def compose_body(author: Author, words: int) -> str:
    """A body of about so many words, of which the narrative makes up what its items leave."""
    levels = (vocabulary.TOPICS, vocabulary.ASIDES, vocabulary.TOPICS)
    headings = [author.fill(*patterns) for patterns in levels]
    furniture = _furniture(author)
    parts = [_strengths(author), _areas(author), _recommendations(author)]
    footnotes = _footnotes(author)
    rest = words - count_words("\n".join(headings + furniture + parts + footnotes))
    paragraphs = _narrative(author, rest)
    for number, place in zip(range(1, len(footnotes) + 1), (0, -1), strict=False):
        paragraphs[place] += f"[^{number}]"
    definitions = [f"[^{number}]: {text}" for number, text in enumerate(footnotes, 1)]
    blocks = _arrange(headings, paragraphs, furniture) + parts + definitions
    return "\n\n".join(blocks) + "\n"


def _footnotes(author: Author) -> list[str]:
    count = author.rng.randint(1, 2)
    return [author.fill(*vocabulary.FOOTNOTES) for _ in range(count)]


def _narrative(author: Author, words: int) -> list[str]:
    paragraphs = [author.paragraph(min(words, 30))]
    while (rest := words - count_words("\n".join(paragraphs))) > 0:
        paragraphs.append(author.paragraph(min(rest, author.rng.randint(25, 70))))
    return paragraphs


def _arrange(
    headings: list[str], paragraphs: list[str], furniture: list[str]
) -> list[str]:
    # A heading with nothing below it would not be printed.
    headings = headings[: max(1, len(paragraphs) - 1)]
    blocks = paragraphs[:1]
    for place, heading in enumerate(headings):
        texts = paragraphs[1 + place :: len(headings)]
        blocks += [heading, *texts, *furniture[place :: len(headings)]]
    return blocks


def _furniture(author: Author) -> list[str]:
    blocks = [_bulleted(author), _ordered(author)]
    if author.plan.table:
        blocks.append(_table(author))
    if author.chance(0.35):
        blocks.append(author.fill(*vocabulary.QUOTES))
    author.rng.shuffle(blocks)
    return blocks


def _bulleted(author: Author) -> str:
    return _list(author, author.rng.choice(vocabulary.BULLETED), "  ")


def _ordered(author: Author) -> str:
    return _list(author, author.rng.choice(vocabulary.ORDERED), "   ")


def _list(author: Author, marks: tuple[str, ...], step: str) -> str:
    return "\n".join(
        f"{mark.replace('+', step)} {author.fill(*vocabulary.LINES)}" for mark in marks
    )


def _table(author: Author) -> str:
    caption = author.fill("{things} by agency, per cent.")
    rows = ["| Agency | April | May | June |", "|:--|--:|--:|--:|"]
    for agency in vocabulary.AGENCIES:
        shares = " | ".join(f"{author.rng.randint(40, 99)}%" for _ in range(3))
        rows.append(f"| {agency.capitalize()} | {shares} |")
    return f"Table: {caption} {{#{author.plan.table}}}\n\n" + "\n".join(rows)


def _strengths(author: Author) -> str:
    fields = ("Evidence: {proof}, {month}", "Impact: {results} {places}")
    return _part(
        author, "Strengths", author.plan.strengths, vocabulary.STRENGTHS, fields
    )


def _areas(author: Author) -> str:
    fields = ("Evidence: {proof}, {month}, beside [@{strength}]", "Confidence: {level}")
    return _part(
        author, "Areas for development", author.plan.areas, vocabulary.AREAS, fields
    )


def _recommendations(author: Author) -> str:
    lead, support = author.rng.sample(vocabulary.AGENCIES, 2)
    fields = (
        f"Lead: {lead}",
        f"Support: {support}",
        "Owner: {role}",
        "Due: {due}",
        "Measure: 90% of {things} are {kind}, from a baseline of 71%",
        "Priority: {level}",
        "Because: " + ", ".join(f"[@{area}]" for area in author.plan.areas),
        "Status: {state}",
    )
    identities = author.plan.recommendations
    return _part(
        author, "Recommendations", identities, vocabulary.RECOMMENDATIONS, fields
    )


def _part(
    author: Author,
    heading: str,
    identities: tuple[str, ...],
    patterns: tuple[str, ...],
    fields: tuple[str, ...],
) -> str:
    lines = []
    for identity in identities:
        lines.append(f"- {author.fill(*patterns)} {{#{identity}}}")
        lines += [f"  - {author.fill(field)}" for field in fields]
    return f"## {heading}\n\n" + "\n".join(lines)


def _share(rng: random.Random, words: int, notes: int) -> int:
    # The last note takes what is left, so that the sum comes out right.
    return words if notes == 1 else round(words / notes * rng.uniform(0.85, 1.15))


def _slug(text: str) -> str:
    plain = text.lower().replace("’", "").replace("é", "e").replace("–", "-")
    return re.sub(r"[^a-z0-9]+", "-", plain)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Nothing: writes the workspace asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--words", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    written = write_workspace(asked.folder, asked.words, asked.seed)
    print(f"{written} words in {asked.folder}")


if __name__ == "__main__":
    main()
