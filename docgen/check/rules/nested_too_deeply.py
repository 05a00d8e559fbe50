"""Lists or quotations stand inside one another more deeply than docgen can follow.

Why: The text inside them could be lost on the way to the document, so docgen stops instead. It is mostly a slip when
pasting, such as many > signs in a row.

Bad:
```body
>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> The family was not told.
```

Good:
```body
> The family was not told.
```
"""
