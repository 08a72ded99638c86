"""What Word's accessibility checker asks, and some that it forgets: `accessibility.py FILE…` prints findings as JSON.

No validator sees these: a DOCX of valid XML may have no title, pictures without words and lists made of bullet characters.
"""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

from lxml import etree

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings  # noqa: E402
from objects import check_links, check_pictures, check_tables  # noqa: E402
from package import Package, attribute, find, find_all, is_on, text_of  # noqa: E402
from styles import Cascade  # noqa: E402
from texts import check_headings, check_paragraphs, check_runs  # noqa: E402


def judge(path: str) -> Findings:
    findings = Findings()
    try:
        package = Package(path)
        body = package.part("word/document.xml")
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as unreadable:
        findings.add("unreadable", str(unreadable))
        return findings
    cascade = Cascade(package)
    _check_properties(package, findings)
    _check_settings(package, findings)
    _check_fonts(package, findings)
    check_headings(body, cascade, findings)
    check_paragraphs(body, cascade, findings)
    check_runs(package, body, cascade, findings)
    check_pictures(package, findings)
    check_tables(body, findings)
    check_links(package, body, findings)
    return findings


def _check_properties(package: Package, findings: Findings) -> None:
    core = package.part("docProps/core.xml")
    for name in ("title", "language", "creator"):
        value = find(core, f"dc:{name}")
        if value is None or not (value.text or "").strip():
            findings.add(f"no-{name}", f"the file's properties have no {name}", "docProps/core.xml")
    default = find(package.part("word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if attribute(default, "w:val") is None:
        findings.add("no-default-language", "no language for what says none itself", "word/styles.xml")


def _check_settings(package: Package, findings: Findings) -> None:
    """Nothing makes Word ask at opening or fall back to an old mode."""
    settings = package.part("word/settings.xml")
    if is_on(find(settings, "w:updateFields")):
        findings.add("asks-at-opening", "updateFields makes Word ask", "word/settings.xml")
    for name in package.bytes:
        if name.startswith("word/") and name.endswith(".xml") and b'w:dirty="' in package.bytes[name]:
            findings.add("asks-at-opening", "a dirty field makes Word ask", name)
    modes = [attribute(mode, "w:val") for mode in find_all(settings, "w:compat/w:compatSetting[@w:name='compatibilityMode']")]
    if modes != ["15"]:
        findings.add("old-mode", f"compatibilityMode is {modes}, so Word opens it as an old file", "word/settings.xml")


def _fonts_of_georgian(package: Package) -> set[str]:
    """The fonts that runs with Georgian letters name, or the document's own where they name none."""
    own = attribute(find(package.part("word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts"), "w:ascii") or ""
    names = set()
    for run in find_all(package.part("word/document.xml"), ".//w:r"):
        if any("\u10d0" <= letter <= "\u10ff" for letter in text_of(run)):
            names.add(attribute(find(run, "w:rPr/w:rFonts"), "w:ascii") or own)
    return names


def _check_fonts(package: Package, findings: Findings) -> None:
    """Embedded, with the signature that tells Word which letters they have: usb0's bit 26 is Georgian (OpenType, OS/2)."""
    embedded = [font for font in find_all(package.part("word/fontTable.xml"), "w:font") if find(font, "w:embedRegular") is not None]
    georgian = _fonts_of_georgian(package)
    for font in embedded:
        name = attribute(font, "w:name") or ""
        usb0 = int(attribute(find(font, "w:sig"), "w:usb0") or "0", 16)
        if name in georgian and not usb0 >> 26 & 1:
            findings.add("font-signature", "Georgian text, and the font's signature denies Georgian", name)
    if embedded and not is_on(find(package.part("word/settings.xml"), "w:embedTrueTypeFonts")):
        findings.add("font-not-kept", "embedTrueTypeFonts is off: Word drops the fonts when it saves", "word/settings.xml")


if __name__ == "__main__":
    json.dump([judge(path).as_data() for path in sys.argv[1:]], sys.stdout)
