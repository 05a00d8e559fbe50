"""A line that describes an item is not indented, or has no dash, so it would be an item of its own or a part of the item's text.

Why: `Lead: council` would become a recommendation or run on in its text and never reach the action plan, and `Audience: internal`
would keep nobody from reading.

`docgen check --fix` puts such lines where they belong, if they stand in a list and it is sure where each ends: not where a line below goes on
with a capital letter, or the item before a line is none of a list.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
- Lead: council
- Share the figures. {#figures}
  Due: 31 March 2027
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: council
- Share the figures. {#figures}
  - Due: 31 March 2027
```
"""
