"""Faults for those who copy a PDF's text."""

from __future__ import annotations

import pikepdf
from pdf_faults import NoPlace, fault


@fault("readers", "a letter that reads as another", "^text-lost")
def _(pdf: pikepdf.Pdf) -> None:
    _read(pdf, "0065", "0078")


@fault("readers", "a glyph that reads as nothing", "^text-lost")
def _(pdf: pikepdf.Pdf) -> None:
    _read(pdf, "0065", "")


@fault("letters", "capitals without accents that read as capitals with them", "^letters-changed")
def _(pdf: pikepdf.Pdf) -> None:
    _read(pdf, "0395", "0388")


@fault("letters", "a glyph that reads as nothing", "^letters-changed")
def _(pdf: pikepdf.Pdf) -> None:
    _read(pdf, "0268", "")


@fault("letters", "marks that are lost", "^letters-changed")
def _(pdf: pikepdf.Pdf) -> None:
    _read(pdf, "0301", "200b")


def _read(pdf: pikepdf.Pdf, text: str, other: str) -> None:
    """Has codes of all fonts that read as one text read as another; both as digits of UTF-16."""
    changed = 0
    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or "/ToUnicode" not in font:
            continue
        codes = font.ToUnicode.read_bytes()
        # Codes stand before what they read as.
        if (place := f" <{text}>\n".encode()) in codes:
            font.ToUnicode.write(codes.replace(place, f" <{other}>\n".encode()))
            changed += 1
    if changed == 0:
        raise NoPlace
