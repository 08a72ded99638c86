"""Plates as Ghostscript separates them: one for each ink of each page, overprint and all (device `tiffsep`)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from colours import PROCESS
from geometry import MM, Box
from PIL import Image

DPI = 150
FULL = 255

Plate = np.ndarray
"""Ink from 0 to 255 of each pixel, from the sheet's left top; no pixel is half in a shape and half out of it."""


@dataclass(frozen=True)
class Plates:
    """Of one page."""

    process: Plate
    """The four plates in the order of PROCESS: 4 × height × width."""
    spots: dict[str, Plate]

    def without(self, inks: Container[str]) -> Plates:
        """What is left without those that are no colours."""
        return Plates(self.process, {name: plate for name, plate in self.spots.items() if name not in inks})

    def total(self) -> np.ndarray:
        total = self.process.sum(axis=0, dtype=np.uint16)
        for plate in self.spots.values():
            total += plate
        return total


@dataclass(frozen=True)
class Grid:
    """Where points of a sheet are among pixels."""

    media: Box
    trim: Box

    def across(self, x: float) -> float:
        return (x - self.media[0]) * DPI / 72

    def down(self, y: float) -> float:
        return (self.media[3] - y) * DPI / 72

    def box(self, box: Box) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.across(box[0]), self.down(box[3]), self.across(box[2]), self.down(box[1])

    def place(self, row: int, column: int) -> str:
        right = (column * 72 / DPI + self.media[0] - self.trim[0]) / MM
        down = (row * 72 / DPI - (self.media[3] - self.trim[3])) / MM
        return f"{right:.1f} mm right and {down:.1f} mm down in the trim"


def start(file: str, folder: Path) -> subprocess.Popen[str]:
    """Separates all pages; `finish` waits for it."""
    folder.mkdir()
    command = ["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", f"-r{DPI}"]
    # No smoothed edges: each pixel has the inks of one thing.
    command += ["-dTextAlphaBits=1", "-dGraphicsAlphaBits=1", "-o", str(folder / "page%04d.tif"), file]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(started: subprocess.Popen[str]) -> None:
    said, _ = started.communicate()
    if started.returncode != 0:
        raise RuntimeError(f"gs ended with {started.returncode}\n{said}")


def read(folder: Path, pages: int) -> Iterator[Plates]:
    """In the order of pages; each is gone from the disk once it is read."""
    for number in range(1, pages + 1):
        plates = {}
        for file in folder.glob(f"page{number:04d}*.tif"):
            found = re.fullmatch(r"page\d+\((.+)\)", file.stem)
            # The file without an ink's name is a picture of them all.
            if found is not None:
                with Image.open(file) as opened:
                    plates[found[1]] = FULL - np.asarray(opened.convert("L"))
            file.unlink()
        yield Plates(np.stack([plates.pop(ink) for ink in PROCESS]), plates)
