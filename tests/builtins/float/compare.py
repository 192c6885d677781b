def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


nan, inf = float('nan'), float('inf')
print(nan == nan, nan != nan, nan < 1, nan >= 1, inf > 1e308, inf == inf, -inf < inf, 0.0 == -0.0)  # expect: False True False False True True True True
print(1.5 < 2, 2 < 1.5, 1.5 == 1.5, 1.5 != '1.5', [nan] == [nan], nan in [nan], max(1.0, 1), min(1, 1.0))  # expect: True False True True True True 1.0 1
print(attempt(lambda: 1.5 < 'a'))  # expect: TypeError: '<' not supported between instances of 'float' and 'str'
print(attempt(lambda: 1.5 < 1j))  # expect: TypeError: '<' not supported between instances of 'float' and 'complex'
