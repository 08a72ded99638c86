"""Boxes and matrices of pages, in points (ISO 32000-1, 8.3)."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

import pikepdf

MM = 72 / 25.4
NEAR = 0.01

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


def box_of(array: pikepdf.Object | None) -> Box | None:
    if array is None:
        return None
    a, b, c, d = (float(edge) for edge in array)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def matrix_of(array: pikepdf.Object | None) -> Matrix:
    return IDENTITY if array is None else tuple(float(part) for part in array)  # type: ignore[return-value]


def times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def at(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def hull(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def corners(box: Box) -> list[Point]:
    left, bottom, right, top = box
    return [(left, bottom), (right, bottom), (right, top), (left, top)]


def overlap(one: Box, other: Box) -> Box | None:
    left, bottom, right, top = (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def around(outer: Box, inner: Box, near: float = NEAR) -> bool:
    left, bottom, right, top = grown(outer, near)
    return left <= inner[0] and bottom <= inner[1] and right >= inner[2] and top >= inner[3]


def narrowest(matrix: Matrix) -> float:
    """The least that a length of 1 becomes in any direction: how thin a pen may get."""
    a, b, c, d = matrix[:4]
    both, area = a * a + b * b + c * c + d * d, abs(a * d - b * c)
    return ((both + 2 * area) ** 0.5 - max(both - 2 * area, 0) ** 0.5) / 2


def sides(matrix: Matrix) -> tuple[float, float]:
    """Width and height on paper of the unit square, which a picture fills."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])
