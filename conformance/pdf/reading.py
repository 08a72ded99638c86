"""What a listener meets on the way: notes apart from the words that call them, links once, contents as deep as the outline, and each
heading among the bookmarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf
from finding import Findings
from tree import Element, Tree

HEADINGS = {"H", "H1", "H2", "H3", "H4", "H5", "H6"}
APART = {"P", "TH", "TD", "Table", "Caption", "Lbl"} | HEADINGS
"""What is said in one go, or again with each cell: a note's words don't belong amid it."""


def check_reading(pdf: pikepdf.Pdf, tree: Tree, findings: Findings) -> None:
    # On paper there are no links, so an entry has none.
    wanted = 1 if any(element.role == "Link" for element in tree.elements) else 0
    bookmarks = list(_depths(pdf.Root.get("/Outlines", pikepdf.Dictionary()), 1))
    depths = dict(bookmarks)
    headings = sum(element.role in HEADINGS for element in tree.elements)
    # The first bookmark is the title's.
    if headings > len(bookmarks) - 1:
        findings.add("outline-incomplete", f"{headings} headings and the title have {len(bookmarks)} bookmarks", "Outlines")
    for element in tree.elements:
        if element.role in ("Note", "FENote"):
            _check_note(element, findings)
        elif element.role == "Link":
            _check_link(element, findings)
        elif element.role == "TOC":
            _check_contents(element, wanted, depths, findings)


def _check_note(note: Element, findings: Findings) -> None:
    around = next((element.role for element in _around(note) if element.role in APART), None)
    if around is not None:
        findings.add("note-amid", f"a note stands within {around}, and is said amid its words", note.path)


def _check_link(link: Element, findings: Findings) -> None:
    """Who goes from link to link meets each once on a page, however many lines it has (ISO 32000-1, 12.5.6.5)."""
    for page, count in Counter(None if page is None else page.objgen for _, page in link.objects).items():
        if count > 1:
            findings.add("link-doubled", f"a link has {count} annotations on one page ({page})", link.path)


def _check_contents(contents: Element, wanted: int, depths: dict[object, int], findings: Findings) -> None:
    """TOC > TOCI > Reference > Link, one link an entry; entries that lead to a bookmark's place are as deep as it."""
    depth = 1 + sum(element.role == "TOC" for element in _around(contents))
    for item in contents.elements:
        if item.role != "TOCI":
            if item.role not in ("TOC", "Caption"):
                findings.add("contents-structure", f"TOC holds {item.role}", item.path)
            continue
        links = [link for link in _below(item) if link.role == "Link"]
        if len(links) != wanted:
            findings.add("contents-structure", f"an entry of the contents has {len(links)} links", item.path)
        for annotation, _ in [reference for link in links for reference in link.objects]:
            expected = depths.get(_place(annotation))
            if expected is not None and expected != depth:
                message = f"an entry stands at level {depth}, its bookmark at level {expected}"
                findings.add("contents-depth", message, item.path)


def _below(element: Element) -> Iterator[Element]:
    """What stands in an entry but for the entries below it."""
    for child in element.elements:
        if child.role != "TOC":
            yield child
            yield from _below(child)


def _around(element: Element) -> Iterator[Element]:
    above = element.parent
    while above is not None:
        yield above
        above = above.parent


def _depths(parent: pikepdf.Object, depth: int) -> Iterator[tuple[object, int]]:
    item = parent.get("/First")
    while item is not None:
        yield _place(item), depth
        yield from _depths(item, depth + 1)
        item = item.get("/Next")


def _place(holder: pikepdf.Object) -> object:
    """Where a link or a bookmark leads: the page and the height on it."""
    target = holder.get("/Dest", holder.get("/A", pikepdf.Dictionary()).get("/D"))
    if not isinstance(target, pikepdf.Array) or len(target) < 4 or not isinstance(target[0], pikepdf.Dictionary):
        return None
    return target[0].objgen, float(target[3])
