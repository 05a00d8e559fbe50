"""What is said about a template: one finding for each kind of thing."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, error, warning
from docgen.source import Source, Span

LEAVE = "take it out of the template, or leave it there: it never reaches the document"

MOST_FIELDS = 20


class Findings:
    """Collects what is wrong with a template, or left out of it; each message once."""

    def __init__(self, path: str) -> None:
        self.place = Source(path, "").top()
        self.found: dict[tuple[str, str], Diagnostic] = {}

    def dropped(self, what: str, hint: str = LEAVE) -> None:
        """Something of the template that the document does not take over."""
        self._add(warning("template-dropped", f"this stays behind in the template: {what}", self.place, hint))

    def mended(self, message: str, hint: str) -> None:
        """Something that is wrong in the template and was put right in the document."""
        self._add(warning("template-mended", message, self.place, hint))

    def header(self, message: str, hint: str) -> None:
        """Something that headers, footers and cover must show and the template's did not."""
        self._add(warning("template-header", message, self.place, hint))

    def field(self, message: str, hint: str) -> None:
        """A field `{{…}}` that says nothing; nobody reads on beyond the first few."""
        if sum(name == "template-field" for name, _ in self.found) < MOST_FIELDS:
            self._add(warning("template-field", message, self.place, hint))

    def picture(self, message: str, hint: str) -> None:
        """A picture that is taken over with whatever it says of its making."""
        self._add(warning("template-picture", message, self.place, hint))

    def guessed(self, message: str, hint: str) -> None:
        """A style that was taken for a role by no more than a guess."""
        self._add(warning("template-style", message, self.place, hint))

    def idle(self, place: Span) -> None:
        """Something that house.yaml says of looks in vain."""
        self._add(warning("template-style", "the template's fonts, colours and page hold; this has no effect", place, "remove it, and change the template where it must look different"))

    def wrong_style(self, message: str, place: Span, hint: str) -> None:
        """A style that house.yaml names and the template does not have."""
        self._add(error("template-style", message, place, hint))

    def unusable(self, message: str, hint: str) -> None:
        """A template that can't be used at all."""
        self._add(error("template-unusable", message, self.place, hint))

    def _add(self, finding: Diagnostic) -> None:
        self.found.setdefault((finding.name, finding.message), finding)
