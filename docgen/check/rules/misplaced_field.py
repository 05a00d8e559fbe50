"""A line that describes an item is not indented, or has no dash, so it would be an item of its own or a part of the item's text.

Why: `Lead: council` would become a recommendation or run on in its text and never reach the action plan, and `Audience: internal`
would keep nobody from reading.

`docgen check --fix` puts such lines below their item where nothing is left to doubt: in a list whose items begin at the left margin, behind
two blanks, where the item is a sentence on one line that ends with a full stop, and nothing but such lines stands below it. A list that says
anything of an audience is left to you.

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
