"""A line under a finding or a recommendation begins with a word that docgen does not know there.

Why: What the line says would not reach the action plan. Mostly the word is mistyped, or belongs to the other kind of
item.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Leed: council
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#attendance-standard}
  - Lead: council
```
"""
