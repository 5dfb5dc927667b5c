"""The questions of `query`, which are put in SQLite's SQL, in the SQL of the engines that datasets are asked with.

One statement in, one statement out: nothing is asked twice for an engine's sake. What differs is what SQLite takes
easily (numbers as conditions, columns beside a GROUP BY, lists as JSON parameters, a date as a number), and is a row
of `_REWRITES` each. Knows no engine's connection; sqlglot does the rest: order of NULL, names of functions, quoting.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Literal

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError

from nzn_cli.dataset.dataset_store import NOT_OFFERED, WAY
from nzn_cli.dataset.layout import stored_path
from nzn_cli.errors import UsageError
from nzn_cli.model.records import NamedTuple

Dialect = Literal["duckdb", "spark"]
Node = Any  # of a statement's tree, whose classes sqlglot has under other names in each release

_MARK = re.compile(r"'(?:[^']|'')*'|\?\d*")
_MOST = {"duckdb": 1 << 62, "spark": (1 << 31) - 1}  # rows that an engine takes for a limit
_ASCII = ("'ABCDEFGHIJKLMNOPQRSTUVWXYZ'", "'abcdefghijklmnopqrstuvwxyz'")
_NUMBER = r"'^[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)'"
# rows of json_each, as SQLite has them: key, type, value
_MEMBERS = {
    "duckdb": """SELECT key, value ->> '$' AS value, CASE type WHEN 'VARCHAR' THEN 'text' WHEN 'DOUBLE' THEN 'real'
        WHEN 'BOOLEAN' THEN CAST(value AS VARCHAR) WHEN 'ARRAY' THEN 'array' WHEN 'OBJECT' THEN 'object'
        WHEN 'NULL' THEN 'null' ELSE 'integer' END AS type FROM json_each({0})""",
    "spark": """SELECT coalesce(key, CAST(pos AS STRING)) AS key, CAST(value AS STRING) AS value, CASE
        WHEN schema_of_variant(value) = 'STRING' THEN 'text' WHEN schema_of_variant(value) = 'BIGINT' THEN 'integer'
        WHEN schema_of_variant(value) = 'BOOLEAN' THEN CAST(value AS STRING)
        WHEN schema_of_variant(value) = 'VOID' THEN 'null' WHEN schema_of_variant(value) LIKE 'ARRAY%' THEN 'array'
        WHEN schema_of_variant(value) LIKE 'OBJECT%' THEN 'object' ELSE 'real' END AS type
        FROM variant_explode(from_json({0}, 'variant'))""",
}
_COUNTED = {  # how many numbers of a JSON list hold
    "duckdb": """len(list_filter(from_json(json_extract({0}, {1}), '["BIGINT"]'), lambda value: {2}))""",
    "spark": "size(filter(from_json(get_json_object({0}, {1}), 'array<bigint>'), value -> {2}))",
}
# what a list holds is known when it is given: `text` puts it in
_UNNESTED = {"duckdb": "SELECT unnest(${0})", "spark": "SELECT explode(from_json(:{0}, 'array<{0}>'))"}


class Statement(NamedTuple):
    """A statement of an engine, whose parameters are named p0, p1, … in the order of SQLite's."""

    sql: str
    tables: frozenset[str]  # that it reads
    lists: frozenset[str]  # parameters that are lists, written as JSON
    limits: frozenset[str]  # parameters that count rows

    def bound(self, parameters: Sequence[Any], dialect: Dialect) -> dict[str, Any]:
        """Return the parameters by name, as the engine takes them."""
        values = {f"p{place}": value for place, value in enumerate(parameters)}
        for name, value in values.items():
            if name in self.lists:
                values[name] = json.loads(value) if dialect == "duckdb" else value
            elif name in self.limits:
                values[name] = _MOST[dialect] if value < 0 else min(value, _MOST[dialect])
            elif isinstance(value, bytes):
                values[name] = stored_path(value)
        return values

    def text(self, parameters: Sequence[Any]) -> str:
        """Return the statement with the kinds of its lists, which Spark must be told."""
        made = self.sql
        for name in self.lists:
            kind = "string" if '"' in parameters[int(name[1:])] else "bigint"
            made = made.replace(f"'array<{name}>'", f"'array<{kind}>'")
        return made


@lru_cache(maxsize=512)
def translated(sql: str, dialect: Dialect) -> Statement:
    """Return a statement of SQLite in another dialect; raises UsageError for what cannot be said in it."""
    try:
        return _translated(sql, dialect)
    except SqlglotError:
        raise UsageError(NOT_OFFERED, WAY) from None


def _translated(sql: str, dialect: Dialect) -> Statement:
    count = iter(range(1 << 30))
    named = _MARK.sub(lambda mark: f":p{next(count)}" if mark[0] == "?" else mark[0], sql)
    tree = parse_one(named, read="sqlite")
    lists = {mark.name for each in _of_json_each(tree) for mark in each.find_all(exp.Placeholder)}
    limits = {mark.name for each in tree.find_all(exp.Limit, exp.Offset) for mark in each.find_all(exp.Placeholder)}
    for rewrite in _REWRITES:
        tree = tree.transform(rewrite, dialect)
    made = {each.alias_or_name for each in tree.find_all(exp.CTE)}
    tables = {each.name for each in tree.find_all(exp.Table) if isinstance(each.this, exp.Identifier)} - made
    return Statement(tree.sql(dialect, identify=False), frozenset(tables), frozenset(lists), frozenset(limits))


def _of_json_each(tree: Node) -> list[Node]:
    """Return what json_each is asked of."""
    return [each.expressions[0] for each in tree.find_all(exp.Anonymous) if each.name.lower() == "json_each"]


def _json_each(node: Node) -> list[Node]:
    """Return the arguments of a table that is json_each(…)."""
    inside = node.this if isinstance(node, exp.Table) else None
    return list(inside.expressions) if isinstance(inside, exp.Anonymous) and inside.name.lower() == "json_each" else []


def _raw(template: str, dialect: Dialect, *parts: Node) -> Node:
    written = template.format(*(part.sql(dialect) for part in parts)) if parts else template
    return parse_one(written, read=dialect)


def _member_counts(node: Node, dialect: Dialect) -> Node:
    """(SELECT count(*) FROM json_each(list, path) WHERE …): a function of the list, asked of each row."""
    inside = node.this if isinstance(node, exp.Subquery) else None
    if isinstance(inside, exp.Select) and (source := inside.args.get("from_")) and len(_json_each(source.this)) == 2:
        return _raw(_COUNTED[dialect], dialect, *_json_each(source.this), inside.args["where"].this)
    return node


def _list_parameters(node: Node, dialect: Dialect) -> Node:
    """SELECT value FROM json_each(?): the members of a parameter."""
    if isinstance(node, exp.Select) and (source := node.args.get("from_")):
        asked = _json_each(source.this)
        if len(asked) == 1 and isinstance(asked[0], exp.Placeholder):
            return _raw(_UNNESTED[dialect].format(asked[0].name), dialect)
    return node


def _json_members(node: Node, dialect: Dialect) -> Node:
    """FROM document d, json_each(d.meta) j: rows of each document's members."""
    asked = _json_each(node)
    if not asked:
        return node
    made = exp.Lateral(this=exp.Subquery(this=_raw(_MEMBERS[dialect], dialect, asked[0])))
    made.set("alias", exp.TableAlias(this=exp.to_identifier(node.alias)))
    return made


def _joins(node: Node, dialect: Dialect) -> Node:
    """CROSS JOIN … ON, with which SQLite is told an order, is a join; equal rows have equal columns."""
    if isinstance(node, exp.Join) and node.kind == "CROSS" and node.args.get("on"):
        node.set("kind", None)
    if isinstance(node, exp.CTE):
        node.set("materialized", None)
    if isinstance(node, exp.EQ) and isinstance(node.this, exp.Tuple) and isinstance(node.expression, exp.Tuple):
        pairs = zip(node.this.expressions, node.expression.expressions, strict=True)
        return exp.Paren(this=exp.and_(*(exp.EQ(this=left.copy(), expression=right.copy()) for left, right in pairs)))
    return node


def _first_of_some(node: Node, dialect: Dialect) -> Node:
    """(SELECT a … ORDER BY b LIMIT 1) of a row: the a of the least b."""
    inside = node.this if isinstance(node, exp.Subquery) else None
    if not isinstance(inside, exp.Select) or not isinstance(node.parent, exp.Select | exp.Alias | exp.Coalesce):
        return node
    order, limit = inside.args.get("order"), inside.args.get("limit")
    if order is None or limit is None or limit.expression.sql() != "1" or len(order.expressions) != 1:
        return node
    least = exp.Anonymous(this="min_by", expressions=[inside.expressions[0], order.expressions[0].this])
    inside.set("expressions", [least])
    inside.set("order", None)
    inside.set("limit", None)
    return node


def _patterns(node: Node, dialect: Dialect) -> Node:
    """LIKE and lower() know no letters but ASCII ones, GLOB is a regular expression."""
    if isinstance(node, exp.Like):
        return exp.ILike(this=node.this, expression=node.expression)
    if isinstance(node, exp.Lower):
        return exp.Anonymous(this="translate", expressions=[node.this, *map(parse_one, _ASCII)])
    if isinstance(node, exp.Glob):
        return exp.RegexpLike(this=node.this, expression=exp.Literal.string(_regex(node.expression.name)))
    return node


def _regex(glob: str) -> str:
    """Return the regular expression of a glob of SQLite's: *, ?, and sets."""
    parts = re.findall(r"\[\^?\]?[^\]]*\]|.", glob, re.DOTALL)
    made = ({"*": ".*", "?": "."}.get(part) or (part if len(part) > 1 else re.escape(part)) for part in parts)
    return f"(?s)^{''.join(made)}$"


def _numbers(node: Node, dialect: Dialect) -> Node:
    """CAST(text AS REAL): the number that a text begins with, else zero."""
    if isinstance(node, exp.Cast) and node.to.is_type("double", "float") and not isinstance(node, exp.TryCast):
        begins = "regexp_extract({0}, {1}, 0)" if dialect == "spark" else "regexp_extract({0}, {1})"
        number = parse_one(_NUMBER, read="duckdb")
        return _raw(f"coalesce(TRY_CAST({begins} AS DOUBLE), 0.0)", dialect, node.this, number)
    return node


def _lists(node: Node, dialect: Dialect) -> Node:
    """json_group_array: a JSON list of what a group has."""
    if not isinstance(node, exp.JSONArrayAgg):
        return node
    return _raw("json_group_array({0})" if dialect == "duckdb" else "to_json(collect_list({0}))", dialect, node.this)


def _beside_groups(node: Node, dialect: Dialect) -> Node:
    """Columns beside a GROUP BY that is their key: any one of the group's."""
    if not isinstance(node, exp.Select) or not (group := node.args.get("group")):
        return node
    keys = {each.sql() for each in group.expressions}
    made = {each.alias for each in node.expressions}
    told = (*node.expressions, *(node.args["order"].expressions if node.args.get("order") else ()))
    parts = [part for part in told if not keys.intersection((_bare(part).sql(), part.alias))]
    for column in [column for part in parts for column in part.find_all(exp.Column)]:
        if _is_free(column, node) and column.sql() not in keys and (column.table or column.name not in made):
            column.replace(exp.AnyValue(this=column.copy()))
    return node


def _is_free(column: Node, within: Node) -> bool:
    """Return whether a column stands in no aggregate and in no statement inside."""
    return column.find_ancestor(exp.AggFunc, exp.Subquery, exp.Select) in (within, None)


def _bare(part: Node) -> Node:
    return part.this if isinstance(part, exp.Alias | exp.Ordered) else part


_CONDITIONS = (exp.Predicate, exp.Connector, exp.Not, exp.Boolean, exp.Exists, exp.Null)


def _conditions(node: Node, dialect: Dialect) -> Node:
    """A number is no condition: whether it is other than zero is."""
    places = {"this": (exp.Where, exp.Having, exp.Not), "on": (exp.Join,)}
    if isinstance(node, exp.Connector):
        for place in ("this", "expression"):
            node.set(place, _condition(node.args[place]))
    if isinstance(node, exp.If) and not (isinstance(node.parent, exp.Case) and node.parent.this):
        node.set("this", _condition(node.this))
    for place, kinds in places.items():
        if isinstance(node, kinds) and node.args.get(place):
            node.set(place, _condition(node.args[place]))
    return node


def _condition(node: Node) -> Node:
    if isinstance(node, exp.Paren):
        node.set("this", _condition(node.this))
        return node
    if isinstance(node, exp.Literal):
        return exp.Boolean(this=node.name != "0")
    if isinstance(node, exp.Coalesce) and isinstance(node.expressions[-1], exp.Boolean):
        return node
    return node if isinstance(node, _CONDITIONS) else exp.NEQ(this=node, expression=exp.Literal.number(0))


def _indexes(node: Node, dialect: Dialect) -> Node:
    """INDEXED BY names what no dataset has."""
    if isinstance(node, exp.Table) and node.args.get("indexed"):
        node.set("indexed", None)
    return node


_REWRITES: tuple[Callable[[Node, Dialect], Node], ...] = (
    _member_counts,
    _list_parameters,
    _json_members,
    _joins,
    _first_of_some,
    _patterns,
    _numbers,
    _beside_groups,
    _lists,
    _conditions,
    _indexes,
)
