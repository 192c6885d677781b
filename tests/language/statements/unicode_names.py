é = 1
变量 = 2
ﬁ = 3
print(é, 变量, fi, sorted(n for n in globals() if not n.startswith('__') and ord(n[0]) > 127), 'fi' in globals())  # expect: 1 2 3 ['é', '变量'] True
class Ω:
    ß = 'sharp'
print(Ω.ß, Ω.__name__)  # expect: sharp Ω
def naïve(ñ=1): return ñ
print(naïve(ñ=2))  # expect: 2
print(naïve.__name__)  # expect: naïve
