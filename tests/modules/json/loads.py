import json


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(json.loads('null'), json.loads(' [1, 2.5, -3e2, "a", true, false, null, {}] '), json.loads('{"a": {"b": [1]}}'), json.loads('"\\u00e9\\n\\ud83d\\ude00"'), json.loads('NaN'), json.loads('-Infinity'), json.loads('12345678901234567890'), json.loads('0.1'), json.loads('1E5'), json.loads(b'[1]'), json.loads('{"a":1,"a":2}'), json.loads('"é"'))  # expect: None [1, 2.5, -300.0, 'a', True, False, None, {}] {'a': {'b': [1]}} é
# expect: 😀 nan -inf 12345678901234567890 0.1 100000.0 [1] {'a': 2} é
print(json.loads('[1.5, 2]', parse_float=str, parse_int=str), json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), ascii(json.loads('"\\ud800"')))  # expect: ['1.5', '2'] [('a', 1)] [('b', 1), ('a', 2)] '\ud800'
print(attempt(lambda: json.loads('')))  # expect: JSONDecodeError: Expecting value: line 1 column 1 (char 0)
print(attempt(lambda: json.loads('[1,]')))  # expect: JSONDecodeError: Expecting value: line 1 column 4 (char 3)
print(attempt(lambda: json.loads('{"a"}')))  # expect: JSONDecodeError: Expecting ':' delimiter: line 1 column 5 (char 4)
print(attempt(lambda: json.loads('{a: 1}')))  # expect: JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
print(attempt(lambda: json.loads('[1 2]')))  # expect: JSONDecodeError: Expecting ',' delimiter: line 1 column 4 (char 3)
print(attempt(lambda: json.loads('"abc')))  # expect: JSONDecodeError: Unterminated string starting at: line 1 column 1 (char 0)
print(attempt(lambda: json.loads('"\\x"')))  # expect: JSONDecodeError: Invalid \escape: line 1 column 2 (char 1)
print(attempt(lambda: json.loads('"\n"')))  # expect: JSONDecodeError: Invalid control character at: line 1 column 2 (char 1)
print(attempt(lambda: json.loads('01')))  # expect: JSONDecodeError: Extra data: line 1 column 2 (char 1)
print(attempt(lambda: json.loads('1 2')))  # expect: JSONDecodeError: Extra data: line 1 column 3 (char 2)
print(attempt(lambda: json.loads('nul')))  # expect: JSONDecodeError: Expecting value: line 1 column 1 (char 0)
print(attempt(lambda: json.loads('{"a": 1,}')))  # expect: JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 9 (char 8)
print(attempt(lambda: json.loads('[1, 2')))  # expect: JSONDecodeError: Expecting ',' delimiter: line 1 column 6 (char 5)
print(attempt(lambda: json.loads('\n\n  [1,\n  x]')))  # expect: JSONDecodeError: Expecting value: line 4 column 3 (char 10)
print(attempt(lambda: json.loads(5)))  # expect: TypeError: the JSON object must be str, bytes or bytearray, not 'int'
print(attempt(lambda: json.loads('"\\u12"')))  # expect: JSONDecodeError: Invalid \uXXXX escape: line 1 column 3 (char 2)
try:
    json.loads('[x')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, isinstance(e, ValueError))  # expect: Expecting value 1 1 2 True
