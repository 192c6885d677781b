#!/usr/bin/env python3
"""Damages Python files at random and compares Krait's answer (tree or fault) with the reference's.

    python3.6 tests/tools/fuzz_syntax_errors.py --dump BUILD/krait_ast_dump --seconds 60 PATH...

Each program is a piece of some file in which a few characters or words are removed, doubled, swapped or inserted.
"""
import argparse
import ast
import os
import random
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from compare_ast import python_files  # noqa: E402

WORD = re.compile(r'\w+|\s+|[^\w\s]+')
INSERTIONS = ['(', ')', '[', ']', '{', '}', ':', ',', ';', '=', '+=', '*', '**', '.', '\n', '    ', '\t', "'", '"', '"""',
              "'''", 'f"{', '}', 'if ', ' else ', 'for x in ', ' in ', 'lambda', 'yield ', 'await ', 'async ', 'print ',
              'not ', '@', '->', '\\', '\\\n', '#', '$', '\u20ac', '\u00e9', '0', '0777', '1_', 'None', '...', 'def ',
              'class ', 'return ', 'import ', ' as ', 'del ', 'global ', '<>', '!=', '!', 'b"', 'f"{x!r:{y}}"', '\x0c']


def damage(text, rng):
    words = WORD.findall(text)
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if not words:
            break
        at = rng.randrange(len(words))
        action = rng.randrange(5)
        if action == 0:
            del words[at]
        elif action == 1:
            words.insert(at, words[at])
        elif action == 2:
            words.insert(at, rng.choice(INSERTIONS))
        elif action == 3:
            words[at] = rng.choice(INSERTIONS)
        else:
            other = rng.randrange(len(words))
            words[at], words[other] = words[other], words[at]
    return ''.join(words)


def piece(text, rng):
    lines = text.splitlines(True)
    size = rng.choice((1, 3, 10, 30, 100))
    start = rng.randrange(max(1, len(lines) - size + 1))
    return ''.join(lines[start:start + size])


def reference(program):
    try:
        tree = compile(program, '<test>', 'exec', ast.PyCF_ONLY_AST, dont_inherit=True)
        return ast.dump(tree, include_attributes=True)
    except SyntaxError as error:
        return '!%s|%s|%s|%s|%s' % (type(error).__name__, error.lineno or 0, max(error.offset or 0, 0), error.msg,
                                    'None' if error.text is None else error.text.replace('\\', '\\\\')
                                    .replace('\n', '\\n'))
    except MemoryError:
        return '!MemoryError'
    except Exception as error:
        return '!%s|0|0|%s' % (type(error).__name__, error)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--dump', required=True)
    parser.add_argument('--seconds', type=float, default=60)
    parser.add_argument('--seed', type=int, default=0)
    parser.add_argument('--show', type=int, default=20)
    parser.add_argument('paths', nargs='+')
    options = parser.parse_args()
    rng = random.Random(options.seed)
    texts = []
    for path in python_files(options.paths):
        try:
            with open(path, encoding='utf-8') as file:
                texts.append(file.read())
        except UnicodeDecodeError:
            pass
    process = subprocess.Popen([options.dump, '--records'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    end = time.time() + options.seconds
    count = wrong = 0
    while time.time() < end:
        program = damage(piece(rng.choice(texts), rng), rng).replace('\0', '')
        if 'coding' in program:
            continue
        data = program.encode('utf-8', 'replace')
        process.stdin.write(b'%d\n%s' % (len(data), data))
        process.stdin.flush()
        actual = process.stdout.readline().decode('utf-8', 'surrogatepass').rstrip('\n')
        expected = reference(program)
        count += 1
        if expected.startswith('!'):
            actual = actual.rsplit('|', 1)[0].replace('\\\\', '\\')
            expected = expected.replace('\\\\', '\\')
            if expected.startswith('!MemoryError'):
                continue
        if actual != expected:
            wrong += 1
            if wrong <= options.show:
                print('%r\n    expected %s\n    actual   %s' % (program[-300:], expected[:300], actual[:300]), flush=True)
    print('%d programs, %d different' % (count, wrong))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
