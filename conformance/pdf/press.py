"""An own reading of a file for the press, independent of the writer: `press.py FILE…` prints findings as JSON.

PDF/X-4 (ISO 15930-7), and what print shops check beyond it (GWG 2015, sheet-fed offset): no free validator knows either.
Imposed sheets are files like others: what their pages paint as forms is read where it stands on the sheet.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
from pikepdf import Array

sys.path.append(str(Path(__file__).parent.parent))

from boxes import Boxes, check_boxes, check_reach, check_trims  # noqa: E402
from facts import check_facts  # noqa: E402
from finding import Findings, judge_files  # noqa: E402
from inks import Ground, check_paint  # noqa: E402
from intents import check_intents  # noqa: E402
from objects import check_objects  # noqa: E402
from painting import paints  # noqa: E402
from resources import check_resources  # noqa: E402
from steps import check_layers, check_step, step_inks  # noqa: E402


def _check(pdf: pikepdf.Pdf, findings: Findings) -> None:
    # PDF/X-4 is made on PDF 1.6; what a later reader adds may be ignored, what an older one lacks may not.
    if pdf.pdf_version not in ("1.6", "1.7"):
        findings.add("version", f"PDF {pdf.pdf_version}")
    if pdf.is_encrypted:
        findings.add("encrypted", "a print shop cannot open it to impose")
    check_intents(pdf, findings)
    check_facts(pdf, findings)
    check_objects(pdf, findings)
    check_layers(pdf, findings)
    inks = step_inks(pdf)
    all_boxes: list[tuple[str, Boxes]] = []
    for number, page in enumerate(pdf.pages, 1):
        where = f"page {number}"
        boxes = check_boxes(page, where, findings)
        if boxes is not None:
            all_boxes.append((where, boxes))
        _check_annotations(page, where, findings)
        check_resources(page, where, findings)
        _check_paints(page, where, boxes, inks, findings)
    check_trims(all_boxes, findings)


def _check_paints(page: pikepdf.Page, where: str, boxes: Boxes | None, inks: dict[str, str], findings: Findings) -> None:
    ground = Ground(where, None if boxes is None else boxes.trim)
    for paint in paints(page):
        check_paint(paint, ground, findings)
        check_step(paint, inks, ground.of(paint), findings)
        if boxes is not None:
            check_reach(paint, boxes, ground.of(paint), findings)


def _check_annotations(page: pikepdf.Page, where: str, findings: Findings) -> None:
    """PDF/X-4 lets them stand outside the bleed; whoever prints wants none at all."""
    for annotation in page.obj.get("/Annots", Array()):
        findings.add("annotation", f"{annotation.get('/Subtype')}", where)


if __name__ == "__main__":
    judge_files(_check)
