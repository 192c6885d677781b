x = (1 +
     2
     # comment
     + 3)
y = 1 + \
    2
z = [1,
2,

3]
if x and \
   y:
    print(x, y, z)  # expect: 6 3 [1, 2, 3]
def f(a,
      b=(1,
         2)):
    return (a,
        b)
print(f(1))  # expect: (1, (1, 2))
if True:
	print('tab')  # expect: tab
if True:
        print('eight spaces')  # expect: eight spaces
for i in range(1): print(i); print(i + 1);  # expect: 0
# expect: 1
class A: x = 1; y = 2
print(A.y)  # expect: 2
s = """a
  b"""
print(repr(s))  # expect: 'a\n  b'
