

# comment before the first statement
if a:
        # deeper comment
  b
	# comment after a tab

  c   # trailing
else:
	d
x = [1,
# comment in brackets
  2,

  3
]
y = a + \
    b
if x: y; z
def f(
    a,
):
    return a

class A:

    x = 1
# comment at column 0

    y = 2
    # last comment
z = 1;
if a:
    if b:
        if c:
            d
e
