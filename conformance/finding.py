"""What a check finds, and how a judge that reads PDFs runs its own."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

import pikepdf


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: its stable name, what it is, and where."""

    rule: str
    message: str
    where: str = ""
    question: bool = False
    """Somebody has to look at it; it may be right."""


@dataclass
class Findings:
    """All that is wrong with a file."""

    found: list[Finding] = field(default_factory=list)

    def add(self, rule: str, message: str, where: str = "") -> None:
        self.found.append(Finding(rule, message, where))

    def ask(self, rule: str, message: str, where: str = "") -> None:
        self.found.append(Finding(rule, message, where, question=True))

    def as_data(self) -> list[dict[str, str | bool | int]]:
        """What is the same in all stands once, with how often."""
        return [{**asdict(finding), "count": count} for finding, count in Counter(self.found).items()]


def judge_files(check: Callable[[pikepdf.Pdf, Findings], None]) -> None:
    """Lets a check read each PDF that the command line names, and prints what it finds as JSON, in the same order."""
    judged = []
    for path in sys.argv[1:]:
        findings = Findings()
        try:
            with pikepdf.open(path) as pdf:
                check(pdf, findings)
        except pikepdf.PdfError as unreadable:
            findings.add("unreadable", str(unreadable))
        judged.append(findings.as_data())
    json.dump(judged, sys.stdout)
