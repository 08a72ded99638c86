"""What a check finds."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field


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

    def as_data(self) -> list[dict[str, str | bool]]:
        return [asdict(finding) for finding in self.found]
