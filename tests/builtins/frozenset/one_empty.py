# There is one empty frozenset, but for those that operators make and those of subclasses.
empty = frozenset()
for made in (frozenset([]), frozenset(()), frozenset(''), frozenset(range(0)), frozenset(iter([])), frozenset(empty),
             frozenset(frozenset([1]) - {1}), empty.copy(), frozenset(set()), frozenset({})):
    print(made is empty, made)
# expect: True frozenset()
# expect: True frozenset()
# expect: True frozenset()
# expect: True frozenset()
# expect: True frozenset()
# expect: True frozenset()
# expect: False frozenset()
# expect: True frozenset()
# expect: True frozenset()
# expect: True frozenset()
class Sub(frozenset):
    pass
print(Sub() is empty, Sub() == empty, frozenset(Sub()) is empty, type(Sub()).__name__)  # expect: False True True Sub
print(hash(empty), len(empty), empty | {1}, empty & {1})  # expect: 133146708735736 0 frozenset({1}) frozenset()
import ast
tree = ast.Expression(ast.Constant(frozenset()))
print(eval(compile(ast.fix_missing_locations(tree), 'f', 'eval')) is empty)  # expect: True
