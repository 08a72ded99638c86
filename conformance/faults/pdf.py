"""Faults for the judges of PDF: `pdf.py JUDGE SAMPLE FOLDER` writes bad files and prints what each is, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator


class NoPlace(Exception):
    """The sample has nothing that this fault could be planted in."""


@dataclass(frozen=True)
class Fault:
    judge: str
    name: str
    expects: str
    plant: Callable[[pikepdf.Pdf], None]


FAULTS: list[Fault] = []


def fault(judge: str, name: str, expects: str) -> Callable[[Callable[[pikepdf.Pdf], None]], Callable[[pikepdf.Pdf], None]]:
    """`expects` is a pattern of the rule that the judge must name."""

    def register(plant: Callable[[pikepdf.Pdf], None]) -> Callable[[pikepdf.Pdf], None]:
        FAULTS.append(Fault(judge, name, expects, plant))
        return plant

    return register


def elements(pdf: pikepdf.Pdf, *roles: str) -> Iterator[pikepdf.Object]:
    """Structure elements in reading order, of some roles or all."""
    todo = [pdf.Root.StructTreeRoot]
    while todo:
        element = todo.pop(0)
        kids = element.get("/K", Array())
        nested = [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]
        todo = nested + todo
        if "/S" in element and (not roles or str(element.S)[1:] in roles):
            yield element


def first(found: Iterator[pikepdf.Object]) -> pikepdf.Object:
    for each in found:
        return each
    raise NoPlace


def links(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, pikepdf.Object]]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if annotation.Subtype == Name.Link:
                yield page, annotation


def first_link(pdf: pikepdf.Pdf) -> tuple[pikepdf.Page, pikepdf.Object]:
    for found in links(pdf):
        return found
    raise NoPlace


def rewrite(pdf: pikepdf.Pdf, change: Callable[[list], list | None]) -> None:
    """Changes the first page whose content `change` has a place in; it returns None if it has none."""
    for page in pdf.pages:
        changed = change(list(pikepdf.parse_content_stream(page)))
        if changed is not None:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(changed))
            return
    raise NoPlace


def instruction(operator: str, *operands: object) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction(list(operands), Operator(operator))


def mark_at(instructions: list) -> int | None:
    """Where the first mark with an MCID opens."""
    for index, each in enumerate(instructions):
        if str(each.operator) == "BDC" and isinstance(each.operands[1], Dictionary) and "/MCID" in each.operands[1]:
            return index
    return None


def replace_tag(tag: str, properties: Dictionary | None = None) -> Callable[[list], list | None]:
    def change(instructions: list) -> list | None:
        at = mark_at(instructions)
        if at is None:
            return None
        old = instructions[at].operands[1]
        new = instruction("BMC", Name(tag)) if properties is None else instruction("BDC", Name(tag), old)
        return [*instructions[:at], new, *instructions[at + 1 :]]

    return change


# ---- veraPDF


@fault("verapdf", "no claim of PDF/UA and PDF/A", r"^(ua1 5|2a 6\.6\.4)")
def _(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance"):
            if name in metadata:
                del metadata[name]


@fault("verapdf", "figure without words", r"^ua1 7\.3")
def _(pdf: pikepdf.Pdf) -> None:
    del first(element for element in elements(pdf, "Figure") if "/Alt" in element).Alt


@fault("verapdf", "link without a description", r"^ua1 7\.18\.5")
def _(pdf: pikepdf.Pdf) -> None:
    del first_link(pdf)[1].Contents


@fault("verapdf", "untagged text", r"^ua1 7\.1-3")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, replace_tag("/Span"))


@fault("verapdf", "font not embedded", r"^(ua1 7\.21\.4|2a 6\.2\.11\.4)")
def _(pdf: pikepdf.Pdf) -> None:
    strip_fonts(pdf)


@fault("verapdf", "script", r"^2a 6\.5\.1")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x')")


# ---- poppler


@fault("poppler", "font not embedded", "^font-not-embedded")
def _(pdf: pikepdf.Pdf) -> None:
    strip_fonts(pdf)


@fault("poppler", "letters without text", "^font-without-text")
def _(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font.ToUnicode


@fault("poppler", "lost page", "^text-lost")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[len(pdf.pages) // 2].Contents = pdf.make_stream(b"")


def fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and obj.get("/Type") == "/Font":
            yield obj


def strip_fonts(pdf: pikepdf.Pdf) -> None:
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and obj.get("/Type") == "/FontDescriptor":
            for program in ("/FontFile", "/FontFile2", "/FontFile3"):
                if program in obj:
                    del obj[program]


# ---- pdf-structure: every one of these leaves a file that opens and looks the same


def structure(name: str, expects: str) -> Callable[[Callable[[pikepdf.Pdf], None]], Callable[[pikepdf.Pdf], None]]:
    return fault("pdf-structure", name, f"^{expects} ")


@structure("untagged text", "untagged-content")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, replace_tag("/Span"))


@structure("text made an artifact", "mark-dangling")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, replace_tag("/Artifact"))


@structure("artifact inside a tag", "artifact-in-mark")
def _(pdf: pikepdf.Pdf) -> None:
    nest(pdf, lambda inner: (instruction("BMC", Name.Artifact), instruction("EMC")))


@structure("tag inside a tag", "mark-in-mark")
def _(pdf: pikepdf.Pdf) -> None:
    nest(pdf, lambda inner: (instruction("BDC", Name.Span, Dictionary(MCID=9999)), instruction("EMC")))


def nest(pdf: pikepdf.Pdf, pair: Callable[[int], tuple]) -> None:
    def change(instructions: list) -> list | None:
        at = mark_at(instructions)
        return None if at is None else [*instructions[: at + 1], *pair(at), *instructions[at + 1 :]]

    rewrite(pdf, change)


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
    page, _link = first_link(pdf)
    other = first(each.obj for each in pdf.pages if each.obj.objgen != page.obj.objgen)
    for element in elements(pdf, "Link"):
        kids = element.K if isinstance(element.K, Array) else [element.K]
        for kid in kids:
            if isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR":
                kid.Pg = other
                return
    raise NoPlace


@structure("link in a paragraph instead of a Link", "link-role")
def _(pdf: pikepdf.Pdf) -> None:
    first(elements(pdf, "Link")).S = Name.Span


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


@structure("names out of order", "names-unsorted")
def _(pdf: pikepdf.Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree
    while "/Nums" not in nums:
        nums = nums.Kids[0]
    if len(nums.Nums) < 4:
        raise NoPlace
    flat = list(nums.Nums)
    nums.Nums = Array([*flat[2:4], *flat[:2], *flat[4:]])


def cut_short(sample: Path, target: Path) -> None:
    """For qpdf, which judges the syntax that pikepdf would mend."""
    target.write_bytes(sample.read_bytes()[:-400])


def change(sample: Path, target: Path, plant: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(sample) as pdf:
        plant(pdf)
        pdf.save(target)


def main(judge: str, sample: Path, folder: Path) -> None:
    """Each bad file has the name of the sample and a folder of its own."""
    made = []
    for index, each in enumerate(each for each in FAULTS if each.judge == judge):
        file = folder / str(index) / sample.name
        file.parent.mkdir()
        mutant = {"name": each.name, "expects": each.expects, "file": str(file)}
        try:
            change(sample, file, each.plant)
        except NoPlace:
            mutant["problem"] = "the sample has no place for this fault"
        made.append(mutant)
    if judge == "qpdf":
        file = folder / sample.name
        cut_short(sample, file)
        made.append({"name": "cut short", "expects": "^exit", "file": str(file)})
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
