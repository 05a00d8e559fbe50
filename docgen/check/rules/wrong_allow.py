"""A comment that is to let a finding stand is not written right, so the finding is told all the same.

Such a comment names the finding and says why it may stand, for whoever reads the note next:

    <!-- docgen: allow long-sentence because it is the wording of the Act -->

It stands behind the words that it is about, on the same line, or on a line of its own right above their paragraph, list, table or
heading, never between the items of a list. Several names have commas between them. Among the settings at the top of a note, and in
assessment.yaml and house.yaml, it is `# docgen: allow unknown-agency because …`, behind a setting or on the line above it. Comments
are never in the Word file. What guards text or safety can't be silenced: docgen rules marks those findings with a star. To turn a
finding down everywhere, write `rules: {long-sentence: ignore}` in assessment.yaml.

Why: a finding that is silenced without a reason, or by a name that no finding has, is one that nobody can judge again.

Bad:
```body
Attendance at conferences drifts. <!-- docgen: allow long-sentense because it is short -->
```

Good:
```body
Every agency that is invited to a child protection conference should send somebody who knows the child and can also speak for the whole agency. <!-- docgen: allow long-sentence because it is the wording of the Act -->
```
"""
