"""What a run looks like after defaults, styles and direct formatting have had their say (ISO/IEC 29500-1, 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from package import Element, Package, attribute, find, find_all, is_on


class Cascade:
    """Finds an effective property: the nearest that says something wins."""

    def __init__(self, package: Package) -> None:
        styles = package.part("word/styles.xml")
        self.styles = {attribute(style, "w:styleId"): style for style in find_all(styles, "w:style")}
        self.defaults = find(styles, "w:docDefaults")
        self.normal = next(
            (
                style
                for style in self.styles.values()
                if attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in ("1", "true", "on")
            ),
            None,
        )

    def of_run(self, run: Element, paragraph: Element, name: str) -> Element | None:
        """The run property `name`, such as `w:color`, that holds for a run."""
        sources = [find(run, "w:rPr"), *self._chain(attribute(find(run, "w:rPr/w:rStyle"), "w:val"), "w:rPr")]
        sources += self._chain(self.style_of(paragraph), "w:rPr")
        if self.defaults is not None:
            sources.append(find(self.defaults, "w:rPrDefault/w:rPr"))
        return _first(sources, name)

    def of_paragraph(self, paragraph: Element, name: str) -> Element | None:
        """The paragraph property `name`, such as `w:shd`, that holds for a paragraph."""
        return _first([find(paragraph, "w:pPr"), *self._chain(self.style_of(paragraph), "w:pPr")], name)

    def style_of(self, paragraph: Element) -> str | None:
        named = attribute(find(paragraph, "w:pPr/w:pStyle"), "w:val")
        return named if named is not None else attribute(self.normal, "w:styleId")

    def style_name(self, paragraph: Element) -> str:
        return attribute(find_or_none(self.styles.get(self.style_of(paragraph)), "w:name"), "w:val") or ""

    def heading_level(self, paragraph: Element) -> int | None:
        """1 for `heading 1`; None for a paragraph that is none. Word knows headings by these names only."""
        name = self.style_name(paragraph)
        return int(name[8:]) if name.startswith("heading ") and name[8:].isdigit() else None

    def _chain(self, style: str | None, properties: str) -> Iterator[Element | None]:
        seen: set[str] = set()
        while style is not None and style in self.styles and style not in seen:
            seen.add(style)
            yield find(self.styles[style], properties)
            style = attribute(find(self.styles[style], "w:basedOn"), "w:val")


def find_or_none(element: Element | None, path: str) -> Element | None:
    return None if element is None else find(element, path)


def _first(sources: list[Element | None], name: str) -> Element | None:
    for source in sources:
        found = find_or_none(source, name)
        if found is not None:
            return found
    return None


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio of two colours such as `1A2B3C`."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours(cascade: Cascade, run: Element, paragraph: Element) -> tuple[str, str]:
    """Of a run's letters and of what is behind them, `auto` resolved as Word does."""
    cell = next((above for above in paragraph.iterancestors() if above.tag.endswith("}tc")), None)
    shades = (
        cascade.of_run(run, paragraph, "w:shd"),
        cascade.of_paragraph(paragraph, "w:shd"),
        find_or_none(cell, "w:tcPr/w:shd"),
    )
    fills = (attribute(shade, "w:fill") for shade in shades)
    behind = next((fill for fill in fills if fill not in (None, "auto")), "FFFFFF")
    letters = attribute(cascade.of_run(run, paragraph, "w:color"), "w:val")
    if letters in (None, "auto"):
        letters = "000000" if _luminance(behind) > 0.18 else "FFFFFF"
    return letters, behind


def is_large(cascade: Cascade, run: Element, paragraph: Element) -> bool:
    """WCAG's large text: 18 pt, or 14 pt in bold. Sizes are in half points."""
    size = int(attribute(cascade.of_run(run, paragraph, "w:sz"), "w:val") or 20)
    bold = is_on(cascade.of_run(run, paragraph, "w:b"))
    return size >= 36 or (bold and size >= 28)
