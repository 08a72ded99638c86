"""Headings, paragraphs and runs."""

from __future__ import annotations

import re

from finding import Findings
from package import NAMES, Element, Package, attribute, find, find_all, text_of
from styles import Cascade, colours, contrast, is_large

FAKE_ITEM = re.compile(r"[•◦▪‣●○·–—*-]\s|\(?(\d{1,2}|[a-zა-ჰ])[.)]\s")
GEORGIAN = re.compile(r"[\u10a0-\u10ff\u1c90-\u1cbf]")


def check_headings(body: Element, cascade: Cascade, findings: Findings) -> None:
    """One title, then levels without a gap, none blank."""
    titles = [paragraph for paragraph in find_all(body, ".//w:p") if cascade.style_name(paragraph) == "Title"]
    if len(titles) != 1:
        findings.add("title-paragraph", f"{len(titles)} paragraphs of style Title", "word/document.xml")
    before = 0
    for paragraph in find_all(body, ".//w:p"):
        level = cascade.heading_level(paragraph)
        if level is None:
            continue
        if text_of(paragraph).strip() == "":
            findings.add("blank-heading", f"a heading {level} without words", "word/document.xml")
        if level > before + 1:
            findings.add("heading-skipped", f"heading {level} follows heading {before}", text_of(paragraph))
        if attribute(cascade.of_paragraph(paragraph, "w:outlineLvl"), "w:val") != str(level - 1):
            findings.add("outline-level", f"heading {level} has another outline level", text_of(paragraph))
        before = level
    if before == 0:
        findings.add("no-heading", "no paragraph is a heading", "word/document.xml")


def check_paragraphs(body: Element, cascade: Cascade, findings: Findings) -> None:
    """Space is made by styles, lists by numbering: not by blank paragraphs, blanks, and bullet characters.

    A cell may be blank beside another one, and may hold the number of a line of a budget.
    """
    blank_before = False
    for paragraph in find_all(body, ".//w:p"):
        if next(paragraph.iterancestors(f"{{{NAMES['w']}}}tc"), None) is not None:
            continue
        text = text_of(paragraph)
        blank = text.strip() == "" and find(paragraph, ".//w:drawing") is None and find(paragraph, "w:pPr/w:sectPr") is None
        if blank and blank_before:
            findings.add("repeated-blanks", "two blank paragraphs, one after the other", "word/document.xml")
        blank_before = blank
        if re.search(r" {3}|\t\t", text):
            findings.add("repeated-blanks", "blanks that make room", text)
        if FAKE_ITEM.match(text) and cascade.of_paragraph(paragraph, "w:numPr") is None:
            findings.add("fake-list", "an item that only looks like one", text)


def check_runs(package: Package, body: Element, cascade: Cascade, findings: Findings) -> None:
    """Contrast (WCAG 2.2, 1.4.3), the language of Georgian letters (3.1.2), and fonts that the file brings."""
    fonts = find_all(package.part("word/fontTable.xml"), "w:font")
    embedded = {attribute(font, "w:name") for font in fonts if find(font, "w:embedRegular") is not None}
    for paragraph in find_all(body, ".//w:p"):
        for run in find_all(paragraph, ".//w:r"):
            text = text_of(run).strip()
            if text == "":
                continue
            letters, behind = colours(cascade, run, paragraph)
            ratio = contrast(letters, behind)
            if ratio < (3 if is_large(cascade, run, paragraph) else 4.5):
                findings.add("contrast", f"{letters} on {behind} is {ratio:.2f} : 1", text)
            language = attribute(cascade.of_run(run, paragraph, "w:lang"), "w:val") or ""
            if GEORGIAN.search(text) and not language.startswith("ka"):
                findings.add("language", f"Georgian letters in “{language}”", text)
            strange = _families(cascade.of_run(run, paragraph, "w:rFonts")) - embedded
            if embedded and strange:
                findings.add("font-not-embedded", ", ".join(sorted(map(str, strange))), text)


def _families(fonts: Element | None) -> set[str | None]:
    """Word picks one of four slots for each letter, by its script."""
    return {attribute(fonts, f"w:{slot}") for slot in ("ascii", "hAnsi", "cs", "eastAsia")}
