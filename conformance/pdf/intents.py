"""The output intent: one press, by a profile of its inks that the file brings (ISO 32000-1, 14.11.5)."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from finding import Findings
from PIL import ImageCms
from pikepdf import Array

TABLES = (b"A2B0", b"B2A0", b"desc", b"wtpt", b"cprt")
"""What every output profile of lookup tables has (ICC.1:2001-04)."""


def check_intents(pdf: pikepdf.Pdf, findings: Findings) -> None:
    """PDF/X-4 wants one intent of its kind; other kinds, as that of PDF/A, must have the same profile."""
    intents = list(pdf.Root.get("/OutputIntents", Array()))
    kinds = [str(intent.get("/S")) for intent in intents]
    if kinds.count("/GTS_PDFX") != 1:
        findings.add("intent", f"{kinds.count('/GTS_PDFX')} GTS_PDFX intents among {kinds}", "Catalog")
    profiles = {intent.DestOutputProfile.objgen for intent in intents if "/DestOutputProfile" in intent}
    if len(profiles) > 1:
        findings.add("intent-profiles", "intents with profiles of their own", "Catalog")
    for intent in intents:
        kind = str(intent.get("/S"))
        if str(intent.get("/OutputConditionIdentifier", "")).strip() == "":
            findings.add("intent", "no /OutputConditionIdentifier", kind)
        if "/DestOutputProfile" not in intent:
            elsewhere = ", only a reference to one: PDF/X-4p" if "/DestOutputProfileRef" in intent else ""
            findings.add("intent-profile", f"no profile{elsewhere}", kind)
        else:
            _check_profile(intent.DestOutputProfile, kind, findings)


def _check_profile(stream: pikepdf.Object, where: str, findings: Findings) -> None:
    """The header of an output device's profile; its tables, in that Little CMS separates with them."""
    profile = stream.read_bytes()
    size = int.from_bytes(profile[0:4], "big")
    if profile[36:40] != b"acsp" or size != len(profile):
        findings.add("profile-damaged", f"no ICC profile of {len(profile)} bytes", where)
    elif profile[12:16] != b"prtr" or profile[16:20] != b"CMYK" or profile[8] not in (2, 4):
        kind = f"class {profile[12:16]!r}, space {profile[16:20]!r}, version {profile[8]}"
        findings.add("profile-kind", f"not a CMYK output profile: {kind}", where)
    else:
        _check_tables(profile, where, findings)
    if int(stream.get("/N", 0)) != 4:
        findings.add("profile-kind", f"/N is {stream.get('/N')}", where)


def _check_tables(profile: bytes, where: str, findings: Findings) -> None:
    count = int.from_bytes(profile[128:132], "big")
    entries = [profile[at : at + 12] for at in range(132, 132 + 12 * count, 12)]
    lacking = [name.decode() for name in TABLES if name not in {entry[:4] for entry in entries}]
    if lacking:
        findings.add("profile-damaged", f"the profile lacks {', '.join(lacking)}", where)
        return
    try:
        screen = ImageCms.createProfile("sRGB")
        press = ImageCms.getOpenProfile(BytesIO(profile))
        ImageCms.buildTransform(press, screen, "CMYK", "RGB")
        ImageCms.buildTransform(screen, press, "RGB", "CMYK")
    except (OSError, ImageCms.PyCMSError) as unusable:
        findings.add("profile-damaged", f"no colour can be separated with the profile: {unusable}", where)
