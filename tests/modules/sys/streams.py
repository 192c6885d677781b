import sys, io
print(sys.stdout.write('text\n'), sys.stdout.encoding.lower(), sys.stdin.readline(), sys.stdout.fileno(), sys.stdin.read())  # expect: text
# expect: 5 utf-8  1
old = sys.stdout
sys.stdout = io.StringIO()
print('captured')
text = sys.stdout.getvalue()
sys.stdout = old
print(repr(text))  # expect: 'captured\n'
sys.stdout.buffer.write(b'')
sys.stderr.write('')
sys.stdout = None
print('goes nowhere')
sys.stdout = old
print('end')  # expect: end
