"""A note is agreed and has no text.

Why: Somebody agreed to something that is not there: the text was lost on its way, or the note was never written.

Bad:
```note
---
title: Conferences
section: early-help
status: agreed
---
```

Good:
```note
---
title: Conferences
section: early-help
status: agreed
---
Conferences are held on time.
```
"""
