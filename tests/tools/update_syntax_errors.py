#!/usr/bin/env python3
"""Regenerates tests/parser/syntax_errors.tsv with the reference interpreter.

    python3.6 tests/tools/update_syntax_errors.py                    asks the reference again about every program
    python3.6 tests/tools/update_syntax_errors.py --add FILE...      adds programs: each file holds a Python list of them
    python3.6 tests/tools/update_syntax_errors.py --check DUMP       compares with the krait_ast_dump executable DUMP

A row: mode, program, class, line, offset, message, text; tab-separated, with \\n \\t \\r \\\\ escaped. `text` is None or
the line that the error shows.
"""
import argparse
import ast
import os
import subprocess
import sys

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'parser', 'syntax_errors.tsv')
ESCAPES = {'\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r'}


def escape(text):
    return ''.join(ESCAPES.get(c, c) for c in text)


def unescape(text):
    out, i = [], 0
    letters = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\'}
    while i < len(text):
        if text[i] == '\\':
            out.append(letters[text[i + 1]])
            i += 2
        else:
            out.append(text[i])
            i += 1
    return ''.join(out)


def ask_reference(mode, program):
    try:
        compile(program, '<test>', mode, ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as error:
        return [type(error).__name__, str(error.lineno or 0), str(error.offset or 0), error.msg,
                'None' if error.text is None else error.text]
    except MemoryError:
        return ['MemoryError', '0', '0', 's_push: parser stack overflow', 'None']
    except ValueError as error:
        return ['ValueError', '0', '0', str(error), 'None']
    return ['OK', '0', '0', '', 'None']


def ask_krait(dump, mode, program):
    data = program.encode()
    run = subprocess.run([dump, '-m', mode, '--records'], input=b'%d\n%s' % (len(data), data), stdout=subprocess.PIPE)
    line = run.stdout.decode().rstrip('\n')
    if not line.startswith('!'):
        return ['OK', '0', '0', '', 'None'] if run.returncode == 0 else ['CRASH', '0', '0', '', 'None']
    kind, number, column, rest = line[1:].split('|', 3)
    message, rest = rest.rsplit('|', 2)[0], rest.rsplit('|', 2)[1]
    return [kind, number, column, unescape(message), unescape(rest)]


def read_table():
    rows = []
    if os.path.exists(TABLE):
        with open(TABLE, encoding='utf-8', newline='\n') as file:
            for line in file:
                if not line.startswith('#') and line.strip():
                    rows.append([unescape(field) for field in line.rstrip('\n').split('\t')])
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--add', nargs='+', default=[])
    parser.add_argument('--check')
    options = parser.parse_args()
    rows = read_table()
    if options.check:
        wrong = 0
        for mode, program, *expected in rows:
            actual = ask_krait(options.check, mode, program)
            if actual != expected:
                wrong += 1
                print('%s %r\n    expected %r\n    actual   %r' % (mode, program, expected, actual))
        print('%d programs, %d different' % (len(rows), wrong))
        return 1 if wrong else 0
    programs = {(row[0], row[1]): None for row in rows}
    for path in options.add:
        with open(path, encoding='utf-8') as file:
            for item in ast.literal_eval(file.read()):
                programs[item if isinstance(item, tuple) else ('exec', item)] = None
    with open(TABLE, 'w', encoding='utf-8', newline='\n') as file:
        file.write('# Made by tests/tools/update_syntax_errors.py with CPython 3.6: mode, program, class, line, offset, '
                   'message, text.\n')
        for mode, program in programs:
            row = [mode, program] + ask_reference(mode, program)
            file.write('\t'.join(escape(field) for field in row) + '\n')
    print('%d programs' % len(programs))
    return 0


if __name__ == '__main__':
    sys.exit(main())
