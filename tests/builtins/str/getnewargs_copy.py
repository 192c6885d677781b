# The argument for a new object is a str of its own.
for text in ('abc', 'a\xe9', '\u20ac', '\U0001f600x'):
    args = text.__getnewargs__()
    print(len(args), args[0] == text, args[0] is text, type(args[0]))
# expect: 1 True False <class 'str'>
# expect: 1 True False <class 'str'>
# expect: 1 True False <class 'str'>
# expect: 1 True False <class 'str'>
