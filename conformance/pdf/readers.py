"""What programs copy of a PDF that know nothing of tags or ActualText: `readers.py FILE…` prints it as JSON, by program."""

from __future__ import annotations

import json
import logging
import sys

from pdfminer.high_level import extract_text
from pypdf import PdfReader


def main() -> None:
    # What they say of a file that they can't read is an exception.
    logging.disable(logging.CRITICAL)
    texts = [
        {
            "pypdf": "\n".join(page.extract_text() for page in PdfReader(path).pages),
            "pdfminer": extract_text(path),
        }
        for path in sys.argv[1:]
    ]
    json.dump(texts, sys.stdout)


if __name__ == "__main__":
    main()
