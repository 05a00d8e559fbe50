"""A setting begins with a sign (&, * or !) that has a special meaning there, or is too complicated in another way.

Why: docgen would take the sign for an instruction and your words for something else. In quotation marks they stay what
you wrote.

Bad:
```note
---
title: !important Attendance
section: early-help
---
Text.
```

Good:
```note
---
title: "!important Attendance"
section: early-help
---
Text.
```
"""
