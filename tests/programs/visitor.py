class Node:
    def __init__(self, *children):
        self.children = children

    def accept(self, visitor):
        for cls in type(self).__mro__:
            method = getattr(visitor, 'visit_' + cls.__name__.lower(), None)
            if method:
                return method(self)
        raise NotImplementedError(type(self).__name__)


class Number(Node):
    def __init__(self, value):
        super().__init__()
        self.value = value


class Binary(Node):
    symbol = '?'


class Add(Binary):
    symbol = '+'


class Mul(Binary):
    symbol = '*'


class Neg(Node):
    pass


class Show:
    def visit_number(self, n):
        return str(n.value)

    def visit_binary(self, n):
        return '(' + (' %s ' % n.symbol).join(c.accept(self) for c in n.children) + ')'

    def visit_neg(self, n):
        return '-' + n.children[0].accept(self)


class Evaluate:
    def visit_number(self, n):
        return n.value

    def visit_add(self, n):
        return sum(c.accept(self) for c in n.children)

    def visit_mul(self, n):
        r = 1
        for c in n.children:
            r *= c.accept(self)
        return r

    def visit_neg(self, n):
        return -n.children[0].accept(self)


class Depth:
    def visit_node(self, n):
        return 1 + max([c.accept(self) for c in n.children], default=0)


tree = Add(Number(1), Mul(Number(2), Neg(Number(3)), Add(Number(4), Number(5))))
print(tree.accept(Show()), tree.accept(Evaluate()), tree.accept(Depth()))  # expect: (1 + (2 * -3 * (4 + 5))) -53 4
try:
    Neg(Number(1)).accept(object())
except NotImplementedError as error:
    print('no visitor for', error)  # expect: no visitor for Neg
