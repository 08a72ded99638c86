"""What planting a fault in a PDF takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

Plant = Callable[[pikepdf.Pdf], None]
Write = Callable[[pikepdf.Pdf, Path], None]


def save(pdf: pikepdf.Pdf, target: Path) -> None:
    pdf.save(target)


class NoPlace(Exception):
    """The sample has nothing that this fault could be planted in."""


@dataclass(frozen=True)
class Fault:
    judge: str
    name: str
    expects: str
    plant: Plant
    write: Write = save
    """For what is wrong with the file and not with an object in it."""


FAULTS: list[Fault] = []


def fault(judge: str, name: str, expects: str, write: Write = save) -> Callable[[Plant], Plant]:
    """`expects` is a pattern of the rule that the judge must name."""

    def register(plant: Plant) -> Plant:
        FAULTS.append(Fault(judge, name, expects, plant, write))
        return plant

    return register


def elements(pdf: pikepdf.Pdf, *roles: str) -> Iterator[pikepdf.Object]:
    """Structure elements in reading order, of some roles or all."""
    todo = [pdf.Root.StructTreeRoot]
    while todo:
        element = todo.pop(0)
        kids = element.get("/K", Array())
        nested = [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary) and "/S" in kid]
        todo = nested + todo
        if "/S" in element and (not roles or str(element.S)[1:] in roles):
            yield element


def first(found: Iterator[pikepdf.Object]) -> pikepdf.Object:
    for each in found:
        return each
    raise NoPlace


def links(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, pikepdf.Object]]:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            if annotation.Subtype == Name.Link:
                yield page, annotation


def first_link(pdf: pikepdf.Pdf) -> tuple[pikepdf.Page, pikepdf.Object]:
    for found in links(pdf):
        return found
    raise NoPlace


def rewrite(pdf: pikepdf.Pdf, change: Callable[[list], list | None]) -> None:
    """Changes the first page whose content `change` has a place in; it returns None if it has none."""
    for page in pdf.pages:
        changed = change(list(pikepdf.parse_content_stream(page)))
        if changed is not None:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(changed))
            return
    raise NoPlace


def instruction(operator: str, *operands: object) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction(list(operands), Operator(operator))


def mark_at(instructions: list) -> int | None:
    """Where the first mark with an MCID opens."""
    for index, each in enumerate(instructions):
        if str(each.operator) == "BDC" and isinstance(each.operands[1], Dictionary) and "/MCID" in each.operands[1]:
            return index
    return None


def retag(pdf: pikepdf.Pdf, tag: str) -> None:
    """Takes the first mark's MCID away and gives it another tag."""

    def change(instructions: list) -> list | None:
        at = mark_at(instructions)
        if at is None:
            return None
        return [*instructions[:at], instruction("BMC", Name(tag)), *instructions[at + 1 :]]

    rewrite(pdf, change)


def nest(pdf: pikepdf.Pdf, *inner: pikepdf.ContentStreamInstruction) -> None:
    """Puts instructions inside the first mark."""

    def change(instructions: list) -> list | None:
        at = mark_at(instructions)
        return None if at is None else [*instructions[: at + 1], *inner, *instructions[at + 1 :]]

    rewrite(pdf, change)
