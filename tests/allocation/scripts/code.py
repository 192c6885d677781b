# Compiling and running source, namespaces, frozen imports, reflection.
source = '''
def double(x: int = 2) -> int:
    """doc"""
    return x * 2
result = [double(n) for n in range(5)]
class Inner:
    attribute = 'value'
'''
space = {}
exec(compile(source, 'inner.py', 'exec'), space)
assert space['result'] == [0, 2, 4, 6, 8] and space['double'].__annotations__
assert eval('Inner.attribute', space) == 'value'
try:
    compile('a = (1,', 'bad.py', 'exec')
except SyntaxError as error:
    assert error.lineno == 1
import json
assert json.loads(json.dumps({'a': [1, 2.5, None, 'é'], 'b': {'c': True}})) == {'a': [1, 2.5, None, 'é'], 'b': {'c': True}}
assert json.dumps([1, {'k': 'v'}], indent=1, sort_keys=True)
import operator
assert operator.attrgetter('attribute')(space['Inner']) == 'value'
assert sorted(vars(space['Inner']))[0].startswith('_')
import copy
assert copy.deepcopy([[1], {'a': (2,)}]) == [[1], {'a': (2,)}]
import random
assert random.Random(1).randint(1, 10) == 3
