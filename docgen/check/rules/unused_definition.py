"""An address is defined for links, and no link uses it.

Why: it is not printed, and somebody may have meant it to be found.

Bad:
```body
See the guidance.

[guidance]: https://www.example.org/guidance
```

Good:
```body
See the [guidance].

[guidance]: https://www.example.org/guidance
```
"""
