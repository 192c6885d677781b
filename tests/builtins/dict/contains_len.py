def attempt(call):
    try:
        return call()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


d = {1: 'a', 'k': None, (1, 2): 3}
print(1 in d, 1.0 in d, True in d, 'k' in d, (1, 2) in d, None in d, len(d), d.__contains__('k'))  # expect: True True True True True False 3 True
print(attempt(lambda: [] in d))  # expect: TypeError: unhashable type: 'list'
print(attempt(lambda: {} in d))  # expect: TypeError: unhashable type: 'dict'
