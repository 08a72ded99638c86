"""Parts of the sheets that pictures are painted on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from math import ceil, floor

import numpy as np
from PIL import Image


@cache
def sheet(path: str) -> Image.Image:
    return Image.open(path).convert("RGB")


def part(painting: dict) -> Image.Image:
    """Without pixels that are only partly its own."""
    left, top, right, bottom = painting["box"]
    # A box that lies on pixels does so but for the rounding of sums.
    return sheet(painting["sheet"]).crop((ceil(left - 0.01), ceil(top - 0.01), floor(right + 0.01), floor(bottom + 0.01)))


def at_centres(painting: dict, width: int, height: int) -> np.ndarray:
    """A picture of so many pixels that is painted larger: each by what is painted in its middle."""
    left, top, right, bottom = painting["box"]
    columns = left + (np.arange(width) + 0.5) * (right - left) / width
    rows = top + (np.arange(height) + 0.5) * (bottom - top) / height
    pixels = np.asarray(sheet(painting["sheet"]), dtype=np.int16)
    return pixels[np.ix_(np.floor(rows).astype(int), np.floor(columns).astype(int))]


def shape_fault(job: dict, slack: float) -> list[dict]:
    """Whether a painting is as wide by its height as the picture is."""
    (left, top, right, bottom), ratio = job["original"]["box"], job["painting"].get("ratio")
    own = (right - left) / (bottom - top)
    if ratio is None:
        left, top, right, bottom = job["painting"]["box"]
        ratio = (right - left) / (bottom - top)
    if abs(ratio / own - 1) <= slack:
        return []
    return [{"rule": "shape", "message": f"is {ratio:.3f} times as wide as high, not {own:.3f}", "where": job["name"]}]


def report(faults: Callable[[dict], list[dict]]) -> None:
    """Prints what is wrong with the paintings that a file of jobs names: each a `name`, the `original` and a `painting`."""
    with open(sys.argv[1], encoding="utf-8") as jobs:
        print(json.dumps([fault for job in json.load(jobs) for fault in faults(job)]))
