#!/usr/bin/env python3.6
# skip: a tool that writes reference.txt, not a test
"""Writes reference.txt: what CPython 3.6 has. Run with it: python3.6 -I make_reference.py

A line without indentation names a place, and behind a '<' the place of its base, whose rows it has unless it says
otherwise. A row is: name, kind, signature ('-': not told), and the reason when Krait may differ.
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import _collect

_CRASHES = "crashes the process on purpose, for CPython's own tests"
_WATCHES = 'dumps stacks from signal handlers and watchdog threads; here only dump_traceback() is'
REASONS = {
    ('module faulthandler', name): _CRASHES
    for name in ('_fatal_error', '_fatal_error_c_thread', '_read_null', '_sigabrt', '_sigfpe', '_sigsegv', '_stack_overflow')}
REASONS.update({('module faulthandler', name): _WATCHES for name in (
    'cancel_dump_traceback_later', 'dump_traceback_later', 'register', 'unregister')})
for _kind in ('BufferedRandom', 'BufferedReader', 'BufferedWriter', 'FileIO', 'TextIOWrapper'):
    for _name in ('_dealloc_warn', '_finalizing'):
        REASONS['type _io.' + _kind, _name] = "how CPython's destructors talk to each other"
REASONS.update({
    ('module _socket', 'CAPI'): "a capsule for CPython's extension modules",
    ('module traceback', 'TracebackException'): 'max_group_width and max_group_depth (3.11) before _seen',
    ('module sys', '_debugmallocstats'): "statistics of CPython's allocator",
    ('module unicodedata', 'ucnhash_CAPI'): "a capsule for CPython's extension modules",
    ('type _socket.SocketType', 'sendmsg_afalg'): "the kernel's cryptography is not supported",
    ('type _socket.socket', 'sendmsg_afalg'): "the kernel's cryptography is not supported",
    ('type _weakref.ProxyType', '__bytes__'): 'bytes() of a proxy asks the object without it',
    ('type memoryview', 'cast'): 'shape may be given by position and left out, which the text of CPython does not say',
    ('type zipimport.zipimporter', '__init__'): 'written in Python here',
    ('type zipimport.zipimporter', '__repr__'): 'written in Python here',
})


def main():
    places = {}
    for place, name, kind, signature in _collect.rows():
        places.setdefault(place, {})[name] = (kind, signature)
    bases = {}
    known = {id(owner): 'type ' + place for place, owner in reversed(list(_collect.types()))}
    for place, owner in _collect.types():
        for base in owner.__mro__[1:2]:
            bases['type ' + place] = known.get(id(base))
    for place in places:
        bases.setdefault(place, 'type object' if place.startswith('type ') and place != 'type object' else None)
    with open(os.path.join(HERE, 'reference.txt'), 'w') as file:
        waiting = list(places)
        while waiting:
            # A base before the places that refer to it.
            place = next(place for place in waiting if bases[place] not in waiting)
            waiting.remove(place)
            rows, base = places[place], bases[place]
            inherited = places[base] if base else {}
            file.write(place + (' < ' + base if base else '') + '\n')
            for name, (kind, signature) in rows.items():
                reason = REASONS.get((place, name))
                if inherited.get(name) != (kind, signature) or reason:
                    file.write('\t' + '\t'.join([name, kind, signature] + ([reason] if reason else [])) + '\n')


if __name__ == '__main__':
    main()
