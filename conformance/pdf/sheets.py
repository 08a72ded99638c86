"""What pages are put together to for a press: `sheets.py FILE…` prints findings as JSON.

Sheets for saddle stitch, forms of two and covers, each beside the file of single pages that it was made of: sizes, the order
of the pages told by how much text stands on them, and marks on every side.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings, judge_files  # noqa: E402
from geometry import MM, Box, box_of  # noqa: E402
from painting import paints  # noqa: E402

NEAR = 0.1
GAP = 12 * MM
LEAF = (0.04 * MM, 0.4 * MM)
"""Papers that books are printed on are no thinner and no thicker."""


def _check(pdf: pikepdf.Pdf, findings: Findings) -> None:
    path = Path(str(pdf.filename))
    name, kind = path.name.removesuffix(".pdf").rsplit(".", 1)
    with pikepdf.open(path.with_name(f"{name}.print.pdf")) as single:
        pages = list(single.pages)
        width, height = _size(pages[0])
        for number, page in enumerate(pdf.pages, 1):
            _check_marks(page, f"side {number}", findings)
            if abs(_size(page)[1] - height) > NEAR:
                findings.add("sheet-size", "is not as high as the pages on it", f"side {number}")
        if kind == "cover":
            _check_spine(pdf, width, len(pages), findings)
        else:
            order = _saddle(len(pages)) if kind == "saddle" else _turned(len(pages))
            # Between two on a form there is room for the bleed of both.
            gap = 0 if kind == "saddle" else GAP
            _check_order(pdf, [_words(page) for page in pages], order, (width, gap), findings)


def _saddle(pages: int) -> list[tuple[int, int]]:
    """Left and right on each side, from 0, the outermost sheet first."""
    sheets = range(pages // 4)
    return [pair for n in sheets for pair in ((pages - 1 - 2 * n, 2 * n), (2 * n + 1, pages - 2 - 2 * n))]


def _turned(pages: int) -> list[tuple[int, int]]:
    return [(n, n + 1) for n in range(0, pages, 2)]


def _check_order(pdf: pikepdf.Pdf, words: list[int], order: list[tuple[int, int]], size: tuple[float, float], findings: Findings) -> None:
    width, gap = size
    if len(pdf.pages) != len(order):
        findings.add("sheet-count", f"{len(pdf.pages)} sides for {len(words)} pages")
        return
    for number, (page, (left, right)) in enumerate(zip(pdf.pages, order, strict=True), 1):
        where = f"side {number}"
        if not -NEAR <= _size(page)[0] - 2 * width <= gap + NEAR:
            findings.add("sheet-size", f"is {_size(page)[0] / MM:.1f} mm wide for two pages of {width / MM:.1f} mm", where)
        trim = _trim(page)
        middle = (trim[0] + trim[2]) / 2
        found = (_words(page, (trim[0], trim[1], middle, trim[3])), _words(page, (middle, trim[1], trim[2], trim[3])))
        if found != (words[left], words[right]):
            findings.add("sheet-order", f"does not have pages {left + 1} and {right + 1} side by side", where)


def _words(page: pikepdf.Page, within: Box | None = None) -> int:
    """How many texts begin there."""
    left, bottom, right, top = within or _trim(page)
    boxes = [paint.box for paint in paints(page) if paint.what == "text"]
    return sum(left <= box[0] < right and bottom <= box[1] < top for box in boxes)


def _check_spine(pdf: pikepdf.Pdf, width: float, pages: int, findings: Findings) -> None:
    if len(pdf.pages) != 1:
        findings.add("sheet-count", f"{len(pdf.pages)} sides for a cover")
    spine = _size(pdf.pages[0])[0] - 2 * width
    # The cover is two of the pages.
    leaves = (pages - 2) / 2
    if not LEAF[0] * leaves <= spine <= LEAF[1] * leaves:
        findings.add("spine", f"{spine / MM:.2f} mm for {leaves:g} leaves")


def _check_marks(page: pikepdf.Page, where: str, findings: Findings) -> None:
    """In the colour of registration, beyond each edge of the bleed."""
    bleed = box_of(page.obj.get("/BleedBox")) or _trim(page)
    marks = [paint.box for paint in paints(page) if paint.colour.is_registration]
    beyond = {
        "left": any(box[2] <= bleed[0] + NEAR for box in marks),
        "right": any(box[0] >= bleed[2] - NEAR for box in marks),
        "foot": any(box[3] <= bleed[1] + NEAR for box in marks),
        "head": any(box[1] >= bleed[3] - NEAR for box in marks),
    }
    for side, has_marks in beyond.items():
        if not has_marks:
            findings.add("sheet-marks", f"no mark on the {side}", where)


def _trim(page: pikepdf.Page) -> Box:
    trim = box_of(page.obj.get("/TrimBox"))
    if trim is None:
        raise pikepdf.PdfError("no TrimBox")
    return trim


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = _trim(page)
    return right - left, top - bottom


if __name__ == "__main__":
    judge_files(_check)
