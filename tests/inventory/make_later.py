#!/usr/bin/env python3.13
# skip: a tool that writes later.txt, not a test
"""Writes later.txt: the signatures that CPython has for the names of docs/later-additions.md."""
import _later_names

with open(_later_names.LIST, 'w') as file:
    for name in _later_names.listed():
        file.write('%s\t%s\n' % (name, _later_names.signature_of(_later_names.find(name))))
