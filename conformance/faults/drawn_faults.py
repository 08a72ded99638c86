"""Faults that only who looks at a picture sees: one operator of the first figure that has it, in PDFs and print PDFs."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pdf_faults import NoPlace, fault, first
from pikepdf import Name, Operator

Change = Callable[[list, str], tuple[list, str] | None]


def change(pdf: pikepdf.Pdf, changed: Change) -> None:
    """Puts another instruction for the first one in a figure that `changed` has one for."""
    for page in pdf.pages:
        found, depth, done = [], 0, False
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth = depth + 1 if depth or operands[0] == Name.Figure else 0
            elif name == "EMC":
                depth = max(0, depth - 1)
            other = changed(list(operands), name) if depth and not done else None
            done = done or other is not None
            found.append((operands, operator) if other is None else (other[0], Operator(other[1])))
        if done:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(found))
            return
    raise NoPlace


@fault("drawings", "another colour", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    def other(operands: list, name: str) -> tuple[list, str] | None:
        parts = [float(part) for part in operands] if name in ("rg", "k", "scn") else []
        isColour = len(parts) >= 3 and max(parts[:3]) - min(parts[:3]) > 0.3
        return ([parts[1], parts[2], parts[0], *parts[3:]], name) if isColour else None

    change(pdf, other)


@fault("drawings", "a shape less", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    fills = 0

    def other(operands: list, name: str) -> tuple[list, str] | None:
        nonlocal fills
        fills += name in ("f", "f*")
        return (operands, "n") if fills == 2 else None

    change(pdf, other)


@fault("drawings", "opaque, not half", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    first(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/ca") == 0.5).ca = 1


@fault("drawings", "moved by 3 %", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    # A figure's first matrix puts it on the page, which is some 500 points wide.
    def other(operands: list, name: str) -> tuple[list, str] | None:
        return ([*operands[:4], float(operands[4]) + 15, operands[5]], name) if name == "cm" else None

    change(pdf, other)


@fault("drawings", "a mask that hides nothing", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    masked = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/SMask" in each and "/G" in each.SMask]
    first(iter(masked)).SMask = Name("/None")


# ---- pictures of pixels


def images(pdf: pikepdf.Pdf) -> list[pikepdf.Stream]:
    found = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == Name.Image]
    masks = {each.SMask.objgen for each in found if "/SMask" in each}
    return [each for each in found if each.objgen not in masks]


@fault("rasters", "opaque, not see-through", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    del first(each for each in images(pdf) if "/SMask" in each).SMask


@fault("rasters", "red for blue", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    image = first(each for each in images(pdf) if each.ColorSpace == Name.DeviceRGB and each.BitsPerComponent == 8 and "/DCTDecode" not in str(each.Filter))
    data = bytearray(image.read_bytes())
    data[0::3], data[2::3] = data[2::3], data[0::3]
    if "/DecodeParms" in image:
        del image.DecodeParms
    image.write(bytes(data))


@fault("rasters", "another picture's pixels", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    page = first(each for each in pdf.pages if len(each.get("/Resources", {}).get("/XObject", {})) > 1)
    one, other, *_ = page.Resources.XObject.keys()
    page.Resources.XObject[one] = page.Resources.XObject[other]


@fault("rasters", "a row lower", "^painted")
def _(pdf: pikepdf.Pdf) -> None:
    def other(operands: list, name: str) -> tuple[list, str] | None:
        # pdfkit's matrix of a picture: its size in points.
        return ([*operands[:5], float(operands[5]) + 15], name) if name == "cm" and abs(float(operands[0])) > 100 else None

    change(pdf, other)
