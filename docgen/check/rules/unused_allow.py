"""A comment lets a finding stand that is not told there.

Why: what it was about has been mended, or moved away. Left where it is, the comment would silence the next finding of that name, which
nobody has judged.

Bad:
```body
Attendance drifts. <!-- docgen: allow long-sentence because it is the wording of the Act -->
```

Good:
```body
Attendance drifts.
```
"""
