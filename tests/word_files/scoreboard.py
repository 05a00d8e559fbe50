"""One workspace that holds every construct of notes.md; other readers of Word files are measured by its document."""

from __future__ import annotations

from pathlib import Path

from tests.support import PNG, settings

SETTINGS = """\
subtitle: Every construct in one document
version: 0.3
owner: business manager
approved: {by: executive group, on: 2026-09-20}
next_review: 2027-03-31
versions: [{version: 0.1, date: 2026-07-20, change: First draft after the workshops}]
contact: Ask the business manager for another format.
marking: {level: OFFICIAL-SENSITIVE, handling: Share only with named partners, distribution: [executive group]}
framework: ofsted-cp-2012
glossary: {CAF: Common Assessment Framework, ICPC: Initial child protection conference}
agencies:
  council: {name: Anytown Council, expected: true}
  police: Anytown Police
  health: Anytown Health
  probation: {name: Probation service, expected: true}
sections:
  - {id: introduction, title: Introduction, note_titles: true}
  - id: overview
    title: Overview of findings
    sections:
      - {id: early-help, title: Early help, grade: {self: good, previous: adequate, rationale: Audits agree}}
      - {id: quality, title: Quality & challenge}
  - {id: leadership, title: Leadership}
"""

BLOCKS = """\
---
title: Every block
section: introduction
agencies: [council, police]
contributors: [head of safeguarding, named nurse]
workshop: {date: 2026-07-12, name: Early workshop}
status: agreed
---
The first paragraph has *emphasis*, **strong words**, ***both***, `code`, ~~struck words~~, H<sub>2</sub>O,
10<sup>th</sup>, an ampersand & a less-than <, an entity &copy;, an escape \\*here\\* and “quotes”.
It goes on in a second line,  \nbreaks hard,<br>and breaks again.

## Lists {#lists}

Before a tight list:

- bullet one
- bullet two
  - nested bullet
    1. nested number
    2. another nested number
       - deepest bullet
  - nested bullet two

    with a second paragraph
- [ ] a task to do
- [x] a task done

Before a list that begins at seven:

7. seven
8. eight
   - bullet under eight
   - another bullet under eight
9. nine

Before a loose list:

1. loose one

   goes on here

2. loose two

   > quoted in a list

3. loose three

   ```
   code in a list
   ```

4. loose four

   | In a list | Count |
   |:----------|------:|
   | row       |     3 |

5. loose five

After the lists.

### Third level

Words of the third level.

#### Fourth level

Words of the fourth level.

##### Fifth level

Words of the fifth level.

###### Sixth level

Words of the sixth level.

## Code and quotes

```python
def first(line):
    return "second line"\t# tab

fourth = "after an empty line"
```

> A quote of one paragraph.
>
> - a list in a quote
> - its second entry
>
> > A quote in a quote.

***

Conference
: A meeting of the family and the agencies.

: A second meaning of the same term.

Core group
: The people who carry out the plan.

## Containers

::: note
A note for the reader.
:::

::: warning
A warning for the reader.

- a list in the warning
- its second entry
:::

::: case-study
A composite case, in two paragraphs.

Here is the second one.
:::

::: quote
“We never know who will be there,” said one parent.
:::

::: internal
Quite different words that the partners must not see at all.
:::
"""

TABLES = """\
---
title: Tables, figures and notes
section: early-help
agencies: [health]
workshop: {date: 2026-07-19, name: Second workshop}
status: agreed
---
See [@attendance-table], [@uptake] and [@tables]; then [@attendance-drift] and [@lead-roles].

## Tables {#tables}

Table: Attendance at conferences {#attendance-table}

| Agency | Invited | Attended | Share |
|:-------|--------:|:--------:|-------|
| Police | 120 | 96 | 80% |
| *Health* | 1,200 | `7` | **58%** and a longer remark that needs more than one line in its cell |

A paragraph between tables.

| Plain | Table |
|-------|-------|
| one   | two   |

| Second | Behind it |
|--------|-----------|
| three  | four      |

## Figures

![A bar chart of uptake by quarter](images/uptake.png "Uptake by quarter"){#uptake}

A picture ![two small dots](images/uptake.png) stands in this line.

![](images/uptake.png){.decorative}

## Footnotes

The CAF was revised.[^caf] The ICPC follows.[^long] The CAF again.[^caf]

[^caf]: The framework of *2006*.
[^long]: The first paragraph of the note.

    The second paragraph of the note.

## Links

An [address](https://example.org/a?b=1&c=2 "Its title"), <https://example.org/auto>, https://example.org/bare,
a [reference link][ref], [a heading](#lists), [a note](../leadership/plan.md), [its part](../leadership/plan.md#plans),
[mail](mailto:office@example.org) and [an item](#standard).

[ref]: https://example.org/reference
"""

ITEMS = """\
---
title: Items
section: quality
agencies: [council]
status: agreed
---
Narrative before the items.

## Strengths

- Specialist midwives now work with families. {#midwives}
  - Evidence: workshop, 12 July 2026
  - Evidence: audit of files
  - Impact: earlier referrals for unborn babies
  - Agencies: health
  - Confidence: high

## Areas for development

A paragraph before the list stays.

- Attendance at conferences is uneven across the whole partnership. {#attendance-drift}
  - Evidence: minutes of the board

  A paragraph under the finding.

## Recommendations

1. Agree an attendance standard and report on it *quarterly*. {#standard}
   - Lead: council
   - Support: police, health
   - Owner: head of quality assurance
   - Due: 31 March 2027
   - Priority: high
   - Measure: agencies attend 90% of conferences
   - Outcome: children are better protected
   - Because: [@attendance-drift]
   - Status: on track
   - Progress: 1 May 2026: standard drafted
   - Progress: 1 June 2026: standard agreed
2. Recommendation that only those inside the board may read for now. {#secret}
   - Lead: police
   - Due: immediate
   - Audience: internal
3. Name the lead roles in each agency. {#lead-roles}
   - Lead: police
   - Owner: superintendent
   - Due: within 3 months

   A paragraph under the recommendation.
4. Another one that is kept from all partners until the next meeting. {#secret-too}
   - Lead: health
   - Due: immediate
   - Audience: internal
"""

PLAN = """\
---
title: Plans
section: leadership
agencies: [council, health]
status: agreed
---
# Plans

The plans of the leaders.

## Plans to come {#plans}

What comes next.

### Recommendations

- Review the plan every year. {#yearly}
  - Lead: health
  - Due: within 12 months
"""

HIDDEN = """\
---
title: Hidden
section: overview
agencies: [council]
status: agreed
audience: internal
---
Nobody outside may learn what stands in here today.

## Recommendations

- Keep this one among those who wrote it until spring. {#hidden}
  - Lead: council
  - Due: immediate
"""

NOTES = {
    "content/introduction/blocks.md": BLOCKS,
    "content/overview/hidden.md": HIDDEN,
    "content/early-help/tables.md": TABLES,
    "content/quality/items.md": ITEMS,
    "content/leadership/plan.md": PLAN,
}


def on(template: Path) -> dict[str, bytes]:
    """The workspace on an organisation's template."""
    return files() | {f"styles/template{template.suffix}": template.read_bytes()}


def files() -> dict[str, bytes]:
    """The workspace, by path."""
    notes = {path: text.encode() for path, text in NOTES.items()}
    return {**notes, "content/assessment.yaml": settings(SETTINGS).encode(), "content/images/uptake.png": PNG}



