def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


s = 'aé€😀'
print(s[0], s[-1], s[1:3], s[::-1], s[5:], s[::2], s[-100:100], len(s), s[True], s[slice(1, None)])  # expect: a 😀 é€ 😀€éa  a€ aé€😀 4 é é€😀
print(attempt(lambda: s[4]))  # expect: IndexError: string index out of range
print(attempt(lambda: s[-5]))  # expect: IndexError: string index out of range
print(attempt(lambda: s['a']))  # expect: TypeError: string indices must be integers
print(attempt(lambda: s[1.0]))  # expect: TypeError: string indices must be integers
print(attempt(lambda: s[::0]))  # expect: ValueError: slice step cannot be zero
print(attempt(lambda: s[1:'a']))  # expect: TypeError: slice indices must be integers or None or have an __index__ method
print(attempt(lambda: s[10**30]))  # expect: IndexError: cannot fit 'int' into an index-sized integer
print(s[10**30:], s[:-10**30], s[None:None:None])  # expect:   aé€😀
def assign():
    s[0] = 'x'
def delete():
    del s[0]
print(attempt(lambda: assign()))  # expect: TypeError: 'str' object does not support item assignment
print(attempt(lambda: delete()))  # expect: TypeError: 'str' object doesn't support item deletion
