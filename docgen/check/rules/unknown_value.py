"""A setting or a line has a value that is not one of those allowed there.

Why: docgen would have to guess what you meant, for instance whether a note is ready to be shared. `docgen check --fix` mends
capital letters: `status: Agreed` becomes `status: agreed`.

Bad:
```note
---
title: Attendance
section: early-help
status: finished
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
