"""Record: classes that are nothing but their fields, quick to load and quick to make.

Written like dataclasses and understood by type checkers as such. The standard ones write four methods a class and build every class
with slots twice, which for the hundred of this house is a sixth of the start-up time of a small build; these get `__slots__` and an
`__init__`, and compare and hash by identity, so that a Document can key what it generates by node.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")
MANY = 20  # records of a class


class Fresh:
    """A default that is made anew for each record."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], T]) -> T:
    """The default of a field that holds something which changes, a list of its own say."""
    return cast(T, Fresh(factory))


@dataclass_transform(eq_default=False, field_specifiers=(fresh,))
class RecordType(type):
    """Gives a class slots and an `__init__` for its annotated fields and those of the class it is made from."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        own: dict[str, Any] = {field: body.pop(field, ...) for field in body.get("__annotations__", ())}
        inherited = next((base.__fields__ for base in bases if isinstance(base, RecordType)), {})
        fields = {**inherited, **own}
        body["__slots__"] = tuple(own)
        body["__fields__"] = fields
        if own and "__init__" not in body:
            body["__init__"] = _patient(fields)
        return super().__new__(cls, name, bases, body)

    __fields__: dict[str, Any]


def _patient(fields: dict[str, Any]) -> Callable[..., None]:
    """An initialiser that goes through the fields one by one, and has a quick one written once a class has made many records.

    Writing one takes longer than it saves on the first few records; a small build makes no more of most classes.
    """
    names, made = tuple(fields), 0

    def initialise(self: Any, *values: Any, **named: Any) -> None:
        nonlocal made
        made += 1
        missing = names[len(values) :]
        if made > MANY or len(values) > len(names) or not named.keys() <= set(missing):
            _set_quick(initialise, fields, self, values, named)
            return
        for name, value in zip(names, values, strict=False):
            setattr(self, name, value)
        for name in missing:
            value = named.get(name, fields[name])
            if value is ...:
                _set_quick(initialise, fields, self, values, named)
                return
            setattr(self, name, value.factory() if type(value) is Fresh else value)

    return initialise


def _set_quick(patient: Callable[..., None], fields: dict[str, Any], record: Any, values: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Give a class its quick initialiser, and a record its fields by it; of arguments that do not fit, it says so."""
    owner: Any = next(cls for cls in type(record).__mro__ if cls.__dict__.get("__init__") is patient)
    owner.__init__ = _initialiser(fields)
    owner.__init__(record, *values, **named)


def _initialiser(fields: dict[str, Any]) -> Callable[..., None]:
    """A function that sets each field from an argument; `...` stands for no default."""
    arguments = [name if default is ... else f"{name}=_{name}" for name, default in fields.items()]
    lines = [
        f"self.{name} = _{name}.factory() if {name} is _{name} else {name}" if isinstance(default, Fresh) else f"self.{name} = {name}"
        for name, default in fields.items()
    ]
    scope = {f"_{name}": default for name, default in fields.items()}
    exec(f"def __init__(self, {', '.join(arguments)}):\n " + "\n ".join(lines), scope)
    return cast(Callable[..., None], scope["__init__"])


# How to read all fields of a record at once, by its class.
READERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def _reader(kind: RecordType) -> Callable[[Any], tuple[Any, ...]]:
    names = tuple(kind.__fields__)
    return READERS.setdefault(kind, attrgetter(*names) if len(names) > 1 else lambda record: tuple(getattr(record, name) for name in names))


class Record(metaclass=RecordType):
    """The base of all records."""

    def __reduce__(self) -> tuple[Any, ...]:
        """What pickle and copy make another record of: its class and its fields, in half the time that their own way takes."""
        kind = type(self)
        return kind, (READERS.get(kind) or _reader(kind))(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in type(self).__fields__)})"

    def as_dict(self) -> dict[str, Any]:
        """The fields with their values, in the order in which they are declared."""
        return {name: getattr(self, name) for name in type(self).__fields__}
