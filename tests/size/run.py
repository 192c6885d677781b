#!/usr/bin/env python3
"""The limits of the optimised executable: its size when stripped, and the peak memory of a start.

usage: run.py KRAIT PEAK_TOOL
"""

import os
import shutil
import subprocess
import sys
import tempfile

MOST_BYTES = 5000000
MOST_KIB = 6 * 1024
ROUNDS = 5


def peak(tool, krait, arguments):
    """The least of a few rounds: what else the kernel maps around the pages used is not the program's doing."""
    def once():
        return int(subprocess.run([tool, krait] + arguments, check=True, stdout=subprocess.PIPE).stdout)
    return min(once() for _ in range(ROUNDS))


def read_anew(path):
    """Drops a file from the page cache. As it was written, it may lie there in blocks that are mapped as a whole."""
    with open(path, 'rb') as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def main(krait, tool):
    results = []
    with tempfile.TemporaryDirectory() as scratch:
        if shutil.which('strip'):
            stripped = os.path.join(scratch, 'krait')
            subprocess.run(['strip', '-o', stripped, krait], check=True)
            results.append(('stripped executable, bytes', os.path.getsize(stripped), MOST_BYTES))
        program = shutil.copy(krait, os.path.join(scratch, 'copy'))
        read_anew(program)
        empty = os.path.join(scratch, 'empty.py')
        open(empty, 'w').close()
        for name, arguments in (('-c pass', ['-c', 'pass']), ('an empty script', [empty])):
            results.append(('peak of %s, KiB' % name, peak(tool, program, arguments), MOST_KIB))
    failed = 0
    for name, value, limit in results:
        failed += value > limit
        print('%-30s %9d of %9d%s' % (name, value, limit, '  TOO MUCH' if value > limit else ''))
    print('%d passed, %d failed' % (len(results) - failed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
