# The list of filters that was used last holds when the module has none.
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
