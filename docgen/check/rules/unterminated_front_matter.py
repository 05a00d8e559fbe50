"""The note's settings begin with a line of three hyphens, and no such line ends them.

Why: docgen cannot tell where the settings end and the text begins, and would lose the whole note.

Bad:
```note
---
title: Attendance
section: early-help

Invited agencies came more often this year.
```

Good:
```note
---
title: Attendance
section: early-help
---

Invited agencies came more often this year.
```
"""
