class Meters(float):
    unit = 'm'
    def __str__(self):
        return float.__str__(self) + self.unit
x = Meters(2.5)
x.note = 'n'
print(x, str(x), '%s' % x, '{}'.format(x), repr(x), x + 1, type(x + 1).__name__, x.note, hash(x) == hash(2.5), float(x), int(x))  # expect: 2.5m 2.5m 2.5m 2.5m 2.5 3.5 float n True 2.5 2
print(isinstance(x, float), x == 2.5, f'{x:.2f}', x.is_integer())  # expect: True True 2.50 False
