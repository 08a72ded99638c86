"""What pages, forms, patterns and soft masks are given to paint with, used or not: spaces, groups, graphics states."""

from __future__ import annotations

import pikepdf
from colours import faults
from finding import Findings
from painting import paints_of
from pikepdf import Dictionary, Name, Stream

CMYK_GROUPS = "/DeviceCMYK"


def check_resources(page: pikepdf.Page, where: str, findings: Findings) -> None:
    _Walk(where, findings).visit(page.obj, "a page")


class _Walk:
    def __init__(self, where: str, findings: Findings) -> None:
        self.where = where
        self.findings = findings
        self.seen: set[tuple[int, int]] = set()

    def visit(self, owner: pikepdf.Object, what: str) -> None:
        if owner.objgen in self.seen:
            return
        self.seen.add(owner.objgen)
        self.check_group(owner.get("/Group"), what)
        resources = owner.get("/Resources", Dictionary())
        for space in resources.get("/ColorSpace", Dictionary()).values():
            self.check_space(space, "a colour space")
        for shading in resources.get("/Shading", Dictionary()).values():
            self.check_space(shading.ColorSpace, "a shading")
        for pattern in resources.get("/Pattern", Dictionary()).values():
            if isinstance(pattern, Stream):
                self.visit(pattern, "a pattern")
            else:
                self.check_space(pattern.Shading.ColorSpace, "a shading")
        for state in resources.get("/ExtGState", Dictionary()).values():
            self.check_state(state)
        for painted in resources.get("/XObject", Dictionary()).values():
            if painted.get("/Subtype") == "/Form":
                self.visit(painted, "a form")
        for font in resources.get("/Font", Dictionary()).values():
            if font.get("/Subtype") == "/Type3":
                self.visit(font, "a Type 3 font")

    def check_group(self, group: pikepdf.Object | None, what: str) -> None:
        """Prepress refuses pages that blend in another space than they print in (ISO 32000-1, 11.4.7 and 11.6.6)."""
        space = None if group is None else group.get("/CS")
        if space is None or self.check_space(space, f"the group of {what}"):
            return
        profile = int(space[1].N) if not isinstance(space, Name) and str(space[0]) == "/ICCBased" else 0
        # A mask is of one colour: its group may be grey.
        if str(space) != CMYK_GROUPS and profile != 4 and what != "a soft mask":
            self.findings.add("group-space", f"the group of {what} blends in {space}", self.where)

    def check_state(self, state: pikepdf.Object) -> None:
        """ISO 32000-1, 8.4.5, 10.4 and 10.5: transfer functions and halftones are the press's, not the file's."""
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            self.visit(mask.G, "a soft mask")
            for paint in paints_of(mask.G):
                if paint.colour.screen:
                    self.findings.add("rgb", f"a soft mask paints in {paint.colour.screen}", self.where)
        if "/TR" in state or state.get("/TR2", Name.Default) != "/Default":
            self.findings.add("transfer-function", "a graphics state has a transfer function", self.where)
        if "/HTP" in state or state.get("/HT", Name.Default) != "/Default":
            self.findings.add("halftone", "a graphics state has a halftone", self.where)

    def check_space(self, space: pikepdf.Object, what: str) -> bool:
        found = faults(space)
        for rule, message in found:
            self.findings.add(rule, f"{what} {message}", self.where)
        return bool(found)
