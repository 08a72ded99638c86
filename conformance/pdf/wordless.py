"""A copy of a file without its words: no text, and nothing in plain black, as the words of charts are drawn as paths.

What the two print differently is the words and what they do to their ground.
"""

from __future__ import annotations

import painting
import pikepdf
from painting import FILLS, PATH_ENDS, SHOWS, STROKES, State
from pikepdf import Dictionary, Operator

Instruction = tuple[list[pikepdf.Object], Operator]

WITHOUT_FILL = {"f": "n", "F": "n", "f*": "n", "B": "S", "B*": "S", "b": "s", "b*": "s"}
WITHOUT_STROKE = {"S": "n", "s": "n", "B": "f", "B*": "f*", "b": "f", "b*": "f*"}


def take_words(pdf: pikepdf.Pdf) -> None:
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        page.Contents = pdf.make_stream(_stripped(page, page.obj, State(), seen))


def _stripped(stream: pikepdf.Page | pikepdf.Object, owner: pikepdf.Object, state: State, seen: set[tuple[int, int]]) -> bytes:
    resources = owner.get("/Resources", Dictionary())
    saved: list[State] = []
    out: list[Instruction] = []
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        if name == "q":
            saved.append(state)
        elif name == "Q" and saved:
            state = saved.pop()
        elif name in SHOWS:
            # Text that is not painted still moves on: what follows it stays where it is.
            out += [([3], Operator("Tr")), (operands, operator), ([state.rendering], Operator("Tr"))]
            continue
        elif name in PATH_ENDS:
            operator = Operator(_without_black(name, state))
        elif name == "Do":
            _strip_form(resources.XObject[str(operands[0])], state, seen)
        elif name != "INLINE IMAGE":
            state = painting.changed(name, operands, resources, state)
        out.append((operands, operator))
    return pikepdf.unparse_content_stream(out)


def _without_black(name: str, state: State) -> str:
    if name in FILLS and state.fill.is_black:
        name = WITHOUT_FILL[name]
    if name in STROKES and state.stroke.is_black:
        name = WITHOUT_STROKE[name]
    return name


def _strip_form(form: pikepdf.Object, state: State, seen: set[tuple[int, int]]) -> None:
    """A form is changed once, in the colours that it is first painted with: those of our files set their own."""
    if form.get("/Subtype") == "/Form" and form.objgen not in seen:
        seen.add(form.objgen)
        form.write(_stripped(form, form, state, seen))
