"""A DOCX as parts of XML, and the names of WordprocessingML (ISO/IEC 29500-1)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
}
Element = etree._Element


class Package:
    """The parts of one file, each parsed once; a part that is not there is an empty element."""

    def __init__(self, path: str) -> None:
        with zipfile.ZipFile(path) as archive:
            self.bytes = {name: archive.read(name) for name in archive.namelist()}
        self.parsed: dict[str, Element] = {}

    def part(self, name: str) -> Element:
        if name not in self.parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self.parsed[name] = etree.fromstring(self.bytes.get(name, b"<none/>"), parser)
        return self.parsed[name]


def find(element: Element, path: str) -> Element | None:
    return element.find(path, NAMES)


def find_all(element: Element, path: str) -> list[Element]:
    return list(element.iterfind(path, NAMES))


def attribute(element: Element | None, name: str) -> str | None:
    """`name` is prefixed: `w:val`."""
    if element is None:
        return None
    prefix, local = name.split(":")
    return element.get(f"{{{NAMES[prefix]}}}{local}")


def is_on(element: Element | None) -> bool:
    """A toggle is on if it is there and doesn't say otherwise."""
    return element is not None and attribute(element, "w:val") not in ("0", "false", "off")


def text_of(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for node in element.iter(*(f"{{{NAMES['w']}}}{name}" for name in ("t", "br", "tab"))):
        yield (node.text or "") if node.tag.endswith("}t") else " "
