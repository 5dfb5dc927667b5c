"""NamedTuple without its price: as `typing.NamedTuple`, but a class's constructor is compiled when it is first used.

A start loads some fifty record classes and makes instances of a few: the usual way costs it 8 ms of a TAB's 30.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter
    except ImportError:
        from operator import itemgetter

        def _tuplegetter(place, _):
            return property(itemgetter(place))

    _FEW = 20

    def _constructor(cls):
        """Return `__new__` of a record class, as collections.namedtuple would compile it."""
        defaults = cls._field_defaults
        parameters = ", ".join(f"{name}=_defaults[{name!r}]" if name in defaults else name for name in cls._fields)
        values = "".join(f"{name}, " for name in cls._fields)
        space = {"_tuple": tuple.__new__, "_defaults": defaults, "__builtins__": {}}
        exec(f"def __new__(_cls, {parameters}): return _tuple(_cls, ({values}))", space)
        return space["__new__"]

    class _Records(type):
        """Makes a class of fields with types into a tuple whose places have names."""

        def __new__(mcs, name, bases, space):
            if bases and bases[0] is not tuple and "__annotations__" in space:
                fields = tuple(space["__annotations__"])
                space["_field_defaults"] = {field: space[field] for field in fields if field in space}
                space["_fields"] = space["__match_args__"] = fields
                space |= {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            return super().__new__(mcs, name, bases, {"__slots__": ()} | space)

    class NamedTuple(tuple, metaclass=_Records):
        """The base of every record: see typing.NamedTuple."""

        _fields = ()
        _field_defaults = {}  # noqa: RUF012
        _made = 0

        def __new__(cls, *values, **named):
            # complete and in order, a few times: not worth compiling a constructor for
            if len(values) == len(cls._fields) and not named and cls._made < _FEW:
                cls._made += 1
                return tuple.__new__(cls, values)
            cls.__new__ = staticmethod(_constructor(cls))
            return cls.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, **named):
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise TypeError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self._asdict().items())})"
