"""A marked passage begins with a line such as `::: internal` and never ends.

Why: docgen cannot tell where it was meant to end, and so which text is for a few readers only and which is for all.

Bad:
```body
::: internal
Two families told us what they thought.

Attendance is now good.
```

Good:
```body
::: internal
Two families told us what they thought.
:::

Attendance is now good.
```
"""
