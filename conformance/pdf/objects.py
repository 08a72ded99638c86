"""What may stand nowhere in a file for the press, whether a page uses it or not."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from finding import Findings
from pikepdf import Array, Dictionary, Stream

ACTIONS = {"/JavaScript", "/Launch", "/URI", "/GoTo", "/GoToR", "/GoToE", "/Named", "/SubmitForm", "/ImportData"}
SIMPLE_FONTS = {"/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"}
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def check_objects(pdf: pikepdf.Pdf, findings: Findings) -> None:
    for obj in pdf.objects:
        for each in _dictionaries(obj):
            _check(each, f"object {obj.objgen[0]}", findings)


def _check(each: pikepdf.Object, where: str, findings: Findings) -> None:
    kind, subtype = each.get("/Type"), each.get("/Subtype")
    if each.get("/S") in ACTIONS or "/JS" in each or "/AA" in each:
        findings.add("action", f"an action {each.get('/S')}", where)
    if "/EF" in each or kind == "/EmbeddedFile":
        findings.add("embedded-file", "carries a file", where)
    if subtype == "/PS" or each.get("/Subtype2") == "/PS":
        findings.add("postscript", "PostScript in a page (ISO 32000-1, 8.8.2)", where)
    if subtype == "/Form" and "/Ref" in each:
        findings.add("reference", "a form that stands for a page of another file (ISO 32000-1, 8.10.4)", where)
    if "/OPI" in each:
        findings.add("opi", "a proxy for a picture elsewhere (ISO 32000-1, 14.11.7)", where)
    if kind == "/Font" and subtype in SIMPLE_FONTS:
        descriptor = each.get("/FontDescriptor", Dictionary())
        if not any(program in descriptor for program in PROGRAMS):
            findings.add("font-not-embedded", str(each.get("/BaseFont")), where)


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
