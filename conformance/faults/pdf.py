"""Faults for the judges of PDF: `pdf.py JUDGE SAMPLE FOLDER` writes bad files and prints what each is, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import drawn_faults  # noqa: F401  registers its faults
import large_faults  # noqa: F401  registers its faults
import pdf_structure_faults  # noqa: F401  registers its faults
import pikepdf
import press_faults  # noqa: F401  registers its faults
import press_paint_faults  # noqa: F401  registers its faults
import readers_faults  # noqa: F401  registers its faults
import separations_faults  # noqa: F401  registers its faults
import sheets_faults  # noqa: F401  registers its faults
import steps_faults  # noqa: F401  registers its faults
from pdf_faults import FAULTS, Fault, NoPlace, elements, fault, first, first_link, retag
from pikepdf import Dictionary, Name

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
    retag(pdf, "/Span")


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


@fault("poppler", "text over text", "^overlapping-text")
def _(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[len(pdf.pages) // 2]
    content = page_bytes(page)
    page.Contents = pdf.make_stream(b"q " + content + b" Q q 1 0 0 1 5 -5 cm " + content + b" Q")


@fault("poppler", "text beyond the page", "^text-off-page")
def _(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[len(pdf.pages) // 2]
    page.Contents = pdf.make_stream(b"q 1 0 0 1 300 0 cm " + page_bytes(page) + b" Q")


def page_bytes(page: pikepdf.Page) -> bytes:
    return pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page))


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


def cut_short(sample: Path, target: Path) -> None:
    """For qpdf, which judges the syntax that pikepdf would mend."""
    target.write_bytes(sample.read_bytes()[:-400])


def change(sample: Path, target: Path, each: Fault) -> None:
    with pikepdf.open(sample) as pdf:
        each.plant(pdf)
        each.write(pdf, target)


def main(judge: str, sample: Path, folder: Path) -> None:
    """Each bad file has the name of the sample and a folder of its own."""
    made = []
    for index, each in enumerate(each for each in FAULTS if each.judge == judge):
        file = folder / str(index) / sample.name
        file.parent.mkdir()
        mutant = {"name": each.name, "expects": each.expects, "file": str(file)}
        try:
            change(sample, file, each)
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
