"""Faults for those who copy a PDF's text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
from pdf_faults import NoPlace, fault


@fault("readers", "a letter that reads as another", "^text-lost")
def _(pdf: pikepdf.Pdf) -> None:
    _change(pdf, lambda text: re.sub(rb"<0065>", b"<0078>", text))


@fault("readers", "a glyph that reads as nothing", "^text-lost")
def _(pdf: pikepdf.Pdf) -> None:
    _change(pdf, lambda text: re.sub(rb"<0065>", b"<>", text))


@fault("letters", "capitals without accents that read as capitals with them", "^letters-changed")
def _(pdf: pikepdf.Pdf) -> None:
    _change(pdf, lambda text: re.sub(rb"<0395>", b"<0388>", text))


@fault("letters", "a glyph that reads as nothing", "^letters-changed")
def _(pdf: pikepdf.Pdf) -> None:
    _change(pdf, lambda text: re.sub(rb"<0268>", b"<>", text))


@fault("letters", "marks that are lost", "^letters-changed")
def _(pdf: pikepdf.Pdf) -> None:
    _change(pdf, lambda text: re.sub(rb"<0301>", b"<200b>", text))


def _change(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes]) -> None:
    """In what the codes of all fonts stand for."""
    changed = 0
    for font in pdf.objects:
        if not isinstance(font, pikepdf.Dictionary) or "/ToUnicode" not in font:
            continue
        text = font.ToUnicode.read_bytes()
        if change(text) != text:
            font.ToUnicode.write(change(text))
            changed += 1
    if changed == 0:
        raise NoPlace
