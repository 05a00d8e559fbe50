"""A style for one of docgen's jobs is missing in the organisation's template, was found by a guess, or can hardly be read; or house.yaml sets looks that the template has.

Why: docgen gives every paragraph a style. It finds yours by the names that Word has for them; where that fails, headings
could look like body text. White letters on white paper lose what the notes say.

Bad: `roles: {Recommendation: A style that the template does not have}` in `styles/house.yaml`. A name that the template does not have is an error; a style that docgen guessed, by its outline level or its name in another language, is a warning. So is a style whose letters have too little contrast where docgen uses it (4.5 to 1 are needed, 3 to 1 for large letters), and the first of `font:`, `colours:`, `page:` and `spacing:` in `styles/house.yaml` where there is a template, whose own looks hold.

Good: In `styles/house.yaml`, `roles:` with the names of styles as Word shows them, such as `roles: {Recommendation: List Number, heading 1: Chapter}`.
"""
