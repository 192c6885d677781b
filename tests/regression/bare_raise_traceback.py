# A bare raise adds no traceback entry of its own; once the line of `raise` was there too.
import sys
def chain(e):
    tb, out = e.__traceback__, []
    while tb: out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
    return out
def a():
    try: 1/0
    except:
        x = 1
        raise
def b():
    try: a()
    except Exception as e:
        raise e
def c():
    try: b()
    finally: x = 1
def d():
    try: raise
    except RuntimeError as e: print(e, chain(e))
for f in (a, b, c):
    try: f()
    except Exception as e: print(chain(e))
# expect: [('<module>', 23), ('a', 8)]
# expect: [('<module>', 23), ('b', 15), ('b', 13), ('a', 8)]
# expect: [('<module>', 23), ('c', 17), ('b', 15), ('b', 13), ('a', 8)]
d()  # expect: No active exception to reraise [('d', 20)]
