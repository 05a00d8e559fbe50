"""A passage refers to something that the readers of this edition are not given.

Why: They would see only the word "withheld" in its place, and would learn that something is kept from them.

Bad:
```body
Attendance drifted last year, as [@attendance-drift] says.

## Areas for development

- Invited agencies often stay away. {#attendance-drift}
  - Audience: internal
```

Good:
```body
::: internal
Attendance drifted last year, as [@attendance-drift] says.
:::

## Areas for development

- Invited agencies often stay away. {#attendance-drift}
  - Audience: internal
```
"""
