# stdin: first line
# stdin: 42
print(input())  # expect: first line
print(input('prompt> '))  # expect: prompt> 42
print('next')  # expect: next
try:
    input()
except EOFError as error:
    print('EOFError', error)  # expect: EOFError EOF when reading a line
