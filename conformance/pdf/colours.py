"""Which inks a colour prints with (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
LETTERS = dict(zip(PROCESS, "CMYK", strict=True))
SCREEN_SPACES = {"/DeviceRGB", "/CalRGB", "/Lab", "/CalGray", "/RGB"}
SHORT = {"/G": "/DeviceGray", "/CMYK": "/DeviceCMYK"}


@dataclass(frozen=True)
class Colour:
    """Inks by name, from 0 to 1; `screen` names the space of a colour that is none of a press."""

    inks: tuple[tuple[str, float], ...] = ()
    screen: str = ""
    pattern: pikepdf.Object | None = None

    @property
    def cmyk(self) -> tuple[float, ...]:
        held = dict(self.inks)
        return tuple(held.get(name, 0) for name in PROCESS)

    @property
    def total(self) -> float:
        return sum(tint for _, tint in self.inks)

    @property
    def is_process(self) -> bool:
        return bool(self.inks) and all(name in PROCESS for name, _ in self.inks)

    @property
    def is_black(self) -> bool:
        """Black in full and nothing else."""
        return self.is_process and self.cmyk == (0, 0, 0, 1)

    @property
    def is_only_black(self) -> bool:
        return self.is_process and self.total == self.cmyk[3]

    @property
    def is_white(self) -> bool:
        return self.is_process and self.total == 0

    @property
    def is_registration(self) -> bool:
        """The colour that prints on every plate (ISO 32000-1, 8.6.6.4)."""
        return any(name == "All" for name, _ in self.inks)

    def __str__(self) -> str:
        return self.screen or " ".join(f"{LETTERS.get(name, name)}{round(100 * tint)}" for name, tint in self.inks)


BLACK = Colour(tuple(zip(PROCESS, (0, 0, 0, 1), strict=True)))


def resolved(space: pikepdf.Object, resources: pikepdf.Object) -> pikepdf.Object:
    """A space by its name among the resources, or itself."""
    if isinstance(space, Name):
        return resources.get("/ColorSpace", Dictionary()).get(str(space), space)
    return space


def family(space: pikepdf.Object) -> str:
    """The space's kind; an ICC profile stands for the device of as many colours."""
    name = str(space if isinstance(space, Name) else space[0])
    if name == "/ICCBased":
        return {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}[int(space[1].N)]
    return SHORT.get(name, name)


def first_colour(space: pikepdf.Object) -> Colour:
    """What a space begins with: black, or its colorants in full."""
    kind = family(space)
    if kind == "/Pattern":
        return Colour()
    if kind == "/DeviceCMYK":
        return BLACK
    return colour(space, [1.0] * len(_colorants(space)) if _colorants(space) else [0.0])


def colour(space: pikepdf.Object, tints: Sequence[float]) -> Colour:
    """A space's colour of these values."""
    kind = family(space)
    if kind == "/DeviceCMYK":
        return Colour(tuple(zip(PROCESS, (*tints, 0, 0, 0, 0)[:4], strict=True)))
    if kind == "/DeviceGray":
        return Colour(tuple(zip(PROCESS, (0, 0, 0, 1 - tints[0]), strict=True)))
    if kind in ("/Separation", "/DeviceN"):
        return Colour(tuple((name, tint) for name, tint in zip(_colorants(space), tints, strict=False) if name != "None"))
    if kind == "/Indexed":
        return colour(space[1], entries(space)[int(tints[0])])
    return Colour(screen=kind)


def _colorants(space: pikepdf.Object) -> list[str]:
    kind = family(space)
    if kind == "/Separation":
        return [str(space[1])[1:]]
    return [str(name)[1:] for name in space[1]] if kind == "/DeviceN" else []


def width_of(space: pikepdf.Object) -> int:
    """How many values a colour of the space has."""
    return {"/DeviceCMYK": 4, "/DeviceGray": 1, "/CalGray": 1, "/Indexed": 1}.get(family(space), len(_colorants(space)) or 3)


def entries(space: pikepdf.Object) -> list[list[float]]:
    """The colours that an indexed space holds."""
    table, width = space[3], width_of(space[1])
    held = table.read_bytes() if isinstance(table, Stream) else bytes(table)
    return [[part / 255 for part in held[at : at + width]] for at in range(0, len(held) - width + 1, width)]


def faults(space: pikepdf.Object) -> list[tuple[str, str]]:
    """What in a space, and in what it is made of, is not for a press: (rule, message)."""
    if isinstance(space, Name):
        return [("rgb", f"in {space}")] if str(space) in SCREEN_SPACES else []
    if not isinstance(space, Array) or len(space) == 0:
        return []
    kind = str(space[0])
    if kind in SCREEN_SPACES:
        return [("rgb", f"in {kind}")]
    if kind == "/ICCBased":
        return [("rgb", "in an RGB profile")] if int(space[1].get("/N", 0)) == 3 else []
    if kind in ("/Indexed", "/Pattern"):
        return faults(space[1]) if len(space) > 1 else []
    if kind in ("/Separation", "/DeviceN"):
        inner = family(space[2])
        return [] if inner == "/DeviceCMYK" else [("spot-alternate", f"{kind} of {space[1]} falls back on {inner}")]
    return []
