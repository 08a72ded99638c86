"""What a check finds."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: its stable name, what it is, and where."""

    rule: str
    message: str
    where: str = ""


@dataclass
class Findings:
    """All that is wrong with a file."""

    found: list[Finding] = field(default_factory=list)

    def add(self, rule: str, message: str, where: str = "") -> None:
        self.found.append(Finding(rule, message, where))

    def as_data(self) -> list[dict[str, str]]:
        return [asdict(finding) for finding in self.found]
