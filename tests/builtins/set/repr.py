print(set(), {1}, frozenset(), frozenset([1]), {'a'}, {frozenset([2])}, [set()])  # expect: set() {1} frozenset() frozenset({1}) {'a'} {frozenset({2})} [set()]
class S(set):
    pass
class F(frozenset):
    pass
print(S(), S([1]), F([1]), type(S([1]) | {2}).__name__, type(S([1]).copy()).__name__, type(F([1]).copy()).__name__, S([1]) == {1})  # expect: S() S({1}) F({1}) set set frozenset True
class Node:
    def __repr__(self):
        return repr(self.box)
n = Node()
n.box = {n}
print(n)  # expect: {set(...)}
