def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print('hELLO wORLD'.capitalize(), ''.capitalize(), 'éA'.capitalize(), 'ßa'.capitalize(), '1aB'.capitalize())  # expect: Hello world  Éa SSa 1ab
print(attempt(lambda: 'a'.capitalize(1)))  # expect: TypeError: capitalize() takes no arguments (1 given)
