import random


def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: random.choice([])))  # expect: IndexError: Cannot choose from an empty sequence
print(attempt(lambda: random.randint(5, 1)))  # expect: ValueError: empty range for randrange() (5,2, -3)
print(attempt(lambda: random.randrange(0)))  # expect: ValueError: empty range for randrange()
print(attempt(lambda: random.randrange(1, 5, 0)))  # expect: ValueError: zero step for randrange()
print(attempt(lambda: random.randrange(1.5)))  # expect: ValueError: non-integer arg 1 for randrange()
print(attempt(lambda: random.sample([1], 2)))  # expect: ValueError: Sample larger than population or is negative
print(attempt(lambda: random.sample({1}, 0) == []))  # expect: True
print(attempt(lambda: random.shuffle(5)))  # expect: TypeError: object of type 'int' has no len()
print(attempt(lambda: random.getrandbits(0)))  # expect: ValueError: number of bits must be greater than zero
print(attempt(lambda: random.choices([], k=1)))  # expect: IndexError: list index out of range
print(attempt(lambda: random.choices([1, 2], [1])))  # expect: ValueError: The number of weights does not match the population
print(attempt(lambda: random.sample(5, 1)))  # expect: TypeError: Population must be a sequence or set.  For dicts, use list(d).
print(0 <= random.random() < 1, random.choice([7]), random.randrange(3, 4))  # expect: True 7 3
