"""Faults of what pages for the press paint."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pdf_faults import NoPlace, fault
from pikepdf import Array, Dictionary, Name, Operator
from PIL import Image

Operands = list[pikepdf.Object]
MM = 72 / 25.4


def rewrite(page: pikepdf.Page, change: Callable[[Operands, str], tuple[Operands, str]]) -> None:
    """Changes every instruction of a page."""
    out = []
    for operands, operator in pikepdf.parse_content_stream(page):
        changed, name = change(list(operands), str(operator))
        out.append((changed, Operator(name)))
    page.contents_coalesce()
    page.Contents.write(pikepdf.unparse_content_stream(out))


def draw(pdf: pikepdf.Pdf, content: str) -> None:
    """Adds to what the first page paints, in the page's own coordinates."""
    page = pdf.pages[0]
    held = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    page.Contents = pdf.make_stream(b"q\n" + held + f"\nQ /Artifact BMC q {content} Q EMC".encode())


def give(pdf: pikepdf.Pdf, kind: str, thing: pikepdf.Object) -> pikepdf.Name:
    return pdf.pages[0].add_resource(pdf.make_indirect(thing), Name(kind))


def form(pdf: pikepdf.Pdf, content: str = "", **more: pikepdf.Object) -> pikepdf.Object:
    made = pdf.make_stream(content.encode())
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 900, 900])
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


def image(pdf: pikepdf.Pdf, space: pikepdf.Object, held: bytes, side: int = 1) -> pikepdf.Object:
    made = pdf.make_stream(held)
    made.Type, made.Subtype, made.Width, made.Height = Name.XObject, Name.Image, side, side
    made.ColorSpace, made.BitsPerComponent = space, 8
    return made


def show(pdf: pikepdf.Pdf, thing: pikepdf.Object, points: float = 0.3) -> None:
    """Paints a form, or a picture of some size, inside the trim."""
    scale = f"{points} 0 0 {points} 100 100 cm " if thing.Subtype == Name.Image else ""
    draw(pdf, f"{scale}{give(pdf, '/XObject', thing)} Do")


def state(pdf: pikepdf.Pdf, **entries: object) -> pikepdf.Name:
    return give(pdf, "/ExtGState", Dictionary(Type=Name.ExtGState, **entries))


def edges(pdf: pikepdf.Pdf, box: str) -> list[float]:
    return [float(edge) for edge in pdf.pages[0].obj[box]]


# ---- colours that are none of a press


@fault("press", "colours of a screen", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf.pages[0], lambda operands, name: (operands[:3], "rg") if name == "k" else (operands, name))


@fault("press", "text of a screen, in a form in a form", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    inner = form(pdf, "BT 0 0 0 rg 1 0 0 1 100 100 Tm () Tj ET")
    show(pdf, form(pdf, "/Fm Do", Resources=Dictionary(XObject=Dictionary(Fm=inner))))


@fault("press", "group that blends in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, form(pdf, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)))


@fault("press", "page that blends in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


@fault("press", "page that blends in grey", "^group-space")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)


@fault("press", "soft mask that blends in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    mask = form(pdf, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
    state(pdf, SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(mask)))


@fault("press", "soft mask that paints in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    mask = form(pdf, "1 1 1 rg 0 0 9 9 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    state(pdf, SMask=Dictionary(S=Name.Luminosity, G=pdf.make_indirect(mask)))


@fault("press", "picture in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, image(pdf, Name.DeviceRGB, b"\0\0\0"))


@fault("press", "picture in a profile of a screen", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    srgb = pdf.make_stream(b"", N=3)
    show(pdf, image(pdf, Array([Name.ICCBased, srgb]), b"\0\0\0"))


@fault("press", "picture of few colours, in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, image(pdf, Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String("abc")]), b"\0"))


@fault("press", "picture in the text, in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, ".3 0 0 .3 100 100 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI")


def shading(space: pikepdf.Object, start: list[float], end: list[float]) -> Dictionary:
    blend = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=start, C1=end)
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 100, 0], Function=blend)


@fault("press", "shading in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, f"100 100 50 50 re W n {give(pdf, '/Shading', shading(Name.DeviceRGB, [0, 0, 0], [1, 1, 1]))} sh")


@fault("press", "pattern in RGB", "^rgb")
def _(pdf: pikepdf.Pdf) -> None:
    pattern = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f")
    pattern.PatternType, pattern.PaintType, pattern.TilingType = 1, 1, 1
    pattern.BBox, pattern.XStep, pattern.YStep, pattern.Resources = Array([0, 0, 9, 9]), 9, 9, Dictionary()
    draw(pdf, f"/Pattern cs {give(pdf, '/Pattern', pattern)} scn 100 100 50 50 re f")


def spot(name: str, alternate: pikepdf.Object, full: list[float]) -> Array:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0] * len(full), C1=full)
    return Array([Name.Separation, Name(f"/{name}"), alternate, tint])


@fault("press", "spot colour that falls back on RGB", "^spot-alternate")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, f"{give(pdf, '/ColorSpace', spot('Clay', Name.DeviceRGB, [0.6, 0.3, 0.1]))} cs 1 scn 100 100 9 9 re f")


# ---- ink


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
fault("press", "black of a screen, as it is separated", "^rich-black")(black((0.73, 0.68, 0.67, 0.89)))
fault("press", "too much ink", "^ink-total")(black((1, 1, 0.9, 1)))
fault("press", "white that overprints", "^white-overprints")(black((0, 0, 0, 0)))
fault("press", "colour that overprints", "^colour-overprints")(black((1, 0.82, 0.1, 0.34)))


def no_overprint(pdf: pikepdf.Pdf, **change: object) -> None:
    states = [obj for obj in pdf.objects if isinstance(obj, Dictionary) and obj.get("/Type") == "/ExtGState"]
    for each in states:
        for key, value in change.items():
            each[f"/{key}"] = value
    if not states:
        raise NoPlace


@fault("press", "black that does not overprint", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    no_overprint(pdf, op=False)


@fault("press", "overprint that erases the other inks", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    no_overprint(pdf, OPM=0)


@fault("press", "black that does not overprint, in a form", "^black-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, form(pdf, "BT 0 0 0 1 k 1 0 0 1 100 100 Tm () Tj ET"))


@fault("press", "too much ink in a line", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "1 1 0.5 0.6 K 100 100 m 200 100 l S")


@fault("press", "too much ink in a form", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, form(pdf, "/DeviceCMYK cs 1 1 0.5 0.6 scn 100 100 9 9 re f"))


@fault("press", "too much ink in a picture", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, image(pdf, Name.DeviceCMYK, b"\xff\xff\xff\x80"))


@fault("press", "too much ink in a JPEG", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, photo(pdf, (255, 255, 200, 120), Decode=Array([1, 0] * 4)))


@fault("press", "too much ink in a shading", "^ink-total")
def _(pdf: pikepdf.Pdf) -> None:
    blend = shading(Name.DeviceCMYK, [0, 0, 0, 0], [1, 1, 1, 0.5])
    draw(pdf, f"100 100 50 50 re W n {give(pdf, '/Shading', blend)} sh")


# ---- pictures


def photo(pdf: pikepdf.Pdf, inks: tuple[int, int, int, int], **more: pikepdf.Object) -> pikepdf.Object:
    """A JPEG of Adobe's kind, as Pillow writes those in CMYK."""
    held = BytesIO()
    Image.new("CMYK", (64, 64), inks).save(held, "JPEG", quality=95)
    made = image(pdf, Name.DeviceCMYK, b"", 64)
    made.write(held.getvalue(), filter=Name.DCTDecode)
    for key, value in more.items():
        made[f"/{key}"] = value
    return made


@fault("press", "photo as its negative", "^negative")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, photo(pdf, (90, 40, 40, 0)), 10)


@fault("press", "photo of 72 ppi", "^ppi ")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, photo(pdf, (90, 40, 40, 0), Decode=Array([1, 0] * 4)), 64)


# ---- lines


@fault("press", "hairline", "^hairline")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "0 0 0 1 K 0.1 w 100 100 m 200 100 l S")


@fault("press", "line that is made thin", "^hairline")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "0 0 0 1 K 0.2 0 0 0.2 0 0 cm 1 w 500 500 m 900 500 l S")


@fault("press", "rectangle as thin as a hairline", "^hairline")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, "0 0 0 1 k 100 100 100 0.1 re f")


# ---- bleed and marks


@fault("press", "ground that ends at the trim", "^bleed-not-filled")
def _(pdf: pikepdf.Pdf) -> None:
    left, bottom, _, _ = edges(pdf, "/TrimBox")
    draw(pdf, f"0.2 0 0 0 k {left} {bottom} 60 60 re f")


@fault("press", "picture that ends in the bleed", "^bleed-not-filled")
def _(pdf: pikepdf.Pdf) -> None:
    _, _, right, top = edges(pdf, "/TrimBox")
    thing = give(pdf, "/XObject", photo(pdf, (90, 40, 40, 0), Decode=Array([1, 0] * 4)))
    draw(pdf, f"15 0 0 15 {right - 15 + MM} {top - 15 + MM} cm {thing} Do")


def slug(pdf: pikepdf.Pdf, content: str) -> None:
    """Paints outside of the bleed; makes room for marks there if need be, and lets what stands on the page end before."""
    page = pdf.pages[0]
    left, bottom, right, top = edges(pdf, "/BleedBox")
    if edges(pdf, "/MediaBox")[0] < left - 1:
        draw(pdf, content)
        return
    held = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))
    clip = f"q {left} {bottom} {right - left} {top - bottom} re W n\n".encode()
    page.Contents = pdf.make_stream(clip + held + b"\nQ")
    page.obj.MediaBox = Array([left - 30, bottom - 30, right + 30, top + 30])
    draw(pdf, content)


@fault("press", "ground that runs over the bleed", "^outside-bleed")
def _(pdf: pikepdf.Pdf) -> None:
    left, bottom, _, _ = edges(pdf, "/BleedBox")
    slug(pdf, f"0.2 0 0 0 k {left - 9} {bottom - 9} 90 90 re f")


@fault("press", "words in colour beside the page", "^outside-bleed")
def _(pdf: pikepdf.Pdf) -> None:
    left, bottom, _, _ = edges(pdf, "/BleedBox")
    slug(pdf, f"BT 1 0 0 0 k 1 0 0 1 {left} {bottom - 10} Tm () Tj ET")


@fault("press", "registration colour on the page", "^registration-inside")
def _(pdf: pikepdf.Pdf) -> None:
    every = give(pdf, "/ColorSpace", spot("All", Name.DeviceCMYK, [1, 1, 1, 1]))
    draw(pdf, f"{every} CS 1 SCN 100 100 m 200 100 l S")


# ---- what RIPs do as they are told


@fault("press", "transfer function", "^transfer-function")
def _(pdf: pikepdf.Pdf) -> None:
    state(pdf, TR=Name.Identity)


@fault("press", "halftone", "^halftone")
def _(pdf: pikepdf.Pdf) -> None:
    state(pdf, HT=Dictionary(HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round))


@fault("press", "origin of the halftone", "^halftone")
def _(pdf: pikepdf.Pdf) -> None:
    state(pdf, HTP=Array([0, 0]))


@fault("press", "PostScript", "^postscript")
def _(pdf: pikepdf.Pdf) -> None:
    made = pdf.make_stream(b"showpage")
    made.Type, made.Subtype = Name.XObject, Name.PS
    give(pdf, "/XObject", made)


@fault("press", "page of another file", "^reference")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, form(pdf, Ref=Dictionary(F="other.pdf", Page=0)))


@fault("press", "proxy for a picture", "^opi")
def _(pdf: pikepdf.Pdf) -> None:
    show(pdf, form(pdf, OPI=Dictionary()))


@fault("press", "picture with another for printing", "^alternate-picture")
def _(pdf: pikepdf.Pdf) -> None:
    thing = photo(pdf, (90, 40, 40, 0), Decode=Array([1, 0] * 4))
    thing.Alternates = Array([Dictionary(Image=pdf.make_indirect(photo(pdf, (0, 0, 0, 0))), DefaultForPrinting=True)])
    show(pdf, thing, 10)
