"""Name and number trees, destinations and the outline: what viewers search by halving must be in order (ISO 32000-1, 7.9.6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
from finding import Findings

Entry = tuple[Any, pikepdf.Object]


def read_name_tree(root: pikepdf.Object | None, where: str, findings: Findings) -> list[tuple[bytes, pikepdf.Object]]:
    return _read(root, "/Names", bytes, where, findings)


def read_number_tree(root: pikepdf.Object | None, where: str, findings: Findings) -> list[tuple[int, pikepdf.Object]]:
    return _read(root, "/Nums", int, where, findings)


def _read(root: pikepdf.Object | None, leaf: str, key: Callable[[Any], Any], where: str, findings: Findings) -> list[Entry]:
    entries = [] if root is None else _collect(root, leaf, key, where, findings)
    keys = [name for name, _ in entries]
    if keys != sorted(set(keys)):
        findings.add("names-unsorted", "keys are not in ascending order, each once", where)
    return entries


def _collect(node: pikepdf.Object, leaf: str, key: Callable[[Any], Any], where: str, findings: Findings) -> list[Entry]:
    flat = list(node.get(leaf, []))
    entries = [(key(name), value) for name, value in zip(flat[::2], flat[1::2], strict=True)]
    for kid in node.get("/Kids", []):
        entries += _collect(kid, leaf, key, where, findings)
    limits = node.get("/Limits")
    if limits is not None and entries and [key(end) for end in limits] != [entries[0][0], entries[-1][0]]:
        findings.add("names-limits", "/Limits are not the first and the last key", where)
    return entries


class Destinations:
    """Where links and bookmarks lead."""

    def __init__(self, pdf: pikepdf.Pdf, findings: Findings) -> None:
        self.pages = {page.obj.objgen for page in pdf.pages}
        names = pdf.Root.get("/Names", pikepdf.Dictionary())
        self.named = {name: value for name, value in read_name_tree(names.get("/Dests"), "Dests", findings)}
        read_name_tree(names.get("/EmbeddedFiles"), "EmbeddedFiles", findings)
        for name, value in self.named.items():
            if not self.leads_to_page(value):
                findings.add("dead-destination", f"{name.decode('latin-1')} leads to no page", "Dests")

    def resolves(self, target: pikepdf.Object | None) -> bool:
        """`target` is a /Dest, or the /D of a GoTo action."""
        if isinstance(target, pikepdf.String):
            return bytes(target) in self.named
        return target is not None and self.leads_to_page(target)

    def leads_to_page(self, target: pikepdf.Object) -> bool:
        explicit = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
        return isinstance(explicit, pikepdf.Array) and len(explicit) > 0 and explicit[0].objgen in self.pages


def check_outline(pdf: pikepdf.Pdf, destinations: Destinations, findings: Findings) -> None:
    """Bookmarks: chained both ways, each named and leading somewhere, counted right (ISO 32000-1, 12.3.3)."""
    root = pdf.Root.get("/Outlines")
    if root is None or root.get("/First") is None:
        findings.add("outline-missing", "no bookmarks", "Catalog")
        return
    _check_items(root, destinations, findings)


def _check_items(parent: pikepdf.Object, destinations: Destinations, findings: Findings) -> int:
    """Returns how many items are shown below `parent` when it is open."""
    shown = 0
    before, item = None, parent.get("/First")
    while item is not None:
        title = str(item.get("/Title", ""))
        where = f"bookmark “{title}”"
        if title.strip() == "":
            findings.add("outline-blank", "a bookmark without words", "Outlines")
        if item.get("/Parent") is None or item.Parent.objgen != parent.objgen:
            findings.add("outline-chain", "/Parent is another", where)
        if (before is None) != (item.get("/Prev") is None) or (before is not None and item.Prev.objgen != before.objgen):
            findings.add("outline-chain", "/Prev is another", where)
        action = item.get("/A", pikepdf.Dictionary())
        if not destinations.resolves(item.get("/Dest", action.get("/D"))):
            findings.add("outline-dead", "leads to no page", where)
        below = _check_items(item, destinations, findings) if "/First" in item else 0
        shown += 1 + (below if int(item.get("/Count", 0)) > 0 else 0)
        before, item = item, item.get("/Next")
    if before is not None and parent.Last.objgen != before.objgen:
        findings.add("outline-chain", "/Last is another", "Outlines")
    if abs(int(parent.get("/Count", 0))) != shown:
        findings.add("outline-count", f"/Count is {parent.get('/Count')}, {shown} are shown", str(parent.get("/Title", "Outlines")))
    return shown
