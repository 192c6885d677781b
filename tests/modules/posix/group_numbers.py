# grp.getgrgid() takes what int() takes, with a warning.
import grp
import warnings


def attempt(value):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            result = grp.getgrgid(value).gr_gid
        except Exception as error:
            result = type(error).__name__
    return result, [warning.category.__name__ for warning in caught]


class Whole:
    def __int__(self):
        return 0


class Index:
    def __index__(self):
        return 0


print([attempt(value) for value in (0, 0.0, 0.9, '0', Whole(), Index())])  # expect: [(0, []), (0, ['DeprecationWarning']), (0, ['DeprecationWarning']), (0, ['DeprecationWarning']), (0, ['DeprecationWarning']), (0, [])]
print([attempt(value) for value in (None, [], -1, 'x', float('nan'))])  # expect: [('TypeError', ['DeprecationWarning']), ('TypeError', ['DeprecationWarning']), ('KeyError', []), ('ValueError', ['DeprecationWarning']), ('ValueError', ['DeprecationWarning'])]
