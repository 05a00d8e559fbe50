"""A line such as `Lead:` stands twice under the same finding or recommendation.

Why: docgen cannot tell which of the two is meant, and the wrong agency could be asked to act. Only `Evidence` and
`Progress` may stand more than once.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead: council
  - Lead: police
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead: council
  - Support: police
```
"""
