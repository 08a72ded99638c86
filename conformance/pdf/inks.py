"""What a page prints with: no RGB anywhere, black text in black alone and over its ground, ink that a sheet can take."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pikepdf
from finding import Findings
from pikepdf import Array, Dictionary, Name

SCREEN_SPACES = {"/DeviceRGB", "/CalRGB", "/Lab", "/CalGray"}
RGB_OPERATORS = {"rg", "RG"}
SHOWS = {"Tj", "TJ", "'", '"'}
MOST_INK = 3.0

Ink = tuple[float, ...]
"""Cyan, magenta, yellow and black from 0 to 1; empty where a pattern or a spot colour paints."""


@dataclass(frozen=True)
class State:
    """What of the graphics state decides about ink (ISO 32000-1, 8.4 and 8.6.7)."""

    fill: Ink = (0, 0, 0, 1)
    overprint: bool = False
    mode: int = 0
    rendering: int = 0


def check_inks(page: pikepdf.Page, where: str, findings: Findings) -> None:
    _Reader(where, findings).read(page, page.obj)


class _Reader:
    def __init__(self, where: str, findings: Findings) -> None:
        self.where = where
        self.findings = findings
        self.seen: set[tuple[int, int]] = set()

    def read(self, stream: pikepdf.Page | pikepdf.Object, owner: pikepdf.Object, state: State | None = None) -> None:
        state = state or State()
        resources = owner.get("/Resources", Dictionary())
        self.check_resources(resources)
        group = owner.get("/Group")
        if group is not None and group.get("/CS") is not None:
            self.check_space(group.CS, "a transparency group")
        saved: list[State] = []
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "q":
                saved.append(state)
            elif name == "Q" and saved:
                state = saved.pop()
            elif name in RGB_OPERATORS:
                self.add("rgb", f"operator {name}")
            elif name in ("cs", "CS"):
                self.check_space(resources.get("/ColorSpace", Dictionary()).get(str(operands[0]), operands[0]), name)
            elif name == "gs":
                state = _changed(state, resources.get("/ExtGState", Dictionary()).get(str(operands[0])))
            elif name == "Tr":
                state = replace(state, rendering=int(operands[0]))
            elif name in SHOWS:
                self.check_text(state)
            elif name == "INLINE IMAGE":
                self.check_space(operands[0].obj.get("/CS", Name.DeviceGray), "an inline image")
            elif name == "sh":
                self.check_shading(resources.Shading[str(operands[0])])
            elif name == "Do":
                self.paint(resources.XObject[str(operands[0])], state)
            state = self.colour(name, operands, state)

    def colour(self, name: str, operands: list[pikepdf.Object], state: State) -> State:
        """Reads a colour that is set; the ink of strokes is summed too, though no text is stroked."""
        if name in ("k", "K") or (name in ("sc", "scn", "SC", "SCN") and len(operands) == 4):
            ink: Ink = tuple(float(part) for part in operands)
        elif name in ("g", "G"):
            ink = (0, 0, 0, 1 - float(operands[0]))
        elif name in ("sc", "scn"):
            ink = ()
        else:
            return state
        if sum(ink) > MOST_INK + 1e-6:
            self.add("ink-total", f"{round(100 * sum(ink))} % of ink")
        return replace(state, fill=ink) if name.islower() else state

    def check_text(self, state: State) -> None:
        if state.rendering == 3 or state.fill == ():
            return
        *colours, black = state.fill
        if black > 0.85 and sum(colours) > 0:
            self.add("rich-black", f"text of {state.fill}")
        only_black = black == 1 and sum(colours) == 0
        if only_black and not (state.overprint and state.mode == 1):
            self.add("black-knocks-out", "black text leaves a hole in its ground")
        if state.overprint and sum(state.fill) == 0:
            self.add("white-overprints", "white text that overprints is not to be seen")

    def paint(self, painted: pikepdf.Object, state: State) -> None:
        if painted.get("/Subtype") == "/Image":
            self.check_image(painted)
        elif painted.objgen not in self.seen:
            self.seen.add(painted.objgen)
            self.read(painted, painted, state)

    def check_image(self, image: pikepdf.Object) -> None:
        if "/ColorSpace" in image:
            self.check_space(image.ColorSpace, "a picture")
        if "/SMask" in image:
            self.check_image(image.SMask)
        # Adobe's JPEGs hold their inks turned round (Technical Note 5116): without this a photo prints as its negative.
        inverted = image.get("/ColorSpace") == "/DeviceCMYK" and image.get("/Filter") == "/DCTDecode"
        if inverted and b"Adobe" in image.read_raw_bytes()[:4096] and [float(x) for x in image.get("/Decode", [])] != [1, 0] * 4:
            self.add("negative", "a CMYK JPEG without its /Decode")

    def check_resources(self, resources: pikepdf.Object) -> None:
        for space in resources.get("/ColorSpace", Dictionary()).values():
            self.check_space(space, "a colour space of the page")
        for shading in resources.get("/Shading", Dictionary()).values():
            self.check_shading(shading)
        for pattern in resources.get("/Pattern", Dictionary()).values():
            if pattern.objgen in self.seen:
                continue
            self.seen.add(pattern.objgen)
            if int(pattern.PatternType) == 2:
                self.check_shading(pattern.Shading)
            else:
                self.read(pattern, pattern)
        for state in resources.get("/ExtGState", Dictionary()).values():
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary) and mask.G.objgen not in self.seen:
                self.seen.add(mask.G.objgen)
                self.read(mask.G, mask.G)
            for name in ("/TR", "/HTP"):
                if name in state:
                    self.add("transfer-function", f"a graphics state has {name}")

    def check_shading(self, shading: pikepdf.Object) -> None:
        self.check_space(shading.ColorSpace, "a shading")

    def check_space(self, space: pikepdf.Object, what: str) -> None:
        parts = [space] if isinstance(space, Name) else list(space) if isinstance(space, Array) else []
        for part in parts[:3]:
            if isinstance(part, Name) and str(part) in SCREEN_SPACES:
                self.add("rgb", f"{what} in {part}")
            elif isinstance(part, Array):
                self.check_space(part, what)
            elif isinstance(part, pikepdf.Stream) and int(part.get("/N", 0)) == 3:
                self.add("rgb", f"{what} in an RGB profile")

    def add(self, rule: str, message: str) -> None:
        self.findings.add(rule, message, self.where)


def _changed(state: State, change: pikepdf.Object | None) -> State:
    if change is None:
        return state
    both = bool(change.get("/OP", False))
    overprint = bool(change.get("/op", both)) if "/OP" in change or "/op" in change else state.overprint
    return replace(state, overprint=overprint, mode=int(change.get("/OPM", state.mode)))
