"""
Whether the pixels of painted pictures are those that a browser decodes, each alone: `rasters.py JOBS`, see `sheets.py`.
"""

from __future__ import annotations

import numpy as np
from sheets import at_centres, part, report, shape_fault

# Of 255, for one pixel: samples of 16 bits are rounded or cut, and transparent ones mixed with white.
PLAIN = 2
# JPEG is decoded by several formulas that are all allowed, and written anew where a camera's notes are taken out.
LOSSY, LOSSY_MEAN = 24, 3


def faults(job: dict) -> list[dict]:
    original = np.asarray(part(job["original"]), dtype=np.int16)
    height, width, _ = original.shape
    wrong_shape = shape_fault(job, 0.02)
    if wrong_shape:
        return wrong_shape
    distance = np.abs(original - at_centres(job["painting"], width, height)).max(axis=2)
    lossy = job["name"].endswith(".jpg")
    wrong = distance > (LOSSY if lossy else PLAIN)
    if not wrong.any() and (not lossy or distance.mean() <= LOSSY_MEAN):
        return []
    message = f"{wrong.sum()} of {wrong.size} pixels are not as the browser paints them, by up to {distance.max()}, {distance.mean():.1f} on average"
    return [{"rule": "painted", "message": message, "where": job["name"]}]


if __name__ == "__main__":
    report(faults)
