# f_trace of a frame that runs already: what f_lineno says, and at the return.
import sys

told = []


def trace(frame, event, arg):
    told.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    return trace


def callee():
    frame = sys._getframe()
    frame.f_trace = trace

    line = frame.f_lineno
    later = frame.f_lineno
    return later - line


print(callee())  # expect: 0


def watched():
    sys._getframe().f_trace = trace
    sys.settrace(trace)
    return 'done'


watched()
sys.settrace(None)
print(told[-1])  # expect: ('return', 3, 'done')
