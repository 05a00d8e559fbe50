"""The note's settings do not begin with a line of exactly three hyphens at the very top of the file.

Why: docgen reads none of them, so that it does not know who may read the note, and the settings would be printed as
text. Word processors often turn hyphens into dashes, or leave an empty line above them.

Bad:
```note
----
title: Attendance
section: early-help
audience: internal
---
Text.
```

Good:
```note
---
title: Attendance
section: early-help
audience: internal
---
Text.
```
"""
