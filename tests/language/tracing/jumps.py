# Setting f_lineno in a trace function: where execution goes on, and what is refused.
import sys

def jump(f, source, target, event='line'):
    base, log, done = f.__code__.co_firstlineno, [], []
    def trace(frame, what, arg):
        if frame.f_code is f.__code__ and what == event and frame.f_lineno == base + source and not done:
            done.append(1)
            try: frame.f_lineno = target if not isinstance(target, int) or isinstance(target, bool) else base + target
            except Exception as e: log.append('%s: %s' % (type(e).__name__, str(e).replace(str(base + target), 'N') if type(target) is int else e))
            else: log.append(frame.f_lineno - base)
        return trace
    sys.settrace(trace)
    try: f(log.append)
    except BaseException as e: log.append(repr(e))
    finally: sys.settrace(None)
    print(f.__name__, source, target, event, log)

class Manager:
    def __init__(self, put, name): self.put, self.name = put, name
    def __enter__(self): self.put('enter ' + self.name)
    def __exit__(self, *exc): self.put('exit ' + self.name)

def straight(put):
    put(1)
    put(2)
    put(3)
    x = (4,
         5)

    put(7)
for source, target in ((1, 3), (3, 1), (2, 2), (1, 5), (2, 6), (3, 100), (2, -5), (2, 0), (2, 'x'), (2, None), (2, 2.0), (2, 10**40), (2, True)):
    jump(straight, source, target)
# expect: straight 1 3 line [3, 3, 7]
# expect: straight 3 1 line [1, 2, 1, 1, 2, 3, 7]
# expect: straight 2 2 line [1, 2, 2, 3, 7]
# expect: straight 1 5 line [5, 7]
# expect: straight 2 6 line [1, 7, 7]
# expect: straight 3 100 line [1, 2, 'ValueError: line N comes after the current code block', 3, 7]
# expect: straight 2 -5 line [1, 'ValueError: line N comes before the current code block', 2, 3, 7]
# expect: straight 2 0 line [1, 0, 1, 2, 3, 7]
# expect: straight 2 x line [1, 'ValueError: lineno must be an integer', 2, 3, 7]
# expect: straight 2 None line [1, 'ValueError: lineno must be an integer', 2, 3, 7]
# expect: straight 2 2.0 line [1, 'ValueError: lineno must be an integer', 2, 3, 7]
# expect: straight 2 10000000000000000000000000000000000000000 line [1, 'ValueError: lineno out of range', 2, 3, 7]
# expect: straight 2 True line [1, 'ValueError: lineno must be an integer', 2, 3, 7]
for event in ('call', 'return'): jump(straight, 0 if event == 'call' else 7, 2, event)  # expect: straight 0 2 call ["ValueError: can't jump from the 'call' trace event of a new frame", 1, 2, 3, 7]
# expect: straight 7 2 return [1, 2, 3, 7, "ValueError: can only jump from a 'line' trace event"]

def loops(put):
    put(1)
    for i in 1, 2:
        put(i)
    else:
        put('else')
    while True:
        put('forever')
        if i == 3: break
        i += 1
    put('end')
for source, target in ((1, 3), (1, 6), (3, 1), (3, 5), (3, 10), (5, 3), (7, 10), (10, 7), (9, 6), (7, 9)):
    jump(loops, source, target)
# expect: loops 1 3 line ["ValueError: can't jump into the middle of a block", 1, 1, 2, 'else', 'forever', 'forever', 'end']
# expect: loops 1 6 line [6, 'forever', 'UnboundLocalError("local variable \'i\' referenced before assignment",)']
# expect: loops 3 1 line [1, 1, 1, 1, 2, 'else', 'forever', 'forever', 'end']
# expect: loops 3 5 line [1, 5, 'else', 'forever', 'forever', 'forever', 'end']
# expect: loops 3 10 line [1, 10, 'end']
# expect: loops 5 3 line [1, 1, 2, "ValueError: can't jump into the middle of a block", 'else', 'forever', 'forever', 'end']
# expect: loops 7 10 line [1, 1, 2, 'else', 10, 'end']
# expect: loops 10 7 line [1, 1, 2, 'else', 'forever', 'forever', "ValueError: can't jump into the middle of a block", 'end']
# expect: loops 9 6 line [1, 1, 2, 'else', 'forever', 6, 'forever', 'forever', 'end']
# expect: loops 7 9 line [1, 1, 2, 'else', 9, 'forever', 'end']

def endless(put):
    put(1)
    while True:
        put(3)
    put(4)
jump(endless, 3, 4)  # expect: endless 3 4 line [1, 4, 4]

def handlers(put):
    try:
        put(2)
        put(3)
        1/0
    except KeyError:
        put(6)
    except ZeroDivisionError:
        put(8)
        put(9)
    except OSError as e:
        put(11)
        put(12)
    put(13)
for source, target in ((2, 13), (2, 4), (3, 2), (13, 2), (2, 5), (8, 9), (9, 8), (8, 6), (9, 13), (8, 11)):
    jump(handlers, source, target)
# expect: handlers 2 13 line [13, 13]
# expect: handlers 2 4 line [4, 8, 9, 13]
# expect: handlers 3 2 line [2, 2, 2, 3, 8, 9, 13]
# expect: handlers 13 2 line [2, 3, 8, 9, "ValueError: can't jump into the middle of a block", 13]
# expect: handlers 2 5 line ["ValueError: can't jump to 'except' line as there's no exception", 2, 3, 8, 9, 13]
# expect: handlers 8 9 line [2, 3, 9, 9, 13]
# expect: handlers 9 8 line [2, 3, 8, 8, 8, 9, 13]
# expect: handlers 8 6 line [2, 3, 6, 6, 13]
# expect: handlers 9 13 line [2, 3, 8, 13, 13]
# expect: handlers 8 11 line [2, 3, "ValueError: can't jump into the middle of a block", 8, 9, 13]

def finals(put):
    put(1)
    try:
        put(3)
        put(4)
    finally:
        put(6)
        try: put(7)
        finally:
            put(9)
            put(10)
    put(11)
for source, target in ((1, 3), (3, 4), (4, 3), (3, 11), (1, 11), (3, 6), (6, 11), (6, 1), (9, 10), (10, 9), (9, 6), (11, 9), (11, 1)):
    jump(finals, source, target)
# expect: finals 1 3 line ["ValueError: can't jump into the middle of a block", 1, 3, 4, 6, 7, 9, 10, 11]
# expect: finals 3 4 line [1, 4, 4, 6, 7, 9, 10, 11]
# expect: finals 4 3 line [1, 3, 3, 3, 4, 6, 7, 9, 10, 11]
# expect: finals 3 11 line [1, 11, 11]
# expect: finals 1 11 line [11, 11]
# expect: finals 3 6 line [1, "ValueError: can't jump into or out of a 'finally' block", 3, 4, 6, 7, 9, 10, 11]
# expect: finals 6 11 line [1, 3, 4, "ValueError: can't jump into or out of a 'finally' block", 6, 7, 9, 10, 11]
# expect: finals 6 1 line [1, 3, 4, "ValueError: can't jump into or out of a 'finally' block", 6, 7, 9, 10, 11]
# expect: finals 9 10 line [1, 3, 4, 6, 7, 10, 10, 11]
# expect: finals 10 9 line [1, 3, 4, 6, 7, 9, 9, 9, 10, 11]
# expect: finals 9 6 line [1, 3, 4, 6, 7, "ValueError: can't jump into or out of a 'finally' block", 9, 10, 11]
# expect: finals 11 9 line [1, 3, 4, 6, 7, 9, 10, "ValueError: can't jump into or out of a 'finally' block", 11]
# expect: finals 11 1 line [1, 3, 4, 6, 7, 9, 10, 1, 1, 3, 4, 6, 7, 9, 10, 11]

def managers(put):
    put(1)
    with Manager(put, 'a'):
        put(3)
        with Manager(put, 'b'):
            put(5)
            for x in 6, 7:
                put(x)
        put(8)
    put(9)
for source, target in ((3, 1), (3, 9), (5, 8), (7, 9), (7, 8), (1, 3), (1, 9), (5, 3), (9, 5), (9, 1), (3, 5)):
    jump(managers, source, target)
# expect: managers 3 1 line [1, 'enter a', 1, 1, 'enter a', 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', 9]
# expect: managers 3 9 line [1, 'enter a', 9, 9]
# expect: managers 5 8 line [1, 'enter a', 3, 'enter b', 8, 8, 'exit a', 9]
# expect: managers 7 9 line [1, 'enter a', 3, 'enter b', 5, 9, 9]
# expect: managers 7 8 line [1, 'enter a', 3, 'enter b', 5, 8, 8, 'exit a', 9]
# expect: managers 1 3 line ["ValueError: can't jump into the middle of a block", 1, 'enter a', 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', 9]
# expect: managers 1 9 line [9, 9]
# expect: managers 5 3 line [1, 'enter a', 3, 'enter b', 3, 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', 9]
# expect: managers 9 5 line [1, 'enter a', 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', "ValueError: can't jump into the middle of a block", 9]
# expect: managers 9 1 line [1, 'enter a', 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', 1, 1, 'enter a', 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', 9]
# expect: managers 3 5 line [1, 'enter a', "ValueError: can't jump into the middle of a block", 3, 'enter b', 5, 6, 7, 'exit b', 8, 'exit a', 9]

def generator(put):
    def inner():
        put(2)
        yield 3
        put(4)
    return list(inner())
def in_generator(source, target, event):
    log = []
    def trace(frame, what, arg):
        if frame.f_code.co_name == 'inner' and what == event and frame.f_lineno == generator.__code__.co_firstlineno + source:
            try: frame.f_lineno = generator.__code__.co_firstlineno + target
            except ValueError as e: log.append(str(e))
        return trace
    sys.settrace(trace)
    try: generator(log.append)
    finally: sys.settrace(None)
    print(event, log)
in_generator(3, 2, 'return')  # expect: return [2, "can't jump from a yield statement", 4]
in_generator(3, 4, 'line')  # expect: line [2, 4]
in_generator(3, 4, 'call')  # expect: call [2, "can't jump from a yield statement", 4]

def untraced(): sys._getframe(1).f_lineno = 1
try: untraced()
except ValueError as e: print(e)  # expect: f_lineno can only be set by a trace function
def wrong(frame, what, arg):
    if what == 'exception':
        try: frame.f_lineno = frame.f_lineno
        except ValueError as e: print(e)
    return wrong
def fails(): 1/0
sys.settrace(wrong)
try: fails()  # expect: can only jump from a 'line' trace event
except ZeroDivisionError: pass
sys.settrace(None)
