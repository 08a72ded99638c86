"""Pictures: fine enough for their size, their inks the right way round and not too many (ISO 32000-1, 8.9)."""

from __future__ import annotations

from io import BytesIO
from math import prod

import numpy as np
import pikepdf
from colours import colour, entries, family, faults, resolved
from finding import Findings
from geometry import sides
from painting import Paint
from PIL import Image, UnidentifiedImageError
from pikepdf import Name

FINE = 225
COARSE = 150
MOST_INK = 3.01
"""A hundredth for what a profile rounds."""
FEW = 0.001
"""Of a picture's pixels: what JPEG makes of sharp edges."""

SHORT = {"/CS": "/ColorSpace", "/W": "/Width", "/H": "/Height", "/F": "/Filter", "/D": "/Decode", "/BPC": "/BitsPerComponent"}


def check_picture(paint: Paint, where: str, findings: Findings) -> None:
    image = paint.thing
    width, height = int(_get(image, "/Width")), int(_get(image, "/Height"))
    _check_fineness(width, height, paint, where, findings)
    if bool(image.get("/ImageMask", image.get("/IM", False))):
        return
    for key in ("/SMask", "/Mask"):
        if isinstance(image.get(key), pikepdf.Stream):
            _check_space(image[key].get("/ColorSpace", Name.DeviceGray), "the mask of a picture", where, findings)
    if "/Alternates" in image:
        findings.add("alternate-picture", "another picture may be printed in its place", where)
    space = resolved(_get(image, "/ColorSpace", Name.DeviceGray), paint.resources)
    if _check_space(space, "a picture", where, findings):
        return
    _check_jpeg(image, space, where, findings)
    _check_ink(image, space, width, height, where, findings)


def _get(image: pikepdf.Object, key: str, default: object = None) -> pikepdf.Object:
    """By the long name, or the short one of an inline image."""
    return next((image[short] for short, long in [(key, key), *SHORT.items()] if long == key and short in image), default)


def _check_fineness(width: int, height: int, paint: Paint, where: str, findings: Findings) -> None:
    on_paper = sides(paint.matrix)
    if prod(on_paper) == 0:
        return
    ppi = min(width / on_paper[0], height / on_paper[1]) * 72
    said = f"a picture of {width} × {height} pixels has {ppi:.0f} ppi"
    if ppi < COARSE - 0.5:
        findings.add("ppi", said, where)
    elif ppi < FINE - 0.5:
        findings.ask("ppi-low", f"{said}; is it sharp enough?", where)


def _check_space(space: pikepdf.Object, what: str, where: str, findings: Findings) -> bool:
    found = faults(space)
    for rule, message in found:
        findings.add(rule, f"{what} {message}", where)
    return bool(found)


def _decode(image: pikepdf.Object) -> list[float]:
    return [float(each) for each in _get(image, "/Decode", [])]


def _is_jpeg(image: pikepdf.Object) -> bool:
    held = _get(image, "/Filter")
    filters = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [str(each) for each in filters] in (["/DCTDecode"], ["/DCT"])


def _check_jpeg(image: pikepdf.Object, space: pikepdf.Object, where: str, findings: Findings) -> None:
    """Adobe's JPEGs hold their inks turned round (Technical Note 5116): read straight, a photo prints as its negative."""
    if not _is_jpeg(image) or family(space) != "/DeviceCMYK":
        return
    turned = b"Adobe" in image.read_raw_bytes()[:4096]
    if turned != (_decode(image) == [1, 0] * 4):
        kind = "Adobe's" if turned else "not Adobe's"
        findings.add("negative", f"a CMYK JPEG, {kind}, with /Decode {_decode(image)}", where)


def _check_ink(image: pikepdf.Object, space: pikepdf.Object, width: int, height: int, where: str, findings: Findings) -> None:
    kind = family(space)
    if kind == "/Indexed":
        most = max((colour(space[1], entry).total for entry in entries(space)), default=0)
        share = float(most > MOST_INK)
    elif kind in ("/DeviceCMYK", "/DeviceN"):
        inks = _inks(image, 4 if kind == "/DeviceCMYK" else len(space[1]), width, height)
        if inks is None:
            findings.ask("picture-unread", "is the ink total of this picture at most 300 %?", where)
            return
        totals = inks.sum(axis=1)
        most, share = float(totals.max(initial=0)), float((totals > MOST_INK).mean())
    else:
        return
    if share > FEW:
        findings.add("ink-total", f"{round(100 * most)} % of ink in a picture", where)


def _inks(image: pikepdf.Object, channels: int, width: int, height: int) -> np.ndarray | None:
    """Each pixel's inks from 0 to 1, as the Decode array makes them; None where the samples are of an unknown kind."""
    if int(_get(image, "/BitsPerComponent", 8)) != 8:
        return None
    try:
        held = _jpeg(image) if _is_jpeg(image) else np.frombuffer(image.read_bytes(), np.uint8)
    except (pikepdf.PdfError, UnidentifiedImageError, AttributeError):
        return None
    if held.size != width * height * channels:
        return None
    low, high = np.array(_decode(image) or [0, 1] * channels, np.float32).reshape(channels, 2).T
    return low + held.reshape(-1, channels).astype(np.float32) / 255 * (high - low)


def _jpeg(image: pikepdf.Object) -> np.ndarray:
    """The samples as they stand in the file: Pillow takes every CMYK JPEG for one of Adobe's and turns it round."""
    with Image.open(BytesIO(image.read_raw_bytes())) as opened:
        samples = np.asarray(opened)
        return (255 - samples if opened.mode == "CMYK" else samples).reshape(-1)
