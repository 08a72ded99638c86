"""Faults of sheets, forms and covers, which single pages do not have."""

from __future__ import annotations

import pikepdf
from pdf_faults import NoPlace, fault
from pikepdf import Array

SHEETS = ("sheets-saddle", "sheets-2-up", "sheets-cover")


def widened(page: pikepdf.Page, by: float) -> None:
    for name in ("/TrimBox", "/BleedBox", "/MediaBox"):
        left, bottom, right, top = (float(edge) for edge in page.obj[name])
        page.obj[name] = Array([left, bottom, right + by, top])


def without_marks(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    box = page.obj.BleedBox
    left, bottom, right, top = (float(edge) for edge in box)
    held = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    page.Contents = pdf.make_stream(f"{left} {bottom} {right - left} {top - bottom} re W n\n".encode() + held)


for judge in SHEETS:
    fault(judge, "marks that are clipped away", "^sheet-marks")(without_marks)


@fault("sheets-saddle", "two sides that are exchanged", "^sheet-order")
@fault("sheets-2-up", "a form of the wrong pages", "^sheet-order|^sheet-count")
def _(pdf: pikepdf.Pdf) -> None:
    pages = list(pdf.pages)
    if len(pages) == 1:
        pdf.pages.append(pages[0])
        return
    first, second = pages[0].obj.Contents, pages[1].obj.Contents
    pages[0].obj.Contents, pages[1].obj.Contents = second, first
    one, other = pages[0].obj.Resources, pages[1].obj.Resources
    pages[0].obj.Resources, pages[1].obj.Resources = other, one


@fault("sheets-saddle", "a side that is missing", "^sheet-count")
def _(pdf: pikepdf.Pdf) -> None:
    if len(pdf.pages) < 2:
        raise NoPlace
    del pdf.pages[-1]


@fault("sheets-saddle", "a sheet that is wider than two pages", "^sheet-size")
@fault("sheets-2-up", "a form with room between its pages for a third", "^sheet-size")
@fault("sheets-cover", "a spine for three times the paper", "^spine")
def _(pdf: pikepdf.Pdf) -> None:
    widened(pdf.pages[0], 60)


@fault("sheets-cover", "no spine", "^spine")
def _(pdf: pikepdf.Pdf) -> None:
    widened(pdf.pages[0], -3)
