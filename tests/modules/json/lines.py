# Texts with lines come from the native encoder; strings are read and written eight characters at a time.
import json, collections, enum
class L(list):
    def __iter__(self): return iter(['x', 'y'])
class E(list):
    def __bool__(self): return True
    def __iter__(self): return iter([])
class F(list):
    def __len__(self): return 0
class D(dict):
    def items(self): return [('b', 1), ('a', 2), ('b', 'z')]
class DE(dict):
    def __bool__(self): return False
class Color(enum.IntEnum):
    RED = 1
class C:
    pass
def default(o):
    if isinstance(o, C): return {'c': [1]}
    if isinstance(o, set): return sorted(o)
    raise TypeError('no ' + type(o).__name__)
values = [[], {}, (), [1], [[]], [{}], {'a': []}, {'a': {}}, [1, [2, [3, {'x': None, 'y': True}]], 'text "q" \u03b1 \x7f'], {'b': 1, 'a': [1.5, -0.0, 1e100, 10**30]},
          L([1]), E([1]), F([1]), D(a=1), DE(a=1), {1: 2, 3.5: 4, None: 5, True: 6, 'k': 7}, {2: 1, 1: 2}, [C(), {1, 2}], Color.RED, {Color.RED: Color.RED},
          collections.OrderedDict([('z', 1), ('y', 2)]), collections.namedtuple('P', 'x y')(1, 2), float('nan'), [float('inf')], {(1, 2): 3, 'a': 1}, {b'x': 1},
          {'a': 1, 2: 3}, 'plain', 5, None, '\ud800', ['a\x00b\x1f', 'long ' * 20 + '\\', 'x' * 7 + '"', '\xe9' * 9]]
for indent in (None, 0, 1, '--', True, -1, 1.5, '\u03b1'):
    for sort_keys in (False, True):
        for kw in ({}, {'allow_nan': False}, {'skipkeys': True, 'ensure_ascii': False}, {'separators': (';', '=')}, {'check_circular': False}):
            out = []
            for v in values:
                try:
                    out.append(json.dumps(v, indent=indent, sort_keys=sort_keys, default=default, **kw))
                except Exception as e:
                    out.append(type(e).__name__ + ': ' + str(e))
            total = 0
            for text in out:
                for c in text: total = (total * 31 + ord(c)) % 1000000007
            print(indent, sort_keys, sorted(kw), total)
            if not kw and indent == 1: print(ascii(out))
# expect: None False [] 890395137
# expect: None False ['allow_nan'] 426516079
# expect: None False ['ensure_ascii', 'skipkeys'] 812953653
# expect: None False ['separators'] 232196139
# expect: None False ['check_circular'] 890395137
# expect: None True [] 993357288
# expect: None True ['allow_nan'] 68334324
# expect: None True ['ensure_ascii', 'skipkeys'] 604029443
# expect: None True ['separators'] 295566436
# expect: None True ['check_circular'] 993357288
# expect: 0 False [] 784490272
# expect: 0 False ['allow_nan'] 844931173
# expect: 0 False ['ensure_ascii', 'skipkeys'] 758218388
# expect: 0 False ['separators'] 993307361
# expect: 0 False ['check_circular'] 784490272
# expect: 0 True [] 897692323
# expect: 0 True ['allow_nan'] 107124357
# expect: 0 True ['ensure_ascii', 'skipkeys'] 643274080
# expect: 0 True ['separators'] 64592250
# expect: 0 True ['check_circular'] 897692323
# expect: 1 False [] 432475844
# expect: ['[]', '{}', '[]', '[\n 1\n]', '[\n []\n]', '[\n {}\n]', '{\n "a": []\n}', '{\n "a": {}\n}', '[\n 1,\n [\n  2,\n  [\n   3,\n   {\n    "x": null,\n    "y": true\n   }\n  ]\n ],\n "text \\"q\\" \\u03b1 \\u007f"\n]', '{\n "b": 1,\n "a": [\n  1.5,\n  -0.0,\n  1e+100,\n  1000000000000000000000000000000\n ]\n}', '[\n "x",\n "y"\n]', '\n]', '[]', '{\n "b": 1,\n "a": 2,\n "b": "z"\n}', '{}', '{\n "1": 6,\n "3.5": 4,\n "null": 5,\n "k": 7\n}', '{\n "2": 1,\n "1": 2\n}', '[\n {\n  "c": [\n   1\n  ]\n },\n [\n  1,\n  2\n ]\n]', '1', '{\n "1": 1\n}', '{\n "z": 1,\n "y": 2\n}', '[\n 1,\n 2\n]', 'NaN', '[\n Infinity\n]', 'TypeError: key (1, 2) is not a string', "TypeError: key b'x' is not a string", '{\n "a": 1,\n "2": 3\n}', '"plain"', '5', 'null', '"\\ud800"', '[\n "a\\u0000b\\u001f",\n "long long long long long long long long long long long long long long long long long long long long \\\\",\n "xxxxxxx\\"",\n "\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9"\n]']
# expect: 1 False ['allow_nan'] 591854003
# expect: 1 False ['ensure_ascii', 'skipkeys'] 973481443
# expect: 1 False ['separators'] 768745157
# expect: 1 False ['check_circular'] 432475844
# expect: 1 True [] 991340495
# expect: ['[]', '{}', '[]', '[\n 1\n]', '[\n []\n]', '[\n {}\n]', '{\n "a": []\n}', '{\n "a": {}\n}', '[\n 1,\n [\n  2,\n  [\n   3,\n   {\n    "x": null,\n    "y": true\n   }\n  ]\n ],\n "text \\"q\\" \\u03b1 \\u007f"\n]', '{\n "a": [\n  1.5,\n  -0.0,\n  1e+100,\n  1000000000000000000000000000000\n ],\n "b": 1\n}', '[\n "x",\n "y"\n]', '\n]', '[]', '{\n "a": 2,\n "b": 1,\n "b": "z"\n}', '{}', "TypeError: '<' not supported between instances of 'NoneType' and 'float'", '{\n "1": 2,\n "2": 1\n}', '[\n {\n  "c": [\n   1\n  ]\n },\n [\n  1,\n  2\n ]\n]', '1', '{\n "1": 1\n}', '{\n "y": 2,\n "z": 1\n}', '[\n 1,\n 2\n]', 'NaN', '[\n Infinity\n]', "TypeError: '<' not supported between instances of 'str' and 'tuple'", "TypeError: key b'x' is not a string", "TypeError: '<' not supported between instances of 'int' and 'str'", '"plain"', '5', 'null', '"\\ud800"', '[\n "a\\u0000b\\u001f",\n "long long long long long long long long long long long long long long long long long long long long \\\\",\n "xxxxxxx\\"",\n "\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9"\n]']
# expect: 1 True ['allow_nan'] 576037658
# expect: 1 True ['ensure_ascii', 'skipkeys'] 768607697
# expect: 1 True ['separators'] 929177149
# expect: 1 True ['check_circular'] 991340495
# expect: -- False [] 381323106
# expect: -- False ['allow_nan'] 649782719
# expect: -- False ['ensure_ascii', 'skipkeys'] 184722441
# expect: -- False ['separators'] 467405473
# expect: -- False ['check_circular'] 381323106
# expect: -- True [] 102053190
# expect: -- True ['allow_nan'] 344901871
# expect: -- True ['ensure_ascii', 'skipkeys'] 422373283
# expect: -- True ['separators'] 138537886
# expect: -- True ['check_circular'] 102053190
# expect: True False [] 432475844
# expect: ['[]', '{}', '[]', '[\n 1\n]', '[\n []\n]', '[\n {}\n]', '{\n "a": []\n}', '{\n "a": {}\n}', '[\n 1,\n [\n  2,\n  [\n   3,\n   {\n    "x": null,\n    "y": true\n   }\n  ]\n ],\n "text \\"q\\" \\u03b1 \\u007f"\n]', '{\n "b": 1,\n "a": [\n  1.5,\n  -0.0,\n  1e+100,\n  1000000000000000000000000000000\n ]\n}', '[\n "x",\n "y"\n]', '\n]', '[]', '{\n "b": 1,\n "a": 2,\n "b": "z"\n}', '{}', '{\n "1": 6,\n "3.5": 4,\n "null": 5,\n "k": 7\n}', '{\n "2": 1,\n "1": 2\n}', '[\n {\n  "c": [\n   1\n  ]\n },\n [\n  1,\n  2\n ]\n]', '1', '{\n "1": 1\n}', '{\n "z": 1,\n "y": 2\n}', '[\n 1,\n 2\n]', 'NaN', '[\n Infinity\n]', 'TypeError: key (1, 2) is not a string', "TypeError: key b'x' is not a string", '{\n "a": 1,\n "2": 3\n}', '"plain"', '5', 'null', '"\\ud800"', '[\n "a\\u0000b\\u001f",\n "long long long long long long long long long long long long long long long long long long long long \\\\",\n "xxxxxxx\\"",\n "\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9"\n]']
# expect: True False ['allow_nan'] 591854003
# expect: True False ['ensure_ascii', 'skipkeys'] 973481443
# expect: True False ['separators'] 768745157
# expect: True False ['check_circular'] 432475844
# expect: True True [] 991340495
# expect: ['[]', '{}', '[]', '[\n 1\n]', '[\n []\n]', '[\n {}\n]', '{\n "a": []\n}', '{\n "a": {}\n}', '[\n 1,\n [\n  2,\n  [\n   3,\n   {\n    "x": null,\n    "y": true\n   }\n  ]\n ],\n "text \\"q\\" \\u03b1 \\u007f"\n]', '{\n "a": [\n  1.5,\n  -0.0,\n  1e+100,\n  1000000000000000000000000000000\n ],\n "b": 1\n}', '[\n "x",\n "y"\n]', '\n]', '[]', '{\n "a": 2,\n "b": 1,\n "b": "z"\n}', '{}', "TypeError: '<' not supported between instances of 'NoneType' and 'float'", '{\n "1": 2,\n "2": 1\n}', '[\n {\n  "c": [\n   1\n  ]\n },\n [\n  1,\n  2\n ]\n]', '1', '{\n "1": 1\n}', '{\n "y": 2,\n "z": 1\n}', '[\n 1,\n 2\n]', 'NaN', '[\n Infinity\n]', "TypeError: '<' not supported between instances of 'str' and 'tuple'", "TypeError: key b'x' is not a string", "TypeError: '<' not supported between instances of 'int' and 'str'", '"plain"', '5', 'null', '"\\ud800"', '[\n "a\\u0000b\\u001f",\n "long long long long long long long long long long long long long long long long long long long long \\\\",\n "xxxxxxx\\"",\n "\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9\\u00e9"\n]']
# expect: True True ['allow_nan'] 576037658
# expect: True True ['ensure_ascii', 'skipkeys'] 768607697
# expect: True True ['separators'] 929177149
# expect: True True ['check_circular'] 991340495
# expect: -1 False [] 784490272
# expect: -1 False ['allow_nan'] 844931173
# expect: -1 False ['ensure_ascii', 'skipkeys'] 758218388
# expect: -1 False ['separators'] 993307361
# expect: -1 False ['check_circular'] 784490272
# expect: -1 True [] 897692323
# expect: -1 True ['allow_nan'] 107124357
# expect: -1 True ['ensure_ascii', 'skipkeys'] 643274080
# expect: -1 True ['separators'] 64592250
# expect: -1 True ['check_circular'] 897692323
# expect: 1.5 False [] 452796037
# expect: 1.5 False ['allow_nan'] 452796037
# expect: 1.5 False ['ensure_ascii', 'skipkeys'] 468343192
# expect: 1.5 False ['separators'] 452796037
# expect: 1.5 False ['check_circular'] 452796037
# expect: 1.5 True [] 452796037
# expect: 1.5 True ['allow_nan'] 452796037
# expect: 1.5 True ['ensure_ascii', 'skipkeys'] 468343192
# expect: 1.5 True ['separators'] 452796037
# expect: 1.5 True ['check_circular'] 452796037
# expect: α False [] 34850298
# expect: α False ['allow_nan'] 399955361
# expect: α False ['ensure_ascii', 'skipkeys'] 348150251
# expect: α False ['separators'] 39112010
# expect: α False ['check_circular'] 34850298
# expect: α True [] 733472461
# expect: α True ['allow_nan'] 128878459
# expect: α True ['ensure_ascii', 'skipkeys'] 964829793
# expect: α True ['separators'] 719491188
# expect: α True ['check_circular'] 733472461
a = []; a.append(a)
try: json.dumps(a, indent=1)
except ValueError as e: print(e)  # expect: Circular reference detected
d = {}; d['x'] = [d]
try: json.dumps(d, indent=1)
except ValueError as e: print(e)  # expect: Circular reference detected
class Mutator:
    pass
lst = [1, Mutator(), 3, 4]
def shrink(o):
    lst.clear(); return 'gone'
print(json.dumps(lst, indent=1, default=shrink))  # expect: [
# expect:  1,
# expect:  "gone"
# expect: ]
def boom(o): raise KeyError('boom')
try: json.dumps([1, {'a': C()}], indent=2, default=boom)
except KeyError as e: print(repr(e))  # expect: KeyError('boom',)
for text in ['"' + 'a' * n + tail for n in range(0, 20) for tail in ('"', '\\n"', '\x01"', '\x7f"', '\xe9"', '\u03b1"', '')]:
    for strict in (True, False):
        try: r = ascii(json.loads(text, strict=strict))
        except Exception as e: r = str(e)
        if len(text) in (1, 2, 9, 10, 11, 17, 18): print(r)
# expect: ''
# expect: ''
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: 'aaaaa\n'
# expect: 'aaaaa\n'
# expect: 'aaaaaa\n'
# expect: 'aaaaaa\n'
# expect: Invalid control character at: line 1 column 8 (char 7)
# expect: 'aaaaaa\x01'
# expect: 'aaaaaa\x7f'
# expect: 'aaaaaa\x7f'
# expect: 'aaaaaa\xe9'
# expect: 'aaaaaa\xe9'
# expect: 'aaaaaa\u03b1'
# expect: 'aaaaaa\u03b1'
# expect: 'aaaaaaa'
# expect: 'aaaaaaa'
# expect: 'aaaaaaa\n'
# expect: 'aaaaaaa\n'
# expect: Invalid control character at: line 1 column 9 (char 8)
# expect: 'aaaaaaa\x01'
# expect: 'aaaaaaa\x7f'
# expect: 'aaaaaaa\x7f'
# expect: 'aaaaaaa\xe9'
# expect: 'aaaaaaa\xe9'
# expect: 'aaaaaaa\u03b1'
# expect: 'aaaaaaa\u03b1'
# expect: 'aaaaaaaa'
# expect: 'aaaaaaaa'
# expect: Invalid control character at: line 1 column 10 (char 9)
# expect: 'aaaaaaaa\x01'
# expect: 'aaaaaaaa\x7f'
# expect: 'aaaaaaaa\x7f'
# expect: 'aaaaaaaa\xe9'
# expect: 'aaaaaaaa\xe9'
# expect: 'aaaaaaaa\u03b1'
# expect: 'aaaaaaaa\u03b1'
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: 'aaaaaaaaa'
# expect: 'aaaaaaaaa'
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: 'aaaaaaaaaaaaa\n'
# expect: 'aaaaaaaaaaaaa\n'
# expect: 'aaaaaaaaaaaaaa\n'
# expect: 'aaaaaaaaaaaaaa\n'
# expect: Invalid control character at: line 1 column 16 (char 15)
# expect: 'aaaaaaaaaaaaaa\x01'
# expect: 'aaaaaaaaaaaaaa\x7f'
# expect: 'aaaaaaaaaaaaaa\x7f'
# expect: 'aaaaaaaaaaaaaa\xe9'
# expect: 'aaaaaaaaaaaaaa\xe9'
# expect: 'aaaaaaaaaaaaaa\u03b1'
# expect: 'aaaaaaaaaaaaaa\u03b1'
# expect: 'aaaaaaaaaaaaaaa'
# expect: 'aaaaaaaaaaaaaaa'
# expect: Invalid control character at: line 1 column 17 (char 16)
# expect: 'aaaaaaaaaaaaaaa\x01'
# expect: 'aaaaaaaaaaaaaaa\x7f'
# expect: 'aaaaaaaaaaaaaaa\x7f'
# expect: 'aaaaaaaaaaaaaaa\xe9'
# expect: 'aaaaaaaaaaaaaaa\xe9'
# expect: 'aaaaaaaaaaaaaaa\u03b1'
# expect: 'aaaaaaaaaaaaaaa\u03b1'
# expect: 'aaaaaaaaaaaaaaaa'
# expect: 'aaaaaaaaaaaaaaaa'
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
# expect: Unterminated string starting at: line 1 column 1 (char 0)
