"""Where the points of a network are drawn, so that what shares much lies near: Fruchterman and Reingold, 1991. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin, sqrt

_ROUNDS = 120
_MARGIN = 40
_GRAVITY = 1.5  # towards the middle, so that what is joined to little does not fly off


def layout(points: int, edges: Sequence[tuple[int, int, float]], width: int, height: int) -> list[tuple[int, int]]:
    """Return a place for each point within a margin; `edges` join two points with a weight from 0 to 1.

    The same points and edges give the same places. Costs rounds times the square of the points.
    """
    if not points:
        return []
    golden = pi * (3 - sqrt(5))  # begun on a spiral, so that no two places are the same
    places = [
        (sqrt((i + 0.5) / points) * cos(i * golden), sqrt((i + 0.5) / points) * sin(i * golden)) for i in range(points)
    ]
    apart = 1.6 / sqrt(points)
    for step in range(_ROUNDS):
        places = _moved(places, edges, apart, 0.2 * (1 - step / _ROUNDS))
    return _fitted(places, width, height)


def _moved(
    places: list[tuple[float, float]], edges: Sequence[tuple[int, int, float]], apart: float, most: float
) -> list[tuple[float, float]]:
    pull = [[-x * _GRAVITY, -y * _GRAVITY] for x, y in places]
    for i, (x, y) in enumerate(places):
        for j in range(i):
            dx, dy = x - places[j][0], y - places[j][1]
            push = apart * apart / max(dx * dx + dy * dy, 1e-6)
            for point, sign in ((i, 1), (j, -1)):
                pull[point][0] += sign * dx * push
                pull[point][1] += sign * dy * push
    for i, j, weight in edges:
        dx, dy = places[i][0] - places[j][0], places[i][1] - places[j][1]
        draw = weight * hypot(dx, dy) / apart
        for point, sign in ((i, -1), (j, 1)):
            pull[point][0] += sign * dx * draw
            pull[point][1] += sign * dy * draw
    moved = []
    for (x, y), (dx, dy) in zip(places, pull, strict=True):
        far = max(hypot(dx, dy), 1e-9)
        moved.append((x + dx / far * min(far, most), y + dy / far * min(far, most)))
    return moved


def _fitted(places: Sequence[tuple[float, float]], width: int, height: int) -> list[tuple[int, int]]:
    lows = [min(place[axis] for place in places) for axis in (0, 1)]
    spans = [max(place[axis] for place in places) - lows[axis] or 1.0 for axis in (0, 1)]
    room = (width - 4 * _MARGIN, height - 2 * _MARGIN)  # names stand to the right of their points
    return [
        (
            round(_MARGIN + (x - lows[0]) / spans[0] * room[0]),
            round(_MARGIN + (y - lows[1]) / spans[1] * room[1]),
        )
        for x, y in places
    ]
