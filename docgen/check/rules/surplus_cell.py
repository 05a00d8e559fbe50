"""A row of a table has more cells than the first row has columns.

Why: There is no column to print the last cells in, and their text would be lost.

Bad:
```body
| Agency | Invited |
|---|---|
| Council | 40 | 38 |
```

Good:
```body
| Agency | Invited | Came |
|---|---|---|
| Council | 40 | 38 |
```
"""
