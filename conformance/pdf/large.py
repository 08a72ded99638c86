"""Large print as its readers need it: the size of every letter as it is painted, the ends of lines, one column, nothing that leans.

Charts have no letters but outlines, a path for each line of words. Those are measured by how high they are, which finds what is
much too small; a test knows their size.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from math import hypot
from pathlib import Path

import pikepdf

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings, judge_files  # noqa: E402
from tree import Element, read_tree  # noqa: E402

LEAST = 18 - 0.01
"""Points (UKAAF G003; APH Guidelines for Large Print)."""
RUNNING = 25
"""Letters of a line from which on it is running text, no name in a frame and no number of a page."""
DIGIT = 0.66
"""A digit or a capital is so high at least, of the size of its type; one is in every chart (FiraGO 0.69, Noto Sans 0.71)."""
LETTERS = 3
"""Outlines of a path from which on it is words, if it is also rounded and none is higher than `WORDS`."""
WORDS = 40
NARROW = 0.4
"""Brackets are higher than digits, and less wide than this part of their height."""
BESIDE = {"Table", "L", "TOC", "Figure"}
"""What has parts that belong side by side: cells, marks before items, page numbers after entries."""

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


def times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


@dataclass
class Shown:
    """A string as it is painted; where it begins, in points, and the mark that it is in."""

    text: str
    x: float
    y: float
    mark: int | None


@dataclass
class Drawn:
    """Outlines that are letters by their form; how high the highest of them is, in points, and the mark that they are in."""

    height: float
    mark: int | None


class Outline:
    """A path as it is made: its parts, each the points of one outline."""

    def __init__(self) -> None:
        self.parts: list[list[tuple[float, float]]] = []
        self.rounded = False

    def add(self, name: str, operands: list[pikepdf.Object], ctm: Matrix) -> None:
        if name == "m" or not self.parts:
            self.parts.append([])
        self.rounded |= name in ("c", "v", "y")
        for x, y in zip(operands[::2], operands[1::2]):
            at = times((1, 0, 0, 1, float(x), float(y)), ctm)
            self.parts[-1].append((at[4], at[5]))

    @property
    def height(self) -> float | None:
        """Of its letters, without brackets and what else is narrow; None for other shapes."""
        boxes = [[max(axis) - min(axis) for axis in zip(*part)] for part in self.parts]
        if not self.rounded or len(boxes) < LETTERS or max(high for _, high in boxes) > WORDS:
            return None
        return max((high for wide, high in boxes if wide > NARROW * high), default=None)


def matrix(operands: list[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)
    return (a, b, c, d, e, f)


class Reader:
    def __init__(self, where: str, findings: Findings) -> None:
        self.where = where
        self.findings = findings
        self.shown: list[Shown] = []
        self.drawn: list[Drawn] = []
        self.words: dict[object, dict[int, str]] = {}

    def read(self, stream: pikepdf.Page | pikepdf.Object, owner: pikepdf.Object, outer: Matrix) -> None:
        ctm, saved = outer, []
        text, line, size, leading = UNIT, UNIT, 0.0, 0.0
        font: pikepdf.Object | None = None
        marks: list[int | None] = []
        outline = Outline()
        resources = owner.get("/Resources", pikepdf.Dictionary())
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "q":
                saved.append((ctm, size, font))
            elif name == "Q" and saved:
                ctm, size, font = saved.pop()
            elif name in ("m", "l", "c", "v", "y"):
                outline.add(name, list(operands), ctm)
            elif name in ("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"):
                if name[0] in "fFBb" and outline.height is not None:
                    self.drawn.append(Drawn(outline.height, marks[-1] if marks else None))
                outline = Outline()
            elif name == "cm":
                ctm = times(matrix(operands), ctm)
            elif name == "BT":
                text = line = UNIT
            elif name == "Tf":
                font, size = resources.get("/Font", {}).get(str(operands[0])), float(operands[1])
            elif name == "TL":
                leading = float(operands[0])
            elif name == "Tm":
                text = line = matrix(operands)
            elif name in ("Td", "TD"):
                text = line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), line)
            elif name == "T*":
                text = line = times((1, 0, 0, 1, 0, -leading), line)
            elif name in ("BDC", "BMC"):
                own = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                marks.append(int(own["/MCID"]) if "/MCID" in own else (marks[-1] if marks else None))
            elif name == "EMC" and marks:
                marks.pop()
            elif name in ("Tj", "TJ", "'", '"') and font is not None:
                self.show(operands[-1], font, size, times(text, ctm), marks[-1] if marks else None)
            elif name == "Do":
                form = resources.get("/XObject", {}).get(str(operands[0]))
                if form is not None and form.get("/Subtype") == "/Form":
                    own = form.get("/Matrix")
                    self.read(form, form, times(matrix(list(own)) if own is not None else UNIT, ctm))

    def show(self, operand: pikepdf.Object, font: pikepdf.Object, size: float, at: Matrix, mark: int | None) -> None:
        parts = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        known = self.known(font)
        text = "".join(known.get(int.from_bytes(codes[i : i + 2], "big"), "") for i in range(0, len(codes), 2))
        if text.strip() == "" and known:
            return
        painted = size * hypot(at[2], at[3])
        if painted < LEAST:
            self.findings.add("small", f"“{text.strip()[:40]}” is painted at {painted:.2f} points", self.where)
        if re.search("italic|oblique", str(font.get("/BaseFont", "")), re.I):
            self.findings.add("leaning", f"“{text.strip()[:40]}” leans", self.where)
        self.shown.append(Shown(text, at[4], at[5], mark))

    def known(self, font: pikepdf.Object) -> dict[int, str]:
        key = font.objgen
        if key not in self.words:
            self.words[key] = to_unicode(font)
        return self.words[key]


def to_unicode(font: pikepdf.Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    known: dict[int, str] = {}
    word = lambda digits: bytes.fromhex(digits).decode("utf-16-be", "replace")  # noqa: E731
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<([^>]*)>", block):
            known[int(code, 16)] = word(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, rest in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<[^>]*>)", block):
            texts = re.findall(r"<([^>]*)>", rest)
            for index in range(int(last, 16) - int(first, 16) + 1):
                single = chr(int(texts[0], 16) + index) if len(texts) == 1 and len(texts[0]) == 4 else None
                known[int(first, 16) + index] = word(texts[index]) if rest[0] == "[" else single or word(texts[0])
    return known


def check(pdf: pikepdf.Pdf, findings: Findings) -> None:
    tree = read_tree(pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()), Findings())
    homes = {mark: element for mark, element in tree.marks}
    for index, page in enumerate(pdf.pages, 1):
        reader = Reader(f"page {index}", findings)
        reader.read(page, page.obj, UNIT)
        lines: dict[tuple[float, int], list[tuple[Shown, Element]]] = defaultdict(list)
        for shown in reader.shown:
            element = homes.get((page.obj.objgen, shown.mark)) if shown.mark is not None else None
            if element is not None:
                lines[(round(shown.y), id(block(element)))].append((shown, block(element)))
        check_lines(list(lines.items()), f"page {index}", findings)
        check_drawn([(homes.get((page.obj.objgen, each.mark)), each) for each in reader.drawn], f"page {index}", findings)


def check_drawn(all_: list[tuple[Element | None, Drawn]], where: str, findings: Findings) -> None:
    """The highest letters of each figure are digits or capitals: all of it is of one size."""
    highest: dict[int, float] = {}
    for element, drawn in all_:
        if element is not None and element.role == "Figure":
            highest[id(element)] = max(highest.get(id(element), 0), drawn.height)
    for height in highest.values():
        if height < LEAST * DIGIT:
            findings.add("small", f"the highest letters of a drawing are {height:.1f} points high: {height / DIGIT:.1f} points of type at most", where)


def block(element: Element) -> Element:
    """The paragraph, heading or cell that words are of."""
    inline = {"Span", "Strong", "Em", "Link", "Reference", "Lbl"}
    while element.role in inline and element.parent is not None:
        element = element.parent
    return element


def is_within(element: Element | None, roles: set[str]) -> bool:
    while element is not None:
        if element.role in roles:
            return True
        element = element.parent
    return False


def check_lines(lines: list, where: str, findings: Findings) -> None:
    whole = [(y, key, "".join(shown.text for shown, _ in parts), parts[0][1]) for (y, key), parts in lines]
    below: dict[int, list[tuple[float, str, int | None, int | None]]] = defaultdict(list)
    for (y, key), parts in lines:
        text = "".join(shown.text for shown, _ in parts)
        below[key].append((y, text, parts[0][0].mark, parts[-1][0].mark))
    heads = {key for _, key, _, element in whole if is_within(element, {"TH"})}
    for key, parts in below.items():
        ordered = sorted(parts, key=lambda line: -line[0])
        for (_, text, _, last), (_, following, first, _) in zip(ordered, ordered[1:]):
            # Lines of one text end with the space between two words: a word without one, alone in its line, was parted for want of
            # room. Heads of rows have lines of their own that are not parted so: what names a row, and who answers for it.
            split = last == first and re.fullmatch(r"[^\W\d_]+", text) and key not in heads
            if (split or re.search(r"\w[-\u2010\u00ad]\s*$", text)) and re.match(r"\w", following):
                findings.add("divided", f"“…{text[-20:]}” goes on in the next line", where)
    running = [(y, key, text) for y, key, text, element in whole if len(text) >= RUNNING and not is_within(element, BESIDE)]
    for place, (y, key, text) in enumerate(running):
        for other_y, other, _ in running[place + 1 :]:
            if other != key and abs(other_y - y) < 6:
                findings.add("columns", f"“{text[:30]}…” has other text beside it", where)


if __name__ == "__main__":
    judge_files(check)
