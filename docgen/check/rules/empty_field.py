"""A line such as `Lead:` has nothing behind its colon.

Why: In the shared document it looks as if somebody had been named, and nobody was.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead:
  - Due: 31 March 2013
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead: council
  - Due: 31 March 2013
```
"""
