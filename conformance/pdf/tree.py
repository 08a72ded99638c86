"""The structure tree: its elements in order, their roles, and the content that each holds (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from content import Mark
from finding import Findings

GROUPING = "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private"
BLOCKS = "P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot"
INLINES = "Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form"
STANDARD = set(f"{GROUPING} {BLOCKS} {INLINES}".split())
"""ISO 32000-1, 14.8.4."""
STANDARD_2 = STANDARD | set("DocumentFragment Aside Title FENote Sub Em Strong Artifact".split())
"""ISO 32000-2, 14.8.4; headings deeper than 6 besides."""


@dataclass
class Element:
    """A structure element. `role` is the standard type that its own type is mapped to, or None."""

    obj: pikepdf.Object
    role: str | None
    path: str
    parent: Element | None
    elements: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    objects: list[tuple[pikepdf.Object, pikepdf.Object | None]] = field(default_factory=list)
    """Annotations by OBJR, each with the page that the reference names."""

    def holds_content(self) -> bool:
        return bool(self.marks or self.objects) or any(child.holds_content() for child in self.elements)


@dataclass
class Tree:
    elements: list[Element] = field(default_factory=list)
    """In reading order, outer before inner."""
    marks: list[tuple[Mark, Element]] = field(default_factory=list)
    """In reading order, which between an element's children and its own marks is that of its /K."""


def attributes(element: Element) -> Iterator[pikepdf.Object]:
    given = element.obj.get("/A")
    if given is None:
        return
    for each in given if isinstance(given, pikepdf.Array) else [given]:
        if isinstance(each, pikepdf.Dictionary):
            yield each


def read_tree(root: pikepdf.Object, findings: Findings) -> Tree:
    tree = Tree()
    _Walk(tree, root.get("/RoleMap", pikepdf.Dictionary()), findings).children(root, None, None)
    return tree


class _Walk:
    def __init__(self, tree: Tree, role_map: pikepdf.Object, findings: Findings) -> None:
        self.tree = tree
        self.role_map = role_map
        self.findings = findings
        self.seen: set[tuple[int, int]] = set()

    def children(self, obj: pikepdf.Object, element: Element | None, page: pikepdf.Object | None) -> None:
        """`page` is what a bare number among the kids refers to: the nearest /Pg."""
        kids = obj.get("/K")
        if kids is None:
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self.child(kid, obj, element, page)

    def child(
        self, kid: pikepdf.Object, parent: pikepdf.Object, element: Element | None, page: pikepdf.Object | None
    ) -> None:
        if not isinstance(kid, pikepdf.Dictionary):
            self.mark(int(kid), page, element)
        elif kid.get("/Type") == "/MCR":
            self.mark(int(kid.MCID), kid.get("/Stm", kid.get("/Pg", page)), element)
        elif kid.get("/Type") == "/OBJR":
            if element is not None:
                element.objects.append((kid.Obj, kid.get("/Pg", page)))
        else:
            self.element(kid, parent, element, page)

    def mark(self, number: int, stream: pikepdf.Object | None, element: Element | None) -> None:
        if stream is None or element is None:
            where = "StructTreeRoot" if element is None else element.path
            self.findings.add("mark-without-page", f"MCID {number} names no page", where)
            return
        element.marks.append((stream.objgen, number))
        self.tree.marks.append(((stream.objgen, number), element))

    def element(
        self, obj: pikepdf.Object, parent: pikepdf.Object, above: Element | None, page: pikepdf.Object | None
    ) -> None:
        name = str(obj.get("/S", "/?"))[1:]
        siblings = self.tree.elements if above is None else above.elements
        nth = 1 + sum(str(sibling.obj.get("/S"))[1:] == name for sibling in siblings if sibling.parent is above)
        path = f"{above.path}/{name}[{nth}]" if above else name
        if obj.objgen in self.seen:
            self.findings.add("element-twice", "an element has two places in the tree", path)
            return
        self.seen.add(obj.objgen)
        if obj.get("/P") is None or obj.P.objgen != parent.objgen:
            self.findings.add("wrong-parent", "/P is not the element that it is a child of", path)
        element = Element(obj, self.role(obj, name), path, above)
        if element.role is None:
            self.findings.add("unknown-role", f"{name} is not mapped to a standard type (ISO 14289-1, 7.1-5)", path)
        self.tree.elements.append(element)
        if above is not None:
            above.elements.append(element)
        self.children(obj, element, obj.get("/Pg", page))

    def role(self, obj: pikepdf.Object, name: str) -> str | None:
        namespace = obj.get("/NS")
        standard = STANDARD
        if namespace is not None and str(namespace.get("/NS")).startswith("http://iso.org/pdf2/"):
            standard = STANDARD_2
        tried: set[str] = set()
        while name not in standard:
            mapped = self.role_map.get(f"/{name}")
            if mapped is None or name in tried:
                return None
            tried.add(name)
            name = str(mapped)[1:]
        return name
