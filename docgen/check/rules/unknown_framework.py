"""The assessment names an inspection framework that docgen does not have.

Why: Without it, docgen knows neither the grades nor the areas that the inspectorate uses, and cannot check yours.

Bad:
```assessment
framework: ofsted-2012
```

Good:
```assessment
framework: ofsted-cp-2012
```
"""
