"""Faults for the judge of large print in PDF."""

from __future__ import annotations

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
