"""XLIFF 2 by the schemas of OASIS, as Okapi ships them in its library: `xliff.py LIBRARY.jar FILE…` prints findings as JSON.

Beside them, what a schema cannot say: ids are unique, and texts keep their blanks.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from lxml import etree

ROOM = "net/sf/okapi/lib/xliff2/"
NAMESPACE = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Finding = dict[str, str]


def _found(file: Path, schema: etree.XMLSchema) -> list[Finding]:
    try:
        read = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return [{"rule": "xml", "message": str(error)}]
    if not schema.validate(read):
        return [{"rule": "schema", "message": each.message, "where": f"line {each.line}"} for each in schema.error_log]
    units = read.xpath("//x:unit", namespaces=NAMESPACE)
    twice = [name for name, count in Counter(unit.get("id") for unit in units).items() if count > 1]
    loose = [unit.get("id") for unit in units if unit.get(SPACE) != "preserve"]
    return [
        *[{"rule": "id-twice", "message": f"{name} is there more than once"} for name in twice],
        *[{"rule": "blanks", "message": f"{name} does not keep its blanks"} for name in loose],
        *([] if units else [{"rule": "no-unit", "message": "there is no text in it"}]),
    ]


def main(library: str, *files: str) -> None:
    with TemporaryDirectory() as folder, ZipFile(library) as held:
        held.extractall(folder, [name for name in held.namelist() if name.startswith(ROOM) and name.endswith(".xsd")])
        schema = etree.XMLSchema(etree.parse(Path(folder, ROOM, "xliff_core_2.0.xsd")))
        print(json.dumps([_found(Path(file), schema) for file in files]))


if __name__ == "__main__":
    main(*sys.argv[1:])
