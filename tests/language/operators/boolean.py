def t(x):
    print('t', x)
    return x
print(t(1) and t(2), t(0) and t(2), t(0) or t(5), t(3) or t(4), not t(0))  # expect: t 1
# expect: t 2
# expect: t 0
# expect: t 0
# expect: t 5
# expect: t 3
# expect: t 0
# expect: 2 0 5 3 True
print(0 or '' or [], 1 and 2 and 3, None and 1, [] or {} or (), 1 and 0 or 5, not [], not 'a')  # expect: [] 3 None () 5 True False
x = t(1) if t(0) else t(2)  # expect: t 0
# expect: t 2
print(x)  # expect: 2
class B:
    def __bool__(self):
        print('bool')
        return False
b = B()
print((b or 1), (b and 1) is b, not b, 1 if b else 2)  # expect: bool
# expect: bool
# expect: bool
# expect: bool
# expect: 1 True True 2
if not b and not b:
    print('twice')
# expect: bool
# expect: bool
# expect: twice
while b or None:
    pass
# expect: bool
