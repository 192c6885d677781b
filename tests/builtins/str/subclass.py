class Tag(str):
    def __new__(cls, text, extra=None):
        self = super().__new__(cls, text.upper())
        self.extra = extra
        return self
    def __len__(self):
        return 99
t = Tag('ab', extra=5)
print(t, t.extra, len(t), t + 'c', type(t + 'c').__name__, type(t[:]).__name__, type(t.lower()).__name__, type(str(t)).__name__, t == 'AB', hash(t) == hash('AB'), {t: 1}['AB'], isinstance(t, str), ''.join([t]), type(''.join([t])).__name__, t * 2, '%s' % t, f'{t}', t.strip() is t)  # expect: AB 5 99 ABc str str str str True True 1 True AB str ABAB AB AB False
