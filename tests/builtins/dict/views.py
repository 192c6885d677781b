def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {'a': 1, 'b': 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), 'a' in k, 1 in v, ('a', 1) in i, ('a', 2) in i)  # expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False
d['c'] = 3
print(list(k), list(v), list(i))  # expect: ['a', 'b', 'c'] [1, 2, 3] [('a', 1), ('b', 2), ('c', 3)]
print(sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), sorted(i & {('a', 1)}), k == {'a', 'b', 'c'}, k <= {'a', 'b', 'c', 'd'}, k.isdisjoint('xyz'), i == d.items(), v == d.values())  # expect: ['a'] ['a', 'b', 'c', 'z'] ['b', 'c'] ['b', 'c', 'z'] [('a', 1)] True True True True False
print(attempt(lambda: k[0]))  # expect: TypeError: 'dict_keys' object does not support indexing
print(attempt(lambda: k + k))  # expect: TypeError: unsupported operand type(s) for +: 'dict_keys' and 'dict_keys'
print(attempt(lambda: v & v))  # expect: TypeError: unsupported operand type(s) for &: 'dict_values' and 'dict_values'
print(attempt(lambda: k & 5))  # expect: TypeError: 'int' object is not iterable
print(attempt(lambda: hash(k)))  # expect: TypeError: unhashable type: 'dict_keys'
print(attempt(lambda: iter(k).foo))  # expect: AttributeError: 'dict_keyiterator' object has no attribute 'foo'
print(type(k).__name__, type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__)  # expect: dict_keys dict_keyiterator dict_valueiterator dict_itemiterator
