"""
Where the figures of tagged PDFs stand: for each file, in order, page number, left, bottom, right and top from the lower left corner
of the crop box, and the height of that box.
"""

from __future__ import annotations

import json
import sys

import pikepdf


def figures(path: str) -> list[list[float]]:
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: (number, page.obj) for number, page in enumerate(pdf.pages, 1)}
        found: list[list[float]] = []
        _collect(pdf.Root.StructTreeRoot, pages, found, 0)
        return found


def _collect(node: pikepdf.Object, pages: dict, found: list[list[float]], depth: int) -> None:
    if depth > 100 or not isinstance(node, pikepdf.Dictionary):
        return
    if node.get("/S") == "/Figure":
        attributes = node.get("/A", pikepdf.Dictionary())
        for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if "/BBox" in each:
                number, page = pages[_page_of(node).objgen]
                left, bottom, _, top = (float(part) for part in page.get("/CropBox", page.MediaBox))
                box = [float(part) for part in each.BBox]
                found.append([number, box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom, top - bottom])
        return
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        _collect(kid, pages, found, depth + 1)


def _page_of(node: pikepdf.Object) -> pikepdf.Object:
    if "/Pg" in node:
        return node.Pg
    kids = node.K
    return (kids[0] if isinstance(kids, pikepdf.Array) else kids).Pg


print(json.dumps([figures(path) for path in sys.argv[1:]]))
