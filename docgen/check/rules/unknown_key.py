"""The settings have a name in them that docgen does not know.

Why: What stands behind it would be ignored. Mostly the name is mistyped, and a mistyped `audience` could show the note
to the wrong people.

Bad:
```note
---
title: Attendance
section: early-help
audiense: internal
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
