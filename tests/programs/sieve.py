def sieve(n):
    flags = [True] * (n + 1)
    flags[:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, prime in enumerate(flags) if prime]


primes = sieve(200000)
print(len(primes), primes[:10], primes[-1], sum(primes))  # expect: 17984 [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] 199999 1709600813
print([(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2][-3:], max(q - p for p, q in zip(primes, primes[1:])))  # expect: [(199751, 199753), (199811, 199813), (199931, 199933)] 86
