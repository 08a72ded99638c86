"""The truth of a file for the press: what stands on its plates. `separations.py FILE…` prints findings as JSON.

Each page is separated twice, as it is and without its words (see wordless.py). Where the two differ there is a word, and
the pixel tells what became of it: black must have come to its ground and changed none of it; anything else must be the
inks of a theme's colour. It shares nothing with the writer but the themes, which say what was meant.
"""

from __future__ import annotations

import json
import sys
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pikepdf

sys.path.append(str(Path(__file__).parent.parent))

from edges import check_edges  # noqa: E402
from finding import Findings, judge_files  # noqa: E402
from geometry import box_of  # noqa: E402
from plates import FULL, Grid, Plates, finish, read, start  # noqa: E402
from steps import step_inks  # noqa: E402
from wordless import take_words  # noqa: E402

THEMES = Path(__file__).parents[2] / "templates" / "themes"
MOST_INK = 301
"""A hundredth over 300 % for what 8 bits round."""
ROUNDED = 2
"""Of 255: what a percent may have become."""
BLACK = np.array([0, 0, 0, FULL])


def _check(pdf: pikepdf.Pdf, findings: Findings) -> None:
    tokens = _tokens()
    words = 0
    with TemporaryDirectory() as folder:
        work = Path(folder)
        started = [start(str(pdf.filename), work / "whole")]
        bare = work / "bare.pdf"
        with pikepdf.open(pdf.filename) as copy:
            take_words(copy)
            copy.save(bare)
        started.append(start(str(bare), work / "wordless"))
        steps = step_inks(pdf)
        if steps:
            hidden = work / "hidden.pdf"
            with pikepdf.open(pdf.filename) as copy:
                copy.Root.OCProperties.D.OFF = copy.Root.OCProperties.OCGs
                copy.save(hidden)
            started.append(start(str(hidden), work / "stepless"))
        for each in started:
            finish(each)
        count = len(pdf.pages)
        both = zip(pdf.pages, read(work / "whole", count), read(work / "wordless", count), strict=True)
        stepless = read(work / "stepless", count) if steps else None
        found: set[str] = set()
        for number, (page, whole, wordless) in enumerate(both, 1):
            if stepless is not None:
                found |= _check_steps(page, whole, next(stepless), steps, f"page {number}", findings)
            whole, wordless = whole.without(steps), wordless.without(steps)
            words += _check_page(page, whole, wordless, tokens, f"page {number}", findings)
    for ink in sorted(set(steps) - found):
        findings.add("step-unseen", f"{ink} of {steps[ink]} is on no plate")
    if words == 0:
        findings.add("no-words", "no word was found on any plate: this judge saw nothing")


def _check_steps(
    page: pikepdf.Page,
    whole: Plates,
    stepless: Plates,
    steps: dict[str, str],
    where: str,
    findings: Findings,
) -> set[str]:
    """White, varnish and cuts change no plate but their own. Those that have anything on theirs, besides marks."""
    bare = stepless.without(steps)
    seen = whole.without(steps)
    same = (seen.process == bare.process).all() and all(
        (plate == bare.spots.get(name, np.zeros_like(plate))).all() for name, plate in seen.spots.items()
    )
    if not same:
        findings.add("step-in-plates", "plates of colours differ where steps are left out", where)
    media, bleed = (box_of(page.obj.get(name)) for name in ("/MediaBox", "/BleedBox"))
    if media is None or bleed is None:
        return set(steps)
    within = _within(Grid(media, bleed).box(bleed), whole)
    return {name for name in steps if name in whole.spots and (whole.spots[name] * within).any()}


def _tokens() -> np.ndarray:
    """The inks of each colour of the themes, from 0 to 255."""
    held = [json.loads(file.read_text("utf-8")) for file in sorted(THEMES.glob("*/theme.json"))]
    colours = [colour for theme in held for colour in theme["color"].values() if isinstance(colour, dict)]
    named = [colour.get("$extensions", {}).get("etrati", {}).get("cmyk") for colour in colours]
    return np.array(sorted({tuple(inks) for inks in named if inks is not None})) * FULL / 100


def _check_page(page: pikepdf.Page, whole: Plates, wordless: Plates, tokens: np.ndarray, where: str, findings: Findings) -> int:
    """How many pixels have words."""
    media, trim, bleed = (box_of(page.obj.get(name)) for name in ("/MediaBox", "/TrimBox", "/BleedBox"))
    if media is None or trim is None or bleed is None:
        findings.add("box-missing", "no trim or bleed to look in", where)
        return 0
    if int(page.obj.get("/Rotate", 0)) != 0:
        findings.ask("page-turned", "plates of a turned page are not read: are they right?", where)
        return 1
    grid = Grid(media, trim)
    within = _within(grid.box(bleed), whole)
    _check_total(whole, within, grid, where, findings)
    check_edges(whole, bleed, grid, where, findings)
    return _check_words(whole, wordless, within, tokens, grid, where, findings)


def _within(bleed: tuple[float, ...], whole: Plates) -> np.ndarray:
    """The pixels of the bleed, without the last, which a mark that begins where the bleed ends has a share of."""
    within = np.zeros(whole.process.shape[1:], bool)
    within[ceil(bleed[1]) + 1 : int(bleed[3]) - 1, ceil(bleed[0]) + 1 : int(bleed[2]) - 1] = True
    return within


def _check_total(whole: Plates, within: np.ndarray, grid: Grid, where: str, findings: Findings) -> None:
    total = whole.total() * within
    most = int(total.max()) * 100 / FULL
    if most > MOST_INK:
        row, column = np.unravel_index(total.argmax(), total.shape)
        findings.add("ink-total", f"{most:.0f} % of ink", f"{where}, {grid.place(int(row), int(column))}")


def _check_words(
    whole: Plates,
    wordless: Plates,
    within: np.ndarray,
    tokens: np.ndarray,
    grid: Grid,
    where: str,
    findings: Findings,
) -> int:
    rows, columns = np.nonzero(_differ(whole, wordless) & within)
    inks = whole.process[:, rows, columns].T.astype(np.int16)
    ground = wordless.process[:, rows, columns].T.astype(np.int16)
    colours_stay = (inks[:, :3] == ground[:, :3]).all(axis=1)
    overprints = colours_stay & (inks[:, 3] == FULL)
    is_token = np.zeros(len(inks), bool)
    for token in tokens:
        is_token |= (abs(inks - token) <= ROUNDED).all(axis=1)
    hole = ~overprints & (inks == BLACK).all(axis=1)
    # A spot colour's word has nothing on the other plates.
    in_spot = np.zeros(len(inks), bool)
    for name, plate in whole.spots.items():
        in_spot |= (plate[rows, columns] > 0) & (inks.sum(axis=1) == 0) & (name != "All")
    strange = ~(overprints | is_token | in_spot)
    for rule, wrong, message in (
        ("black-knocks-out", hole, "black leaves a hole in a ground of"),
        ("text-inks", strange, "words in inks of no colour of a theme, on a ground of"),
    ):
        if wrong.any():
            first = int(wrong.argmax())
            place = f"{where}, {grid.place(rows[first], columns[first])}"
            said = f"{message} {_said(ground[first])}: {_said(inks[first])} ({int(wrong.sum())} pixels)"
            findings.add(rule, said, place)
    return len(rows)


def _differ(whole: Plates, wordless: Plates) -> np.ndarray:
    differ = (whole.process != wordless.process).any(axis=0)
    for name, plate in whole.spots.items():
        other = wordless.spots.get(name)
        differ |= plate > 0 if other is None else plate != other
    return differ


def _said(inks: np.ndarray) -> str:
    return " ".join(f"{letter}{round(100 * int(ink) / FULL)}" for letter, ink in zip("CMYK", inks, strict=True))


if __name__ == "__main__":
    judge_files(_check)
