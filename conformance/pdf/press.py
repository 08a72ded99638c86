"""An own reading of a file for the press, independent of the writer: `press.py FILE…` prints findings as JSON.

PDF/X-4 (ISO 15930-7), and what print shops check beyond it (GWG 2015, sheet-fed offset): no free validator knows either.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings  # noqa: E402
from inks import check_inks  # noqa: E402

MM = 72 / 25.4
BLEED = 3 * MM
NEAR = 0.01

XMP_FACTS = {
    "pdfxid:GTS_PDFXVersion": r"PDF/X-4",
    "pdf:Trapped": r"True|False",
    "xmp:CreateDate": r"\d{4}-\d\d-\d\d.*",
    "xmp:ModifyDate": r"\d{4}-\d\d-\d\d.*",
    "xmp:MetadataDate": r"\d{4}-\d\d-\d\d.*",
    "xmpMM:DocumentID": r"uuid:[0-9a-f-]{36}",
    "xmpMM:VersionID": r".+",
    "xmpMM:RenditionClass": r".+",
    "dc:title": r".+",
}


def judge(path: str) -> Findings:
    findings = Findings()
    try:
        with pikepdf.open(path) as pdf:
            _check(pdf, findings)
    except pikepdf.PdfError as unreadable:
        findings.add("unreadable", str(unreadable))
    return findings


def _check(pdf: pikepdf.Pdf, findings: Findings) -> None:
    if pdf.pdf_version not in ("1.4", "1.5", "1.6", "1.7"):
        findings.add("version", f"PDF {pdf.pdf_version}")
    if pdf.is_encrypted:
        findings.add("encrypted", "a print shop cannot open it to impose")
    _check_intents(pdf, findings)
    _check_metadata(pdf, findings)
    _check_objects(pdf, findings)
    for number, page in enumerate(pdf.pages, 1):
        where = f"page {number}"
        _check_boxes(page, where, findings)
        _check_annotations(page, where, findings)
        check_inks(page, where, findings)


def _check_intents(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """ISO 15930-7, 6.2.2; ISO 19005-2, 6.2.3: one profile for all intents, of a CMYK press."""
    intents = list(pdf.Root.get("/OutputIntents", Array()))
    kinds = [str(intent.get("/S")) for intent in intents]
    if kinds.count("/GTS_PDFX") != 1:
        findings.add("intent", f"{kinds.count('/GTS_PDFX')} GTS_PDFX intents among {kinds}", "Catalog")
    profiles = {intent.DestOutputProfile.objgen for intent in intents if "/DestOutputProfile" in intent}
    if len(profiles) > 1:
        findings.add("intent-profiles", "intents with profiles of their own", "Catalog")
    for intent in intents:
        if str(intent.get("/OutputConditionIdentifier", "")).strip() == "":
            findings.add("intent", "no /OutputConditionIdentifier", str(intent.get("/S")))
        if "/DestOutputProfile" not in intent:
            findings.add("intent-profile", "no profile", str(intent.get("/S")))
            continue
        _check_profile(intent.DestOutputProfile, str(intent.get("/S")), findings)


def _check_profile(stream: pikepdf.Object, where: str, findings: Findings) -> None:
    """ICC.1:2001-04, 6.1: the header of a profile of an output device."""
    profile = stream.read_bytes()
    size = int.from_bytes(profile[0:4], "big")
    if profile[36:40] != b"acsp" or size != len(profile):
        findings.add("profile-damaged", f"no ICC profile of {len(profile)} bytes", where)
    elif profile[12:16] != b"prtr" or profile[16:20] != b"CMYK" or profile[8] not in (2, 4):
        kind = f"class {profile[12:16]!r}, space {profile[16:20]!r}, version {profile[8]}"
        findings.add("profile-kind", f"not a CMYK output profile: {kind}", where)
    if int(stream.get("/N", 0)) != 4:
        findings.add("profile-kind", f"/N is {stream.get('/N')}", where)


def _check_metadata(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """ISO 15930-7, 6.16: facts in XMP; Trapped in Info as well, as a name, and the same."""
    stream = pdf.Root.get("/Metadata")
    xmp = "" if stream is None else stream.read_bytes().decode("utf-8", "replace")
    for name, pattern in XMP_FACTS.items():
        found = re.search(rf"<{name}>(.*?)</{name}>", xmp, re.DOTALL)
        value = "" if found is None else re.sub(r"<[^>]*>", "", found.group(1)).strip()
        if re.fullmatch(pattern, value, re.DOTALL) is None:
            findings.add("xmp", f'{name} is "{value}"', "Metadata")
    trapped = pdf.trailer.get("/Info", Dictionary()).get("/Trapped")
    if not isinstance(trapped, Name) or str(trapped) not in ("/True", "/False"):
        findings.add("trapped", f"/Trapped is {trapped!r}", "Info")
    elif f"<pdf:Trapped>{str(trapped)[1:]}<" not in xmp:
        findings.add("trapped", f"XMP does not say {trapped}", "Metadata")
    if len(pdf.trailer.get("/ID", Array())) != 2:
        findings.add("no-id", "no file identifier", "trailer")


def _check_objects(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """What may stand nowhere in the file (ISO 15930-7, 6.17 and 6.18), and fonts (6.3)."""
    for obj in pdf.objects:
        if not isinstance(obj, (Dictionary, Stream)):
            continue
        where = f"object {obj.objgen[0]}"
        for each in _dictionaries(obj):
            if each.get("/S") in ("/JavaScript", "/Launch", "/URI", "/GoTo", "/GoToR", "/Named") or "/JS" in each:
                findings.add("action", f"an action {each.get('/S')}", where)
            if "/EF" in each or each.get("/Type") == "/EmbeddedFile":
                findings.add("embedded-file", "carries a file", where)
        if obj.get("/Type") == "/FontDescriptor" and not any(f"/FontFile{kind}" in obj for kind in ("", "2", "3")):
            findings.add("font-not-embedded", str(obj.get("/FontName")), where)


def _dictionaries(obj: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """An object and the dictionaries that stand in it directly."""
    todo = [obj]
    while todo:
        each = todo.pop()
        if isinstance(each, (Dictionary, Stream)):
            yield each
            held = list(each.values()) if isinstance(each, Dictionary) else list(each.stream_dict.values())
        else:
            held = list(each) if isinstance(each, Array) else []
        todo += [item for item in held if isinstance(item, (Array, Dictionary)) and not item.is_indirect]


def _check_boxes(page: pikepdf.Page, where: str, findings: Findings) -> None:
    """ISO 15930-7, 6.10; 3 mm of bleed on each side."""
    obj = page.obj
    if "/UserUnit" in obj:
        findings.add("user-unit", f"/UserUnit is {obj.UserUnit}", where)
    media = _box(obj.get("/MediaBox"))
    trim = _box(obj.get("/TrimBox"))
    bleed = _box(obj.get("/BleedBox"))
    if media is None or trim is None or bleed is None:
        findings.add("box-missing", f"MediaBox {media}, TrimBox {trim}, BleedBox {bleed}", where)
        return
    if "/ArtBox" in obj:
        findings.add("box-art", "both TrimBox and ArtBox", where)
    if "/CropBox" in obj and not _around(_box(obj.CropBox), media):
        findings.add("box-crop", "the CropBox hides a part of the sheet", where)
    if not _around(media, bleed) or not _around(bleed, trim):
        findings.add("box-order", f"MediaBox {media}, BleedBox {bleed}, TrimBox {trim}", where)
    sides = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
    if min(sides) < BLEED - NEAR:
        findings.add("bleed", f"{min(sides) / MM:.2f} mm on one side", where)


Box = tuple[float, float, float, float]


def _box(array: pikepdf.Object | None) -> Box | None:
    if array is None:
        return None
    a, b, c, d = (float(edge) for edge in array)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _around(outer: Box | None, inner: Box) -> bool:
    if outer is None:
        return False
    left, bottom, right, top = outer
    fits = left <= inner[0] + NEAR and bottom <= inner[1] + NEAR
    return fits and right >= inner[2] - NEAR and top >= inner[3] - NEAR


def _check_annotations(page: pikepdf.Page, where: str, findings: Findings) -> None:
    """ISO 15930-7, 6.14 lets them stand outside the bleed; whoever prints wants none at all."""
    for annotation in page.obj.get("/Annots", Array()):
        findings.add("annotation", f"{annotation.get('/Subtype')}", where)


if __name__ == "__main__":
    json.dump([judge(path).as_data() for path in sys.argv[1:]], sys.stdout)
