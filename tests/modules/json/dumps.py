import json


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(json.dumps(None), json.dumps(True), json.dumps([1, 2.5, 'a', None]), json.dumps({'a': 1, 2: 3, None: 4, True: 5, 1.5: 6}), json.dumps('é"\\\n\x00\u2028😀/'), json.dumps('é', ensure_ascii=False), json.dumps(()), json.dumps([]), json.dumps({}), json.dumps(float('nan')), json.dumps(1e100), json.dumps(10**30))  # expect: null true [1, 2.5, "a", null] {"a": 1, "2": 3, "null": 4, "true": 5, "1.5": 6} "\u00e9\"\\\n\u0000\u2028\ud83d\ude00/" "é" [] [] {} NaN 1e+100 1000000000000000000000000000000
print(json.dumps({'b': 1, 'a': [1, {'c': []}]}, sort_keys=True, indent=2))  # expect: {
# expect:   "a": [
# expect:     1,
# expect:     {
# expect:       "c": []
# expect:     }
# expect:   ],
# expect:   "b": 1
# expect: }
print(json.dumps([1, {'a': 2}], indent='--'), json.dumps([1, 2], separators=(',', ':')), json.dumps({'a': [1]}, indent=0), json.dumps([], indent=2), json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))  # expect: [
# expect: --1,
# expect: --{
# expect: ----"a": 2
# expect: --}
# expect: ] [1,2] {
# expect: "a": [
# expect: 1
# expect: ]
# expect: } [] {"a": 1}
print(json.dumps({1, 2}, default=sorted), json.dumps([1j], default=str))  # expect: [1, 2] ["1j"]
print(attempt(lambda: json.dumps({1})))  # expect: TypeError: Object of type 'set' is not JSON serializable
print(attempt(lambda: json.dumps({(1,): 2})))  # expect: TypeError: keys must be a string
print(attempt(lambda: json.dumps(float('nan'), allow_nan=False)))  # expect: ValueError: Out of range float values are not JSON compliant
print(attempt(lambda: json.dumps(b'a')))  # expect: TypeError: Object of type 'bytes' is not JSON serializable
l = []
l.append(l)
print(attempt(lambda: json.dumps(l)))  # expect: ValueError: Circular reference detected
class I(int):
    def __repr__(self):
        return 'I'
class S(str):
    pass
print(json.dumps([I(5), S('s')]))  # expect: [5, "s"]
