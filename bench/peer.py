"""Makes PDF/UA-1 files with one of our peers, in one process, as worker.mjs does with Etrati.

    peer.py typst|weasyprint FONTS         a line in names an input; a line out says what its PDF took
    peer.py typst|weasyprint FONTS INPUT   one PDF beside its input, and what the whole process took
"""

import json
import os
import resource
import sys
import time

tool, fonts, *rest = sys.argv[1:]


def typst_writer():
    import typst

    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    return lambda file: typst.compile(
        file, root=os.path.dirname(file), font_paths=faces, format="pdf", pdf_standards=["ua-1"], timestamp=0
    )


def weasyprint_writer():
    import logging

    import weasyprint

    # It names each rule of our style sheet that is not for it.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return lambda file: weasyprint.HTML(filename=file).write_pdf(pdf_variant="pdf/ua-1")


def peak_memory():
    """Bytes. Linux counts into ru_maxrss what the parent held before; VmHWM is this program's own."""
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main():
    write = {"typst": typst_writer, "weasyprint": weasyprint_writer}[tool]()
    if rest:
        pdf = write(rest[0])
        with open(rest[0] + ".pdf", "wb") as file:
            file.write(pdf)
        print(json.dumps({"cpu": time.process_time(), "peak": peak_memory(), "bytes": len(pdf)}))
        return
    for line in sys.stdin:
        before = time.process_time()
        start = time.perf_counter()
        pdf = write(line.rstrip("\n"))
        wall = time.perf_counter() - start
        cpu = time.process_time() - before
        print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak_memory(), "bytes": len(pdf), "errors": []}), flush=True)


main()
