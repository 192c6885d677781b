# The list of filters that was used last holds when the module has none, and at the end of the interpreter.
# expect stderr contains: UserWarning: late
import warnings

with warnings.catch_warnings():
    warnings.filterwarnings('error')
    for _ in range(2):
        try:
            warnings.warn('raised')
            print('shown')
        except UserWarning as error:
            print(error)
        if hasattr(warnings, 'filters'):
            del warnings.filters
    warnings.filters = []
# expect: raised
# expect: raised
warn = warnings.warn


class Late:
    def __del__(self):
        warn('late')
        warn('not shown', DeprecationWarning)


late = Late()
