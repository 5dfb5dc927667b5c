"""A selection of documents, as SQL on the tables of the index: what filters make and every question asks with."""

from __future__ import annotations

from nzn_cli.model.records import NamedTuple


class Where(NamedTuple):
    """A selection of documents: `SELECT … FROM {table} d WHERE {sql}` with `params`."""

    table: str
    sql: str
    params: tuple[object, ...]

    @property
    def everything(self) -> bool:
        """Whether no document is left out."""
        return not self.params and self.sql == "1"

    def also(self, sql: str, *params: object) -> Where:
        """Return the selection narrowed by one more condition."""
        return Where(self.table, sql if self.sql == "1" else f"{self.sql} AND {sql}", (*self.params, *params))
