import sys
print(sys.displayhook(None))  # expect: None
sys.displayhook('abc')  # expect: 'abc'
import builtins
print(builtins._)  # expect: abc
exec(compile('1 + 1\nNone\n[3]', 'n', 'single') if False else compile('[3]', 'n', 'single'))  # expect: [3]
print(_)  # expect: [3]
