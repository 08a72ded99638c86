"""Large print in Word: every size that a part or a style sets, what shrinks letters, what leans, divides words or makes columns."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from pathlib import Path

from lxml import etree

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings  # noqa: E402

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEAST = 36
"""Half-points: 18 points."""
PARTS = re.compile(r"^word/(document|styles|numbering|footnotes|header\d+|footer\d+)\.xml$")
UNREAD = {"TableEnd"}
"""Styles of paragraphs that hold nothing, where Word has to have one."""


def check(path: str, findings: Findings) -> None:
    with zipfile.ZipFile(path) as package:
        for name in sorted(filter(PARTS.match, package.namelist())):
            check_part(etree.fromstring(package.read(name)), name, findings)
        settings = etree.fromstring(package.read("word/settings.xml"))
        if on(settings.find(f"{W}autoHyphenation")):
            findings.add("divided", "Word divides words", "word/settings.xml")


def check_part(root: etree._Element, part: str, findings: Findings) -> None:
    for size in root.iter(f"{W}sz"):
        style = style_of(size)
        if style not in UNREAD and not is_blank_mark(size) and int(size.get(f"{W}val")) < LEAST:
            findings.add("small", f"a size of {int(size.get(f'{W}val')) / 2:g} points in the style {style}", part)
    for align in root.iter(f"{W}vertAlign"):
        if align.get(f"{W}val") != "baseline":
            findings.add("small", f"{align.get(f'{W}val')} letters are smaller than their size ({style_of(align)})", part)
    for name in ("i", "iCs", "caps", "smallCaps"):
        for each in root.iter(f"{W}{name}"):
            if on(each):
                findings.add("leaning" if name in ("i", "iCs") else "capitals", f"w:{name} in {style_of(each)}", part)
    for columns in root.iter(f"{W}cols"):
        if int(columns.get(f"{W}num", "1")) > 1:
            findings.add("columns", f"{columns.get(f'{W}num')} columns", part)
    for text in root.iter(f"{W}t", f"{W}softHyphen"):
        if text.tag == f"{W}softHyphen" or "\u00ad" in (text.text or ""):
            findings.add("divided", f"a soft hyphen in “{(text.text or '')[:30]}”", part)


def is_blank_mark(size: etree._Element) -> bool:
    """What a list has in place of marks: a blank."""
    level = next(size.iterancestors(f"{W}lvl"), None)
    return level is not None and (level.find(f"{W}lvlText").get(f"{W}val") or "").strip() == ""


def on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val") not in ("0", "false", "none")


def style_of(element: etree._Element) -> str | None:
    """The style that defines it, or that its paragraph has."""
    for around in element.iterancestors():
        if around.tag == f"{W}style":
            return around.get(f"{W}styleId")
        if around.tag == f"{W}p":
            own = around.find(f"{W}pPr/{W}pStyle")
            return None if own is None else own.get(f"{W}val")
    return None


if __name__ == "__main__":
    judged = []
    for file in sys.argv[1:]:
        found = Findings()
        check(file, found)
        judged.append(found.as_data())
    json.dump(judged, sys.stdout)
