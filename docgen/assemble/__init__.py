"""Library to Document: one edition for one audience, in named steps that each do one thing."""

from __future__ import annotations

from collections.abc import Callable

from docgen.assemble.back import back, body
from docgen.assemble.compose import compose
from docgen.assemble.details import detail
from docgen.assemble.front import front
from docgen.assemble.keys import key
from docgen.assemble.label import label, number
from docgen.assemble.leads import lead
from docgen.assemble.places import place
from docgen.assemble.register import register
from docgen.assemble.resolve import resolve
from docgen.assemble.withhold import withhold
from docgen.assemble.workbench import Workbench
from docgen.assessment import Assessment, Marking
from docgen.diagnostics import Diagnostic
from docgen.document import Document, Identity
from docgen.note import Library
from docgen.picture import Picture

# Recommendations are numbered before anything is withheld, headings after; keys come when all is in its place.
STEPS: tuple[Callable[[Workbench], None], ...] = (
    number,
    withhold,
    compose,
    label,
    lead,
    place,
    resolve,
    detail,
    front,
    body,
    back,
    register,
    key,
)

__all__ = ["STEPS", "assemble"]


def assemble(library: Library, identity: Identity, final: bool) -> tuple[Document, list[Diagnostic]]:
    """The document of one edition, for the audience that its identity names, and findings about this edition."""
    assessment = library.assessment
    document = Document(
        title=assessment.title.value,
        subtitle=assessment.subtitle,
        partnership=assessment.partnership,
        edition=assessment.edition,
        date=assessment.date,
        language=assessment.language,
        final=final,
        marking=marking_for(assessment, identity.audience),
        identity=identity,
        version=assessment.version,
        pictures={image: found for image, found in library.pictures.items() if isinstance(found, Picture)},
    )
    work = Workbench(library, document, identity.audience)
    for step in STEPS:
        step(work)
    return document, work.problems


def marking_for(assessment: Assessment, audience: str) -> Marking | None:
    """The protective marking of an edition."""
    return assessment.markings.get(audience, assessment.marking)
