"""A date is written in figures that can be read as two different days.

Why: One reader takes 03/04/12 for 3 April and another for 4 March, and an agency would be held to a day that it never
agreed to.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead: council
  - Due: 03/04/12
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead: council
  - Due: 3 April 2012
```
"""
