"""What the file says of itself: the facts of PDF/X-4 in XMP, and the same in Info where Info has them."""

from __future__ import annotations

import re

import pikepdf
from finding import Findings
from lxml import etree
from pikepdf import Array, Dictionary, Name

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)|\d{4}-\d\d-\d\d"
FACTS = {
    "pdfxid:GTS_PDFXVersion": r"PDF/X-4",
    "pdf:Trapped": r"True|False",
    "xmp:CreateDate": DATE,
    "xmp:ModifyDate": DATE,
    "xmp:MetadataDate": DATE,
    "xmpMM:DocumentID": r"(uuid|xmp\.did|adobe:docid):.+",
    "xmpMM:VersionID": r".+",
    "xmpMM:RenditionClass": r".+",
    "dc:title": r".+",
}
SAME = {"/Title": "dc:title", "/Trapped": "pdf:Trapped", "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def check_facts(pdf: pikepdf.Pdf, findings: Findings) -> None:
    facts = _read(pdf.Root.get("/Metadata"), findings)
    for name, pattern in FACTS.items():
        if re.fullmatch(pattern, facts.get(name, ""), re.DOTALL) is None:
            findings.add("xmp", f'{name} is "{facts.get(name, "")}"', "Metadata")
    info = pdf.trailer.get("/Info", Dictionary())
    _check_trapped(info.get("/Trapped"), facts, findings)
    for key, name in SAME.items():
        if key in info and key != "/Trapped" and not _same(str(info[key]), facts.get(name, "")):
            findings.add("xmp-differs", f'Info has {key} "{info[key]}", XMP {name} "{facts.get(name, "")}"', "Info")
    if len(pdf.trailer.get("/ID", Array())) != 2:
        findings.add("no-id", "no file identifier", "trailer")


def _read(stream: pikepdf.Object | None, findings: Findings) -> dict[str, str]:
    """Each fact, as an element or as an attribute of its description; of alternatives, the first."""
    if stream is None:
        return {}
    try:
        # XMP that names entities would be read from elsewhere.
        root = etree.fromstring(stream.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as broken:
        findings.add("xmp", f"no XML: {broken}", "Metadata")
        return {}
    facts = {}
    for name in FACTS:
        prefix, local = name.split(":")
        tag = f"{{{SPACES[prefix]}}}{local}"
        found = root.find(f".//{tag}")
        if found is not None:
            first = found.find(".//rdf:li", SPACES)
            facts[name] = "".join((found if first is None else first).itertext()).strip()
        else:
            facts[name] = next((each.attrib[tag] for each in root.iter() if tag in each.attrib), "")
    return facts


def _check_trapped(trapped: pikepdf.Object | None, facts: dict[str, str], findings: Findings) -> None:
    """ISO 32000-1, 14.11.6: a name; PDF/X-4 wants it known, and said alike."""
    if not isinstance(trapped, Name) or str(trapped) not in ("/True", "/False"):
        findings.add("trapped", f"/Trapped is {trapped!r}", "Info")
    elif facts.get("pdf:Trapped") != str(trapped)[1:]:
        findings.add("trapped", f"XMP does not say {trapped}", "Metadata")


def _same(info: str, xmp: str) -> bool:
    """As words, or of dates their digits to the second."""
    if not info.startswith("D:"):
        return info == xmp
    digits = re.sub(r"\D", "", xmp)[:14]
    return re.sub(r"\D", "", info)[: len(digits)] == digits != ""
