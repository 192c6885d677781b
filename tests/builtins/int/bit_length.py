def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print([n.bit_length() for n in (0, 1, -1, 255, 256, -256, 2**64, 2**64 - 1, -2**200)])  # expect: [0, 1, 1, 8, 9, 9, 65, 64, 201]
print(attempt(lambda: (1.5).bit_length()))  # expect: AttributeError: 'float' object has no attribute 'bit_length'
print(attempt(lambda: (1).bit_length(2)))  # expect: TypeError: bit_length() takes no arguments (1 given)
