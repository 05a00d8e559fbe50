"""Words stand beside the signs that open a passage which is to be printed exactly as typed.

Why: only the first of them is read, as the name of a computer language, and none is printed.

Bad:
```body
~~~text Minutes of the meeting
Agreed.
~~~
```

Good:
```body
Minutes of the meeting:

~~~
Agreed.
~~~
```
"""
