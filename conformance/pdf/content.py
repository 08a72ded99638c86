"""Content streams: which marks they hold, in what order, and whether every painting operator is inside one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from finding import Findings

PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"}

Stream = tuple[int, int]
"""Object and generation number of the page or form that a mark's number belongs to."""
Mark = tuple[Stream, int]


@dataclass
class Content:
    """A page's marks in painting order, and the forms that brought some of them."""

    marks: list[Mark] = field(default_factory=list)
    forms: dict[Stream, pikepdf.Object] = field(default_factory=dict)


def read_content(page: pikepdf.Page, where: str, findings: Findings) -> Content:
    """Reads one page and the forms that it paints (ISO 32000-1, 14.6 and 14.7.4)."""
    content = Content()
    _Reader(content, where, findings).read(page, page.obj, page.obj.objgen, [])
    seen: set[Mark] = set()
    for mark in content.marks:
        if mark in seen:
            findings.add("mark-twice", f"MCID {mark[1]} is used twice in one stream", where)
        seen.add(mark)
    return content


class _Reader:
    def __init__(self, content: Content, where: str, findings: Findings) -> None:
        self.content = content
        self.where = where
        self.findings = findings

    def read(self, stream: pikepdf.Page | pikepdf.Object, owner: pikepdf.Object, key: Stream, around: list[str]) -> None:
        """`around` says what the stream is painted inside of: "artifact", "mark" or "other", outermost first."""
        open_marks = list(around)
        outside_text: int | None = None
        saved = 0
        resources = owner.get("/Resources", pikepdf.Dictionary())
        for operands, operator in _instructions(stream):
            name = str(operator)
            if name == "BT":
                outside_text = len(open_marks)
            elif name == "ET":
                if outside_text != len(open_marks):
                    self.add("mark-across-text", "a mark is opened and closed on different sides of BT or ET")
                outside_text = None
            elif name in ("BMC", "BDC"):
                open_marks.append(self.open(operands, resources, key, open_marks))
            elif name == "EMC":
                if len(open_marks) == len(around):
                    self.add("unbalanced-mark", "EMC without BMC or BDC")
                    continue
                open_marks.pop()
                if outside_text is not None and len(open_marks) < outside_text:
                    self.add("mark-across-text", "a mark is opened and closed on different sides of BT or ET")
                    outside_text = len(open_marks)
            elif name in ("q", "Q"):
                saved += 1 if name == "q" else -1
                if saved < 0:
                    self.add("unbalanced-state", "Q without q")
                    saved = 0
            elif name in PAINTING:
                self.paint(name, operands, resources, open_marks)
        if len(open_marks) > len(around):
            self.add("unbalanced-mark", f"{len(open_marks) - len(around)} marks are never closed")
        if saved > 0:
            self.add("unbalanced-state", f"{saved} q without Q")

    def open(self, operands: list[pikepdf.Object], resources: pikepdf.Object, key: Stream, around: list[str]) -> str:
        tag = str(operands[0])
        number = _mcid(operands, resources)
        kind = "artifact" if tag == "/Artifact" else "other" if number is None else "mark"
        if kind == "artifact" and "mark" in around:
            self.add("artifact-in-mark", "an artifact is inside tagged content (ISO 14289-1, 7.1-1)")
        if kind == "mark" and "artifact" in around:
            self.add("mark-in-artifact", f"{tag} MCID {number} is inside an artifact (ISO 14289-1, 7.1-2)")
        if kind == "mark" and "mark" in around:
            self.add("mark-in-mark", f"{tag} MCID {number} is inside another mark with an MCID")
        if kind == "mark" and number is not None:
            self.content.marks.append((key, number))
        return kind

    def paint(self, name: str, operands: list[pikepdf.Object], resources: pikepdf.Object, around: list[str]) -> None:
        form = _form(name, operands, resources)
        if form is not None:
            tagged = "/StructParents" in form
            if tagged and form.objgen in self.content.forms:
                self.add("form-twice", f"a form with tagged content is painted twice: {form.objgen}")
            if tagged:
                self.content.forms[form.objgen] = form
            self.read(form, form, form.objgen, around)
        elif "mark" not in around and "artifact" not in around:
            self.add("untagged-content", f"{name} paints outside of tagged content and artifacts (ISO 14289-1, 7.1-3)")

    def add(self, rule: str, message: str) -> None:
        self.findings.add(rule, message, self.where)


def _instructions(stream: pikepdf.Page | pikepdf.Object) -> Iterator[tuple[list[pikepdf.Object], pikepdf.Operator]]:
    for instruction in pikepdf.parse_content_stream(stream):
        yield list(instruction.operands), instruction.operator


def _mcid(operands: list[pikepdf.Object], resources: pikepdf.Object) -> int | None:
    if len(operands) < 2:
        return None
    properties = operands[1]
    if isinstance(properties, pikepdf.Name):
        properties = resources.get("/Properties", pikepdf.Dictionary()).get(str(properties), pikepdf.Dictionary())
    number = properties.get("/MCID")
    return None if number is None else int(number)


def _form(name: str, operands: list[pikepdf.Object], resources: pikepdf.Object) -> pikepdf.Object | None:
    if name != "Do":
        return None
    painted = resources.get("/XObject", pikepdf.Dictionary()).get(str(operands[0]))
    return painted if painted is not None and painted.get("/Subtype") == "/Form" else None
