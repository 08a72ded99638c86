"""Faults that only the plates show: each file may look right to who reads its objects."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pdf_faults import NoPlace, fault
from pikepdf import Dictionary, Name
from press_paint_faults import black, draw, edges, form, give, no_overprint, shading, show, slug, state

TINT = "0.09 0.03 0 0 k"


def under(pdf: pikepdf.Pdf, content: str) -> None:
    """Paints below all that the first page does."""
    page = pdf.pages[0]
    held = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    page.Contents = pdf.make_stream(f"/Artifact BMC q {content} Q EMC\n".encode() + held)


def tinted(pdf: pikepdf.Pdf) -> None:
    left, bottom, right, top = edges(pdf, "/MediaBox")
    under(pdf, f"{TINT} {left} {bottom} {right - left} {top - bottom} re f")


@fault("separations", "black text that leaves a hole in a tint", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    tinted(pdf)
    no_overprint(pdf, op=False)


@fault("separations", "overprint that erases a tint", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    tinted(pdf)
    no_overprint(pdf, OPM=0)


@fault("separations", "word of a chart that leaves a hole in a tint", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, f"{TINT} 100 100 90 90 re f 0 0 0 1 k 120 120 9 9 re f")


@fault("separations", "black in a form that leaves a hole in a tint", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, form(pdf, f"{TINT} 100 100 90 90 re f /DeviceGray cs 0 sc 120 120 9 9 re f"))


fault("separations", "black of four inks", "^text-inks")(black((0.6, 0.5, 0.4, 1)))
fault("separations", "black that is not full", "^text-inks")(black((0, 0, 0, 0.9)))


def recoloured(before: list[float], after: tuple[float, ...]) -> Callable[[pikepdf.Pdf], None]:
    def plant(pdf: pikepdf.Pdf) -> None:
        done = False
        for page in pdf.pages:
            out = []
            for operands, operator in pikepdf.parse_content_stream(page):
                found = str(operator) == "k" and [float(part) for part in operands] == before
                out.append(([*after] if found else operands, operator))
                done = done or found
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(out))
        if not done:
            raise NoPlace

    return plant


fault("separations", "heading in inks of no theme", "^text-inks")(recoloured([1, 0.82, 0.1, 0.34], (1, 0.9, 0.1, 0.3)))


@fault("separations", "heading seen through", "^text-inks")
def _(pdf: pikepdf.Pdf) -> None:
    pale = state(pdf, ca=0.5)
    page = pdf.pages[0]
    held = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    page.Contents = pdf.make_stream(f"{pale} gs\n".encode() + held)


@fault("separations", "inks that add up by overprinting", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    over = state(pdf, OP=True, op=True, OPM=1)
    draw(pdf, f"1 1 0 0 k 100 100 90 90 re f {over} gs 0 0 1 1 k 120 120 9 9 re f")


@fault("separations", "inks that a mesh adds up", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    blend = shading(Name.DeviceCMYK, [0, 0, 0, 0], [1, 1, 1, 0.5])
    blend.Function = pdf.make_stream(b"{ dup dup dup }", FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4)
    draw(pdf, f"100 100 90 90 re W n {give(pdf, '/Shading', blend)} sh")


@fault("separations", "ground that ends at the trim", "^bleed-not-filled")
def _(pdf: pikepdf.Pdf) -> None:
    left, bottom, _, _ = edges(pdf, "/TrimBox")
    wide_left, wide_bottom, _, _ = edges(pdf, "/MediaBox")
    # White paper over what runs into the bleed, as a clip would cut it off.
    draw(pdf, f"0 0 0 0 k {wide_left} {wide_bottom} 60 {200 + bottom - wide_bottom} re f 0.2 0 0 0 k {left} {bottom} 50 150 re f")


@fault("separations", "ground that runs over the bleed", "^outside-bleed")
def _(pdf: pikepdf.Pdf) -> None:
    left, bottom, _, _ = edges(pdf, "/BleedBox")
    slug(pdf, f"0.2 0 0 0 k {left - 9} {bottom - 9} 90 90 re f")


@fault("separations", "no word at all", "^no-words")
def _(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.Contents = pdf.make_stream(b"")
        if "/XObject" in page.obj.get("/Resources", Dictionary()):
            del page.obj.Resources.XObject
