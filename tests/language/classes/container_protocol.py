def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return 'get', k
    def __setitem__(self, k, v): print('set', k, v)
    def __delitem__(self, k): print('del', k)
    def __len__(self): return 10
    def __contains__(self, k): return k == 'in'
    def __missing__(self, k): return 'missing'
b = Box()
b[1] = 2  # expect: set 1 2
b[1:2] = 'ab'  # expect: set slice(1, 2, None) ab
b['x', ..., ::2] = None  # expect: set ('x', Ellipsis, slice(None, None, 2)) None
del b[0], b[:]  # expect: del 0
# expect: del slice(None, None, None)
b['k'] += ('more',)  # expect: set k ('get', 'k', 'more')
print(b[1], b[-1], b[1:], b[1, 2], b[None], b[:, 1:2], 'in' in b, 'out' in b, len(b))  # expect: ('get', 1) ('get', -1) ('get', slice(1, None, None)) ('get', (1, 2)) ('get', None) ('get', (slice(None, None, None), slice(1, 2, None))) True False 10
class Plain: pass
print(attempt(lambda: Plain()[0]))  # expect: TypeError: 'Plain' object does not support indexing
def put(o, k, v): o[k] = v
def drop(o, k): del o[k]
print(attempt(lambda: put(Plain(), 0, 1)))  # expect: TypeError: 'Plain' object does not support item assignment
print(attempt(lambda: drop(Plain(), 0)))  # expect: TypeError: 'Plain' object doesn't support item deletion
print(attempt(lambda: put('abc', 0, 'x')))  # expect: TypeError: 'str' object does not support item assignment
print(attempt(lambda: drop((1,), 0)))  # expect: TypeError: 'tuple' object doesn't support item deletion
print(attempt(lambda: put(5, 0, 1)))  # expect: TypeError: 'int' object does not support item assignment
print(attempt(lambda: 5[0]))  # expect: TypeError: 'int' object is not subscriptable
print(attempt(lambda: None[0]))  # expect: TypeError: 'NoneType' object is not subscriptable
print(attempt(lambda: len[0]))  # expect: TypeError: 'builtin_function_or_method' object is not subscriptable
class Idx:
    def __index__(self): return 1
print([10, 20][Idx()], 'ab'[Idx()], (1, 2)[Idx():], [0, 1, 2][:Idx()], bytes(b'ab')[Idx()])  # expect: 20 b (2,) [0] 98
