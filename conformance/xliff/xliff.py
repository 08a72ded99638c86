"""XLIFF 2 by the schemas of OASIS, as Okapi ships them in its library: `xliff.py LIBRARY.jar FILE…` prints findings as JSON.

Beside them, what a schema cannot say: ids are unique, and texts keep their blanks.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings  # noqa: E402
from schema import judge_xml  # noqa: E402

ROOM = "net/sf/okapi/lib/xliff2/"
NAMESPACE = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def _check(read: etree._ElementTree, _: Path, findings: Findings) -> None:
    units = read.xpath("//x:unit", namespaces=NAMESPACE)
    if not units:
        findings.add("no-unit", "there is no text in it")
    for name, count in Counter(unit.get("id") for unit in units).items():
        if count > 1:
            findings.add("id-twice", f"{name} is there more than once")
    for unit in units:
        if unit.get(SPACE) != "preserve":
            findings.add("blanks", f"{unit.get('id')} does not keep its blanks")


def main(library: str, *files: str) -> None:
    with TemporaryDirectory() as folder, ZipFile(library) as held:
        held.extractall(folder, [name for name in held.namelist() if name.startswith(ROOM) and name.endswith(".xsd")])
        schema = etree.XMLSchema(etree.parse(Path(folder, ROOM, "xliff_core_2.0.xsd")))
        judge_xml(files, schema, _check)


if __name__ == "__main__":
    main(*sys.argv[1:])
