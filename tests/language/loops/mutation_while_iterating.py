l = [1, 2, 3, 4]
for x in l:
    if x % 2 == 0:
        l.remove(x)
print(l)  # expect: [1, 3]
for x in l[:]:
    l.append(x * 10)
print(l)  # expect: [1, 3, 10, 30]
i = 0
for i in range(3):
    i = 10
print(i)  # expect: 10
for l[0] in range(3):
    pass
print(l)  # expect: [2, 3, 10, 30]
class A: pass
for A.v in 'xyz':
    pass
print(A.v)  # expect: z
