"""Whether files of braille say what the HTML edition beside them says, in the cells that liblouis has for it, and hold their page.

Prints a list of findings for each file, as JSON. Knows nothing of how the files were written: the words are those of the page, the
cells those of lou_translate, but for what docs/braille.md states (`INSTEAD`, the letter sign, where codes change).
"""
import json
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
from lxml import etree, html

HERE = Path(__file__).parent
ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
TABLES = {"ka": "ka.utb", "en": "en-ueb-g1.ctb"}
CELLS, LINES = 40, 25

# What a code has no cells for, by docs/braille.md.
INSTEAD = {
    "ka": {
        **dict.fromkeys("\u2013\u2014\u2212\u2010", "-"), "|": "/", "\u2116": "#", "\u2026": "...", "\u2022": "*", "\u00b7": "*", "\u00d7": "*",
        "\u00ab": "\u201e", "\u00bb": "\u201c", "\u201d": "\u201c", "\"": "\u201c",
    },
    "en": {"\u2116": "#", "\u201e": "\u201c"},
}
# The same in words, between spaces.
WORDS = {"ka": {"\u20ac": "\u10d4\u10d5\u10e0\u10dd", "\u00b0": "\u10d2\u10e0\u10d0\u10d3\u10e3\u10e1\u10d8"}, "en": {"\u20be": "GEL", "\u2030": "per mille"}}
# Signs and letters whose mapping is for the tests, and those that steer the choice of a code.
OUTSIDE = {
    "ka": re.compile("['\u2019\u2018\u00a9$\u00a3\u00a7\u2030<>\u2264\u2265\u2260\u00b1\u2190-\u2193\u00bc-\u00be\u2070-\u208e\u00b2\u00b3\u00b9\u2150-\u215e]|\\d[\u10d0-\u10f0]|[\u0400-\u052f]"),
    "en": re.compile("\u0131|[\u2070-\u208e\u00b9]|[\u00b2\u00b3]{2}|[\u00b2\u00b3\u00bc-\u00be\u2150-\u215e][a-j]|[\u0400-\u052f]"),
}


def main(files):
    pages = [lines_of(file) for file in files]
    texts = [texts_of(Path(file).with_suffix(".html")) for file in files]
    cells = translated({text for each in texts for text in each})
    print(json.dumps([findings(file, lines, each, cells) for file, lines, each in zip(files, pages, texts)]))


def findings(file, pages, texts, cells):
    told, bare = print_pages(pages)
    return [*page_findings(file, pages), *print_findings(Path(file).with_suffix(".pdf"), told), *word_findings(bare, texts, cells)]


DIGITS = "\u281a\u2801\u2803\u2809\u2819\u2811\u280b\u281b\u2813\u280a"
HEAD = re.compile(f" +([\u2801-\u2835]*)\u283c([{DIGITS}]+)$")
CHANGE = re.compile(f"\u2824{{4,}}\u283c([{DIGITS}]+)$")


def print_pages(pages):
    """The pages of print that are told to begin, in order, and the pages of braille without the lines that tell them."""
    paged = any(CHANGE.match(line) for lines in pages for line in lines)
    told, bare = [], []
    for lines in pages:
        head = HEAD.match(lines[0]) if paged and lines else None
        told += [number(head[2])] if head and not head[1] else []
        rest = lines[1:] if paged else lines
        told += [number(found[1]) for found in map(CHANGE.match, rest) if found]
        bare.append([line for line in rest if not CHANGE.match(line)])
    return told, bare


def number(cells):
    return int("".join(str(DIGITS.index(cell)) for cell in cells))


def print_findings(pdf, told):
    """The pages of the PDF beside it, each once and in order."""
    if not pdf.exists():
        return
    with pikepdf.open(pdf) as document:
        expected = list(range(1, len(document.pages) + 1))
    if told != expected:
        yield {"rule": "print-pages", "message": f"{told}, of {expected[-1]} pages"}


def lines_of(file):
    """Pages of lines, in cells of Unicode."""
    if file.endswith(".pef"):
        pef = "{http://www.daisy.org/ns/2008/pef}"
        tree = etree.parse(file)
        return [["".join(row.itertext()).replace("\u2800", " ") for row in page.iter(f"{pef}row")] for page in tree.iter(f"{pef}page")]
    text = Path(file).read_bytes().decode("ascii", "replace")
    found = text.split("\f")
    return [[unicode_of(line) for line in page.split("\r\n")[:-1]] for page in found[:-1]]


def unicode_of(line):
    return "".join(" " if sign == " " else chr(0x2800 + ASCII.index(sign)) if sign in ASCII else "\ufffd" for sign in line)


def page_findings(file, pages):
    if not pages:
        yield {"rule": "no-pages", "message": "no page"}
    if file.endswith(".pef"):
        schema = etree.RelaxNG(etree.parse(str(HERE / "pef-2008-1.rng")))
        if not schema.validate(etree.parse(file)):
            yield from ({"rule": "pef-schema", "message": str(error)} for error in schema.error_log)
    for number, lines in enumerate(pages, 1):
        where = f"page {number}"
        if len(lines) != LINES:
            yield {"rule": "page-length", "message": f"{len(lines)} lines", "where": where}
        yield from ({"rule": "line-length", "message": line, "where": where} for line in lines if len(line) > CELLS)
        if any("\ufffd" in line for line in lines):
            yield {"rule": "no-cell", "message": "a character that is no cell", "where": where}
        digits = "".join(DIGITS[int(digit)] for digit in str(number))
        if lines and lines[-1].strip() != f"\u283c{digits}":
            yield {"rule": "page-number", "message": lines[-1].strip(), "where": where}


def word_findings(pages, texts, cells):
    """Each text of the page, as liblouis has it, between the words of the braille."""
    words = " ".join(line for lines in pages for line in lines[:-1])
    words = f" {re.sub(' +', ' ', words)} ".replace("\u2810 ", "")
    # The name of a column stands between signs of the transcriber's.
    words = re.sub("[\u2812\u2806\u2802]? |\u2808\u2828[\u2823\u281c]", lambda found: found[0] if found[0] == " " else f" {found[0].strip()} ", words)
    words = re.sub(" +", " ", f" {words} ")
    lost = [text for text in texts if not said(cells[text], words)]
    if lost:
        yield {
            "rule": "differs-from-liblouis",
            "message": "; ".join(f"{text[1]} as {cells[text]}" for text in lost[:5]),
            "count": len(lost),
        }


def said(cells, words):
    """Whether words stand somewhere, whatever stops are set apart."""
    apart = re.sub("([\u2812\u2806\u2802]) ", r" \1 ", f"{cells} ").strip()
    return f" {apart} " in words


def texts_of(page):
    """The texts of an HTML page that are in its language as a whole and say no addresses, each with that language."""
    if not page.exists():
        return []
    tree = html.parse(str(page)).getroot()
    lang = tree.get("lang")
    other = re.compile("[A-Za-z\u00c0-\u024f]" if lang == "ka" else "[\u10d0-\u10fa]")
    found = []
    for element in tree.iter("p", "h1", "h2", "h3", "h4", "li", "td", "th", "dt", "dd"):
        # What HTML alone says: its navigation, and a heading over the notes.
        own = element.tag == "h2" and any(up.get("role") == "doc-endnotes" for up in element.iterancestors())
        if own or any(node.tag in ("nav", "head") for node in element.iterancestors()):
            continue
        if any(child.tag not in ("span", "strong", "em", "br") or child.get("lang") or child.get("aria-hidden") for child in element.iterdescendants()):
            continue
        if element.get("lang") not in (None, lang) or any(up.get("lang") not in (None, lang) for up in element.iterancestors()):
            continue
        text = re.sub("[\\s\u00a0\u202f]+", " ", text_with_breaks(element).replace("\u2060", "")).strip()
        if text and not other.search(text) and not OUTSIDE[lang].search(text):
            found.append((lang, text))
    return found


def text_with_breaks(element):
    parts = [element.text or ""]
    for child in element:
        parts += [" " if child.tag == "br" else text_with_breaks(child), child.tail or ""]
    return "".join(parts)


def translated(texts):
    cells = {}
    for lang, table in TABLES.items():
        of = sorted(text for text in texts if text[0] == lang)
        mapped = [in_signs(lang, text).replace("\\", "\\\\") for _, text in of]
        run = subprocess.run(["lou_translate", "-f", f"unicode.dis,{table}"], input="\n".join([*mapped, ""]), capture_output=True, text=True, check=True)
        cells.update(zip(of, (line.replace("\u2800", " ").strip() for line in run.stdout.split("\n"))))
    return cells


def in_signs(lang, text):
    """A text in signs that the table has."""
    for sign, words in WORDS[lang].items():
        text = re.sub(f"(?<=[^\\s(]){sign}", f" {sign}", text)
        text = re.sub(f"{sign}(?=[^\\s.,;:!?)])", f"{sign} ", text).replace(sign, words)
    return "".join(INSTEAD[lang].get(sign, sign) for sign in text)


main(sys.argv[1:])
