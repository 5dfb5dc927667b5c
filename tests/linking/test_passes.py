"""The passes of linking: each is needed, and none changes the clusters that it was given."""

from __future__ import annotations

import pytest

from nzn_cli.linking import link_names
from nzn_cli.linking.clusters import cluster_of
from nzn_cli.linking.edges import edges_between
from nzn_cli.linking.link_names import PASSES, RULES, NameUse, Pass, link
from nzn_cli.linking.nodes import nodes_of

_MAYOR = (("Mayor", None),)
_OFFICE = (("Deputy Secretary of Reefs", None),)
# names that the pass of the same number makes one person's
EXAMPLES = (
    ("Matt Wexford", "Matthew Wexford"),
    ("A. Duncan", "Aroha Duncan"),
    (NameUse("Hinemoa Rangi", 90, roles=_MAYOR), NameUse("Hinemoa Rahgi", 5, roles=_MAYOR)),
    (NameUse("Wally Orlenko", 5, roles=_OFFICE), NameUse("Awalamoke Orlenko", 2, roles=_OFFICE)),
    ("Quinlan O.", "Quinlan Ormsby"),
    ("Peterson", "Aroha Peterson"),
)
WITH_EXAMPLES = [pytest.param(*pair, id=pair[0].join.__name__) for pair in zip(PASSES, EXAMPLES, strict=True)]


def uses(names: tuple[str | NameUse, ...]) -> list[NameUse]:
    return [name if isinstance(name, NameUse) else NameUse(name, 5) for name in names]


@pytest.mark.parametrize(("each", "names"), WITH_EXAMPLES)
def test_no_pass_is_idle(each: Pass, names: tuple[str | NameUse, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(link(uses(names))) == 1
    others = tuple(other for other in PASSES if other is not each)
    monkeypatch.setitem(link_names.RULES, "person", RULES["person"]._replace(passes=others))
    assert len(link(uses(names))) == 2


def test_passes_change_no_cluster_that_they_are_given() -> None:
    names = tuple(name for example in EXAMPLES for name in example)
    nodes = nodes_of(uses(names), {}, ())
    edges = edges_between(nodes, RULES["person"].weak)
    clusters = [cluster_of([node]) for node in nodes]
    for each in PASSES:
        before = [(tuple(cluster.nodes), dict(cluster.rules), *cluster[1:3], cluster.alone) for cluster in clusters]
        joined = each.join(clusters, edges)
        assert before == [
            (tuple(cluster.nodes), dict(cluster.rules), *cluster[1:3], cluster.alone) for cluster in clusters
        ]
        assert sorted(node.ident for cluster in joined for node in cluster.nodes) == [node.ident for node in nodes]
        assert len(joined) < len(clusters)
        clusters = joined
