"""Pictures, tables and links."""

from __future__ import annotations

import re

from finding import Findings
from package import NAMES, Element, Package, attribute, find, find_all, text_of

FILE_NAME = re.compile(r"\.(png|jpe?g|svg|emf|gif|tiff?)$", re.IGNORECASE)
URI = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
UNCLEAR = {"here", "click here", "link", "more", "read more", "this", "აქ", "ბმული", "მეტი", "იხილეთ"}


def check_pictures(package: Package, findings: Findings) -> None:
    """In words or openly decorative, in line with the text, and no text inside a box that floats."""
    for name in sorted(package.bytes):
        if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name) is None:
            continue
        part = package.part(name)
        for properties in find_all(part, ".//wp:docPr"):
            _check_picture(properties, name, findings)
        boxes = find_all(part, ".//w:txbxContent") + find_all(part, ".//v:textbox")
        if boxes:
            findings.add("text-box", f"{len(boxes)} text boxes: readers skip them or read them last", name)


def _check_picture(properties: Element, name: str, findings: Findings) -> None:
    decorative = find(properties, ".//adec:decorative")
    words = (properties.get("descr") or "").strip()
    where = f"{name} {properties.get('name')}"
    if decorative is not None and decorative.get("val") in ("1", "true"):
        if words:
            findings.add("decorative-with-words", f"“{words}” will not be read", where)
        return
    if len(words) < 2 or FILE_NAME.search(words):
        findings.add("picture-undescribed", f"its alternative text is “{words}”", where)
    floats = any(above.tag == f"{{{NAMES['wp']}}}anchor" for above in properties.iterancestors())
    if floats:
        findings.add("picture-floats", "not in line with text: its place in the reading order is unknown", where)


def check_tables(body: Element, findings: Findings) -> None:
    for number, table in enumerate(find_all(body, ".//w:tbl"), 1):
        where = f"table {number}"
        rows = find_all(table, "w:tr")
        if not rows or find(rows[0], "w:trPr/w:tblHeader") is None:
            findings.add("table-without-header", "its first row is no header row", where)
        if find_all(table, ".//w:tc//w:tbl"):
            findings.add("table-nested", "a table in a cell", where)
        if find_all(table, ".//w:gridSpan") or find_all(table, ".//w:vMerge"):
            # Right where a header is for several columns or rows, wrong where cells are merged for the look.
            findings.ask("table-merged", "merged cells", where)
        if any(text_of(row).strip() == "" and find(row, ".//w:drawing") is None for row in rows):
            findings.add("table-blank-row", "a row without words", where)


def check_links(package: Package, body: Element, findings: Findings) -> None:
    """Each says where it leads, and leads there."""
    for name in sorted(package.bytes):
        if name.endswith(".rels"):
            for relation in find_all(package.part(name), "rel:Relationship"):
                target = relation.get("Target") or ""
                if relation.get("TargetMode") == "External" and not URI.fullmatch(target):
                    findings.add("link-not-ascii", f"an address is “{target}” (ISO/IEC 29500-2, 9.3.2)", name)
    bookmarks = {attribute(mark, "w:name") for mark in find_all(body, ".//w:bookmarkStart")}
    relations = find_all(package.part("word/_rels/document.xml.rels"), "rel:Relationship")
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    for link in find_all(body, ".//w:hyperlink"):
        words = text_of(link).strip()
        anchor, relation = attribute(link, "w:anchor"), attribute(link, "r:id")
        if words == "" and find(link, ".//w:drawing") is None:
            findings.add("link-blank", "a link without words", anchor or targets.get(relation) or "")
        elif words.lower() in UNCLEAR:
            findings.add("link-unclear", "says nothing about where it leads", words)
        if relation is not None and not targets.get(relation):
            findings.add("link-dead", "its relationship is missing", words)
        if relation is None and anchor not in bookmarks:
            findings.add("link-dead", f"no bookmark “{anchor}”", words)
