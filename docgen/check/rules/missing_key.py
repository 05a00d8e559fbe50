"""A setting that docgen cannot do without is not there.

Why: Part of the document would stay empty, or be left out without anybody noticing.

Bad:
```assessment
versions: [{version: 0.1, date: 2012-07-20}]
```

Good:
```assessment
versions: [{version: 0.1, date: 2012-07-20, change: First draft after the workshops}]
```
"""
