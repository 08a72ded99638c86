"""The cells that liblouis has for single signs of English: tests/braille/liblouis.json, which this prints.

Each sign alone, within a word, between numbers and behind one. Left out are accents by themselves, and Cyrillic, of which the table
has some accented letters only.
"""
import json
import subprocess
import unicodedata

FORMS = ("{}", "x{}k", "5 {} 6", "5{}")
TABLE = "unicode.dis,en-ueb-g1.ctb"
# What stands for a sign that the table lacks: its number, behind this.
LACKING = "\u2804\u2873"


def main():
    signs = [chr(code) for code in (*range(0x21, 0x2800), *range(0x2900, 0x3100), *range(0xA700, 0xAC00), *range(0xFB00, 0xFB07)) if is_sign(chr(code))]
    texts = [form.format(sign) for sign in signs for form in FORMS]
    lines = "\n".join([*(text.replace("\\", "\\\\") for text in texts), ""])
    run = subprocess.run(["lou_translate", "-f", TABLE], input=lines, capture_output=True, text=True, check=True)
    cells = [line.replace("\u2800", " ") for line in run.stdout.split("\n")]
    found = {sign: cells[at * len(FORMS) : (at + 1) * len(FORMS)] for at, sign in enumerate(signs)}
    rows = [f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(own, ensure_ascii=False)}" for sign, own in found.items() if LACKING not in own[0]]
    print("{\n  " + ",\n  ".join(rows) + "\n}")


def is_sign(sign):
    return unicodedata.category(sign)[0] in "LNPS" and "CYRILLIC" not in unicodedata.name(sign, "")


main()
