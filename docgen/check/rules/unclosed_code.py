"""A passage that is to be printed exactly as typed begins with a line such as ~~~ and never ends.

Why: Everything below it is printed as typed too: lists, headings and recommendations in it lose their meaning and their
numbers.

Bad:
```body
~~~
Ring the duty desk first.

## Strengths

- Schools share concerns early. {#early-concerns}
```

Good:
```body
~~~
Ring the duty desk first.
~~~

## Strengths

- Schools share concerns early. {#early-concerns}
```
"""
