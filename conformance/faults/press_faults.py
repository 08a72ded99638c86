"""Faults of a file and its boxes that would cost a print run; those of what its pages paint are in press_paint_faults.py."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pdf_faults import NoPlace, fault
from pikepdf import Array, Dictionary, Name, Stream

MM = 72 / 25.4


def metadata(pdf: pikepdf.Pdf, before: str, after: str) -> None:
    xmp = pdf.Root.Metadata.read_bytes().decode()
    if before not in xmp:
        raise NoPlace
    pdf.Root.Metadata.write(xmp.replace(before, after).encode())


def profile(pdf: pikepdf.Pdf, before: bytes, after: bytes) -> None:
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    held = stream.read_bytes()
    if before not in held:
        raise NoPlace
    stream.write(held.replace(before, after, 1))


def unchanged(_: pikepdf.Pdf) -> None:
    """For faults of the file that writing makes."""


# ---- the file


@fault("press", "version before transparency", "^version", lambda pdf, target: pdf.save(target, force_version="1.3"))
def _(pdf: pikepdf.Pdf) -> None:
    unchanged(pdf)


@fault("press", "version that no press reads", "^version", lambda pdf, target: pdf.save(target, force_version="2.0"))
def _(pdf: pikepdf.Pdf) -> None:
    unchanged(pdf)


def encrypted(pdf: pikepdf.Pdf, target: Path) -> None:
    pdf.save(target, encryption=pikepdf.Encryption(owner="x", user=""))


@fault("press", "encrypted", "^encrypted", encrypted)
def _(pdf: pikepdf.Pdf) -> None:
    unchanged(pdf)


def without_id(pdf: pikepdf.Pdf, target: Path) -> None:
    """pikepdf always writes one."""
    pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    target.write_bytes(target.read_bytes().replace(b"/ID [", b"/IX ["))


@fault("press", "no identifier", "^no-id", without_id)
def _(pdf: pikepdf.Pdf) -> None:
    unchanged(pdf)


@fault("press", "script", "^action")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('x')")


@fault("press", "script when a page opens", "^action")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.alert('x')"))


@fault("press", "link", "^annotation")
def _(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[100, 100, 200, 120])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


@fault("press", "file inside", "^embedded-file")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["data.json"] = b"{}"


@fault("press", "layers", "^optional-content")
def _(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Georgian"))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(Name="all", OFF=[layer]))


@fault("press", "font not embedded", "^font-not-embedded")
def _(pdf: pikepdf.Pdf) -> None:
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and obj.get("/Type") == "/FontDescriptor" and "/FontFile2" in obj:
            del obj.FontFile2


@fault("press", "font of the reader's, in a form", "^font-not-embedded")
def _(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form.Resources = Dictionary(Font=Dictionary(F0=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)))
    pdf.pages[0].add_resource(form, Name.XObject)


# ---- the intent


@fault("press", "no intent of PDF/X", "^intent ")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents = Array([each for each in pdf.Root.OutputIntents if each.S != Name.GTS_PDFX])


@fault("press", "intent of no condition", "^intent ")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


@fault("press", "profile elsewhere", "^intent-profile ")
def _(pdf: pikepdf.Pdf) -> None:
    for intent in pdf.Root.OutputIntents:
        del intent.DestOutputProfile


@fault("press", "two profiles", "^intent-profiles")
def _(pdf: pikepdf.Pdf) -> None:
    held = pdf.Root.OutputIntents[0].DestOutputProfile
    pdf.Root.OutputIntents[1].DestOutputProfile = pdf.make_indirect(Stream(pdf, held.read_bytes(), N=4))


@fault("press", "profile of a screen", "^profile-kind")
def _(pdf: pikepdf.Pdf) -> None:
    profile(pdf, b"prtrCMYK", b"mntrRGB ")


@fault("press", "profile that is none", "^profile-damaged")
def _(pdf: pikepdf.Pdf) -> None:
    profile(pdf, b"acsp", b"none")


@fault("press", "profile without a table", "^profile-damaged")
def _(pdf: pikepdf.Pdf) -> None:
    profile(pdf, b"B2A0", b"B2X0")


@fault("press", "profile whose table is damaged", "^profile-damaged")
def _(pdf: pikepdf.Pdf) -> None:
    # The table's own signature: mft1 and mft2 are its kinds in profiles of version 2.
    for kind in (b"mft2", b"mft1"):
        try:
            return profile(pdf, kind, b"none")
        except NoPlace:
            continue
    raise NoPlace


# ---- what the file says of itself


@fault("press", "no claim of PDF/X", "^xmp ")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")


@fault("press", "claim of PDF/X without its profile", "^xmp ")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, ">PDF/X-4<", ">PDF/X-4p<")


@fault("press", "no version of the document", "^xmp ")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, "xmpMM:VersionID", "xmpMM:Version")


@fault("press", "a namespace of its own", "^xmp ")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, "http://www.npes.org/pdfx/ns/id/", "http://example.org/")


def broken_metadata(pdf: pikepdf.Pdf, target: Path) -> None:
    """pikepdf mends XMP when it saves. Metadata is not compressed, so that programs find it."""
    pdf.save(target)
    held = target.read_bytes()
    if b"</rdf:RDF>" not in held:
        raise NoPlace
    target.write_bytes(held.replace(b"</rdf:RDF>", b"<!rdf:RDF>"))


@fault("press", "metadata that is no XML", "^xmp ", broken_metadata)
def _(pdf: pikepdf.Pdf) -> None:
    unchanged(pdf)


@fault("press", "two titles", "^xmp-differs")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Title = pikepdf.String("Untitled")


@fault("press", "two dates", "^xmp-differs")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.ModDate = pikepdf.String("D:19991231235959Z")


@fault("press", "Trapped as text", "^trapped")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Trapped = pikepdf.String("False")


@fault("press", "Trapped twice, not the same", "^trapped")
def _(pdf: pikepdf.Pdf) -> None:
    metadata(pdf, "<pdf:Trapped>False", "<pdf:Trapped>True")


# ---- the boxes


@fault("press", "no trim", "^box-missing")
def _(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


@fault("press", "trim and art", "^box-art")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


@fault("press", "no bleed", "^bleed ")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.BleedBox = pdf.pages[0].obj.TrimBox


@fault("press", "bleed of 2 mm on one side", "^bleed ")
def _(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.BleedBox[0] = float(page.TrimBox[0]) - 2 * MM


@fault("press", "bleed beyond the sheet", "^box-order")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.TrimBox


@fault("press", "cropped to the trim", "^box-crop")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.CropBox = pdf.pages[0].obj.TrimBox


@fault("press", "pages of two sizes", "^trim-differs")
def _(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[-1].obj
    page.TrimBox[2] = float(page.TrimBox[2]) - 5 * MM


@fault("press", "units of its own", "^user-unit")
def _(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 2
