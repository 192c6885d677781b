"""json: dumps and loads."""
import json
import sys
sys.dont_write_bytecode = True
from _rows import main, row

RECORDS = [{'id': i, 'name': 'name %d' % i, 'tags': ['a', 'b', 'c'], 'score': i / 7, 'ok': i % 2 == 0, 'none': None}
           for i in range(500)]
NUMBERS = list(range(10000))
FLOATS = [i / 7 for i in range(5000)]
TEXTS = ['text with "quotes" and \u03b1\u03b2\u03b3 %d' % i for i in range(2000)]
PLAIN = ['plain text number %d' % i for i in range(3000)]
NESTED = {'a': NUMBERS[:10]}
for _ in range(50):
    NESTED = {'child': NESTED, 'list': [1, 2, 3], 'text': 'x'}
DUMPED = {name: json.dumps(value) for name, value in
          [('records', RECORDS), ('ints', NUMBERS), ('floats', FLOATS), ('texts', TEXTS), ('plain', PLAIN)]}


@row('dumps records')
def dump_records():
    return len(json.dumps(RECORDS))


@row('dumps ints')
def dump_ints():
    return len(json.dumps(NUMBERS))


@row('dumps floats')
def dump_floats():
    return len(json.dumps(FLOATS))


@row('dumps texts')
def dump_texts():
    return len(json.dumps(TEXTS)) + len(json.dumps(TEXTS, ensure_ascii=False))


@row('dumps plain texts')
def dump_plain():
    return len(json.dumps(PLAIN))


@row('dumps nested')
def dump_nested():
    return len(json.dumps(NESTED))


@row('dumps indent, sorted')
def dump_indented():
    return len(json.dumps(RECORDS[:100], indent=2, sort_keys=True))


@row('loads records')
def load_records():
    return len(json.loads(DUMPED['records']))


@row('loads ints')
def load_ints():
    return len(json.loads(DUMPED['ints']))


@row('loads floats')
def load_floats():
    return len(json.loads(DUMPED['floats']))


@row('loads texts')
def load_texts():
    return len(json.loads(DUMPED['texts']))


@row('loads plain texts')
def load_plain():
    return len(json.loads(DUMPED['plain']))


main()
