"""XJDF by its own schema, as CIP4 ships it in their library: `xjdf.py LIBRARY.jar FILE…` prints findings as JSON.

Beside it, what a schema cannot say: the file that the job names is there and has that size, and each fold is on the paper.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from lxml import etree

sys.path.append(str(Path(__file__).parent.parent))

from finding import Findings  # noqa: E402
from schema import judge_xml  # noqa: E402

SCHEMA = "org/cip4/lib/xjdf/schema/jdfschema_2_2.xsd"
NAMESPACE = {"x": "http://www.CIP4.org/JDFSchema_2_0"}


def _check(job: etree._ElementTree, file: Path, findings: Findings) -> None:
    _check_files(job, file, findings)
    _check_folds(job, findings)


def _check_files(job: etree._ElementTree, file: Path, findings: Findings) -> None:
    specs = job.xpath("//x:RunList/x:FileSpec", namespaces=NAMESPACE)
    if not specs:
        findings.add("no-file", "the job names no file")
    for spec in specs:
        path = file.parent / unquote(urlsplit(spec.get("URL", "")).path)
        if not path.is_file() or path.stat().st_size != int(spec.get("FileSize", "-1")):
            findings.add("file-differs", f"{path.name} is not there, or has another size")


def _check_folds(job: etree._ElementTree, findings: Findings) -> None:
    sizes = job.xpath("//x:LayoutIntent/@Dimensions", namespaces=NAMESPACE)
    travels = [float(each) for each in job.xpath("//x:Fold/@Travel", namespaces=NAMESPACE)]
    width = float(sizes[0].split()[0]) if sizes else 0
    if travels and not (sum(travels) < width and all(travel > 0 for travel in travels)):
        findings.add("fold-off-paper", f"folds at {travels} on a sheet of {width}")


def main(library: str, *files: str) -> None:
    with ZipFile(library) as held:
        schema = etree.XMLSchema(etree.parse(BytesIO(held.read(SCHEMA))))
    judge_xml(files, schema, _check)


if __name__ == "__main__":
    main(*sys.argv[1:])
