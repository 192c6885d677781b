# Functions that differ in their line only were all compared with each other by the table of constants, and every field
# of an f-string counted the lines behind it: both are linear now.
source = 'def f():\n return x\n' * 6000
code = compile(source, 'f', 'exec')
print(sum(type(c) is type(code) for c in code.co_consts))  # expect: 6000
text = eval('f"' + '{x}' * 10000 + '"', {'x': 7})
print(len(text))  # expect: 10000
