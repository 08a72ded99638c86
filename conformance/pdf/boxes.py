"""A page's boxes (ISO 32000-1, 14.11.2), and whether what it paints fills them: bleed, and nothing but marks beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from finding import Findings
from geometry import MM, NEAR, Box, around, box_of, grown, overlap
from painting import Paint

BLEED = 3 * MM
REACH = 0.5
"""In points: what ends this near the trim was meant to reach it."""
PATCH = 10 * MM
"""A patch of a colour bar is no larger."""


@dataclass(frozen=True)
class Boxes:
    media: Box
    trim: Box
    bleed: Box

    @property
    def has_slug(self) -> bool:
        """Room for marks."""
        return not around(self.bleed, self.media, REACH)


def check_boxes(page: pikepdf.Page, where: str, findings: Findings) -> Boxes | None:
    """PDF/X-4 wants MediaBox and TrimBox, each in the one around it; printers want the bleed, and the sheet uncropped."""
    obj = page.obj
    if "/UserUnit" in obj:
        findings.add("user-unit", f"/UserUnit is {obj.UserUnit}", where)
    media, trim, bleed = (box_of(obj.get(name)) for name in ("/MediaBox", "/TrimBox", "/BleedBox"))
    if media is None or trim is None or bleed is None:
        findings.add("box-missing", f"MediaBox {media}, TrimBox {trim}, BleedBox {bleed}", where)
        return None
    if "/ArtBox" in obj:
        findings.add("box-art", "both TrimBox and ArtBox", where)
    if "/CropBox" in obj and not around(box_of(obj.CropBox) or trim, media):
        findings.add("box-crop", "the CropBox hides a part of the sheet", where)
    if not around(media, bleed) or not around(bleed, trim):
        findings.add("box-order", f"MediaBox {media}, BleedBox {bleed}, TrimBox {trim}", where)
    least = min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    if least < BLEED - NEAR:
        findings.add("bleed", f"{least / MM:.2f} mm on one side", where)
    return Boxes(media, trim, bleed)


def check_trims(all_boxes: list[tuple[str, Boxes]], findings: Findings) -> None:
    """Pages of one document are cut to one size; turned pages among upright ones are for the shop to turn, or refuse."""
    for where, boxes in all_boxes[1:]:
        first, size = _size(all_boxes[0][1].trim), _size(boxes.trim)
        message = f"cut to {_said(size)}, and page 1 to {_said(first)}"
        if _equal(sorted(first), sorted(size)):
            if not _equal(first, size):
                findings.ask("trim-turned", f"{message}; does the printer turn it?", where)
        else:
            findings.add("trim-differs", message, where)


def _equal(one: Sequence[float], other: Sequence[float]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= NEAR


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _said(size: tuple[float, float]) -> str:
    return f"{size[0] / MM:.1f} × {size[1] / MM:.1f} mm"


def check_reach(paint: Paint, boxes: Boxes, where: str, findings: Findings) -> None:
    if paint.colour.is_white:
        return
    if paint.colour.is_registration and overlap(paint.box, grown(boxes.bleed, -REACH)):
        findings.add("registration-inside", f"{paint.what} in the colour of all plates inside the bleed", where)
    elif paint.what != "text" and paint.step != "/Structural":
        _check_bleed(paint, boxes, where, findings)
    if boxes.has_slug and not around(boxes.bleed, paint.box, REACH):
        _check_slug(paint, boxes, where, findings)


def _check_bleed(paint: Paint, boxes: Boxes, where: str, findings: Findings) -> None:
    """What reaches the trim runs on to the end of the bleed, as a knife is not exact."""
    if overlap(paint.box, grown(boxes.trim, -REACH)) is None:
        return
    for side, name in enumerate(("left", "bottom", "right", "top")):
        outward = -1 if side < 2 else 1
        past_trim = outward * (paint.box[side] - boxes.trim[side])
        short_of_bleed = outward * (boxes.bleed[side] - paint.box[side])
        if past_trim > -REACH and short_of_bleed > REACH:
            message = f"{paint.what} of {paint.colour} ends {short_of_bleed / MM:.2f} mm before the bleed does, on the {name}"
            findings.add("bleed-not-filled", message, where)


def _check_slug(paint: Paint, boxes: Boxes, where: str, findings: Findings) -> None:
    """Outside of the bleed stand marks: on all plates or in black, or patches of a colour bar."""
    if overlap(paint.box, grown(boxes.bleed, -REACH)):
        findings.add("outside-bleed", f"{paint.what} of {paint.colour} runs over the bleed", where)
        return
    width, height = _size(paint.box)
    is_patch = paint.what == "fill" and max(width, height) <= PATCH
    if not (paint.colour.is_registration or paint.colour.is_only_black or is_patch):
        findings.add("outside-bleed", f"{paint.what} of {paint.colour} is no mark", where)
