"""A line that describes an item is not indented, so it would be an item of its own.

Why: `Lead: council` would become a recommendation, and `Audience: internal` would keep nobody from reading.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
- Lead: council
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: council
```
"""

from docgen.check.rule import Rule
from docgen.diagnostics import Severity

RULE = Rule("misplaced-field", Severity.ERROR)
