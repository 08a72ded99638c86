"""Faults for the judge of large print in PDF."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
from pdf_faults import NoPlace, fault
from pikepdf import Operator

Instruction = tuple[list, Operator]


def on_second_page(pdf: pikepdf.Pdf, change: Callable[[list[Instruction]], list[Instruction]]) -> None:
    page = pdf.pages[1]
    before = [(list(operands), operator) for operands, operator in pikepdf.parse_content_stream(page)]
    after = change(before)
    if after == before:
        raise NoPlace
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(after))


@fault("large-pdf", "type of 17 points", r"^small")
def _(pdf: pikepdf.Pdf) -> None:
    done = False

    def change(all_: list[Instruction]) -> list[Instruction]:
        nonlocal done
        made = []
        for operands, operator in all_:
            if str(operator) == "Tf" and not done:
                operands, done = [operands[0], 17], True
            made.append((operands, operator))
        return made

    on_second_page(pdf, change)


@fault("large-pdf", "a page that is scaled down", r"^small")
def _(pdf: pikepdf.Pdf) -> None:
    on_second_page(pdf, lambda all_: [([0.9, 0, 0, 0.9, 0, 0], Operator("cm")), *all_])


@fault("large-pdf", "a face that leans", r"^leaning")
def _(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[1].Resources.Font.values():
        font.BaseFont = pikepdf.Name("/AAAAAA+FiraGO-Italic")


@fault("large-pdf", "letters of 12 points in a drawing", r"^small")
def _(pdf: pikepdf.Pdf) -> None:
    # Three o's in one path: 8.3 points high, as digits are in type of 12 points.
    ring = [("m", [0, 4]), ("c", [0, 10, 6, 10, 6, 4]), ("c", [6, -1.5, 0, -1.5, 0, 4]), ("h", [])]
    shift = lambda name, at, by: [part + by if index % 2 == 0 else part for index, part in enumerate(at)]  # noqa: E731
    letters = [([*shift(name, at, 300 + 8 * k)], Operator(name)) for k in range(3) for name, at in ring]
    for page in pdf.pages:
        made, inside = [], False
        for operands, operator in pikepdf.parse_content_stream(page):
            made.append((operands, operator))
            if str(operator) == "BDC" and operands[0] == pikepdf.Name.Figure and not inside:
                inside = True
                made += [*letters, ([], Operator("f"))]
        if inside:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(made))
            return
    raise NoPlace


@fault("large-pdf", "words that go on in the next line", r"^divided")
def _(pdf: pikepdf.Pdf) -> None:
    # What many lines end with are hyphens now.
    for font in {font.objgen: font for page in pdf.pages for font in page.Resources.Font.values()}.values():
        # Codes stand before what they read as.
        font.ToUnicode.write(re.sub(rb" <00(65|6e|73|64|79)>\n", b" <002d>\n", font.ToUnicode.read_bytes()))


@fault("large-pdf", "text beside text", r"^columns")
def _(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        made, height = [], None
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tm":
                height = height or operands[5]
                operands = [*operands[:5], height]
            made.append((operands, operator))
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(made))
