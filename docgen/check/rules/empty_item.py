"""A finding or a recommendation has no words.

Why: It would be printed as an empty line, a recommendation even with a number, and something that you meant to write
may be missing.

Bad:
```body
## Strengths

- Schools share concerns early. {#early-concerns}
-
```

Good:
```body
## Strengths

- Schools share concerns early. {#early-concerns}
- Health visitors know every family. {#health-visitors}
```
"""
