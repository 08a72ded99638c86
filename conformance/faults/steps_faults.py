"""Faults of white, varnish and cuts: planted with a step of their own, as the sample need not have any."""

from __future__ import annotations

import pikepdf
from pdf_faults import fault
from pikepdf import Array, Dictionary, Name
from press_paint_faults import draw, give, state

AREA = "100 100 90 90 re f"


def layer(pdf: pikepdf.Pdf, **setting: pikepdf.Object) -> str:
    """The name of a layer of varnish on the first page."""
    made = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Varnish", GTS_Metadata=Dictionary(GTS_ProcStepsGroup=Name.Varnish)))
    pdf.Root.OCProperties = Dictionary(OCGs=[made], D=Dictionary(Name="Steps", Order=[made], **setting))
    return str(pdf.pages[0].add_resource(made, Name.Properties))


def varnish(pdf: pikepdf.Pdf) -> str:
    """What chooses the ink."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 1, 0], N=1)
    space = give(pdf, "/ColorSpace", Array([Name.Separation, Name.Varnish, Name.DeviceCMYK, tint]))
    return f"{space} cs 1 scn"


def over(pdf: pikepdf.Pdf) -> str:
    return f"{state(pdf, OP=True, op=True, OPM=1)} gs"


@fault("press", "varnish that knocks out", "^step-knocks-out")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, f"/OC {layer(pdf)} BDC {varnish(pdf)} {AREA} EMC")


@fault("press", "varnish in an ink of the press", "^step-in-colours")
def _(pdf: pikepdf.Pdf) -> None:
    draw(pdf, f"/OC {layer(pdf)} BDC {over(pdf)} 0 0 1 0 k {AREA} EMC")


@fault("press", "varnish outside of its layer", "^step-outside")
def _(pdf: pikepdf.Pdf) -> None:
    ink = varnish(pdf)
    draw(pdf, f"{over(pdf)} /OC {layer(pdf)} BDC {ink} {AREA} EMC {ink} 200 100 90 90 re f")


@fault("press", "layer of varnish that is hidden", "^optional-content")
def _(pdf: pikepdf.Pdf) -> None:
    layer(pdf)
    pdf.Root.OCProperties.D.OFF = pdf.Root.OCProperties.OCGs


@fault("press", "setting of layers without a name", "^layers-unnamed")
def _(pdf: pikepdf.Pdf) -> None:
    layer(pdf)
    del pdf.Root.OCProperties.D.Name


@fault("separations", "varnish that takes the colours away", "^step-in-plates")
def _(pdf: pikepdf.Pdf) -> None:
    # Under it is ink, whatever the sample has there.
    draw(pdf, f"0.2 0 0 0 k {AREA} /OC {layer(pdf)} BDC {varnish(pdf)} {AREA} EMC")


@fault("separations", "varnish that is nowhere", "^step-unseen")
def _(pdf: pikepdf.Pdf) -> None:
    ink = varnish(pdf)
    draw(pdf, f"/OC {layer(pdf)} BDC {over(pdf)} {ink.replace('1 scn', '0 scn')} {AREA} EMC")
