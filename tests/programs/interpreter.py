"""A tokenizer, a parser and an evaluator of a tiny language."""


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == '.'):
                j += 1
            yield 'number', float(text[i:j]) if '.' in text[i:j] else int(text[i:j])
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum():
                j += 1
            yield ('keyword' if text[i:j] in ('while', 'print', 'if', 'else') else 'name'), text[i:j]
            i = j
        elif text[i:i + 2] in ('==', '<=', '>=', '!='):
            yield 'op', text[i:i + 2]
            i += 2
        elif c in '+-*/%<>=(){};':
            yield 'op', c
            i += 1
        else:
            raise SyntaxError('bad character %r' % c)
    yield 'end', None


class Machine:
    LEVELS = [['==', '!=', '<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']]
    OPS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a // b,
           '%': lambda a, b: a % b, '==': lambda a, b: a == b, '!=': lambda a, b: a != b, '<': lambda a, b: a < b,
           '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b}

    def __init__(self, text):
        self.tokens, self.i, self.vars = list(tokens(text)), 0, {}

    def take(self, value=None):
        token = self.tokens[self.i]
        if value is not None and token[1] != value:
            raise SyntaxError('expected %s, got %s' % (value, token[1]))
        self.i += 1
        return token

    def at(self, value):
        return self.tokens[self.i][1] == value

    def expression(self, level=0):
        if level == len(self.LEVELS):
            kind, value = self.take()
            if value == '(':
                inner = self.expression()
                self.take(')')
                return inner
            if kind == 'number':
                return lambda: value
            if kind == 'name':
                return lambda: self.vars[value]
            raise SyntaxError('unexpected %s' % value)
        left = self.expression(level + 1)
        while self.tokens[self.i][1] in self.LEVELS[level]:
            op = self.OPS[self.take()[1]]
            right = self.expression(level + 1)
            left = (lambda op, a, b: lambda: op(a(), b()))(op, left, right)
        return left

    def block(self):
        self.take('{')
        body = []
        while not self.at('}'):
            body.append(self.statement())
        self.take('}')
        return lambda: [s() for s in body]

    def statement(self):
        kind, value = self.take()
        if value == 'print':
            e = self.expression()
            self.take(';')
            return lambda: print(e())
        if value == 'while':
            test, body = self.expression(), self.block()

            def loop():
                while test():
                    body()
            return loop
        if value == 'if':
            test, body = self.expression(), self.block()
            other = None
            if self.at('else'):
                self.take()
                other = self.block()
            return lambda: body() if test() else other and other()
        if kind != 'name':
            raise SyntaxError('unexpected %s' % value)
        self.take('=')
        e = self.expression()
        self.take(';')
        return lambda: self.vars.__setitem__(value, e())

    def run(self):
        body = []
        while self.tokens[self.i][0] != 'end':
            body.append(self.statement())
        for s in body:
            s()


Machine('''
n = 1; total = 0;
while n <= 1000 { if n % 3 == 0 { total = total + n; } else { if n % 5 == 0 { total = total + n; } } n = n + 1; }
print total; a = 0; b = 1; i = 0;
while i < 90 { t = a + b; a = b; b = t; i = i + 1; } print a; print (1 + 2) * 3 - 4 / 2;
''').run()  # expect: 234168
# expect: 2880067194370816120
# expect: 7
for bad in ['x = ;', 'print 1', 'y = 1 $ 2;', 'print z;']:
    try:
        Machine(bad).run()
    except (SyntaxError, KeyError) as error:
        print(type(error).__name__, error)
# expect: SyntaxError unexpected ;
# expect: SyntaxError expected ;, got None
# expect: SyntaxError bad character '$'
# expect: KeyError 'z'
