"""XJDF by its own schema, as CIP4 ships it in their library: `xjdf.py LIBRARY.jar FILE…` prints findings as JSON.

Beside it, what a schema cannot say: the file that the job names is there and has that size, and each fold is on the paper.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

SCHEMA = "org/cip4/lib/xjdf/schema/jdfschema_2_2.xsd"
NAMESPACE = {"x": "http://www.CIP4.org/JDFSchema_2_0"}

Finding = dict[str, str]


def _found(file: Path, schema: etree.XMLSchema) -> list[Finding]:
    try:
        job = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return [{"rule": "xml", "message": str(error)}]
    if not schema.validate(job):
        return [{"rule": "schema", "message": each.message, "where": f"line {each.line}"} for each in schema.error_log]
    return [*_files(job, file), *_folds(job)]


def _files(job: etree._ElementTree, file: Path) -> list[Finding]:
    specs = job.xpath("//x:RunList/x:FileSpec", namespaces=NAMESPACE)
    if not specs:
        return [{"rule": "no-file", "message": "the job names no file"}]
    named = [(file.parent / unquote(spec.get("URL", "")), int(spec.get("FileSize", "-1"))) for spec in specs]
    wrong = [path.name for path, size in named if not path.is_file() or path.stat().st_size != size]
    return [{"rule": "file-differs", "message": f"{name} is not there, or has another size"} for name in wrong]


def _folds(job: etree._ElementTree) -> list[Finding]:
    sizes = job.xpath("//x:LayoutIntent/@Dimensions", namespaces=NAMESPACE)
    travels = [float(each) for each in job.xpath("//x:Fold/@Travel", namespaces=NAMESPACE)]
    if not travels:
        return []
    width = float(sizes[0].split()[0]) if sizes else 0
    if sum(travels) < width and all(travel > 0 for travel in travels):
        return []
    return [{"rule": "fold-off-paper", "message": f"folds at {travels} on a sheet of {width}"}]


def main(library: str, *files: str) -> None:
    with ZipFile(library) as held:
        schema = etree.XMLSchema(etree.parse(BytesIO(held.read(SCHEMA))))
    print(json.dumps([_found(Path(file), schema) for file in files]))


if __name__ == "__main__":
    main(*sys.argv[1:])
