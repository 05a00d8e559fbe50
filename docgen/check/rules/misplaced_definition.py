"""The address of a link is defined inside a passage for fewer readers.

Why: definitions count for the whole note. A link elsewhere in it would disclose the address.

Bad:
```body
::: internal
See [the list][list].

[list]: https://www.example.org/list
:::
```

Good:
```body
::: internal
See [the list](https://www.example.org/list).
:::
```
"""
