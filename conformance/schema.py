"""How a judge that reads XML holds files against a schema, and what it finds beside that."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from finding import Findings
from lxml import etree


def judge_xml(
    files: tuple[str, ...], schema: etree.XMLSchema, check: Callable[[etree._ElementTree, Path, Findings], None]
) -> None:
    """Lets a check read each file that the schema takes, and prints what is found as JSON, in the same order."""
    judged = []
    for file in map(Path, files):
        findings = Findings()
        try:
            read = etree.parse(file, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            findings.add("xml", str(error))
        else:
            if schema.validate(read):
                check(read, file, findings)
            else:
                for each in schema.error_log:
                    findings.add("schema", each.message, f"line {each.line}")
        judged.append(findings.as_data())
    print(json.dumps(judged))
