"""What each key of the settings is for, in one or two plain sentences; an editor shows them beside the key.

By the name that messages give the record (`Keys.describes`), then by key. A test holds that no key of a shape lacks its line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ABOUT: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "assessment.yaml": {
            "title": "The title on the cover and in the header of every page.",
            "subtitle": "A second line below the title.",
            "partnership": "Who publishes the document: the name of the partnership.",
            "edition": "The name of this edition: letters, digits and hyphens. The Word file is called by it.",
            "date": "The date on the cover: 2026-09-30 or 30 September 2026.",
            "version": "The number of this version, 0.3 say.",
            "language": "The language in which Word checks spelling: en-GB, or cy-GB for Welsh. en-GB where you say nothing.",
            "owner": "Who looks after the document: a role, never a person's name.",
            "approved": "Who approved the document, and when: {by: executive group, on: 2026-10-14}.",
            "next_review": "When you will look at the document again.",
            "versions": "What changed from version to version, oldest first; printed in document control.",
            "contact": "How to ask for the document in another format.",
            "marking": "The protective marking: its level is printed on the cover and on every page.",
            "markings": "Another marking for the edition of one audience: {public: {level: OFFICIAL}}.",
            "framework": "The inspection framework that gives the areas and the grades: a built-in one, or a YAML file in content/.",
            "audiences": "Who may read what, from the most open to the most closed: public, partners, internal where you say nothing.",
            "default_audience": "The audience of the Word file, and of every note that does not name one.",
            "identifiers": "Your own case references, as regular expressions: each one in a note is an error.",
            "agencies": "The agencies: the short key that notes use, and the name that readers see.",
            "sections": "The sections, in the order of the document. Each has a folder of its notes in content/, named by its id.",
            "parts": "Which parts the document has; each appears only where it has something to say.",
            "glossary": "Abbreviations and what they stand for; only those that occur are printed.",
            "rules": "Makes a finding an error or a warning, or switches it off. `docgen rules` lists them all.",
        },
        "approved": {"by": "Who approved the document: a group or a role, never a person's name.", "on": "The day of the approval."},
        "a version": {
            "version": "The number of the version.",
            "date": "The day of the version.",
            "change": "What changed, in a few words.",
        },
        "a marking": {
            "level": "The level, OFFICIAL or OFFICIAL-SENSITIVE say: printed on the cover and on every page.",
            "handling": "What a reader may do with the document; printed on the cover.",
            "distribution": "Who receives the document; printed in document control.",
        },
        "an agency": {
            "name": "The name that readers see.",
            "short": "A shorter name or an abbreviation.",
            "type": "What kind of agency it is, local-authority say.",
            "expected": "true lists the agency among those that sent no note, where it sent none.",
        },
        "a section": {
            "id": "The key of the section: notes name it, and the folder of its notes is called by it.",
            "title": "The heading of the section.",
            "area": "The area of the framework that the section belongs to.",
            "grade": "The grade of the section; it may stand in one of its notes instead.",
            "audience": "Who may read the section; where you say nothing, as its notes say.",
            "note_titles": "true prints the title of each note as a heading.",
            "sections": "Sections below this one.",
        },
        "a grade": {
            "self": "The grade that the agencies in the room gave, as the framework names it.",
            "moderated": "The grade that the working group made of it.",
            "previous": "The grade in the last edition.",
            "rationale": "Why, in one sentence.",
        },
        "parts": {
            "glossary": "The abbreviations that occur, and what they stand for.",
            "action_plan": "One table of all recommendations.",
            "contributors": "The agencies and roles that took part, never names.",
            "at_a_glance": "One table of all grades.",
            "document_control": "Versions, approval and distribution.",
        },
        "a note's front matter": {
            "title": "The title of the note. Messages name the note by it; it is not printed, unless its section says note_titles: true.",
            "id": "The identity of the note; its path below content/ where you say nothing.",
            "section": "The section that the note belongs to, by its id. Not needed where a folder above the note is named like it.",
            "order": "Where the note stands in its section: smaller numbers come first.",
            "workshop": "The workshop that the note comes from: {date: 2026-07-12, name: Early help workshop}.",
            "agencies": "The agencies that were in the room, by their keys in assessment.yaml.",
            "contributors": "Who took part: roles, never names.",
            "status": "draft until the group has agreed the note, then agreed; a withdrawn note is never printed.",
            "audience": "Who may read the note: an audience of assessment.yaml. The default audience where you say nothing.",
            "grade": "The grade of the section; only one of its notes may have it, or the section itself.",
        },
        "workshop": {"date": "The day of the workshop: 2026-07-12 or 12 July 2026.", "name": "What the workshop is called."},
        "house.yaml": {
            "theme": "The look to start from: plain, civic (a coloured cover and table headers) or print (black and white).",
            "font": "The letters of text and headings.",
            "colours": 'Colours, each as "#rrggbb" in quotation marks. Letters that are hard to read on their ground are an error.',
            "page": "The size of the page, its margins, and which way it lies.",
            "spacing": "Distances between paragraphs and lines.",
            "headings": "How headings are numbered.",
            "recommendations": "How recommendations are numbered.",
            "contents": "links; pages (page numbers, for which LibreOffice must be installed); or none.",
            "cover": "The logo and the colours of the cover.",
            "table": "How tables look.",
            "item_details": "What stands below each finding and recommendation: full, brief or none. What is left out stands in tables at the end.",
            "roles": "Which styles of your own Word template docgen uses for what: {Recommendation: Our action}.",
        },
        "font": {
            "body": "The font of the text; one that every reader has, such as Arial.",
            "headings": "The font of headings; the same as the text where you say nothing.",
            "size": "The size of the text, 12 pt say: from 6 pt to 72 pt. Headings and tables follow.",
        },
        "colours": {
            "text": "The letters of the text.",
            "heading": "Headings and captions.",
            "accent": "Links, the bar beside findings, lines on the cover.",
            "table_header": "The fill of the header row of tables.",
            "table_header_text": "The letters of the header row of tables; as headings where you say nothing.",
            "box": "The fill of grades, code and every other row of a table; as table_header where you say nothing.",
            "warning": "The bar beside a warning.",
            "rule": "Lines of tables, the bar beside a quotation.",
        },
        "page": {
            "size": "A4, A3, A5 or Letter.",
            "margins": "One length for all four margins, 2.5 cm say, or {top: …, right: …, bottom: …, left: …}.",
            "orientation": "portrait or landscape. The action plan always lies on its side.",
        },
        "margins": {
            "top": "The margin at the top: 0.5 cm to 8 cm.",
            "right": "The margin on the right: 0.5 cm to 8 cm.",
            "bottom": "The margin at the bottom: 0.5 cm to 8 cm.",
            "left": "The margin on the left: 0.5 cm to 8 cm.",
        },
        "spacing": {
            "paragraph": "The distance below each paragraph: 0 pt to 72 pt.",
            "line": "The distance from line to line, as a multiple of the letters' size: 0.8 to 3.",
        },
        "headings": {
            "numbering": 'One format for each level: ["%1", "%1.%2"] gives 2 and 2.1; %1 is the number of the first level.',
            "depth": "So many levels of headings have a number: 0 to 9.",
            "line": "true draws a line below the largest headings.",
        },
        "recommendations": {"numbering": 'The format of a number: "R%1" gives R1, R2, R3.'},
        "cover": {
            "logo": "A PNG, JPEG or GIF; the path begins at the folder that holds content/ and styles/.",
            "alt": "What the logo shows, for who can't see it.",
            "band": "A colour that is laid behind the title, or none.",
            "text": "The letters on the band.",
        },
        "table": {
            "banding": "true shades every other row.",
            "header": "true fills the header row.",
            "lines": "Which lines a table has: rows, grid or none.",
        },
        "a framework": {
            "title": "The title of the framework.",
            "nation": "The nation that it holds in.",
            "valid": "From which day to which day it holds.",
            "scale": "The grades, best first: a word each, or {key: …, label: …}. Leave it out where nothing is graded.",
            "overall": "true where the framework has an overall grade.",
            "areas": "The areas that sections may name.",
        },
        "valid": {"from": "The first day.", "to": "The last day."},
        "a grade of the scale": {"key": "The word that notes use.", "label": "The words that readers see."},
        "an area": {"id": "The key that a section names as its area.", "title": "The words that readers see."},
    }
)
