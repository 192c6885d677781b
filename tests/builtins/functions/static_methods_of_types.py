# A static method of a built-in type knows its type: __qualname__, repr and the way it is pickled.
for f in (str.maketrans, bytes.maketrans, bytearray.maketrans, 'text'.maketrans):
    print(f.__self__, f.__name__, f.__qualname__, f.__module__, f.__reduce__(), repr(f).split(' at ')[0])
# expect: None maketrans str.maketrans None (<built-in function getattr>, (<class 'str'>, 'maketrans')) <built-in method maketrans of type object
# expect: None maketrans bytes.maketrans None (<built-in function getattr>, (<class 'bytes'>, 'maketrans')) <built-in method maketrans of type object
# expect: None maketrans bytearray.maketrans None (<built-in function getattr>, (<class 'bytearray'>, 'maketrans')) <built-in method maketrans of type object
# expect: None maketrans str.maketrans None (<built-in function getattr>, (<class 'str'>, 'maketrans')) <built-in method maketrans of type object
print(str.maketrans == ''.maketrans, hash(str.maketrans) == hash(''.maketrans), bytes.maketrans == bytearray.maketrans)  # expect: True True False
print(bytes.maketrans(b'a', b'b')[97], str.maketrans('a', 'b'))  # expect: 98 {97: 98}
