"""Two lines of one note give an address to the same link name.

Why: Only the first address is used, so readers could be sent to the wrong page, and the second would be lost.

Bad:
```body
Families can read the [guide] first.

[guide]: https://www.example.org/families
[guide]: https://www.example.org/agencies
```

Good:
```body
Families can read the [guide], and agencies have [theirs].

[guide]: https://www.example.org/families
[theirs]: https://www.example.org/agencies
```
"""
