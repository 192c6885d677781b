#!/usr/bin/env python3
"""Rewrites tests/parser/*.ast with the reference interpreter (CPython 3.6): one line per statement of the .py beside."""
import ast
import glob
import os
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'parser')

if sys.version_info[:2] != (3, 6):
    sys.exit('run this with CPython 3.6')
for path in sorted(glob.glob(os.path.join(FOLDER, '*.py'))):
    with open(path, 'rb') as file:
        tree = ast.parse(file.read(), path)
    with open(path[:-3] + '.ast', 'w', encoding='utf-8', errors='surrogatepass', newline='\n') as file:
        for statement in tree.body:
            file.write(ast.dump(statement, include_attributes=True) + '\n')
