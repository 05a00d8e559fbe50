"""Frameworks: an inspectorate's areas and scale, from YAML that is built in or the site's own."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from docgen.assessment import Framework, Located
from docgen.diagnostics import Diagnostic
from docgen.parse.schema import DAY, FLAG, TEXT, Keys, Several, attempt, day_of, plain
from docgen.parse.yaml_tree import read_yaml
from docgen.source import Source

AREA = Keys("an area", keys=MappingProxyType({"id": TEXT, "title": TEXT}), required=("id", "title"))
STEP = Keys("a grade of the scale", keys=MappingProxyType({"key": TEXT, "label": TEXT}), required=("key", "label"), short=TEXT)
FRAMEWORK = Keys(
    "a framework",
    keys=MappingProxyType(
        {
            "title": TEXT,
            "nation": TEXT,
            "valid": Keys("valid", keys=MappingProxyType({"from": DAY, "to": DAY})),
            "scale": Several("grades, best first", of=STEP),
            "overall": FLAG,
            "areas": Several("areas", of=AREA),
        }
    ),
    required=("title",),
)


def read_framework(key: str, source: Source) -> tuple[Framework, list[Diagnostic]]:
    """A framework and what is wrong with it."""
    value, problems = read_yaml(source, 0, len(source.text))
    record: dict[str, Any] = (attempt(FRAMEWORK, value, problems) or {}) if value else {}
    valid = record.get("valid", {})
    scale = dict(_step(step) for step in record.get("scale", ()))
    areas = {plain(area, "id"): plain(area, "title") for area in record.get("areas", ()) if "id" in area and "title" in area}
    found = Framework(key, plain(record, "title") or key, scale, areas, plain(record, "nation"))
    found.valid_from, found.valid_to = day_of(valid, "from"), day_of(valid, "to")
    found.overall = bool(plain(record, "overall"))
    return found, problems


def _step(step: Any) -> tuple[str, str]:
    if isinstance(step, Located):
        return step.value, step.value
    return plain(step, "key") or "", plain(step, "label") or ""
