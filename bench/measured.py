"""Runs a program and writes what it took to a file: measured.py USAGE COMMAND…

The program itself, with what it starts, is measured from outside: a preload would make Etrati start another way than its users do.
"""

import json
import os
import resource
import sys
import time

usage, *command = sys.argv[1:]


def seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss


# Where `python3` is a script that finds the Python to run, as pyenv's is, what it started counts as a child of this process too.
before, _ = seconds()
start = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ)
_, status = os.waitpid(child, 0)
wall = time.perf_counter() - start
after, most = seconds()
# Linux counts what this small process held into it; Node.js holds more.
peak = most * (1 if sys.platform == "darwin" else 1024)
with open(usage, "w") as file:
    json.dump({"cpu": after - before, "wall": wall, "peak": peak}, file)
sys.exit(os.waitstatus_to_exitcode(status) & 0xFF)
