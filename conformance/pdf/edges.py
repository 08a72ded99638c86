"""What the plates show at the edges of the bleed: ink that reaches the trim reaches them, and only marks go beyond."""

from __future__ import annotations

import numpy as np
from finding import Findings
from geometry import Box
from plates import Grid, Plates

SIDEWAYS = 24
"""Pixels, 4 mm: how far a line may lean while it crosses the bleed."""
BESIDE = 2
"""Pixels outside of the bleed where art that runs over is seen, and marks that keep their distance are not."""
FEW = 3


def check_edges(whole: Plates, bleed: Box, grid: Grid, where: str, findings: Findings) -> None:
    inked = whole.total() > 0
    for side, at_trim, at_bleed, beyond in _lines(grid, bleed, inked.shape):
        bare = _line(inked, at_trim) & ~_spread(_line(inked, at_bleed)) & _within(grid, bleed, at_trim, inked.shape)
        if bare.sum() > FEW:
            place = grid.place(*_point(at_trim, int(bare.argmax())))
            said = f"ink at the trim, none at the end of the bleed, {side} ({int(bare.sum())} pixels)"
            findings.add("bleed-not-filled", said, f"{where}, {place}")
        if beyond is not None:
            _check_beyond(whole, beyond, _within(grid, bleed, beyond, inked.shape), side, grid, where, findings)


Line = tuple[str, int]
""""row" or "column", and its number."""


def _lines(grid: Grid, bleed: Box, shape: tuple[int, ...]) -> list[tuple[str, Line, Line, Line | None]]:
    """For each side: the last pixels inside the trim and inside the bleed, and those just outside if the sheet has any."""
    height, width = shape
    trim_left, trim_top, trim_right, trim_bottom = grid.box(grid.trim)
    left, top, right, bottom = grid.box(bleed)
    found = []
    for side, kind, trim, end, outward, size in (
        ("left", "column", trim_left, left, -1, width),
        ("right", "column", trim_right, right, 1, width),
        ("top", "row", trim_top, top, -1, height),
        ("bottom", "row", trim_bottom, bottom, 1, height),
    ):
        inside = [min(max(int(edge) - outward, 0), size - 1) for edge in (trim, end)]
        beyond = int(end) + outward * BESIDE
        found.append((side, (kind, inside[0]), (kind, inside[1]), (kind, beyond) if 0 <= beyond < size else None))
    return found


def _line(plate: np.ndarray, line: Line) -> np.ndarray:
    """Of a plate, or of each of several."""
    return plate[..., line[1], :] if line[0] == "row" else plate[..., line[1]]


def _within(grid: Grid, bleed: Box, line: Line, shape: tuple[int, ...]) -> np.ndarray:
    """Which pixels of a line are between the bleed's other two sides: past them there are only marks."""
    left, top, right, bottom = grid.box(bleed)
    first, last, size = (left, right, shape[1]) if line[0] == "row" else (top, bottom, shape[0])
    along = np.arange(size)
    return (along > first) & (along < last - 1)


def _point(line: Line, along: int) -> tuple[int, int]:
    return (line[1], along) if line[0] == "row" else (along, line[1])


def _spread(line: np.ndarray) -> np.ndarray:
    """Where any is set as near as a line may lean."""
    return np.convolve(line, np.ones(2 * SIDEWAYS + 1), "same") > 0


def _check_beyond(whole: Plates, line: Line, within: np.ndarray, side: str, grid: Grid, where: str, findings: Findings) -> None:
    """Marks are on all plates alike, or on the black one alone."""
    inks = _line(whole.process, line).astype(np.int16)
    alike = (inks == inks[0]).all(axis=0)
    wrong = within & ~alike & (inks[:3].sum(axis=0) > 0)
    if wrong.sum() > FEW:
        place = grid.place(*_point(line, int(wrong.argmax())))
        findings.add("outside-bleed", f"colour beyond the bleed, {side} ({int(wrong.sum())} pixels)", f"{where}, {place}")
