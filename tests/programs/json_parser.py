"""A recursive-descent JSON parser on a generated text of about 1 MB."""


class ParseError(ValueError):
    pass


class Parser:
    ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', '"': '"', '\\': '\\', '/': '/'}

    def __init__(self, text):
        self.text, self.i = text, 0

    def fail(self, what):
        raise ParseError('%s at %d' % (what, self.i))

    def skip(self):
        text, i = self.text, self.i
        while i < len(text) and text[i] in ' \t\n\r':
            i += 1
        self.i = i

    def value(self):
        self.skip()
        if self.i >= len(self.text):
            self.fail('unexpected end')
        c = self.text[self.i]
        if c == '{':
            return self.object()
        if c == '[':
            return self.array()
        if c == '"':
            return self.string()
        for word, result in (('true', True), ('false', False), ('null', None)):
            if self.text.startswith(word, self.i):
                self.i += len(word)
                return result
        return self.number()

    def expect(self, c):
        self.skip()
        if self.text[self.i:self.i + 1] != c:
            self.fail('expected %r' % c)
        self.i += 1

    def peek(self):
        self.skip()
        return self.text[self.i:self.i + 1]

    def object(self):
        result = {}
        self.expect('{')
        if self.peek() == '}':
            self.i += 1
            return result
        while True:
            self.skip()
            key = self.string()
            self.expect(':')
            result[key] = self.value()
            if self.peek() == ',':
                self.i += 1
                continue
            self.expect('}')
            return result

    def array(self):
        result = []
        self.expect('[')
        if self.peek() == ']':
            self.i += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == ',':
                self.i += 1
                continue
            self.expect(']')
            return result

    def string(self):
        self.expect('"')
        parts = []
        while True:
            start = self.i
            while self.text[self.i:self.i + 1] not in ('"', '\\', ''):
                self.i += 1
            parts.append(self.text[start:self.i])
            c = self.text[self.i:self.i + 1]
            if c == '"':
                self.i += 1
                return ''.join(parts)
            if not c:
                self.fail('unterminated string')
            e = self.text[self.i + 1]
            if e == 'u':
                parts.append(chr(int(self.text[self.i + 2:self.i + 6], 16)))
                self.i += 6
            else:
                parts.append(self.ESCAPES[e])
                self.i += 2

    def number(self):
        start = self.i
        while self.i < len(self.text) and self.text[self.i] in '+-0123456789.eE':
            self.i += 1
        text = self.text[start:self.i]
        if not text:
            self.fail('unexpected %r' % self.text[start])
        return float(text) if '.' in text or 'e' in text or 'E' in text else int(text)


item = '{"id": %d, "name": "item \\u00e9 \\n %d", "price": %d.25, "tags": ["a", "b", null, true, false], "n": {"x": [-1, 2e3]}}'
text = '[' + ',\n'.join(item % (i, i, i) for i in range(9500)) + ']'
data = Parser(text).value()
print(len(text) > 1000000, len(data), data[0], data[-1]['id'])  # expect: True 9500 {'id': 0, 'name': 'item é \n 0', 'price': 0.25, 'tags': ['a', 'b', None, True, False], 'n': {'x': [-1, 2000.0]}} 9499
print(sum(d['price'] for d in data), sum(len(d['tags']) for d in data))  # expect: 45122625.0 47500
for bad in ['', '[1', '{"a" 1}', '"x', '[1 2]', 'nope']:
    try:
        print(Parser(bad).value())
    except ParseError as error:
        print(repr(bad), error)
# expect: '' unexpected end at 0
# expect: '[1' expected ']' at 2
# expect: '{"a" 1}' expected ':' at 5
# expect: '"x' unterminated string at 2
# expect: '[1 2]' expected ']' at 3
# expect: 'nope' unexpected 'n' at 0
