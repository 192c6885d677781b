import json, io


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


data = {'list': list(range(5)), 'nested': {'a': [None, True, {'deep': [[[]]]}]}, 'text': 'żółć "q" \t', 'f': [0.1, 1e-7, 1e22, -0.0]}
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps(data, indent=3)) == data)  # expect: True True
out = io.StringIO()
json.dump(data, out, sort_keys=True)
print(out.getvalue(), json.load(io.StringIO(out.getvalue())) == data)  # expect: {"f": [0.1, 1e-07, 1e+22, -0.0], "list": [0, 1, 2, 3, 4], "nested": {"a": [null, true, {"deep": [[[]]]}]}, "text": "\u017c\u00f3\u0142\u0107 \"q\" \t"} True
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)
print(json.dumps({'c': 1+2j}, cls=Enc), Enc().encode([1j]), ''.join(json.JSONEncoder().iterencode([1, {'a': 2}])), json.JSONDecoder().raw_decode('[1] rest'))  # expect: {"c": [1.0, 2.0]} [[0.0, 1.0]] [1, {"a": 2}] ([1], 3)
print(attempt(lambda: json.dumps({'c': {1}}, cls=Enc)))  # expect: TypeError: Object of type 'set' is not JSON serializable
