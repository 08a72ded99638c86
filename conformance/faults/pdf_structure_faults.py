"""Faults for pdf-structure: every one of these leaves a file that opens and looks the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
from pdf_faults import NoPlace, Plant, elements, fault, first, first_link, instruction, links, nest, retag, rewrite
from pikepdf import Array, Dictionary, Name


def structure(name: str, expects: str) -> Callable[[Plant], Plant]:
    return fault("pdf-structure", name, f"^{expects} ")


@structure("untagged text", "untagged-content")
def _(pdf: pikepdf.Pdf) -> None:
    retag(pdf, "/Span")


@structure("text made an artifact", "mark-dangling")
def _(pdf: pikepdf.Pdf) -> None:
    retag(pdf, "/Artifact")


@structure("artifact inside a tag", "artifact-in-mark")
def _(pdf: pikepdf.Pdf) -> None:
    nest(pdf, instruction("BMC", Name.Artifact), instruction("EMC"))


@structure("tag inside a tag", "mark-in-mark")
def _(pdf: pikepdf.Pdf) -> None:
    nest(pdf, instruction("BDC", Name.Span, Dictionary(MCID=9999)), instruction("EMC"))


@structure("mark never closed", "unbalanced-mark")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, lambda instructions: [*instructions, instruction("BMC", Name.Artifact)])


@structure("paragraphs in another order than on the page", "content-order")
def _(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf):
        kids = element.get("/K")
        same = isinstance(kids, Array) and len(kids) > 1 and all(isinstance(kid, Dictionary) and "/S" in kid for kid in kids)
        if same and element.S != Name.LI:
            element.K = Array([kids[1], kids[0], *list(kids)[2:]])
            return
    raise NoPlace


@structure("paragraph dropped from the tree", "mark-unheld")
def _(pdf: pikepdf.Pdf) -> None:
    paragraph = first(elements(pdf, "P"))
    parent = paragraph.P
    kids = parent.K if isinstance(parent.K, Array) else [parent.K]
    parent.K = Array([kid for kid in kids if not (isinstance(kid, Dictionary) and kid.objgen == paragraph.objgen)])


@structure("parent tree leads elsewhere", "parent-tree-wrong")
def _(pdf: pikepdf.Pdf) -> None:
    entries = first(each for each in parent_arrays(pdf.Root.StructTreeRoot.ParentTree) if len({kid.objgen for kid in each}) > 1)
    last = next(kid for kid in entries if kid.objgen != entries[0].objgen)
    entries[0] = last


@structure("parent tree cut short", "parent-tree-missing")
def _(pdf: pikepdf.Pdf) -> None:
    entries = first(each for each in parent_arrays(pdf.Root.StructTreeRoot.ParentTree) if len(each) > 0)
    del entries[len(entries) - 1]


def parent_arrays(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for value in list(node.get("/Nums", []))[1::2]:
        if isinstance(value, Array):
            yield value
    for kid in node.get("/Kids", []):
        yield from parent_arrays(kid)


@structure("link without a description", "link-undescribed")
def _(pdf: pikepdf.Pdf) -> None:
    del first_link(pdf)[1].Contents


@structure("tab order not the tree’s", "tab-order")
def _(pdf: pikepdf.Pdf) -> None:
    page, _link = first_link(pdf)
    if "/Tabs" in page.obj:
        del page.obj.Tabs


@structure("link said to be on another page", "object-page")
def _(pdf: pikepdf.Pdf) -> None:
    page, link = first_link(pdf)
    _element, reference = holder(pdf, link)
    reference.Pg = first(each.obj for each in pdf.pages if each.obj.objgen != page.obj.objgen)


@structure("link in a Span instead of a Link", "link-role")
def _(pdf: pikepdf.Pdf) -> None:
    element, _reference = holder(pdf, first_link(pdf)[1])
    element.S = Name.Span


@structure("link whose address holds letters", "link-not-ascii")
def _(pdf: pikepdf.Pdf) -> None:
    first(link for _page, link in links(pdf) if link.get("/A", Dictionary()).get("/S") == Name.URI).A.URI = "https://iom.int/\u10d0"


@structure("link with two annotations", "link-split")
def _(pdf: pikepdf.Pdf) -> None:
    page, link = first_link(pdf)
    element, reference = holder(pdf, link)
    copy = pdf.make_indirect(Dictionary(dict(link)))
    page.obj.Annots.append(copy)
    element.K = Array([*list(element.K), Dictionary(Type=Name.OBJR, Pg=reference.Pg, Obj=copy)])


@structure("link with areas outside of its rectangle", "link-quads")
def _(pdf: pikepdf.Pdf) -> None:
    first_link(pdf)[1].QuadPoints = Array([0, 0, 9, 0, 9, 9, 0, 9])


def holder(pdf: pikepdf.Pdf, annotation: pikepdf.Object) -> tuple[pikepdf.Object, pikepdf.Object]:
    """The element that refers to an annotation, and the reference."""
    for element in elements(pdf):
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/Obj" in kid and kid.Obj.objgen == annotation.objgen:
                return element, kid
    raise NoPlace


@structure("figure described as x", "figure-undescribed")
def _(pdf: pikepdf.Pdf) -> None:
    first(elements(pdf, "Figure")).Alt = "x"


@structure("headings turned into divisions", "title-heading")
def _(pdf: pikepdf.Pdf) -> None:
    for heading in elements(pdf, "H1", "H2", "H3", "H4", "H5", "H6"):
        heading.S = Name.Div


@structure("skipped heading", "heading-skipped")
def _(pdf: pikepdf.Pdf) -> None:
    first(elements(pdf, "H2")).S = Name.H4


@structure("title turned into a heading", "title-heading")
def _(pdf: pikepdf.Pdf) -> None:
    first(elements(pdf, "Title")).S = Name.H1


@structure("note amid its sentence", "note-amid")
def _(pdf: pikepdf.Pdf) -> None:
    paragraph = first(elements(pdf, "P"))
    note = Dictionary(S=Name.Note, P=paragraph, K=paragraph.K, ID=pikepdf.String("planted"))
    paragraph.K = Array([pdf.make_indirect(note)])


@structure("cells that don’t name their group", "heads-missing")
def _(pdf: pikepdf.Pdf) -> None:
    planted_table(pdf)


@structure("cells that name a head that is none", "head-unknown")
def _(pdf: pikepdf.Pdf) -> None:
    cell = planted_table(pdf)[1].K[1]
    cell.A = Dictionary(O=Name.Table, Headers=Array([pikepdf.String("nobody")]))


def planted_table(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """A list made a table: its first label a group's head over two columns, each other item a row with a head and a cell."""
    labelled = (each for each in elements(pdf, "L") if sum(is_labelled(item) for item in each.K) > 1)
    table = first(labelled)
    table.S = Name.Table
    rows = list(table.K)
    for number, row in enumerate(rows):
        head, cell = row.K
        row.S, head.S, cell.S = Name.TR, Name.TH, Name.TD
        head.A = Dictionary(O=Name.Table, Scope=Name.Row, ColSpan=2 if number == 0 else 1)
    rows[0].K = Array([rows[0].K[0]])
    return rows


def is_labelled(item: pikepdf.Object) -> bool:
    return isinstance(item.K, Array) and len(item.K) == 2


@structure("link with an annotation for each line", "link-doubled")
def _(pdf: pikepdf.Pdf) -> None:
    page, link = first_link(pdf)
    element, reference = holder(pdf, link)
    again = pdf.make_indirect(Dictionary(link))
    page.obj.Annots.append(again)
    element.K.append(Dictionary(Type=Name.OBJR, Pg=reference.Pg, Obj=again))


@structure("entry of the contents above its level", "contents-depth")
def _(pdf: pikepdf.Pdf) -> None:
    link = planted_contents(pdf)
    parents = [item for item in bookmarks(pdf.Root.get("/Outlines", Dictionary())) if "/First" in item]
    if not parents:
        raise NoPlace
    link.A = parents[0].First.A


@structure("contents without entries", "contents-structure")
def _(pdf: pikepdf.Pdf) -> None:
    planted_contents(pdf)
    first(elements(pdf, "TOCI")).S = Name.P


def planted_contents(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """A paragraph with a link made a table of contents; returns the link."""
    _page, link = first_link(pdf)
    item = holder(pdf, link)[0].P
    parent = item.P
    contents = pdf.make_indirect(Dictionary(S=Name.TOC, P=parent, K=Array([item])))
    kids = list(parent.K) if isinstance(parent.K, Array) else [parent.K]
    parent.K = Array([contents if isinstance(kid, Dictionary) and kid.objgen == item.objgen else kid for kid in kids])
    item.S, item.P = Name.TOCI, contents
    return link


def bookmarks(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    item = parent.get("/First")
    while item is not None:
        yield item
        yield from bookmarks(item)
        item = item.get("/Next")


@structure("list turned into divisions", "list-structure")
def _(pdf: pikepdf.Pdf) -> None:
    first(elements(pdf, "LI")).S = Name.Div


@structure("language that is none", "bad-language")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "Georgian"


@structure("empty element", "empty-element")
def _(pdf: pikepdf.Pdf) -> None:
    paragraph = first(elements(pdf, "P"))
    parent = paragraph.P
    kids = list(parent.K) if isinstance(parent.K, Array) else [parent.K]
    parent.K = Array([*kids, pdf.make_indirect(Dictionary(S=Name.P, P=parent))])


@structure("bookmarks counted wrongly", "outline-count")
def _(pdf: pikepdf.Pdf) -> None:
    outlines = pdf.Root.get("/Outlines")
    if outlines is None:
        raise NoPlace
    outlines.Count = 99


@structure("bookmark to nowhere", "outline-dead")
def _(pdf: pikepdf.Pdf) -> None:
    item = pdf.Root.get("/Outlines", Dictionary()).get("/First")
    if item is None:
        raise NoPlace
    for key in ("/A", "/Dest"):
        if key in item:
            del item[key]


@structure("heading without a bookmark", "outline-incomplete")
def _(pdf: pikepdf.Pdf) -> None:
    first(elements(pdf, "P")).S = Name.H2


@structure("names out of order", "names-unsorted")
def _(pdf: pikepdf.Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree
    while "/Nums" not in nums:
        nums = nums.Kids[0]
    if len(nums.Nums) < 4:
        raise NoPlace
    flat = list(nums.Nums)
    nums.Nums = Array([*flat[2:4], *flat[:2], *flat[4:]])
