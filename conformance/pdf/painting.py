"""What a page paints, in order, each with its place on the sheet and the inks it takes.

One reading of the graphics state for all that asks about ink: pages, the forms they paint (an imposed sheet is made of
them), tiling patterns and the glyphs of Type 3 fonts (ISO 32000-1, 8.4 to 8.10, 9.4 and 9.6.5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf
from colours import BLACK, Colour, colour, first_colour, resolved
from geometry import EVERYWHERE, IDENTITY, Box, Matrix, Point
from geometry import at, box_of, corners, grown, hull, matrix_of, narrowest, overlap, times
from pikepdf import Dictionary, Name

FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
NOWHERE: Box = (0, 0, 0, 0)
STROKES = {"S", "s", "B", "B*", "b", "b*"}
PATH_ENDS = FILLS | STROKES | {"n"}
SHOWS = {"Tj", "TJ", "'", '"'}
SPACES = {"g": Name.DeviceGray, "rg": Name.DeviceRGB, "k": Name.DeviceCMYK}
SET_SPACE = SPACES | {name.upper(): space for name, space in SPACES.items()}


@dataclass(frozen=True)
class Paint:
    """One thing painted."""

    what: str
    """"fill", "stroke", "text", "picture" or "shading"."""
    colour: Colour
    overprint: bool
    """With OPM 1, as only then what an object has no ink for stays (ISO 32000-1, 8.6.7)."""
    box: Box
    """Where, as far as the clip lets it be seen; of text, where it begins."""
    width: float = 0
    """Of a stroke, or the lesser side of a fill, on paper."""
    thing: pikepdf.Object | None = None
    """The picture or the shading."""
    matrix: Matrix = IDENTITY
    resources: pikepdf.Object | None = None
    straight: bool = True
    """A path of lines only; of a path with several parts, each is a paint of its own."""
    step: str = ""
    """The group of the processing step whose layer it is in (ISO 19593-1)."""


@dataclass(frozen=True)
class State:
    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_space: pikepdf.Object = Name.DeviceGray
    stroke_space: pikepdf.Object = Name.DeviceGray
    overprint: bool = False
    stroke_overprint: bool = False
    mode: int = 0
    width: float = 1
    rendering: int = 0
    font: pikepdf.Object | None = None
    leading: float = 0
    step: str = ""


def paints(page: pikepdf.Page) -> Iterator[Paint]:
    media = box_of(page.obj.get("/MediaBox")) or EVERYWHERE
    yield from _Reader().read(page, page.obj, State(clip=media))


def paints_of(form: pikepdf.Object) -> Iterator[Paint]:
    """Of a form by itself, as a soft mask is one."""
    yield from _Reader().form(form, form, State())


class _Reader:
    def __init__(self) -> None:
        self.open: list[tuple[int, int]] = []
        """Forms that are being read: one that paints itself would never end."""

    def read(self, stream: pikepdf.Page | pikepdf.Object, owner: pikepdf.Object, state: State) -> Iterator[Paint]:
        resources = owner.get("/Resources", Dictionary())
        saved: list[State] = []
        marks: list[str] = []
        path = _Path()
        clips = False
        text, line = IDENTITY, IDENTITY
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name in ("m", "l", "c", "v", "y", "re"):
                path.add(name, [float(part) for part in operands], state.matrix)
            elif name in ("W", "W*"):
                clips = True
            elif name in PATH_ENDS:
                for box, straight in path.parts():
                    yield from self.path(name, box, straight, state)
                if clips and path.points:
                    state = replace(state, clip=overlap(state.clip, hull(path.points)) or NOWHERE)
                path, clips = _Path(), False
            elif name == "q":
                saved.append(state)
            elif name == "Q" and saved:
                state = saved.pop()
            elif name in ("BMC", "BDC"):
                marks.append(state.step)
                state = replace(state, step=_step(operands, resources) or state.step)
            elif name == "EMC" and marks:
                state = replace(state, step=marks.pop())
            elif name == "BT":
                text = line = IDENTITY
            elif name in ("Td", "TD", "Tm", "T*"):
                line = _moved(name, operands, line, state)
                text = line
                state = replace(state, leading=-float(operands[1])) if name == "TD" else state
            elif name in SHOWS:
                if name in ("'", '"'):
                    text = line = _moved("T*", operands, line, state)
                yield from self.text(text, state)
            elif name == "Do":
                yield from self.object(resources.XObject[str(operands[0])], resources, state)
            elif name == "INLINE IMAGE":
                yield from self.picture(operands[0].obj, resources, state)
            elif name == "sh":
                shading = resources.Shading[str(operands[0])]
                yield Paint("shading", Colour(), False, state.clip, thing=shading, resources=resources)
            else:
                state = changed(name, operands, resources, state)

    def path(self, name: str, box: Box, lines: bool, state: State) -> Iterator[Paint]:
        if name in FILLS and (seen := overlap(box, state.clip)):
            width = min(box[2] - box[0], box[3] - box[1])
            paint = Paint("fill", state.fill, _over(state.overprint, state), seen, width, straight=lines)
            yield from self.filled(paint, state)
        if name in STROKES:
            width = state.width * narrowest(state.matrix)
            if seen := overlap(grown(box, width / 2), state.clip):
                over = _over(state.stroke_overprint, state)
                yield from self.filled(Paint("stroke", state.stroke, over, seen, width, straight=lines), state)

    def text(self, text: Matrix, state: State) -> Iterator[Paint]:
        place = at(times(text, state.matrix), (0, 0))
        if state.font is not None and state.font.get("/Subtype") == "/Type3":
            for glyph in state.font.CharProcs.values():
                for each in self.form(glyph, state.font, State(fill=state.fill)):
                    yield replace(each, what="text", box=(*place, *place))
        seen = overlap((*place, *place), state.clip)
        if state.rendering in (3, 7) or seen is None:
            return
        if state.rendering in (0, 2, 4, 6):
            yield from self.filled(Paint("text", state.fill, _over(state.overprint, state), seen), state)
        if state.rendering in (1, 2, 5, 6):
            yield from self.filled(Paint("text", state.stroke, _over(state.stroke_overprint, state), seen), state)

    def filled(self, paint: Paint, state: State) -> Iterator[Paint]:
        """A pattern paints what it is made of, all within what it fills."""
        pattern = paint.colour.pattern
        if pattern is None:
            yield replace(paint, step=state.step)
        elif int(pattern.PatternType) == 2:
            yield replace(paint, what="shading", thing=pattern.Shading)
        else:
            inside = State(fill=state.fill if int(pattern.PaintType) == 2 else BLACK)
            for each in self.form(pattern, pattern, replace(inside, fill=replace(inside.fill, pattern=None))):
                yield replace(each, box=paint.box)

    def object(self, thing: pikepdf.Object, resources: pikepdf.Object, state: State) -> Iterator[Paint]:
        if thing.get("/Subtype") == "/Image":
            yield from self.picture(thing, resources, state)
        elif thing.get("/Subtype") == "/Form":
            matrix = times(matrix_of(thing.get("/Matrix")), state.matrix)
            box = box_of(thing.get("/BBox"))
            clip = state.clip if box is None else overlap(state.clip, hull(at(matrix, corner) for corner in corners(box)))
            if clip is not None:
                yield from self.form(thing, thing, replace(state, matrix=matrix, clip=clip))

    def form(self, stream: pikepdf.Object, owner: pikepdf.Object, state: State) -> Iterator[Paint]:
        if stream.objgen in self.open:
            return
        self.open.append(stream.objgen)
        yield from self.read(stream, owner, state)
        self.open.pop()

    def picture(self, image: pikepdf.Object, resources: pikepdf.Object, state: State) -> Iterator[Paint]:
        seen = overlap(hull(at(state.matrix, corner) for corner in corners((0, 0, 1, 1))), state.clip)
        if seen is not None:
            stencil = bool(image.get("/ImageMask", image.get("/IM", False)))
            inks = state.fill if stencil else Colour()
            over = stencil and _over(state.overprint, state)
            yield Paint("picture", inks, over, seen, thing=image, matrix=state.matrix, resources=resources)


class _Path:
    """A path as it is built: its points on paper, part by part."""

    def __init__(self) -> None:
        self.built: list[tuple[list[Point], bool]] = []

    @property
    def points(self) -> list[Point]:
        return [point for points, _ in self.built for point in points]

    def add(self, name: str, numbers: list[float], matrix: Matrix) -> None:
        if name == "re":
            x, y, width, height = numbers
            rectangle = corners((x, y, x + width, y + height))
            self.built.append(([at(matrix, corner) for corner in rectangle], True))
            return
        added = [at(matrix, pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        if name == "m" or not self.built:
            self.built.append((added, True))
        else:
            points, straight = self.built[-1]
            self.built[-1] = ([*points, *added], straight and name == "l")

    def parts(self) -> list[tuple[Box, bool]]:
        return [(hull(points), straight) for points, straight in self.built if len(points) > 1]


def _step(operands: list[pikepdf.Object], resources: pikepdf.Object) -> str:
    if len(operands) < 2 or operands[0] != Name.OC:
        return ""
    layer = resources.get("/Properties", Dictionary()).get(str(operands[1]), Dictionary())
    return str(layer.get("/GTS_Metadata", Dictionary()).get("/GTS_ProcStepsGroup", ""))


def _over(overprint: bool, state: State) -> bool:
    return overprint and state.mode == 1


def _moved(name: str, operands: list[pikepdf.Object], line: Matrix, state: State) -> Matrix:
    if name == "Tm":
        return tuple(float(part) for part in operands)  # type: ignore[return-value]
    x, y = (0.0, -state.leading) if name == "T*" else (float(operands[0]), float(operands[1]))
    return times((1, 0, 0, 1, x, y), line)


def changed(name: str, operands: list[pikepdf.Object], resources: pikepdf.Object, state: State) -> State:
    """The graphics state after an operator that only sets something."""
    if name == "cm":
        return replace(state, matrix=times(tuple(float(part) for part in operands), state.matrix))  # type: ignore[arg-type]
    if name == "w":
        return replace(state, width=float(operands[0]))
    if name == "Tr":
        return replace(state, rendering=int(operands[0]))
    if name == "TL":
        return replace(state, leading=float(operands[0]))
    if name == "Tf":
        return replace(state, font=resources.get("/Font", Dictionary()).get(str(operands[0])))
    if name == "gs":
        return _with(state, resources.get("/ExtGState", Dictionary()).get(str(operands[0]), Dictionary()))
    if name in SET_SPACE:
        space: pikepdf.Object = SET_SPACE[name]
        return _coloured(state, name.islower(), space, colour(space, [float(part) for part in operands]))
    if name in ("cs", "CS"):
        space = resolved(operands[0], resources)
        return _coloured(state, name == "cs", space, first_colour(space))
    if name in ("sc", "scn", "SC", "SCN"):
        space = state.fill_space if name.islower() else state.stroke_space
        return _coloured(state, name.islower(), space, _mixed(space, operands, resources))
    return state


def _mixed(space: pikepdf.Object, operands: list[pikepdf.Object], resources: pikepdf.Object) -> Colour:
    tints = [float(part) for part in operands if not isinstance(part, Name)]
    if not operands or not isinstance(operands[-1], Name):
        return colour(space, tints)
    pattern = resources.get("/Pattern", Dictionary()).get(str(operands[-1]))
    under = resolved(space[1], resources) if tints and not isinstance(space, Name) and len(space) > 1 else None
    return replace(Colour() if under is None else colour(under, tints), pattern=pattern)


def _coloured(state: State, fill: bool, space: pikepdf.Object, to: Colour) -> State:
    return replace(state, fill_space=space, fill=to) if fill else replace(state, stroke_space=space, stroke=to)


def _with(state: State, change: pikepdf.Object) -> State:
    """ISO 32000-1, 8.4.5: OP is for both if there is no op."""
    strokes = bool(change.get("/OP", state.stroke_overprint))
    fills = bool(change.get("/op", change.get("/OP", state.overprint)))
    width = float(change.get("/LW", state.width))
    font = change["/Font"][0] if "/Font" in change else state.font
    mode = int(change.get("/OPM", state.mode))
    return replace(state, overprint=fills, stroke_overprint=strokes, mode=mode, width=width, font=font)
