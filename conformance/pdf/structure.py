"""An own reading of a tagged PDF, independent of the writer and of veraPDF: `structure.py FILE…` prints findings as JSON.

veraPDF asks whether each rule of a standard holds. This asks whether the tree, the content and the way back between them
are one thing: a file can pass veraPDF with its paragraphs in another order on the page than in the tree.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf

sys.path.append(str(Path(__file__).parent.parent))

from annotations import check_annotations  # noqa: E402
from content import Mark, Stream, read_content  # noqa: E402
from finding import Findings, judge_files  # noqa: E402
from heads import check_heads  # noqa: E402
from names import Destinations, check_outline, read_name_tree  # noqa: E402
from parents import Parents, check_marks, check_order  # noqa: E402
from reading import check_reading  # noqa: E402
from semantics import check_language, check_semantics  # noqa: E402
from tree import read_tree  # noqa: E402


def _check(pdf: pikepdf.Pdf, findings: Findings) -> None:
    _check_catalog(pdf, findings)
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        findings.add("untagged", "no structure tree", "Catalog")
        return
    tree = read_tree(root, findings)
    check_semantics(tree, findings)
    check_heads(tree, findings)
    check_reading(pdf, tree, findings)

    pages = [(f"page {number}", page) for number, page in enumerate(pdf.pages, 1)]
    contents = [(where, page, read_content(page, where, findings)) for where, page in pages]
    names: dict[Stream, str] = {page.obj.objgen: where for where, page in pages}
    painted: list[Mark] = [mark for _, _, content in contents for mark in content.marks]
    holders = check_marks(tree, set(painted), names, findings)
    check_order(tree, painted, names, findings, folded=_is_folded(pdf))

    parents = Parents(root, findings)
    for where, page, content in contents:
        for stream, owner in [(page.obj.objgen, page.obj), *content.forms.items()]:
            own = [mark for mark in content.marks if mark[0] == stream]
            parents.check_stream(owner, own, holders, where)

    destinations = Destinations(pdf, findings)
    check_annotations(pages, tree, parents, destinations, findings)
    parents.check_strays()
    read_name_tree(root.get("/IDTree"), "IDTree", findings)
    check_outline(pdf, destinations, findings)


def _is_folded(pdf: pikepdf.Pdf) -> bool:
    """A sheet to be folded: for the press, of two sides alike, each wider than high."""
    boxes = [[float(edge) for edge in page.trimbox] for page in pdf.pages]
    sizes = {(round(right - left), round(top - bottom)) for left, bottom, right, top in boxes}
    intents = [str(intent.get("/S")) for intent in pdf.Root.get("/OutputIntents", pikepdf.Array())]
    return len(boxes) == 2 and len(sizes) == 1 and "/GTS_PDFX" in intents and all(w > h for w, h in sizes)


def _check_catalog(pdf: pikepdf.Pdf, findings: Findings) -> None:
    catalog = pdf.Root
    if not bool(catalog.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)):
        findings.add("not-marked", "/MarkInfo does not say /Marked", "Catalog")
    if not bool(catalog.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False)):
        findings.add("title-not-shown", "/DisplayDocTitle is not true", "Catalog")
    if str(pdf.docinfo.get("/Title", "")).strip() == "" and not pdf.open_metadata().get("dc:title"):
        findings.add("no-title", "no title", "Catalog")
    check_language(str(catalog.get("/Lang", "")), "Catalog", findings)


if __name__ == "__main__":
    judge_files(_check)
