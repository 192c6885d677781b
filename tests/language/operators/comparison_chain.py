def show(x):
    print('eval', x)
    return x
print(show(1) < show(2) < show(3))  # expect: eval 1
# expect: eval 2
# expect: eval 3
# expect: True
print(show(3) < show(2) < show(1))  # expect: eval 3
# expect: eval 2
# expect: False
print(1 < 2 > 0 != 5 == 5.0, 1 in [1] == True, 1 == 1 in [1], 1 is 1 is not None, (1 < 2) < 2, 1 < (2 < 3))  # expect: True False True True True False
x = 5
print(1 < x < 10, 1 < x > 10, not 1 < x, 0 == 0 == 0 == 0)  # expect: True False False True
class Odd:
    def __lt__(self, other):
        return []
    def __gt__(self, other):
        return 'gt'
print(Odd() < 1 < 2, Odd() > 1, 1 < Odd(), 1 > Odd() < 5)  # expect: [] gt gt []
