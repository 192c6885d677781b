#!/usr/bin/env python3
"""Writes cmake/start_order.ld: what a start of Krait touches, for the linker to put side by side.

usage: start_order.py BUILD_FOLDER [OUTPUT]

The kernel maps an executable in windows of 64 KB around each page that is used. Functions and tables of the start
spread over the whole executable pull all of it into memory; side by side they are a quarter. The tool links krait again
with a map of its sections, runs a few starts under valgrind's lackey, and lists the sections whose addresses were used
in the order of their first use. Run it after changes to what happens at a start; a name that no longer exists does no
harm. Needs valgrind and a Release build made by Ninja.
"""

import bisect
import os
import re
import subprocess
import sys
import tempfile

STARTS = [
    ['-c', 'pass'],
    ['-c', 'print("a", 1)\ndef f(x):\n    return [x]\nclass A:\n    def g(self):\n        return {}\n'
           'for i in range(3):\n    A().g(), f(i)\n'],
]
GROUPS = [('.text', '.text'), ('.rodata', '.rodata'), ('.data.rel.ro', '.data.rel.ro')]
SECTION = re.compile(r'^ (\.\S+)?\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(\S.*)$')
# Sections that hold things of many functions, or are merged by the linker, cannot be moved one by one.
SHARED = re.compile(r'^\.(text|rodata|data\.rel\.ro(\.local)?|text\.(unlikely|startup|hot))$|\.str\d|\.cst\d')


def link_command(folder):
    commands = subprocess.run(['ninja', '-C', folder, '-t', 'commands', 'krait'], check=True, stdout=subprocess.PIPE,
                              universal_newlines=True).stdout.splitlines()
    return re.sub(r'^: && | && :$', '', commands[-1])


def input_sections(map_file):
    """(address, size, section, object file) of the link, by address."""
    found, name, started = [], None, False
    for line in map_file:
        started = started or line.startswith('Linker script and memory map')
        if not started:
            continue
        alone = re.match(r'^ (\.\S+)\s*$', line)
        if alone:
            name = alone.group(1)
            continue
        match = SECTION.match(line)
        if match:
            section, address, size = match.group(1) or name, int(match.group(2), 16), int(match.group(3), 16)
            name = None
            if section and address and size:
                found.append((address, size, section, re.sub(r'.*[(/]|\)$', '', match.group(4).strip())))
    return sorted(found)


def touched(program, arguments, sections):
    """Indices into sections, in the order of their first use."""
    starts = [row[0] for row in sections]
    order, seen = [], set()
    read_end, write_end = os.pipe()
    os.set_inheritable(write_end, True)
    run = subprocess.Popen(['valgrind', '--tool=lackey', '--trace-mem=yes', '--log-fd=%d' % write_end, program] +
                           arguments, stdout=subprocess.DEVNULL, close_fds=False)
    os.close(write_end)
    known = set()
    with os.fdopen(read_end) as trace:
        for line in trace:
            if line[:1] not in 'I ' or line[1:2] not in ' LSM':
                continue
            block = int(line[3:].split(',')[0], 16) >> 4
            if block in known:
                continue
            known.add(block)
            for address in (block << 4, (block << 4) + 15):
                index = bisect.bisect_right(starts, address) - 1
                if index >= 0 and address < sections[index][0] + sections[index][1] and index not in seen:
                    seen.add(index)
                    order.append(index)
    run.wait()
    return order


def script(sections, order):
    files = {}
    for address, size, section, file in sections:
        files.setdefault(section, set()).add(file)
    out = ['/* Written by cmake/tools/start_order.py: what a start of Krait uses, side by side. Do not edit. */', 'SECTIONS', '{']
    for prefix, output in GROUPS:
        rows = []
        for index in order:
            address, size, section, file = sections[index]
            if not section.startswith(prefix) or SHARED.search(section):
                continue
            rows.append('    %s(%s)' % ('*' if len(files[section]) == 1 else '*' + file, section))
        out += ['  %s.start :' % output, '  {'] + list(dict.fromkeys(rows)) + ['  }', '}',
                'INSERT %s %s;' % ('AFTER' if output == '.rodata' else 'BEFORE', output), 'SECTIONS', '{']
    return '\n'.join(out[:-2]) + '\n'


def main(args):
    if not args:
        sys.exit(__doc__)
    folder = args[0]
    output = args[1] if len(args) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), '..',
                                                        'start_order.ld')
    with tempfile.TemporaryDirectory() as scratch:
        program, map_path = os.path.join(scratch, 'krait'), os.path.join(scratch, 'map')
        command = re.sub(r'-Wl,-T,\S+', '', link_command(folder)).replace(' -o krait ', ' -o %s ' % program)
        subprocess.run(command + ' -Wl,-Map=' + map_path, shell=True, check=True, cwd=folder)
        with open(map_path) as map_file:
            sections = input_sections(map_file)
        order = []
        for arguments in STARTS:
            order += touched(program, arguments, sections)
        order = list(dict.fromkeys(order))
    with open(output, 'w') as file:
        file.write(script(sections, order))
    for prefix, _ in GROUPS:
        rows = [sections[i] for i in order if sections[i][2].startswith(prefix)]
        print('%s: %d sections, %d bytes' % (prefix, len(rows), sum(row[1] for row in rows)))


if __name__ == '__main__':
    main(sys.argv[1:])
