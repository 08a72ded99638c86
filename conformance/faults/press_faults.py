"""Faults that would cost a print run."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pdf_faults import NoPlace, fault
from pikepdf import Array, Dictionary, Name, Operator, Stream

Operands = list[pikepdf.Object]


def rewrite(page: pikepdf.Page, change: Callable[[Operands, str], tuple[Operands, str]]) -> None:
    """Changes every instruction of a page."""
    out = []
    for operands, operator in pikepdf.parse_content_stream(page):
        changed, name = change(list(operands), str(operator))
        out.append((changed, Operator(name)))
    page.Contents.write(pikepdf.unparse_content_stream(out))


def metadata(pdf: pikepdf.Pdf, before: str, after: str) -> None:
    xmp = pdf.Root.Metadata.read_bytes().decode()
    if before not in xmp:
        raise NoPlace
    pdf.Root.Metadata.write(xmp.replace(before, after).encode())


def profile(pdf: pikepdf.Pdf, at: int, value: bytes) -> None:
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    held = stream.read_bytes()
    stream.write(held[:at] + value + held[at + len(value) :])


@fault("press", "no trim", "^box-missing")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


@fault("press", "no bleed", "^bleed")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.BleedBox = pdf.pages[0].obj.TrimBox


@fault("press", "bleed beyond the sheet", "^box-order")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.TrimBox


@fault("press", "cropped to the trim", "^box-crop")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.CropBox = pdf.pages[0].obj.TrimBox


@fault("press", "units of its own", "^user-unit")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 2


@fault("press", "no intent of PDF/X", "^intent ")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents = Array([each for each in pdf.Root.OutputIntents if each.S != Name.GTS_PDFX])


@fault("press", "two profiles", "^intent-profiles")
def _(pdf: pikepdf.Pdf) -> None:
    held = pdf.Root.OutputIntents[0].DestOutputProfile
    pdf.Root.OutputIntents[1].DestOutputProfile = pdf.make_indirect(Stream(pdf, held.read_bytes(), N=4))


@fault("press", "profile of a screen", "^profile-kind")
def _(pdf: pikepdf.Pdf) -> None:
    profile(pdf, 12, b"mntrRGB ")


@fault("press", "profile that is none", "^profile-damaged")
def _(pdf: pikepdf.Pdf) -> None:
    profile(pdf, 36, b"none")


@fault("press", "no claim of PDF/X", "^xmp")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")


@fault("press", "Trapped as text", "^trapped")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Trapped = pikepdf.String("False")


@fault("press", "Trapped twice, not the same", "^trapped")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, "<pdf:Trapped>False", "<pdf:Trapped>True")


@fault("press", "link", "^annotation")
def _(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 100, 200, 120])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


@fault("press", "script", "^action")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x')")


@fault("press", "font not embedded", "^font-not-embedded")
def _(pdf: pikepdf.Pdf) -> None:
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and obj.get("/Type") == "/FontDescriptor" and "/FontFile2" in obj:
            del obj.FontFile2


@fault("press", "colours of a screen", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf.pages[0], lambda operands, name: (operands[:3], "rg") if name == "k" else (operands, name))


@fault("press", "group that blends in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    paint(pdf, form)


@fault("press", "picture in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0\0\0")
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 1, 1
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    paint(pdf, image)


def paint(pdf: pikepdf.Pdf, painted: pikepdf.Object) -> None:
    page = pdf.pages[0]
    name = page.add_resource(painted, Name.XObject)
    held = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    page.Contents.write(held + f"\n/Artifact BMC {name} Do EMC".encode())


def black(change: tuple[float, ...]) -> Callable[[pikepdf.Pdf], None]:
    """Prints what is in black alone in other inks."""

    def plant(pdf: pikepdf.Pdf) -> None:
        def inks(operands: Operands, name: str) -> tuple[Operands, str]:
            is_black = name == "k" and [float(part) for part in operands] == [0, 0, 0, 1]
            return ([*change] if is_black else operands), name

        for page in pdf.pages:
            rewrite(page, inks)

    return plant


fault("press", "rich black", "^rich-black")(black((0.6, 0.5, 0.4, 1)))
fault("press", "too much ink", "^ink-total")(black((1, 1, 0.9, 1)))
fault("press", "white that overprints", "^white-overprints")(black((0, 0, 0, 0)))


@fault("press", "black that does not overprint", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    states = [obj for obj in pdf.objects if isinstance(obj, Dictionary) and obj.get("/Type") == "/ExtGState"]
    for state in states:
        state.op = False
    if not states:
        raise NoPlace
