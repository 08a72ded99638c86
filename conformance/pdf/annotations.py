"""Links and other annotations: in the tree, on the page that the tree says, described, and leading somewhere."""

from __future__ import annotations

import re

import pikepdf
from finding import Findings
from names import Destinations
from parents import Parents
from tree import Element, Tree

HIDDEN = 2
URI = re.compile(rb"[a-z]+:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
UNTAGGED = {"/Popup", "/PrinterMark"}


def check_annotations(
    pages: list[tuple[str, pikepdf.Page]], tree: Tree, parents: Parents, destinations: Destinations, findings: Findings
) -> None:
    """ISO 14289-1, 7.18."""
    holders = _holders(tree, pages, findings)
    for where, page in pages:
        linked: set[str] = set()
        annotations = [item for item in page.obj.get("/Annots", []) if item.get("/Subtype") not in UNTAGGED]
        if annotations and page.obj.get("/Tabs") != "/S":
            findings.add("tab-order", "annotations, and /Tabs is not /S (7.18.3)", where)
        for annotation in annotations:
            if int(annotation.get("/F", 0)) & HIDDEN:
                continue
            holder = holders.get(annotation.objgen)
            if holder is None:
                findings.add("annotation-untagged", f"{annotation.get('/Subtype')} is in no element", where)
            else:
                parents.check_annotation(annotation, holder, where)
                if holder.role == "Link" and holder.path in linked:
                    findings.add("link-split", "a second annotation on the page for the same link", holder.path)
                linked.add(holder.path)
            if annotation.get("/Subtype") == "/Link":
                _check_link(annotation, holder, page, destinations, where, findings)


def _holders(tree: Tree, pages: list[tuple[str, pikepdf.Page]], findings: Findings) -> dict[tuple[int, int], Element]:
    """Which element refers to which annotation; each reference must name the page that the annotation is on."""
    home = {item.objgen: page.obj.objgen for _, page in pages for item in page.obj.get("/Annots", [])}
    holders: dict[tuple[int, int], Element] = {}
    for element in tree.elements:
        for obj, page in element.objects:
            if obj.objgen not in home:
                findings.add("object-dangling", "OBJR to an annotation that is on no page", element.path)
            elif page is None or home[obj.objgen] != page.objgen:
                findings.add("object-page", "OBJR names another page than its annotation's", element.path)
            if obj.objgen in holders:
                findings.add("object-shared", f"an annotation is also in {holders[obj.objgen].path}", element.path)
            holders[obj.objgen] = element
    return holders


def _check_link(
    link: pikepdf.Object,
    holder: Element | None,
    page: pikepdf.Page,
    destinations: Destinations,
    where: str,
    findings: Findings,
) -> None:
    if holder is not None and holder.role != "Link":
        findings.add("link-role", f"a link is in {holder.role} (7.18.5)", holder.path)
    if str(link.get("/Contents", "")).strip() == "":
        findings.add("link-undescribed", "a link has no /Contents (7.18.5)", where)
    left, bottom, right, top = (float(edge) for edge in link.Rect)
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox)
    if not (x0 <= left < right <= x1 and y0 <= bottom < top <= y1):
        findings.add("link-off-page", f"a link's rectangle is {link.Rect}", where)
    _check_lines(link, (left, bottom, right, top), where, findings)
    action = link.get("/A", pikepdf.Dictionary())
    kind = action.get("/S")
    if kind == "/URI":
        address = bytes(action.get("/URI", pikepdf.String("")))
        if address.strip() == b"":
            findings.add("link-dead", "a link has no address", where)
        elif URI.fullmatch(address) is None:
            findings.add("link-not-ascii", f"an address is {address!r} (ISO 32000-1, 12.6.4.7)", where)
    elif kind == "/GoToR":
        if action.get("/F") is None:
            findings.add("link-dead", "a link names no file", where)
    elif not destinations.resolves(link.get("/Dest", action.get("/D"))):
        findings.add("link-dead", "a link leads to no page", where)


def _check_lines(
    link: pikepdf.Object, rectangle: tuple[float, float, float, float], where: str, findings: Findings
) -> None:
    """QuadPoints are of no use outside of the rectangle (ISO 32000-1, table 173)."""
    left, bottom, right, top = rectangle
    numbers = [float(number) for number in link.get("/QuadPoints", [])]
    inside = all(left <= x <= right for x in numbers[::2]) and all(bottom <= y <= top for y in numbers[1::2])
    if len(numbers) % 8 != 0 or not inside:
        findings.add("link-quads", f"{len(numbers)} numbers in /QuadPoints, all within {link.Rect}: {inside}", where)
