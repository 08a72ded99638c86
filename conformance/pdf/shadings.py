"""Shadings: their space, and the most ink that their functions come to (ISO 32000-1, 7.10 and 8.7.4.5)."""

from __future__ import annotations

import pikepdf
from colours import colour, family, faults, resolved
from finding import Findings
from painting import Paint
from pikepdf import Array

MOST_INK = 3.01


def check_shading(paint: Paint, where: str, findings: Findings) -> None:
    shading = paint.thing
    space = resolved(shading.ColorSpace, paint.resources)
    found = faults(space)
    for rule, message in found:
        findings.add(rule, f"a shading {message}", where)
    if found or family(space) == "/Indexed":
        return
    most = max((colour(space, tints).total for tints in _stops(shading)), default=0)
    if most > MOST_INK:
        findings.add("ink-total", f"{round(100 * most)} % of ink in a shading", where)


def _stops(shading: pikepdf.Object) -> list[list[float]]:
    """Colours that the shading runs between; meshes and PostScript functions are left to the plates (`separations`)."""
    functions = shading.get("/Function")
    if functions is None:
        return []
    if not isinstance(functions, Array):
        return _values(functions)
    # One function for each colorant: together they are at most what each is at most.
    each = [[value[0] for value in _values(function)] for function in functions]
    return [[max(values, default=0) for values in each]]


def _values(function: pikepdf.Object) -> list[list[float]]:
    kind = int(function.FunctionType)
    if kind == 2:
        return [[float(part) for part in function.get(end, [default])] for end, default in (("/C0", 0), ("/C1", 1))]
    if kind == 3:
        return [value for part in function.Functions for value in _values(part)]
    if kind == 0 and int(function.BitsPerSample) == 8:
        bounds = [float(part) for part in function.get("/Decode", function.Range)]
        pairs = list(zip(bounds[::2], bounds[1::2], strict=True))
        held = function.read_bytes()
        rows = [held[start : start + len(pairs)] for start in range(0, len(held) - len(pairs) + 1, len(pairs))]
        return [[low + part / 255 * (high - low) for part, (low, high) in zip(row, pairs, strict=True)] for row in rows]
    return []
