"""The network of a corpus as GEXF 1.3 (Gephi) and as GraphML (networkx, igraph, yEd): the same graph in two spellings.

Both are written as they are read; what stands in a document is escaped, and what XML cannot hold is made visible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from nzn_cli.render.export.network import Edge, Network, Node
from nzn_cli.render.export.source import Source
from nzn_cli.render.safe import one_line

_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NODE = (("kind", "string"), ("documents", "int"), ("mentions", "int"), ("first", "string"), ("last", "string"))
_EDGE = (("first", "string"), ("last", "string"))


def gexf(source: Source) -> Iterator[str]:
    """Yield the graph as GEXF; nodes and edges live from their first document to the last, for Gephi's timeline."""
    network = Network(source)
    yield _HEAD + '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<meta><creator>nzn</creator></meta>\n'
    yield '<graph mode="dynamic" defaultedgetype="undirected" timeformat="date">\n'
    for of, fields in (("node", _NODE), ("edge", _EDGE)):
        yield f'<attributes class="{of}" mode="static">\n'
        for name, kind in fields:
            kind = {"int": "integer"}.get(kind, kind)
            yield f'<attribute id="{of}_{name}" title="{name}" type="{kind}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in network.nodes:
        yield f"<node id={_quoted(node.id)} label={_quoted(node.label)}{_lifetime(node)}>"
        yield f"<attvalues>{_gexf_values(node, 'node', _NODE)}</attvalues></node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(network.edges()):
        ends = f"source={_quoted(edge.a)} target={_quoted(edge.b)}"
        yield f'<edge id="{number}" {ends} weight="{edge.weight}"{_lifetime(edge)}>'
        yield f"<attvalues>{_gexf_values(edge, 'edge', _EDGE)}</attvalues></edge>\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def graphml(source: Source) -> Iterator[str]:
    """Yield the graph as GraphML."""
    network = Network(source)
    yield _HEAD + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    fields = {"node": (("label", "string"), *_NODE), "edge": (("weight", "int"), *_EDGE)}
    for of, known in fields.items():
        for name, kind in known:
            yield f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="undirected">\n'
    for node in network.nodes:
        yield f"<node id={_quoted(node.id)}>{_graphml_data(node, 'node', fields['node'])}</node>\n"
    for edge in network.edges():
        ends = f"source={_quoted(edge.a)} target={_quoted(edge.b)}"
        yield f"<edge {ends}>{_graphml_data(edge, 'edge', fields['edge'])}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _gexf_values(of: Node | Edge, name: str, fields: Iterable[tuple[str, str]]) -> str:
    values = ((field, getattr(of, field)) for field, _ in fields)
    return "".join(f'<attvalue for="{name}_{f}" value={_quoted(v)}/>' for f, v in values if v is not None)


def _graphml_data(of: Node | Edge, name: str, fields: Iterable[tuple[str, str]]) -> str:
    values = ((field, getattr(of, field)) for field, _ in fields)
    return "".join(f'<data key="{name}_{f}">{escape(_text(v))}</data>' for f, v in values if v is not None)


def _lifetime(of: Node | Edge) -> str:
    return f' start="{of.first}" end="{of.last}"' if of.first and of.last else ""


def _quoted(value: object) -> str:
    return quoteattr(_text(value))


def _text(value: object) -> str:
    """Return a value on one line, control characters visible."""
    return without_noncharacters(one_line(str(value)))


def without_noncharacters(text: str) -> str:
    """Return `text` as XML and YAML can hold it: what is no character for them is replaced."""
    return _NO_CHARACTER.sub("\ufffd", text)
