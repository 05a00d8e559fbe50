"""A name in braces such as `{#attendance}` stands where it has no effect.

Why: It is printed as it stands, and nothing can refer to it. Names belong at the end of a heading, an item or the
caption of a table, or after a picture.

Bad:
```body
Invited agencies came more often this year. {#attendance}
```

Good:
```body
## Attendance {#attendance}

Invited agencies came more often this year.
```
"""
