# A dialect may be given by its name, by position or by keyword, and settings beside it.
import _csv


class Lines:
    def __init__(self): self.text = ''
    def write(self, text): self.text += text


class Bars:
    delimiter = '|'
    quotechar = "'"
    lineterminator = '\n'
    quoting = _csv.QUOTE_ALL


def written(*args, **kwargs):
    lines = Lines()
    try:
        _csv.writer(lines, *args, **kwargs).writerow([1, 'a b', "it's"])
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)
    return lines.text


_csv.register_dialect('bars', Bars)
_csv.register_dialect('stars', delimiter='*')
_csv.register_dialect('more', dialect='bars', delimiter='+')
settings = {'dialect': 'bars', 'delimiter': ';'}
for args, kwargs in [((), {}), (('bars',), {}), ((), {'dialect': 'bars'}), ((), {'dialect': Bars}), ((), {'dialect': Bars()}),
                     ((), settings), (('stars',), {'quoting': _csv.QUOTE_ALL}), ((), {'dialect': 'more'}),
                     ((), {'dialect': 'none such'}), (('none such',), {}), ((), {'dialect': None}), (('bars',), {'dialect': 'bars'}),
                     ((), {'dialect': _csv.get_dialect('bars')})]:
    print(repr(written(*args, **kwargs)))
# expect: "1,a b,it's\r\n"
# expect: "'1'|'a b'|'it''s'\n"
# expect: "'1'|'a b'|'it''s'\n"
# expect: "'1'|'a b'|'it''s'\n"
# expect: "'1'|'a b'|'it''s'\n"
# expect: "'1';'a b';'it''s'\n"
# expect: '"1"*"a b"*"it\'s"\r\n'
# expect: "'1'+'a b'+'it''s'\n"
# expect: 'Error: unknown dialect'
# expect: 'Error: unknown dialect'
# expect: "1,a b,it's\r\n"
# expect: "TypeError: Argument given by name ('dialect') and position (1)"
# expect: "'1'|'a b'|'it''s'\n"
print(settings)  # expect: {'dialect': 'bars', 'delimiter': ';'}
for kwargs in ({'dialect': 'bars'}, {'dialect': 'stars'}, {'dialect': 'bars', 'delimiter': ','}):
    print(list(_csv.reader(["1|'a|b',2*3"], **kwargs)))
# expect: [['1', 'a|b,2*3']]
# expect: [["1|'a|b',2", '3']]
# expect: [["1|'a|b'", '2*3']]
