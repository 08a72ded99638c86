"""White, varnish and cuts (ISO 19593-1): what is told of a print besides its colours, in layers and inks of its own."""

from __future__ import annotations

import pikepdf
from finding import Findings
from painting import Paint, paints
from pikepdf import Array, Dictionary

TYPED = {"/Structural", "/Positions"}
GROUPS = TYPED | {"/White", "/Varnish", "/Braille", "/Legend", "/Dimensions"}
"""The standard's groups; those of TYPED say by a type what they are."""


def check_layers(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """Layers may tell processing steps, all of them shown; of others it is up to a program whether they print."""
    properties = pdf.Root.get("/OCProperties")
    if properties is None:
        return
    layers = list(properties.get("/OCGs", Array()))
    setting = properties.get("/D", Dictionary())
    hidden = setting.get("/BaseState") == "/OFF" or len(setting.get("/OFF", Array())) > 0
    if hidden or "/AS" in setting or "/Configs" in properties or not all(map(_is_step, layers)):
        findings.add("optional-content", "layers: which of them print is up to the program that opens it", "Catalog")
    if "/Name" not in setting or {each.objgen for each in setting.get("/Order", Array())} != {each.objgen for each in layers}:
        findings.add("layers-unnamed", "a setting of layers without a name, or without all of them in its order", "Catalog")


def _is_step(layer: pikepdf.Object) -> bool:
    told = layer.get("/GTS_Metadata", Dictionary())
    group = str(told.get("/GTS_ProcStepsGroup", ""))
    return group in GROUPS and ("/GTS_ProcStepsType" in told) == (group in TYPED)


def step_inks(pdf: pikepdf.Pdf) -> dict[str, str]:
    """The inks that are painted in layers of steps, with the groups of these."""
    found = {}
    for page in pdf.pages:
        for paint in paints(page):
            if paint.step:
                found.update({name: paint.step for name, _ in paint.colour.inks})
    return found


def check_step(paint: Paint, inks: dict[str, str], where: str, findings: Findings) -> None:
    names = [name for name, _ in paint.colour.inks]
    if paint.step and (len(names) != 1 or paint.colour.is_process):
        findings.add("step-in-colours", f"a {paint.what} of {paint.colour} in the layer of {paint.step}", where)
    elif any(name in inks for name in names) and not paint.step:
        findings.add("step-outside", f"a {paint.what} of {paint.colour} in no layer of a step", where)
    elif paint.step and not paint.overprint:
        findings.add("step-knocks-out", f"a {paint.what} of {paint.colour} leaves a hole in the colours", where)
