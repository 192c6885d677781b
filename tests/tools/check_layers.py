#!/usr/bin/env python3
"""Check the include rules between rooms (docs/architecture.md).

Every `#include "room/..."` in a room's sources must name the room itself or a room below it.
Prints `file:line: message` for each violation and exits with 1 when there is one.
"""
import os
import re
import sys

ROOMS = ['support', 'lexer', 'parser', 'compiler', 'vm', 'builtins', 'embed', 'repl']

# room -> rooms it may include besides itself
ALLOWED = {
    'support': set(),
    'lexer': {'support'},
    'parser': {'lexer', 'support'},
    'compiler': {'parser', 'lexer', 'support'},
    'vm': {'support'},
    'builtins': {'vm', 'compiler', 'parser', 'lexer', 'support'},
    'embed': {'builtins', 'vm', 'compiler', 'parser', 'lexer', 'support'},
    'repl': set(),
}

# single headers a room may include from a room that is otherwise closed to it
EXTRA = {
    'vm': {'compiler/opcode.h', 'compiler/opcode.def', 'compiler/compiled_code.h'},
    'compiler': set(),
    'repl': {'compiler/disassembler.h'},
}

# (room, include) pairs that the general rule would allow
FORBIDDEN = [
    (re.compile(r'^compiler/'), re.compile(r'^lexer/(?!source\.h|literal\.h)')),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
BOOST = re.compile(r'^(boost/|gmp)')
SUFFIXES = ('.h', '.hpp', '.cpp', '.c', '.inc', '.def', '.re', '.y')


def complain(path, number, text):
    print('%s:%d: %s' % (path, number, text))
    return 1


def check_line(room, path, number, bracket, name):
    """Number of violations (0 or 1) of one include."""
    if BOOST.match(name):
        if path.startswith('support/bigint') or path.startswith('tests/'):
            return 0
        if path == 'support/gamma.cpp' and name.startswith('boost/math/'):
            return 0
        return complain(path, number, 'only support/bigint*.cpp may include %s' % name)
    if name.startswith('krait/'):  # public headers
        if room in ('embed', 'repl'):
            return 0
        return complain(path, number, '%s must not include the public API (%s)' % (room, name))
    target = name.split('/', 1)[0]
    if target not in ROOMS or bracket == '<':
        return 0
    if path.startswith('embed/include/'):
        return complain(path, number, 'public headers must not include internal headers (%s)' % name)
    for where, what in FORBIDDEN:
        if where.match(path) and what.match(name):
            return complain(path, number, '%s must not include %s' % (room, name))
    if target == room or target in ALLOWED[room] or name in EXTRA.get(room, ()):
        return 0
    return complain(path, number, '%s must not include %s' % (room, name))


def check_room(root, room):
    violations = 0
    for folder, folders, files in os.walk(os.path.join(root, room)):
        folders.sort()
        for name in sorted(files):
            if not name.endswith(SUFFIXES):
                continue
            full = os.path.join(folder, name)
            path = os.path.relpath(full, root)
            with open(full, encoding='utf-8', errors='replace') as source:
                for number, line in enumerate(source, 1):
                    match = INCLUDE.match(line)
                    if match:
                        violations += check_line(room, path, number, match.group(1), match.group(2))
    return violations


def main():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    violations = sum(check_room(root, room) for room in ROOMS)
    if violations:
        print('%d include(s) break the layers' % violations)
    return 1 if violations else 0


if __name__ == '__main__':
    sys.exit(main())
