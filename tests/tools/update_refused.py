#!/usr/bin/env python3
"""Asks the reference about the programs of tests/bytecode/refused_programs.py and writes refused.json beside it.

    update_refused.py PYTHON36          rewrites refused.json
    update_refused.py PYTHON36 --check  says what would change

For each program: what compile() answers for the text (a str) or the bytes, and what running a file of it prints.
"""
import argparse
import json
import os
import sys

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(TESTS, 'bytecode'))
import refused  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('python36')
    parser.add_argument('--check', action='store_true')
    options = parser.parse_args()
    records = refused.ask([options.python36], refused.all_programs())
    text = ''.join(json.dumps(record, sort_keys=True) + '\n' for record in records)
    old = ''
    if os.path.exists(refused.TABLE):
        with open(refused.TABLE, encoding='ascii') as file:
            old = file.read()
    print('%d programs, %s' % (len(records), 'unchanged' if text == old else 'changed'))
    if options.check:
        return int(text != old)
    with open(refused.TABLE, 'w', encoding='ascii') as file:
        file.write(text)
    return 0


if __name__ == '__main__':
    sys.exit(main())
