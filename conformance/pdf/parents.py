"""The way back: from marks and annotations through the parent tree to the elements that hold them (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

import pikepdf
from content import Mark
from finding import Findings
from names import read_number_tree
from tree import Element, Tree

Key = tuple[int, int]


class Parents:
    """The parent tree with the keys that were asked for, so that those that nobody asks for come to light."""

    def __init__(self, root: pikepdf.Object, findings: Findings) -> None:
        self.findings = findings
        entries = read_number_tree(root.get("/ParentTree"), "ParentTree", findings)
        self.entries = dict(entries)
        self.asked: set[int] = set()
        following = int(root.get("/ParentTreeNextKey", -1))
        if self.entries and following <= max(self.entries):
            findings.add("parent-tree-next-key", f"{following} is not above {max(self.entries)}", "StructTreeRoot")

    def check_stream(self, owner: pikepdf.Object, marks: list[Mark], holders: dict[Mark, Element], where: str) -> None:
        """Each mark of a page or form leads to the element that holds it, and no entry leads from a mark that is not there."""
        key = owner.get("/StructParents")
        if key is None:
            if marks:
                self.findings.add("parent-tree-missing", f"{len(marks)} marks and no /StructParents", where)
            return
        self.asked.add(int(key))
        entry = self.entries.get(int(key))
        listed = list(entry) if isinstance(entry, pikepdf.Array) else []
        for mark in marks:
            number = mark[1]
            parent = listed[number] if number < len(listed) else None
            if parent is None:
                self.findings.add("parent-tree-missing", f"no entry for MCID {number}", where)
            elif mark in holders and parent.objgen != holders[mark].obj.objgen:
                self.findings.add("parent-tree-wrong", f"MCID {number} leads to another element", holders[mark].path)
        numbers = {number for _, number in marks}
        for number, parent in enumerate(listed):
            if parent is not None and number not in numbers:
                self.findings.add("parent-tree-stray", f"an entry for MCID {number}, which is not there", where)

    def check_annotation(self, annotation: pikepdf.Object, holder: Element, where: str) -> None:
        key = annotation.get("/StructParent")
        entry = None if key is None else self.entries.get(int(key))
        if key is not None:
            self.asked.add(int(key))
        if entry is None:
            self.findings.add("parent-tree-missing", "no entry for an annotation", where)
        elif entry.objgen != holder.obj.objgen:
            self.findings.add("parent-tree-wrong", "an annotation leads to another element", holder.path)

    def check_strays(self) -> None:
        for key in sorted(set(self.entries) - self.asked):
            self.findings.add("parent-tree-stray", f"key {key} belongs to nothing", "ParentTree")


def check_marks(tree: Tree, painted: set[Mark], where: dict[Key, str], findings: Findings) -> dict[Mark, Element]:
    """Tree and content hold the same marks, each once. Returns who holds which."""
    holders: dict[Mark, Element] = {}
    for mark, element in tree.marks:
        if mark in holders:
            findings.add("mark-shared", f"MCID {mark[1]} is also held by {holders[mark].path}", element.path)
        holders[mark] = element
        if mark not in painted:
            findings.add("mark-dangling", f"MCID {mark[1]} is not in {where.get(mark[0], 'any page')}", element.path)
    for stream, number in sorted(painted - set(holders)):
        findings.add("mark-unheld", f"MCID {number} is in no element", where.get(stream, str(stream)))
    return holders


def _in_note(element: Element | None) -> bool:
    while element is not None:
        if element.role in ("Note", "FENote"):
            return True
        element = element.parent
    return False


def check_order(
    tree: Tree, painted: list[Mark], where: dict[Key, str], findings: Findings, *, folded: bool = False
) -> None:
    """Who reads by the content, page after page, and who reads by the tags meet the same order (ISO 14289-1, 7.2).

    The panels of a folded sheet are read from side to side and back: there each side by itself has the order of the tree.
    """
    # A footnote stands in the tree at its mark, where it is read, and on the page at its foot (ISO 32000-1, table 338).
    both = set(painted) & {mark for mark, element in tree.marks if not _in_note(element)}
    in_tree = [(mark, element) for mark, element in tree.marks if mark in both]
    if folded:
        sides = list(dict.fromkeys(mark[0] for mark in painted))
        in_tree.sort(key=lambda each: sides.index(each[0][0]))
    for mark, (expected, element) in zip((mark for mark in painted if mark in both), in_tree, strict=False):
        if mark != expected:
            message = f"{_place(mark, where)} is painted where the tree has {_place(expected, where)}"
            findings.add("content-order", message, element.path)
            return


def _place(mark: Mark, where: dict[Key, str]) -> str:
    return f"{where.get(mark[0], 'a form')} MCID {mark[1]}"
