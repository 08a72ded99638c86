"""
How far painted drawings are from those of a browser: `drawings.py JOBS`, see `sheets.py`.

A pixel is off if it has, in any channel, a value that none of the browser's pixels around it come near, or the other
way round: so edges may be smoothed otherwise, and may lie a pixel away, and nothing else may differ.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from PIL import Image, ImageCms
from sheets import part, report, shape_fault

# Of 255. No ink is as black as a screen, and inks that shine through each other mix otherwise than light does.
LEVELS = {"screen": 20, "press": 40}
# Those in which colours far from each other shine through: green through red, blue through yellow.
MIXED = {"image-alpha.svg": 90, "mask-fade.svg": 60}
# Of the pixels, that may be off: where a gradient starts anew or small parts meet, half a pixel decides.
SHARE = 0.003
# Pixels at the edge that may be partly the page's.
EDGE = 1


def around(pixels: np.ndarray, pick: np.ufunc, reach: int = 2) -> np.ndarray:
    """The least or the most of each pixel's neighbourhood, itself included."""
    for axis in (0, 1):
        width = [(reach, reach) if each == axis else (0, 0) for each in range(3)]
        padded = np.pad(pixels, width, mode="edge")
        size = pixels.shape[axis]
        pixels = pick.reduce([padded.take(range(step, step + size), axis) for step in range(2 * reach + 1)])
    return pixels


def off(one: np.ndarray, other: np.ndarray, level: int) -> np.ndarray:
    return ((one < around(other, np.minimum) - level) | (one > around(other, np.maximum) + level)).any(axis=2)


@cache
def to_press_and_back(path: str) -> list[ImageCms.ImageCmsTransform]:
    screen, press = ImageCms.createProfile("sRGB"), ImageCms.getOpenProfile(path)
    # As the editions are separated, and as paper is seen.
    to, back = ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC
    compensated = ImageCms.Flags.BLACKPOINTCOMPENSATION
    return [
        ImageCms.buildTransform(screen, press, "RGB", "CMYK", renderingIntent=to),
        ImageCms.buildTransform(press, screen, "CMYK", "RGB", renderingIntent=back, flags=compensated),
    ]


def faults(job: dict) -> list[dict]:
    original, painting = part(job["original"]), part(job["painting"])
    # A box in whole pixels is up to one wider or narrower.
    wrong_shape = shape_fault(job, 0.01 + 1 / min(painting.size))
    if wrong_shape:
        return wrong_shape
    if "profile" in job:
        for transform in to_press_and_back(job["profile"]):
            original = ImageCms.applyTransform(original, transform)
    painting = painting.resize(original.size, Image.Resampling.BOX)
    level = max(LEVELS["press"], MIXED.get(job["name"], 0)) if "profile" in job else LEVELS["screen"]
    one, other = (np.asarray(each, dtype=np.int16) for each in (original, painting))
    wrong = off(one, other, level) | off(other, one, level)
    wrong = wrong[EDGE:-EDGE, EDGE:-EDGE]
    share = wrong.mean()
    if share <= SHARE:
        return []
    rows, columns = np.nonzero(wrong)
    place = f"about {int(np.median(columns))}, {int(np.median(rows))} of {original.width} × {original.height}"
    message = f"{100 * share:.1f} % of it is not as the browser paints it, {place}"
    return [{"rule": "painted", "message": message, "where": job["name"]}]


if __name__ == "__main__":
    report(faults)
