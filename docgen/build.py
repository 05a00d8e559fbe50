"""The pipelines, each a short function that reads as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import partial
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.assessment import Assessment, Framework
from docgen.check import Seen, Verdict, judge, stops, told
from docgen.diagnostics import Diagnostic, error, warning
from docgen.digest import blake2b
from docgen.document import Document, Identity
from docgen.filenames import HOUSE, SETTINGS, TEMPLATES, is_inside
from docgen.lazy_imports import lazily
from docgen.near import nearest
from docgen.nodes import Image
from docgen.note import Library, Note
from docgen.parallel import MANY, beside, in_shares
from docgen.parse import read_assessment, read_framework, read_house
from docgen.picture import MAX_BYTES, BadPicture, Picture, read_picture
from docgen.project import ProjectError, Tree, picture_path, read_text
from docgen.record import Record
from docgen.shares import Look, joined, read_share, reread_share
from docgen.source import Source, Span
from docgen.supplied import built_in, built_in_names, word_list
from docgen.theme import Theme
from docgen.walk import is_comment
from docgen.word.limits import FILE

if TYPE_CHECKING:
    from docgen.cache import G, Keep, R
    from docgen.word.stationery import Stationery
    from docgen.word.template import Template

# The first layout finds the pages, the second proves them; a number that is longer than its stand-in may need one more.
LAYOUTS = 4


def _silent(_: str) -> None:
    """No progress shown."""


def _anew(read: Callable[[G], R], name: str, given: G) -> R:
    """Nothing kept, for all that runs once."""
    return read(given)


class Loaded(Record):
    """A library, the hash of everything that it was read from, and what was seen of its notes one by one."""

    library: Library
    inputs: str
    template: tuple[str, bytes] | None = None
    seen: Seen | None = None


def load(tree: Tree, progress: Callable[[str], None] = _silent, kept: Keep | None = None, look: Look | None = None) -> Loaded:
    """Read a workspace: its settings, its looks, its notes and their pictures; `kept` may have read a file before.

    Of many notes, whoever reads some has a `look` at them, be it another process.
    """
    keep = kept or _anew
    digest = blake2b(__version__.encode(), digest_size=16)
    problems: list[Diagnostic] = []

    def text(path: str) -> Source:
        source, wrong = read_text(tree, path)
        problems.extend(wrong)
        _feed(digest, path, source.text.replace("\r\n", "\n").replace("\r", "\n").encode(errors="surrogatepass"))
        return source

    assessment, wrong = keep(read_assessment, SETTINGS, text(SETTINGS))
    problems += wrong
    theme, wrong = keep(_theme, HOUSE, text(HOUSE) if tree.stands(HOUSE) else None)
    problems += wrong
    framework = _framework(tree, assessment, text, keep, problems)
    sources = [text(path) for path in tree.notes()]
    library = Library(assessment, [], framework, theme, word_list, problems=problems)
    reading = partial(read_share, library, look if len(sources) >= MANY else None)
    read = joined([reread_share(library, kept, sources)] if kept else in_shares(reading, sources, _size, progress))
    library.notes, library.census = read.notes, read.census
    if unread := tree.unread():
        from docgen.unread import unread_file

        problems += [unread_file(path, other) for path, other in unread.items()]
    problems += _empty(library.notes)
    _pictures(tree, library, digest, keep)
    template = _template(tree, digest, keep, problems)
    library.has_template = template is not None
    if template:  # Its colours hold, and not those of house.yaml.
        problems[:] = [problem for problem in problems if problem.name != "unreadable-colour"]
    if theme.roles and not template:
        place = next(iter(theme.roles.values())).span
        problems.append(warning("template-style", "roles: names styles of a template, and there is none", place, f"put it at {TEMPLATES[0]}, or remove roles:"))
    return Loaded(library, digest.hexdigest(), template, read.seen)


def _theme(house: Source | None) -> tuple[Theme, list[Diagnostic]]:
    return read_house(partial(built_in, "themes"), house)


def _size(source: Source) -> int:
    return len(source.text)


def _feed(digest: blake2b, name: str, data: bytes) -> None:
    digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogatepass"))
    digest.update(data)


def _template(tree: Tree, digest: blake2b, keep: Keep, problems: list[Diagnostic]) -> tuple[str, bytes] | None:
    """The organisation's template with its path; it is opened when something is built."""
    found: list[tuple[str, bytes]] = []
    for path in TEMPLATES:
        top = Source(path, "").top()
        try:
            found.append((path, keep(bytes, path, tree.read(path, FILE))))
        except FileNotFoundError:
            continue
        except OSError as problem:
            problems.append(error("template-unusable", f"the template cannot be read: {problem.strerror or problem}", top, "mend or remove it"))
    if len(found) > 1:
        message = f"there are several templates: {', '.join(path for path, _ in found)}"
        problems.append(error("template-unusable", message, Source(found[1][0], "").top(), "keep the one that you want to use"))
    for path, data in found:
        _feed(digest, path, data)
    return found[0] if found else None


def _framework(tree: Tree, assessment: Assessment, text: Callable[[str], Source], keep: Keep, problems: list[Diagnostic]) -> Framework | None:
    """The framework that the settings name: built in, or a YAML file in content/."""
    named = assessment.framework_key
    if named is None:
        return None
    path = f"content/{named.value}"
    source = built_in("frameworks", named.value)
    if source is None and named.value.endswith((".yaml", ".yml")) and is_inside(named.value) and tree.exists(path):
        source = text(path)
    if source is None:
        near = nearest(named.value, built_in_names("frameworks"))
        known = "known are: " + ", ".join(built_in_names("frameworks")) + "; or name a YAML file in content/"
        hint = f'did you mean "{near}"?' if near else known
        problems.append(error("unknown-framework", f'no framework is called "{named.value}"', named.span, hint))
        return None
    framework, wrong = keep(partial(read_framework, named.value), source.path, source)
    problems += wrong
    return framework


def _empty(notes: Iterable[Note]) -> Iterator[Diagnostic]:
    """A finding for each agreed note without any text; a comment is none."""
    for note in notes:
        if note.status == "agreed" and all(map(is_comment, note.blocks)):
            hint = "write it, or set status: withdrawn"
            yield warning("empty-note", "this note is agreed and has no text", note.source.top(), hint)


def _pictures(tree: Tree, library: Library, digest: blake2b, keep: Keep) -> None:
    """Read the pictures that the notes and the cover name, each once."""
    read: dict[str, Picture | str] = {}
    for note, image in library.census.get(Image, ()):
        assert isinstance(image, Image)
        path = picture_path(note.path, _unquoted(image.target), tree)
        library.pictures[image] = _picture(tree, path, read, digest, keep)
    if library.theme.logo:
        top = library.assessment.source.top()
        image = Image(library.theme.places.get("logo", top), library.theme.logo_alt or library.assessment.partnership, library.theme.logo)
        inside = is_inside(library.theme.logo)
        library.logo = (image, _picture(tree, library.theme.logo, read, digest, keep) if inside else "a logo must lie in the workspace")


def _unquoted(target: str) -> str:
    from urllib.parse import unquote

    return unquote(target) if "%" in target else target


def _picture(tree: Tree, path: str | None, read: dict[str, Picture | str], digest: blake2b, keep: Keep) -> Picture | str:
    if path is None:
        return "pictures must lie in content/"
    if path not in read:
        try:
            data = tree.read(path, MAX_BYTES)
            _feed(digest, path, data)
            read[path] = keep(read_picture, path, data)
        except BadPicture as problem:
            read[path] = str(problem)
        except OSError as problem:
            read[path] = "there is no such file" if isinstance(problem, FileNotFoundError) else problem.strerror or str(problem)
    return read[path]


def places(loaded: Loaded, identity: Identity) -> dict[str, Span]:
    """Where the blocks of a Word file stand in the notes, by their keys; none where these are not the notes that it was built from."""
    settings = loaded.library.assessment
    if (identity.inputs, identity.edition, identity.audience) != (loaded.inputs, settings.edition, settings.default):
        return {}
    from docgen.assemble import assemble

    document, _ = assemble(loaded.library, identity, False)
    return {key: node.span for node, key in document.keys.items()}


class Built(Record):
    """What a build gives: what is told, and the document with its bytes where no error stands in the way."""

    verdict: Verdict
    document: Document | None = None
    data: bytes | None = None
    differences: tuple[str, ...] = ()

    @property
    def findings(self) -> list[Diagnostic]:
        """Every finding."""
        return self.verdict.findings


def build(loaded: Loaded, commit: str, final: bool, progress: Callable[[str], None] = _silent, checked: Verdict | None = None) -> Built:
    """Check, assemble, write and read back the edition for the default audience; `checked` is what is told where it has been checked."""
    from docgen.assemble import assemble

    library = loaded.library
    settings = library.assessment

    progress("checking")
    template, dressed, problems = _opened(loaded.template, library) if loaded.template else (None, library, [])
    identity = Identity(settings.edition, settings.default, commit, loaded.inputs)
    assembling = partial(assemble, dressed, identity, final)
    if checked is None:
        verdict, assembled = beside(partial(judge, library, final, loaded.seen), assembling, len(library.notes) >= MANY)
    else:
        verdict, assembled = checked, assembling
    library = dressed
    if problems:
        verdict = told(problems, library, verdict)
    if stops(verdict.findings):
        return Built(verdict)
    progress("assembling")
    document, more = assembled()
    verdict = told(list(more), library, verdict)
    if stops(verdict.findings):
        return Built(verdict)
    with lazily():
        from docgen.word.readback import differences
        from docgen.word.write import write

    progress("writing")
    stationery = None
    if template:
        from docgen.word.template import furnish

        stationery, more = furnish(template, document)
        verdict = told(list(more), library, verdict)
    if library.theme.contents == "pages":
        progress("laying out the pages")
        _find_pages(document, library.theme, stationery)
    data = write(document, library.theme, stationery)
    progress("reading back")
    return Built(verdict, document, data, tuple(differences(data, document, stationery)))


def _find_pages(document: Document, theme: Theme, stationery: Stationery | None) -> None:
    """Find the pages of the headings: those that a layout of the file shows once the file names them. Raises ProjectError."""
    from docgen.layout import INSTEAD, lay_out
    from docgen.word.pagination import page_numbers
    from docgen.word.write import write

    for _ in range(LAYOUTS):
        found = page_numbers(document, theme, stationery.frames if stationery else {}, lay_out(write(document, theme, stationery, for_layout=True)))
        if found is None:
            raise ProjectError(f"LibreOffice shows other headings than the notes have; give every heading words, {INSTEAD}")
        if found == document.page_of:
            return
        document.page_of = found
    raise ProjectError(f"the pages did not come to rest: each layout moved a heading; shorten the longest headings, {INSTEAD}")


def _opened(found: tuple[str, bytes], library: Library) -> tuple[Template | None, Library, list[Diagnostic]]:
    """The template, the library in its looks, and what there is to say about it."""
    with lazily():
        from docgen.word.template import read_template

    template, problems = read_template(*found, library.theme, library.assessment.language)
    dressed = copy(library)
    if template:
        dressed.theme = template.theme
    return template, dressed, problems
