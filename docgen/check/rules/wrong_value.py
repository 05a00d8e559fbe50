"""A setting or a line has a value of the wrong kind, such as words where a number belongs.

Why: docgen cannot use it, and would have to leave it out or guess.

Bad:
```note
---
title: Attendance
section: early-help
order: first
---
Text.
```

Good:
```note
---
title: Attendance
section: early-help
order: 1
---
Text.
```
"""
