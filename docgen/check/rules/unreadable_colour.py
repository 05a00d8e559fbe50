"""A colour in styles/house.yaml makes letters hard to read on what they stand on.

Why: people with low vision, and everybody on a poor printer or in bright light, can't read pale letters. Accessible documents are
a legal duty of public bodies in the United Kingdom (the Public Sector Bodies Accessibility Regulations 2018), which ask for a contrast of at
least 4.5:1. The message says what was measured and names the nearest colour of the same hue that is dark, or light, enough.
Lines and bars may have any colour, since nothing is said by them alone.

Bad:
```house
theme: plain
colours: {heading: "#8fadb6"}
```

Good:
```house
theme: plain
colours: {heading: "#0b4a5b"}
```
"""
