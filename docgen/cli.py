"""The command line: thin commands over the pipelines. Messages go to stderr, results to stdout."""

from __future__ import annotations

import gc

# Neither modules nor nodes form cycles worth collecting in so short a life; --watch collects by itself.
gc.disable()

import os
import sys
from collections.abc import Callable
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, NoReturn

from docgen import __version__
from docgen.lazy_imports import lazily

with lazily():
    import click

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.project import WorkingTree

REPORT = "to the maintainers that docgen's README names"
FORMATS = ("table", "csv", "json", "md")


class Place:
    """Where a command works: the folder of -C, or the current one."""

    def __init__(self, folder: str | None) -> None:
        self.name = folder or ""

    @property
    def folder(self) -> Path:
        """The folder as a path; help needs none, and the module for paths costs as much as some commands."""
        from pathlib import Path

        return Path(self.name)

    def workspace(self) -> WorkingTree:
        """The workspace here or above. Raises ProjectError."""
        from docgen.project import find_workspace

        return find_workspace(self.folder)


class Commands(click.Group):
    """Commands in the order of their use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """As they stand below."""
        return list(self.commands)


@click.group(cls=Commands, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]...", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="docgen")
@click.option("-C", "folder", metavar="DIR", help="Work on the workspace in DIR.")
@click.pass_context
def docgen(context: click.Context, folder: str | None) -> None:
    """Workshop notes in Markdown become one Word self-assessment."""
    context.obj = Place(folder)
    if context.invoked_subcommand is None:  # asked here, because releases of click differ in what they do
        click.echo(context.get_help())


def command(*parameters: Callable[..., Any]) -> Callable[[Callable[..., int | None]], click.Command]:
    """A command of the group; what it returns is the exit status."""

    def register(function: Callable[..., int | None]) -> click.Command:
        def run(*args: Any, **kwargs: Any) -> NoReturn:
            with lazily():
                import pathlib  # noqa: F401 - for every command
            raise SystemExit(function(*args, **kwargs) or 0)

        wrapped: Callable[..., Any] = click.pass_obj(update_wrapper(run, function))
        for parameter in reversed(parameters):
            wrapped = parameter(wrapped)
        return docgen.command(name=function.__name__.rstrip("_"))(wrapped)

    return register


@command(
    click.argument("folder", required=False, metavar="[DIR]"),
    click.option("--ci", type=click.Choice(["github", "gitlab"]), help="Let GitHub or GitLab check each merge request; for a workspace that is there, too."),
)
def init(place: Place, folder: str | None, ci: str | None) -> int:
    """Make a workspace that builds at once, in DIR or here."""
    from docgen.commands.workspace import init_workspace

    return init_workspace(place.folder / (folder or ""), ci)


@command(click.argument("section"), click.argument("title", nargs=-1, required=True, metavar="TITLE"))
def new(place: Place, section: str, title: tuple[str, ...]) -> int:
    """Make a note for SECTION with its front matter filled in."""
    from docgen.commands.workspace import new_note

    # Who forgets the quotation marks means the same.
    return new_note(place.workspace(), section, " ".join(title))


@command(
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option("--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="How findings are shown."),
    click.option("--fix", is_flag=True, help="Mend what needs no decision of yours: identities, dates, spelling, terms."),
    click.option("--diff", is_flag=True, help="With --fix: show what it would change, and write nothing."),
    click.option("--strict", is_flag=True, help="Count warnings as errors."),
    click.option("--docx", metavar="FILE", help="Instead of notes, check whether everybody can read a Word file."),
    click.option("--watch", is_flag=True, help="Check again whenever a note changes."),
)
def check(place: Place, paths: tuple[str, ...], form: str, fix: bool, diff: bool, strict: bool, docx: str | None, watch: bool) -> int:
    """Show every finding about the notes."""
    if diff and (not fix or form != "text"):
        raise click.UsageError("--diff shows as text what --fix would change: write docgen check --fix --diff, without --format")
    if watch:
        if fix or strict or docx is not None or form != "text":
            raise click.UsageError("--watch shows findings as text until it is stopped; it takes nothing but paths of notes")
        from docgen.commands.check import run_watch

        return run_watch(place.workspace(), paths)
    if docx is not None:
        if paths or fix:
            raise click.UsageError("--docx takes one Word file, and neither notes nor --fix; leave those out")
        if form in ("github", "sarif"):
            raise click.UsageError("--format github and sarif are for notes, which code review shows; --docx has text and json")
        from docgen.commands.audit import run_audit

        return run_audit(place.folder, docx, form, strict)
    from docgen.commands.check import run_check

    return run_check(place.workspace(), paths, form, fix, strict, diff)


@command(
    click.option("-o", "--output", type=click.Path(), help="Write to this file."),
    click.option("--final", is_flag=True, help="Build the final edition, without drafts."),
    click.option("--watch", is_flag=True, help="Build again whenever a note changes."),
)
def build(place: Place, output: str | None, final: bool, watch: bool) -> int:
    """Check the notes, then write the Word file."""
    from docgen.commands.build import run_build, run_watch

    run = run_watch if watch else run_build
    return run(place.workspace(), output, final)


@command(
    click.option("--format", "form", type=click.Choice(FORMATS), help="How the register is shown; a table, or what the file's ending says."),
    click.option("-o", "--output", type=click.Path(), help="Write to this file."),
)
def register(place: Place, form: str | None, output: str | None) -> int:
    """Show the recommendations with number, lead, due date and status."""
    from docgen.commands.register import run_register

    return run_register(place.workspace(), form, output)


@command(click.argument("name"))
def explain(_: Place, name: str) -> int:
    """Show the page of one finding: why, bad, good."""
    from docgen.commands.explain import run_explain

    return run_explain(name)


@command()
def rules(_: Place) -> int:
    """List all findings."""
    from docgen.commands.explain import run_rules

    return run_rules()


@command(
    click.argument("name", required=False, metavar="[assessment|note|house|framework]"),
    click.option("-o", "--output", type=click.Path(), help="Write to this file; into a folder, all schemas and the snippets for VS Code."),
)
def schema(place: Place, name: str | None, output: str | None) -> int:
    """Show the JSON Schema of settings and front matter, for editors."""
    from docgen.commands.schema import run_schema

    return run_schema(place.folder, name, output)


def main() -> NoReturn:
    """Run the command line; every way to fail is one line and an exit status."""
    from docgen.commands.terminal import lasting

    sys.stdout, sys.stderr = lasting(sys.stdout), lasting(sys.stderr)
    try:
        docgen.main(standalone_mode=False)
    except (click.exceptions.Exit, SystemExit) as stop:
        _leave(stop.exit_code if isinstance(stop, click.exceptions.Exit) else int(stop.code or 0))
    except click.UsageError as problem:
        _say(f"{problem.format_message()} (see docgen --help)", 2)
    except (click.Abort, KeyboardInterrupt):
        _say("stopped; nothing was left half-written", 130)
    except Exception as problem:
        _failed(problem)
    _leave(0)


def _leave(status: int) -> NoReturn:
    """End at once: taking a large tree apart node by node would cost more than some of the steps that made it."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _failed(problem: Exception) -> NoReturn:
    """What the environment does not allow is status 2; anything else is a bug of ours and status 3."""
    from docgen.project import ProjectError

    if isinstance(problem, ProjectError):
        _say(str(problem), 2)
    if isinstance(problem, MemoryError):
        _say("there is not enough memory for these notes; close other programs, or divide the assessment", 2)
    if os.environ.get("DOCGEN_DEBUG") == "1":
        _show_traceback(problem)
    what = type(problem).__name__
    if what == "ReadbackError":  # by its name: docgen.word is slow to load; its message is a place, never a text
        what += f": {_first_line(str(problem))}"
    _say(f"this is a bug in docgen ({what}); please report it {REPORT}. DOCGEN_DEBUG=1 shows more", 3)


def _show_traceback(problem: Exception) -> None:
    """Where a bug came from; its message may repeat a note, and the report of it is made to be passed on."""
    from traceback import format_exception

    from docgen.diagnostics import mask

    for line in "".join(format_exception(problem)).splitlines():
        sys.stderr.write(f"{mask(line)}\n")


def _first_line(message: str) -> str:
    return (message.splitlines() or ["stopped"])[0]


def _say(message: str, status: int) -> NoReturn:
    from docgen.diagnostics import mask

    sys.stderr.write(f"docgen: {mask(_first_line(message))}\n")
    _leave(status)
