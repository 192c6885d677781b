import _csv
import io


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


def read(lines, **kwargs):
    return attempt(lambda: list(_csv.reader(lines, **kwargs)))


def write(row, **kwargs):
    out = io.StringIO()
    return attempt(lambda: (_csv.writer(out, **kwargs).writerow(row), out.getvalue()))


for lines in [['a,b', 'c'], ['"a ""b"", c",d'], ['"a\n', 'b",c'], ['a"b'], ['"a"b'], ['a, b'], [''], ['\n'], [',', 'a,'], ['a\rb'], ['a\0'], [b'a'],
              ['"open'], ['a\\,b'], ["'a,b',c"]]:
    for kwargs in [{}, dict(strict=True), dict(skipinitialspace=True), dict(escapechar='\\'), dict(quotechar="'"), dict(quoting=3),
                   dict(doublequote=False)]:
        print(lines, kwargs, read(lines, **kwargs))
print(read(['1,"2",x'], quoting=2), read(['1,"2",3.5'], quoting=2))
for row in [['a', 'b'], ['a,b', 'c"d'], [1, 2.5, None, True], [], [''], ['a\nb'], ["it's"], ['a\\b'], 'xyz']:
    for kwargs in [{}, dict(quoting=1), dict(quoting=2), dict(quoting=3), dict(quoting=3, escapechar='\\'), dict(doublequote=False),
                   dict(doublequote=False, escapechar='\\'), dict(delimiter='|', lineterminator='!'), dict(quotechar="'")]:
        print(row, kwargs, write(row, **kwargs))
for kwargs in [dict(delimiter=''), dict(delimiter='ab'), dict(delimiter=3), dict(quotechar='ab'), dict(quoting=9), dict(quoting='a'),
               dict(quotechar=None), dict(quotechar=None, quoting=0), dict(lineterminator=None), dict(delimiter=None)]:
    print(kwargs, attempt(lambda: _csv.Dialect(**kwargs).quoting))
print(attempt(_csv.reader, 3), attempt(_csv.writer, 3), attempt(_csv.reader, [], 'none'), attempt(_csv.register_dialect, 3))
_csv.register_dialect('bar', delimiter='|')
print(_csv.list_dialects(), _csv.get_dialect('bar').delimiter, list(_csv.reader(['a|b'], 'bar')), _csv.unregister_dialect('bar'),
      attempt(_csv.unregister_dialect, 'bar'), _csv.field_size_limit(10), read(['a' * 11]), _csv.field_size_limit(131072))
r = _csv.reader(['"a\n', 'b"', 'c'])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, attempt(next, r))
