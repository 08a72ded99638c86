"""What a page's paints may be: no RGB, black text in black alone and over its ground, ink that a sheet can take, lines
that a plate can hold. What GWG 2015 asks for sheet-fed offset, and print shops with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from finding import Findings
from geometry import Box
from painting import Paint
from pictures import check_picture
from shadings import check_shading

MOST_INK = 3.0
HAIRLINE = 0.25
LINE = 2
"""In points: what is filled and shorter is a dot or a part of a letter."""
NEARLY = 1e-6
BLACKISH = 0.85
"""Black of more than this with other inks is a rich black; the darkest colour of our theme has 34 %."""


@dataclass(frozen=True)
class Ground:
    """Where paints stand, to say so."""

    where: str
    trim: Box | None

    def of(self, paint: Paint) -> str:
        if self.trim is None:
            return self.where
        right, down = (paint.box[0] - self.trim[0]) * 25.4 / 72, (self.trim[3] - paint.box[3]) * 25.4 / 72
        return f"{self.where}, {right:.1f} mm right and {down:.1f} mm down in the trim"


def check_paint(paint: Paint, ground: Ground, findings: Findings) -> None:
    _check_colour(paint, ground, findings)
    if paint.what == "text":
        _check_text(paint, ground, findings)
    elif paint.what in ("fill", "stroke"):
        _check_line(paint, ground, findings)
    elif paint.what == "picture":
        check_picture(paint, ground.where, findings)
    elif paint.what == "shading":
        check_shading(paint, ground.where, findings)


def _check_colour(paint: Paint, ground: Ground, findings: Findings) -> None:
    colour = paint.colour
    if colour.screen:
        findings.add("rgb", f"{paint.what} in {colour.screen}", ground.where)
    # A registration mark is on every plate, and no ink is dried there.
    if colour.total > MOST_INK + NEARLY and not colour.is_registration:
        findings.add("ink-total", f"{paint.what} of {round(100 * colour.total)} % of ink", ground.of(paint))
    if not paint.overprint or not colour.is_process:
        return
    if colour.is_white:
        findings.add("white-overprints", f"a white {paint.what} that overprints is not to be seen", ground.of(paint))
    elif not colour.is_only_black:
        findings.add("colour-overprints", f"{paint.what} of {colour} mixes with its ground", ground.of(paint))


def _check_text(paint: Paint, ground: Ground, findings: Findings) -> None:
    *colours, black = paint.colour.cmyk
    if black > BLACKISH and sum(colours) > 0 and not paint.colour.is_registration:
        findings.add("rich-black", f"text of {paint.colour}", ground.of(paint))
    if paint.colour.is_black and not paint.overprint:
        findings.add("black-knocks-out", "black text leaves a hole in its ground", ground.of(paint))


def _check_line(paint: Paint, ground: Ground, findings: Findings) -> None:
    """A rectangle that is long and thin is a line too; a dot is none."""
    length = max(paint.box[2] - paint.box[0], paint.box[3] - paint.box[1])
    is_line = paint.what == "stroke" or (paint.straight and length > LINE)
    if is_line and paint.width < HAIRLINE - NEARLY and not paint.colour.is_white:
        findings.add("hairline", f"a {paint.what} of {paint.width:.3f} pt", ground.of(paint))
