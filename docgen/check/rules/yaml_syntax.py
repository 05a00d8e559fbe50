"""The settings of a note or of the assessment are not written as `key: value`.

Why: docgen reads nothing of them, and would have to guess who wrote the note and who may read it.

Bad:
```note
---
title: Early help: what we found
section: early-help
---
Text.
```

Good:
```note
---
title: "Early help: what we found"
section: early-help
---
Text.
```
"""
