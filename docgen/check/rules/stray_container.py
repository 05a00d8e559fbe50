"""A line of colons ends a marked passage, but none was begun.

Why: The line that begins it may have been lost. If it said `internal`, what follows it would be shown to people who
should not read it.

Bad:
```body
Two families told us what they thought.

:::
```

Good:
```body
::: internal
Two families told us what they thought.
:::
```
"""
