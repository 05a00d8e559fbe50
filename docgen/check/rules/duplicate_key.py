"""The same setting stands twice.

Why: The two lines may say different things, and docgen would have to guess which one you meant.

Bad:
```note
---
title: Attendance
section: early-help
status: draft
status: agreed
---
Text.
```

Good:
```note
---
title: Attendance
section: early-help
status: agreed
---
Text.
```
"""
