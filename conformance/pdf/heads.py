"""Whether each data cell of a table says all its heads: of its columns, its row and the group that its row stands under."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf
from finding import Findings
from tree import Element, Tree, attributes


@dataclass
class _Placed:
    cell: Element
    column: int
    columns: int

    @property
    def scope(self) -> str:
        return str(_of_table(self.cell, "/Scope") or "/Row")


def check_heads(tree: Tree, findings: Findings) -> None:
    """Matterhorn 15-005. Readers find the heads of a plain table; those of groups only by /Headers (ISO 32000-1, table 349)."""
    for table in tree.elements:
        if table.role == "Table":
            _check_table(table, findings)


def _check_table(table: Element, findings: Findings) -> None:
    parts = [part for part in [table, *table.elements] if any(row.role == "TR" for row in part.elements)]
    grids = [(part.role, _grid(part)) for part in parts]
    every = [cell for _, rows in grids for row in rows for cell in row]
    width = max((placed.column + placed.columns for placed in every), default=0)
    heads = {_name(placed.cell): placed.cell for placed in every if placed.cell.role == "TH" and _name(placed.cell)}
    above: list[set[tuple[int, int]]] = [set() for _ in range(width)]
    for role, rows in grids:
        group: Element | None = None
        for row in rows:
            if role == "THead":
                for placed in row:
                    for column in range(placed.column, placed.column + placed.columns):
                        if placed.cell.role == "TH":
                            above[column].add(placed.cell.obj.objgen)
                continue
            opens = len(row) == 1 and row[0].cell.role == "TH" and row[0].columns == width and width > 1
            if opens:
                group = row[0].cell
                continue
            beside = {placed.cell.obj.objgen for placed in row if placed.cell.role == "TH" and placed.scope != "/Column"}
            for placed in row:
                named = _named(placed.cell, heads, findings)
                if placed.cell.role != "TD" or (group is None and not named):
                    continue
                expected = set(beside)
                for column in range(placed.column, placed.column + placed.columns):
                    expected |= above[column]
                if group is not None:
                    expected.add(group.obj.objgen)
                if not expected <= named:
                    findings.add("heads-missing", f"a cell names {len(expected & named)} of its {len(expected)} heads", placed.cell.path)


def _named(cell: Element, heads: dict[bytes, Element], findings: Findings) -> set[tuple[int, int]]:
    named: set[tuple[int, int]] = set()
    for name in _of_table(cell, "/Headers") or []:
        head = heads.get(bytes(name))
        if head is None:
            findings.add("head-unknown", f"/Headers names “{name}”, which is no TH of the table", cell.path)
        else:
            named.add(head.obj.objgen)
    return named


def _grid(part: Element) -> list[list[_Placed]]:
    """The cells of each row, those that reach into it from above among them."""
    reaching: dict[int, tuple[_Placed, int]] = {}
    rows: list[list[_Placed]] = []
    for row in (element for element in part.elements if element.role == "TR"):
        placed = list({id(each): each for each, _ in reaching.values()}.values())
        taken = set(reaching)
        reaching = {column: (each, left - 1) for column, (each, left) in reaching.items() if left > 1}
        column = 0
        for cell in (element for element in row.elements if element.role in ("TH", "TD")):
            while column in taken:
                column += 1
            own = _Placed(cell, column, _count(cell, "/ColSpan"))
            placed.append(own)
            for each in range(column, column + own.columns):
                if _count(cell, "/RowSpan") > 1:
                    reaching[each] = (own, _count(cell, "/RowSpan") - 1)
            column += own.columns
        rows.append(placed)
    return rows


def _count(cell: Element, key: str) -> int:
    return int(_of_table(cell, key) or 1)


def _name(cell: Element) -> bytes:
    return bytes(cell.obj.get("/ID", pikepdf.String("")))


def _of_table(cell: Element, key: str) -> pikepdf.Object | None:
    for given in attributes(cell):
        if given.get("/O") == "/Table" and key in given:
            return given[key]
    return None
