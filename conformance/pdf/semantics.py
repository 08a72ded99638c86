"""What each element must have for a reader: words for pictures, levels without gaps, lists that are lists."""

from __future__ import annotations

import re

import pikepdf
from finding import Findings
from tree import Element, Tree, attributes

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*")
"""The part of BCP 47 that documents use, in its canonical case."""
FILE_NAME = re.compile(r"\.(png|jpe?g|svg|webp|gif|tiff?)$", re.IGNORECASE)


def check_semantics(tree: Tree, findings: Findings) -> None:
    top = [element for element in tree.elements if element.parent is None]
    if [element.role for element in top] != ["Document"]:
        findings.add("not-one-document", f"the tree begins with {[element.role for element in top]}", "StructTreeRoot")
    for element in tree.elements:
        # A cell of a table may be empty; nothing else may.
        if not element.holds_content() and element.role != "TD":
            findings.add("empty-element", "no content below it", element.path)
        language = element.obj.get("/Lang")
        if language is not None:
            check_language(str(language), element.path, findings)
        if element.role == "Figure":
            _check_figure(element, findings)
        elif element.role == "L":
            _check_list(element, findings)
        elif element.role == "Link" and not element.objects:
            findings.add("link-without-annotation", "a Link that nobody can follow", element.path)
    _check_headings(tree, findings)


def check_language(language: str, where: str, findings: Findings) -> None:
    if LANGUAGE.fullmatch(language) is None:
        findings.add("bad-language", f"“{language}” is not a language tag", where)


def _check_headings(tree: Tree, findings: Findings) -> None:
    """One Title, by role map a P in PDF 1.7; from H1 on no level is skipped on the way down (ISO 14289-1, 7.4.2)."""
    titles = sum(str(element.obj.get("/S")) == "/Title" for element in tree.elements)
    if titles != 1:
        findings.add("title-heading", f"{titles} elements are the title", "StructTreeRoot")
    headings = [element for element in tree.elements if re.fullmatch(r"H\d", element.role or "")]
    levels = [int((element.role or "")[1:]) for element in headings]
    if not levels:
        findings.add("title-heading", "no headings", "StructTreeRoot")
    before = 0
    for element, level in zip(headings, levels, strict=True):
        if level > before + 1:
            findings.add("heading-skipped", f"H{level} follows H{before}", element.path)
        before = level


def _check_figure(element: Element, findings: Findings) -> None:
    alternative = str(element.obj.get("/Alt", "")).strip()
    if len(alternative) < 2 or FILE_NAME.search(alternative):
        findings.add("figure-undescribed", f"a figure's alternative text is “{alternative}” (7.3)", element.path)
    if not any("/BBox" in given for given in attributes(element)):
        findings.add("figure-without-box", "a figure has no /BBox", element.path)


def _check_list(element: Element, findings: Findings) -> None:
    """L > LI > Lbl, LBody; a list inside a list is in the body of an item (7.6)."""
    for item in element.elements:
        if item.role == "Caption":
            continue
        roles = [child.role for child in item.elements]
        if item.role != "LI":
            findings.add("list-structure", f"L holds {item.role}", item.path)
        elif roles not in (["Lbl", "LBody"], ["LBody"]):
            findings.add("list-structure", f"LI holds {roles}", item.path)
    labelled = any(child.role == "Lbl" for item in element.elements for child in item.elements)
    numbering = [str(given["/ListNumbering"]) for given in attributes(element) if "/ListNumbering" in given]
    # "None" says that labels are words of no numbering (ISO 32000-1, table 347): terms. PDF 2.0 has Description for them.
    if labelled and (not numbering or ("/NS" in element.obj and "/None" in numbering)):
        findings.add("list-numbering", "labels, and no ListNumbering that says what kind", element.path)

